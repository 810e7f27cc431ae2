package org.placewell.audit;

import java.time.Instant;

/**
 * One line of the record of who did what.
 *
 * @param stream the public reference of the thing concerned: a referral, a statement, a contract
 * @param position 1, 2, 3 … within the stream
 * @param at when
 * @param actor the login name of who did it; {@code system} for the program
 * @param area what part of the story it belongs to, which decides who may read it
 * @param action a stable word such as {@code referral.accepted}; its sentence is the message {@code audit.<action>}
 * @param rule the rule, contract version or decision table that the decision rests on; may be empty
 * @param detail references, codes, dates and amounts only: never a name, never clinical text
 * @param hash SHA-256 over this line and the hash of the line before it
 */
public record AuditEntry(
        String stream, long position, Instant at, String actor, Area area, String action, String rule, String detail, String hash) {

    /** The parts of a person's story; a role reads some of them (design §1). */
    public enum Area {
        PATHWAY,
        WORK,
        EVIDENCE,
        MONEY,
        CONTRACT
    }
}
