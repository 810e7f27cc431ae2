package org.placewell.evidence;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.placewell.contract.domain.EvidenceKind;

/** The kinds of paper that contracts name, with their words on screen. A kind of a later contract is shown by its code in words. */
public final class EvidenceTypes {

    private static final Map<String, EvidenceKind> KINDS =
            Arrays.stream(EvidenceKind.values()).collect(Collectors.toMap(EvidenceKind::code, kind -> kind));

    private EvidenceTypes() {}

    /** The words on screen for a kind's code. */
    public static String label(String code) {
        if (!KINDS.containsKey(code)) {
            return capital(code.replace('-', ' '));
        }
        return capital(KINDS.get(code).label().replaceFirst("^(the|a|an) ", ""));
    }

    /** Whether the paper proves self-employed work. */
    public static boolean showsSelfEmployment(String code) {
        return code.equals(EvidenceKind.SELF_EMPLOYMENT_ACCOUNTS.code());
    }

    private static String capital(String words) {
        return words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
