package org.placewell.shared;

import java.security.SecureRandom;
import org.springframework.stereotype.Component;

/**
 * Public references that can be read out on the telephone: a letter for the kind of thing and seven characters without
 * look-alikes (no 0/O, 1/I/L, 5/S, 8/B, 2/Z). 24^7 values: the unique index of the table decides, not luck.
 */
@Component
public class References {

    private static final String ALPHABET = "34679ACDEFGHJKMNPQRTUVWX";
    private final SecureRandom random = new SecureRandom();

    public String referral() {
        return next("R");
    }

    public String job() {
        return next("J");
    }

    public String claim() {
        return next("C");
    }

    /** A fee, an extrapolation or a correction. */
    public String charge() {
        return next("K");
    }

    public String statement() {
        return next("S");
    }

    public String file() {
        return next("F");
    }

    /** A file of people to bring in. */
    public String broughtIn() {
        return next("B");
    }

    private String next(String prefix) {
        var text = new StringBuilder(prefix).append('-');
        for (int i = 0; i < 7; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
