package org.placewell.contract.domain;

import java.util.Locale;

/** The kinds of evidence that a rule can ask for; the terms file names them in lower case with hyphens. */
public enum EvidenceKind {
    SIGNED_VOCATIONAL_PROFILE("the signed vocational profile"),
    APPOINTMENT_RECORD("the appointment record"),
    PAYSLIP("a payslip"),
    PAYSLIPS_COVERING_WINDOW("payslips covering the whole period"),
    PAYROLL_RECORD("a payroll record"),
    EMPLOYER_CONFIRMATION("the employer's written confirmation"),
    EMPLOYMENT_CONTRACT("the employment contract"),
    SELF_EMPLOYMENT_ACCOUNTS("accounts or invoices of self-employment"),
    SIGNED_CLIENT_DECLARATION("the person's signed declaration"),
    OUTCOME_FORMS("the outcome forms of both dates, such as Treatment Outcomes Profile and SURE");

    private final String label;

    EvidenceKind(String label) {
        this.label = label;
    }

    /** As a sentence says it, with its article. */
    public String label() {
        return label;
    }

    /** As the terms file writes it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
