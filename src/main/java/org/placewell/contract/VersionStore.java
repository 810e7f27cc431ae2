package org.placewell.contract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.placewell.contract.VersionView.Status;
import org.placewell.contract.domain.Terms;
import org.placewell.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored versions. A version's terms never change, so what has been read once is kept, by the hash of its file. */
@Component
class VersionStore {

    /** Who proposes what comes with a release. */
    static final String RELEASE = "release";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<String, Terms> read = new ConcurrentHashMap<>();
    /** Versions in force or to come into force, by reference and number: they are final, so nobody has to ask for their hash again. */
    private final Map<String, Terms> active = new ConcurrentHashMap<>();

    VersionStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<String> refs() {
        return jdbc.sql("select distinct contract_ref from contract_version where status = 'ACTIVE' order by 1").query(String.class).list();
    }

    int inForce(String ref, LocalDate day) {
        return jdbc.sql("""
                        select version from contract_version where contract_ref = :ref and status = 'ACTIVE'
                        order by effective_from <= :day desc, case when effective_from <= :day then effective_from end desc, effective_from limit 1""")
                .param("ref", ref).param("day", day).query(Integer.class).optional().orElseThrow(() -> missing(ref));
    }

    /** The active versions after one, whose first day has come by that day, in order. */
    List<Integer> later(String ref, int version, LocalDate day) {
        return jdbc.sql("select version from contract_version where contract_ref = ? and version > ? and status = 'ACTIVE' and effective_from <= ? order by 1")
                .params(ref, version, day).query(Integer.class).list();
    }

    Terms terms(String ref, int version) {
        var known = active.get(ref + "/" + version);
        if (known != null) {
            return known;
        }
        var stored = jdbc.sql("select sha256, status from contract_version where contract_ref = ? and version = ? and status <> 'REJECTED'")
                .params(ref, version).query((row, n) -> Map.entry(row.getString(1), Status.valueOf(row.getString(2)))).optional()
                .orElseThrow(() -> missing(ref));
        var terms = read.computeIfAbsent(stored.getKey() + "/" + version, key -> parse(ref, version));
        if (stored.getValue() == Status.ACTIVE) {
            active.put(ref + "/" + version, terms);
        }
        return terms;
    }

    private Terms parse(String ref, int version) {
        var reading = TermsReader.stored(yaml(ref, version));
        if (!reading.mistakes().isEmpty()) {
            throw new IllegalStateException("stored terms " + ref + "/v" + version + " cannot be read: " + reading.mistakes());
        }
        return reading.versions().get(version - 1);
    }

    String yaml(String ref, int version) {
        return jdbc.sql("select terms from contract_version where contract_ref = ? and version = ? and status <> 'REJECTED'")
                .params(ref, version).query(String.class).optional().orElseThrow(() -> missing(ref));
    }

    /** Every later version of a contract that is in force on that day or was before, by contract and number. */
    List<Map.Entry<String, Integer>> begun(LocalDate day) {
        return jdbc.sql("select contract_ref, version from contract_version where status = 'ACTIVE' and version > 1 and effective_from <= ? order by 1, 2")
                .param(day).query((row, n) -> Map.entry(row.getString(1), row.getInt(2))).list();
    }

    List<VersionView> versions(String ref) {
        return jdbc.sql("select * from contract_version where contract_ref = ? order by version desc, id desc").param(ref).query(this::view).list();
    }

    /** One writer per contract at a time, until the transaction ends. */
    void lock(String ref) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))::text").param("contract:" + ref).query(String.class).single();
    }

    /** How many versions are active or proposed. */
    int count(String ref) {
        return jdbc.sql("select count(*) from contract_version where contract_ref = ? and status <> 'REJECTED'")
                .param(ref).query(Integer.class).single();
    }

    boolean hasProposal(String ref) {
        return jdbc.sql("select exists (select 1 from contract_version where contract_ref = ? and status = 'PROPOSED')")
                .param(ref).query(Boolean.class).single();
    }

    /** Stores a version of a contract that is new altogether, decided as part of the release. */
    void found(Terms terms, String yaml) {
        var now = now();
        insert(terms, yaml, Status.ACTIVE, RELEASE, now, "system", now);
    }

    void propose(Terms terms, String yaml, String proposer) {
        insert(terms, yaml, Status.PROPOSED, proposer, now(), null, null);
    }

    private void insert(Terms terms, String yaml, Status status, String proposer, Timestamp at, String activator, Timestamp activated) {
        jdbc.sql("""
                        insert into contract_version (contract_ref, version, status, effective_from, terms, sha256, proposed_by, proposed_at,
                            activated_by, activated_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(terms.contract(), terms.version(), status.name(), terms.effective(), yaml, sha256(yaml), proposer, at, activator, activated)
                .update();
    }

    /** Activates a proposal of somebody else; false when there is none any more. */
    boolean activate(String ref, int version, String activator) {
        return jdbc.sql("""
                        update contract_version set status = 'ACTIVE', activated_by = ?, activated_at = ?
                        where contract_ref = ? and version = ? and status = 'PROPOSED' and proposed_by <> ?""")
                .params(activator, now(), ref, version, activator).update() == 1;
    }

    /** Rejects a proposal; false when there is none any more. */
    boolean reject(String ref, int version, String by, String reason) {
        return jdbc.sql("""
                        update contract_version set status = 'REJECTED', rejected_by = ?, rejected_at = ?, reject_reason = ?
                        where contract_ref = ? and version = ? and status = 'PROPOSED'""")
                .params(by, now(), reason, ref, version).update() == 1;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private VersionView view(ResultSet row, int n) throws SQLException {
        var status = Status.valueOf(row.getString("status"));
        var decided = status == Status.ACTIVE ? "activated" : "rejected";
        var at = row.getTimestamp(decided + "_at");
        return new VersionView(row.getString("contract_ref"), row.getInt("version"), status, row.getObject("effective_from", LocalDate.class),
                row.getString("sha256"), row.getString("proposed_by"), row.getTimestamp("proposed_at").toInstant(),
                row.getString(decided + "_by"), at == null ? null : at.toInstant(), row.getString("reject_reason"));
    }

    private static String sha256(String yaml) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(yaml.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Problem missing(String ref) {
        return new Problem.NotFound("contract " + ref);
    }
}
