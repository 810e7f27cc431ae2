package org.placewell.referral;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a person may say about themselves and need not: whether waits are fair can be seen by it, and who suits them. It never
 * decides whether somebody is accepted or how long they wait. An empty text is a question not answered.
 *
 * @param ethnicity a code of {@link Ethnicity}
 * @param sex female, male, other or notSaid
 */
public record AboutPerson(String ethnicity, String sex, Wishes wishes) {

    private static final Map<String, String> CONTACT = Map.of("phone", "by phone", "text", "by text message", "email", "by email", "letter", "by letter",
            "throughTeam", "through the clinical team");
    private static final Map<String, String> MEET = Map.of("clinic", "where the clinical team is", "community", "in the community", "video", "by video",
            "phone", "on the phone");

    /** Nothing has been said. */
    public static final AboutPerson NOT_ASKED = new AboutPerson("", "", Wishes.NONE);

    /**
     * How the person would like to be supported.
     *
     * @param languages codes of {@link Language} that they would rather speak with the specialist; empty when not said
     * @param contactBy phone, text, email, letter or throughTeam
     * @param meetAt clinic, community, video or phone
     * @param specialist woman, man or noPreference
     */
    public record Wishes(List<String> languages, String contactBy, String meetAt, String specialist) {

        /** No wishes have been said. */
        public static final Wishes NONE = new Wishes(List.of(), "", "", "");

        public Wishes {
            languages = List.copyOf(languages);
        }

        /** The wishes in words, one a line; empty when none has been said. */
        public List<String> said() {
            var said = new ArrayList<String>();
            if (!languages.isEmpty()) {
                said.add("To speak " + String.join(" or ", Language.labelsOf(languages)));
            }
            if (CONTACT.containsKey(contactBy)) {
                said.add("To be reached " + CONTACT.get(contactBy));
            }
            if (MEET.containsKey(meetAt)) {
                said.add("To meet " + MEET.get(meetAt));
            }
            if (specialist.equals("woman") || specialist.equals("man")) {
                said.add("To work with a " + specialist);
            }
            return List.copyOf(said);
        }
    }
}
