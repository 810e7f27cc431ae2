package org.placewell.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.placewell.contract.domain.EvidenceKind;
import org.placewell.contract.domain.IncomeKind;

/** The kinds of paper that contracts name, with their words on screen. A kind of a later contract is shown by its code in words. */
public final class EvidenceTypes {

    private static final Map<String, EvidenceKind> KINDS =
            Arrays.stream(EvidenceKind.values()).collect(Collectors.toMap(EvidenceKind::code, kind -> kind));

    /** Kinds that show pay for days of work: days that are paid for once. */
    static final List<String> PAY = Stream.of(EvidenceKind.PAYSLIP, EvidenceKind.PAYSLIPS_COVERING_WINDOW, EvidenceKind.PAYROLL_RECORD,
            EvidenceKind.SELF_EMPLOYMENT_ACCOUNTS).map(EvidenceKind::code).toList();

    private EvidenceTypes() {}

    /** The words on screen for a kind's code. */
    public static String label(String code) {
        if (!KINDS.containsKey(code)) {
            return capital(code.replace('-', ' '));
        }
        return capital(KINDS.get(code).label().replaceFirst("^(the|a|an) ", ""));
    }

    /** A kind of pay as forms name it: {@code taxRefund}. */
    public static String code(IncomeKind income) {
        return Words.lowerCamelCase(income.name());
    }

    /** Whether the paper shows pay for days of work. */
    public static boolean showsPay(String code) {
        return PAY.contains(code);
    }

    /** Whether the paper proves self-employed work. */
    public static boolean showsSelfEmployment(String code) {
        return code.equals(EvidenceKind.SELF_EMPLOYMENT_ACCOUNTS.code());
    }

    private static String capital(String words) {
        return words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
