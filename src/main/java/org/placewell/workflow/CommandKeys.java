package org.placewell.workflow;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.placewell.security.Actor;
import org.placewell.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Each form that is shown carries a one-time key. The first submission with the key does the work; a second click, or the Back
 * button and Send again, finds the first one's outcome. The primary key of the table decides, not a check before the act.
 */
@Service
public class CommandKeys {

    private static final Pattern KEY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    /** What is said when two people change one case at the same moment. */
    static final String OVERTAKEN = "Someone else has just changed this case. Open it again to see where it stands";
    private final JdbcClient jdbc;
    private final Clock clock;

    CommandKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A key for a form about to be shown. */
    public String fresh() {
        return UUID.randomUUID().toString();
    }

    /**
     * Does the work once per key, in one transaction with the key's row.
     *
     * @param input everything that was sent; the same key with other input is refused
     * @param work the command; returns its outcome, the path of the page to show next
     * @return the outcome of this or of the first submission
     * @throws Problem.Stale when somebody else has changed the same case at the same moment
     */
    @Transactional
    public Outcome once(Actor actor, String key, String input, Supplier<String> work) {
        if (key == null || !KEY.matcher(key).matches()) {
            throw Problem.of("key", "This form was not complete when it was sent. Open it again and send it once more");
        }
        var hash = hash(input);
        // A second submission at the same moment waits here for the first one's transaction.
        int first = jdbc.sql("""
                        insert into command_key (username, key, input_hash, outcome, created_at) values (?, ?, ?, '', ?)
                        on conflict do nothing""")
                .params(actor.username(), key, hash, Timestamp.from(clock.instant())).update();
        if (first == 0) {
            return earlier(actor, key, input).orElseThrow();
        }
        var outcome = done(work);
        jdbc.sql("update command_key set outcome = ? where username = ? and key = ?").params(outcome, actor.username(), key).update();
        return new Outcome(outcome, true);
    }

    private static String done(Supplier<String> work) {
        try {
            return work.get();
        } catch (OptimisticLockingException e) {
            throw new Problem.Stale(OVERTAKEN);
        }
    }

    /**
     * The outcome of an earlier submission with the key.
     *
     * @throws Problem.Stale when that submission had other input
     */
    @Transactional(readOnly = true)
    public Optional<Outcome> earlier(Actor actor, String key, String input) {
        return jdbc.sql("select input_hash, outcome from command_key where username = ? and key = ?").params(actor.username(), clean(key))
                .query((row, n) -> {
                    if (!row.getString(1).equals(hash(input))) {
                        throw new Problem.Stale("You have already sent this form, with other answers. Open it again to see where things stand");
                    }
                    return new Outcome(row.getString(2), false);
                }).optional();
    }

    private static String clean(String key) {
        return key == null || !KEY.matcher(key).matches() ? "" : key;
    }

    private static String hash(String input) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(input.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where to go next, and whether this submission did the work or found it done. */
    public record Outcome(String path, boolean first) {}
}
