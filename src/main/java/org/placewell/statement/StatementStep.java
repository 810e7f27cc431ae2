package org.placewell.statement;

/** The steps that people take with a statement: five working days each, the second approval within the contract's approval days. */
public enum StatementStep {
    CHECK,
    FIRST_APPROVAL,
    SECOND_APPROVAL
}
