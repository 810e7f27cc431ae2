package org.placewell.security;

/** What a person does in the service; held within an organisation, and narrowed by team or contract. */
public enum Role {
    CLINICIAN("Clinician"),
    SPECIALIST("Employment specialist"),
    TEAM_LEADER("Team leader"),
    VALIDATOR("Validator"),
    FINANCE("Finance"),
    COMMISSIONER("Commissioner"),
    CONTRACT_MANAGER("Contract manager"),
    OPERATOR("Operator");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    /** The role's name on screen. */
    public String label() {
        return label;
    }

    /** The role as the models name it in candidate groups: {@code team-leader}. */
    public String group() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** The role for a candidate group of a model. */
    public static Role ofGroup(String group) {
        return valueOf(group.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }
}
