package org.placewell.evidence;

import java.time.LocalDate;
import java.util.Set;

/**
 * What a person has said about asking an employer; never changed, the newest word counts.
 *
 * @param disclosure whether this employer may be told that the service supports the person
 * @param claimant which benefit they get or have got, as far as it matters
 * @param saidOn the day they said so
 */
public record EmployerWish(String jobRef, Disclosure disclosure, Claimant claimant, LocalDate saidOn) {

    /** The person's choice for one employer. */
    public enum Disclosure {
        AGREED,
        REFUSED,
        NOT_ASKED;

        /** The entry for a form's code, such as {@code notAsked}. */
        public static Disclosure ofCode(String code) {
            return valueOf(Words.constant(code));
        }

        /** The code in forms. */
        public String code() {
            return Words.lowerCamelCase(name());
        }
    }

    /** The benefits for whose claimants an order lets a provider ask an employer without consent. */
    public enum Claimant {
        UC,
        ESA,
        IB,
        JSA,
        NONE,
        NOT_KNOWN;

        /** The entry for a form's code, such as {@code notKnown}. */
        public static Claimant ofCode(String code) {
            return valueOf(Words.constant(code));
        }

        /** The code in forms. */
        public String code() {
            return Words.lowerCamelCase(name());
        }

        boolean underTheOrder() {
            return this != NONE && this != NOT_KNOWN;
        }
    }

    /**
     * On what grounds an employer could be asked on a day.
     *
     * @param held the grounds that there were
     * @param refused whether the person did not want this employer told
     * @param why what there was not, in a plain sentence without a full stop; empty when the person has agreed
     */
    public record Grounds(Set<EmployerBasis> held, boolean refused, String why) {

        public Grounds {
            held = Set.copyOf(held);
        }

        /** Works the grounds out. */
        static Grounds of(boolean consent, Disclosure disclosure, Claimant claimant) {
            var held = java.util.EnumSet.noneOf(EmployerBasis.class);
            if (consent && disclosure == Disclosure.AGREED) {
                held.add(EmployerBasis.CONSENT);
            }
            if (claimant.underTheOrder()) {
                held.add(EmployerBasis.CLAIMANT);
            }
            var why = !consent ? "the person has not agreed that employers are contacted"
                    : disclosure == Disclosure.REFUSED ? "the person does not want this employer told about the service"
                    : disclosure == Disclosure.NOT_ASKED ? "nobody has noted whether the person wants this employer told about the service" : "";
            return new Grounds(held, disclosure == Disclosure.REFUSED, why);
        }
    }
}
