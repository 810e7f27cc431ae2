package org.placewell.evidence;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The kinds of paper that contracts name, with their words on screen. A contract may name others: their code is shown in words. */
public final class EvidenceTypes {

    private static final Map<String, String> LABELS = new TreeMap<>(Map.ofEntries(
            Map.entry("payslip", "Payslip"),
            Map.entry("payslips-covering-window", "Payslips that cover the whole period"),
            Map.entry("payroll-record", "Payroll or HMRC earnings record"),
            Map.entry("employer-confirmation", "Confirmation from the employer"),
            Map.entry("employer-letter", "Letter from the employer"),
            Map.entry("employment-contract", "Contract of employment"),
            Map.entry("bank-statement", "Bank statement that shows the wages"),
            Map.entry("self-employment-accounts", "Accounts or invoices of the self-employed work"),
            Map.entry("tax-return", "Tax return"),
            Map.entry("signed-client-declaration", "Declaration signed by the person"),
            Map.entry("signed-vocational-profile", "Vocational profile signed by the person"),
            Map.entry("vocational-profile", "Vocational profile"),
            Map.entry("appointment-record", "Record of appointments"),
            Map.entry("wellbeing-forms", "Completed wellbeing forms")));
    private static final Set<String> FROM_EMPLOYER = Set.of("employer-confirmation", "employer-letter");
    private static final Set<String> SELF_EMPLOYMENT = Set.of("self-employment-accounts", "tax-return");

    private EvidenceTypes() {}

    /** The words on screen for a type's code. */
    public static String label(String code) {
        var words = code.replace('-', ' ');
        return LABELS.getOrDefault(code, words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1));
    }

    /** Whether the paper comes from the employer, so that a legal basis for the contact is needed. */
    public static boolean fromEmployer(String code) {
        return FROM_EMPLOYER.contains(code);
    }

    /** Whether the paper proves self-employed work. */
    public static boolean showsSelfEmployment(String code) {
        return SELF_EMPLOYMENT.contains(code);
    }
}
