package org.placewell.performance;

import java.util.Arrays;
import java.util.List;

/**
 * The 25 items of the IPS fidelity scale, each scored 1 to 5. {@link Source} says how much of an item's text was found in print:
 * the names marked {@link Source#NAME_ONLY} are from general knowledge of the scale and are shown as not verified.
 */
public enum FidelityItem {
    CASELOAD(Group.STAFFING, "Caseload size",
            "People in search and in work for each full-time specialist: up to 20 scores 5, 21 to 25 scores 4, 26 to 30 scores 3, 31 to 40 scores 2,"
                    + " 41 or more scores 1", Source.ANCHORS),
    EMPLOYMENT_ONLY(Group.STAFFING, "Employment services staff",
            "Time spent on employment services only: 96 % or more scores 5, 90 to 95 scores 4, 75 to 89 scores 3, 60 to 74 scores 2, less scores 1",
            Source.ANCHORS),
    GENERALISTS(Group.STAFFING, "Vocational generalists", "Each specialist does every phase: engaging, assessing, finding work, support", Source.TOP),
    TEAM_ASSIGNMENT(Group.ORGANISATION, "Integration by team assignment",
            "For 5: attached to one or two clinical teams that give at least 90 % of the caseload", Source.TOP),
    TEAM_CONTACT(Group.ORGANISATION, "Integration by frequent contact", "For 5: weekly meetings of the clinical team, offices near", Source.TOP),
    PARTNERS(Group.ORGANISATION, "Collaboration with the public employment service", "", Source.NAME_ONLY),
    UNIT(Group.ORGANISATION, "Vocational unit", "", Source.NAME_ONLY),
    SUPERVISOR(Group.ORGANISATION, "Role of the employment supervisor", "", Source.NAME_ONLY),
    ZERO_EXCLUSION(Group.ORGANISATION, "Zero exclusion", "", Source.NAME_ONLY),
    WORK_FOCUS(Group.ORGANISATION, "Agency focus on competitive work", "", Source.NAME_ONLY),
    EXECUTIVE(Group.ORGANISATION, "Executive support", "", Source.NAME_ONLY),
    INCENTIVES(Group.SERVICES, "Work incentives planning", "", Source.NAME_ONLY),
    DISCLOSURE(Group.SERVICES, "Disclosure", "For 5: the person is informed and chooses what an employer is told", Source.TOP),
    ASSESSMENT(Group.SERVICES, "Ongoing work-based assessment", "", Source.NAME_ONLY),
    RAPID_SEARCH(Group.SERVICES, "Rapid search for a competitive job",
            "For 5: the first face-to-face contact with an employer within 30 days on average", Source.TOP),
    INDIVIDUAL_SEARCH(Group.SERVICES, "Individualised job search", "", Source.NAME_ONLY),
    EMPLOYER_CONTACT(Group.SERVICES, "Frequent employer contact",
            "For 5: at least six face-to-face contacts with employers a week and specialist, on a weekly log", Source.TOP),
    EMPLOYER_QUALITY(Group.SERVICES, "Quality of employer contact", "", Source.NAME_ONLY),
    JOB_TYPES(Group.SERVICES, "Diversity of job types", "", Source.NAME_ONLY),
    EMPLOYERS(Group.SERVICES, "Diversity of employers", "For 5: no more than 15 % of the caseload at the same employer", Source.TOP),
    COMPETITIVE(Group.SERVICES, "Competitive jobs", "", Source.NAME_ONLY),
    FOLLOW_ALONG(Group.SERVICES, "Individualised follow-along support", "", Source.NAME_ONLY),
    TIME_UNLIMITED(Group.SERVICES, "Time-unlimited follow-along support", "", Source.NAME_ONLY),
    COMMUNITY(Group.SERVICES, "Community-based services", "For 5: at least 65 % of the time spent in the community", Source.TOP),
    OUTREACH(Group.SERVICES, "Assertive engagement and outreach", "", Source.NAME_ONLY);

    /** The three groups of the scale. */
    public enum Group {
        STAFFING("Staffing"), ORGANISATION("Organisation"), SERVICES("Services");

        private final String label;

        Group(String label) {
            this.label = label;
        }

        /** In words, for the screen. */
        public String label() {
            return label;
        }
    }

    /** How much of the item was found in print. */
    public enum Source {
        /** Its name and all five anchors. */
        ANCHORS,
        /** Its name and what the highest score asks for. */
        TOP,
        /** Not found: the name is from general knowledge of the scale. */
        NAME_ONLY
    }

    /** The lowest and the highest score of an item. */
    public static final int LOWEST = 1;
    public static final int HIGHEST = 5;

    private final Group group;
    private final String title;
    private final String anchor;
    private final Source source;

    FidelityItem(Group group, String title, String anchor, Source source) {
        this.group = group;
        this.title = title;
        this.anchor = anchor;
        this.source = source;
    }

    /** The group it belongs to. */
    public Group group() {
        return group;
    }

    /** Its name. */
    public String title() {
        return title;
    }

    /** What was found of its anchors; empty when nothing was. */
    public String anchor() {
        return anchor;
    }

    /** How much of it was found in print. */
    public Source source() {
        return source;
    }

    /** Whether its name and anchors still have to be checked against the scale. */
    public boolean unverified() {
        return source == Source.NAME_ONLY;
    }

    /** Its key in the form: {@code teamAssignment} for {@link #TEAM_ASSIGNMENT}. */
    public String key() {
        var words = name().toLowerCase(java.util.Locale.ROOT).split("_");
        var key = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            key.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return key.toString();
    }

    /** The items of a group, in the scale's order. */
    public static List<FidelityItem> of(Group group) {
        return Arrays.stream(values()).filter(item -> item.group == group).toList();
    }
}
