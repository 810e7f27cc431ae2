package org.placewell.referral;

import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.security.Actor;
import org.placewell.shared.Problem;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Corrects a person's name or contact details; nobody overwrites what they have not seen. */
@Component
class Corrections {

    private final PersonRows people;
    private final ReferralStore store;
    private final AuditTrail audit;
    private final Sounds sounds;

    Corrections(PersonRows people, ReferralStore store, AuditTrail audit, Sounds sounds) {
        this.people = people;
        this.store = store;
        this.audit = audit;
        this.sounds = sounds;
    }

    /** The referral, for its specialist and team leader only. */
    ReferralView mine(String ref, Actor actor) {
        var referral = store.find(ref, actor).orElseThrow(() -> new Problem.NotFound("this referral"));
        if (!store.works(ref, actor.username())) {
            throw new Problem.Forbidden("Only the person’s employment specialist and team leader correct this");
        }
        return referral;
    }

    void correct(String ref, PersonDetails details, int seen, Actor actor) {
        var person = people.findById(mine(ref, actor).person().id()).orElseThrow(() -> new Problem.NotFound("this person"));
        if (!person.isAt(seen)) {
            throw changedMeanwhile();
        }
        var changed = person.correct(details);
        if (changed.isEmpty()) {
            return;
        }
        try {
            people.saveAndFlush(person);
        } catch (OptimisticLockingFailureException e) {
            throw (Problem) changedMeanwhile().initCause(e);
        }
        sounds.keep(person.id(), details.givenName(), details.familyName());
        audit.record(ref, actor, Area.PATHWAY, "referral.person-corrected", "", String.join(" ", changed));
    }

    static Problem changedMeanwhile() {
        return new Problem.Stale("Someone else has changed this person’s details since you opened the page. What you typed is kept: compare it with the"
                + " details beside the form, and save again if yours are right");
    }
}
