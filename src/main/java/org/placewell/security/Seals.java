package org.placewell.security;

import java.nio.charset.StandardCharsets;
import org.springframework.core.env.Environment;
import org.springframework.security.crypto.codec.Hex;
import org.springframework.security.crypto.encrypt.Encryptors;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/**
 * Seals what the database must not be able to tell: AES-256-GCM under the key {@code placewell.seal-key}, every text with a salt of its own.
 * A text is the salt and what is sealed, both in hexadecimal, with a full stop between. A production start without a key of its own is refused.
 */
@Component
public class Seals {

    private static final String DEMO = "demo key, in no way secret";
    private static final int LEAST = 24;
    private final String key;

    Seals(Environment environment) {
        var given = environment.getProperty("placewell.seal-key", "");
        if (ProductionGuard.isProduction(environment) && (given.length() < LEAST || given.equals(DEMO))) {
            throw new IllegalStateException("Placewell does not start in production: set placewell.seal-key, the key under which bank details are "
                    + "encrypted, to " + LEAST + " or more random characters, and keep it apart from the database");
        }
        this.key = given.isEmpty() ? DEMO : given;
    }

    /** Seals a text; the same text never looks the same twice. */
    public String seal(String text) {
        var salt = new String(Hex.encode(KeyGenerators.secureRandom(16).generateKey()));
        return salt + "." + new String(Hex.encode(Encryptors.stronger(key, salt).encrypt(text.getBytes(StandardCharsets.UTF_8))));
    }

    /**
     * Opens what was sealed.
     *
     * @throws WrongKey when it was sealed under another key, or has been changed since
     */
    public String open(String sealed) {
        var parts = (sealed + ".").split("\\.");
        try {
            return new String(Encryptors.stronger(key, parts[0]).decrypt(Hex.decode(parts.length < 2 ? "" : parts[1])), StandardCharsets.UTF_8);
        } catch (IllegalStateException | IllegalArgumentException refused) {
            throw new WrongKey(refused);
        }
    }

    /** What is sealed does not open. */
    public static final class WrongKey extends RuntimeException {

        WrongKey(Throwable cause) {
            super("sealed under another key, or changed since", cause);
        }
    }
}
