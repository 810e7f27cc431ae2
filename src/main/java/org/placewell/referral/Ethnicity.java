package org.placewell.referral;

import java.util.Arrays;

/**
 * How a person describes their ethnicity: the sixteen categories of the 2001 census and "not stated", as the NHS Data Dictionary
 * lists them ({@code ETHNIC CATEGORY}, codes A to S and Z). Asked so that waits can be compared; it never decides anything.
 */
public enum Ethnicity {
    WHITE_BRITISH("A", "White: British", Group.WHITE),
    WHITE_IRISH("B", "White: Irish", Group.WHITE),
    WHITE_OTHER("C", "White: any other background", Group.WHITE),
    WHITE_AND_BLACK_CARIBBEAN("D", "Mixed: White and Black Caribbean", Group.MIXED),
    WHITE_AND_BLACK_AFRICAN("E", "Mixed: White and Black African", Group.MIXED),
    WHITE_AND_ASIAN("F", "Mixed: White and Asian", Group.MIXED),
    MIXED_OTHER("G", "Mixed: any other background", Group.MIXED),
    INDIAN("H", "Asian or Asian British: Indian", Group.ASIAN),
    PAKISTANI("J", "Asian or Asian British: Pakistani", Group.ASIAN),
    BANGLADESHI("K", "Asian or Asian British: Bangladeshi", Group.ASIAN),
    ASIAN_OTHER("L", "Asian or Asian British: any other background", Group.ASIAN),
    BLACK_CARIBBEAN("M", "Black or Black British: Caribbean", Group.BLACK),
    BLACK_AFRICAN("N", "Black or Black British: African", Group.BLACK),
    BLACK_OTHER("P", "Black or Black British: any other background", Group.BLACK),
    CHINESE("R", "Chinese", Group.OTHER),
    OTHER("S", "Any other ethnic group", Group.OTHER),
    NOT_STATED("Z", "They would rather not say", Group.NOT_KNOWN);

    private final String code;
    private final String label;
    private final Group group;

    Ethnicity(String code, String label, Group group) {
        this.code = code;
        this.label = label;
        this.group = group;
    }

    /** The code of the NHS Data Dictionary: what is stored. */
    public String code() {
        return code;
    }

    /** The category in words, as it is asked. */
    public String label() {
        return label;
    }

    /** The group under which it is counted. */
    public Group group() {
        return group;
    }

    /** The group of a stored code; not known when nobody has asked. */
    public static Group groupOf(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst().map(Ethnicity::group).orElse(Group.NOT_KNOWN);
    }

    /** The headings of the same list: sixteen categories would leave groups too small to show. */
    public enum Group {
        WHITE("White"), MIXED("Mixed"), ASIAN("Asian or Asian British"), BLACK("Black or Black British"), OTHER("Chinese or any other ethnic group"),
        NOT_KNOWN("Not stated or not asked");

        private final String label;

        Group(String label) {
            this.label = label;
        }

        /** The heading in words. */
        public String label() {
            return label;
        }
    }
}
