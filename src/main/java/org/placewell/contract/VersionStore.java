package org.placewell.contract;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.placewell.contract.VersionView.Status;
import org.placewell.contract.domain.Terms;
import org.placewell.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored versions. A version's terms never change, so what has been read once is kept. */
@Component
class VersionStore {

    private final JdbcClient jdbc;
    private final Map<String, Terms> read = new ConcurrentHashMap<>();

    VersionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

    Terms terms(String ref, int version) {
        var row = jdbc.sql("select sha256 from contract_version where contract_ref = ? and version = ? and status <> 'REJECTED'")
                .params(ref, version).query(String.class).optional().orElseThrow(() -> missing(ref));
        return read.computeIfAbsent(row + "/" + version, key -> parse(ref, version));
    }

    private Terms parse(String ref, int version) {
        var yaml = jdbc.sql("select terms from contract_version where contract_ref = ? and version = ? and status <> 'REJECTED'")
                .params(ref, version).query(String.class).single();
        var reading = TermsReader.read(yaml);
        if (!reading.mistakes().isEmpty()) {
            throw new IllegalStateException("stored terms " + ref + "/v" + version + " cannot be read: " + reading.mistakes());
        }
        return reading.versions().get(version - 1);
    }

    List<VersionView> versions(String ref) {
        return jdbc.sql("select * from contract_version where contract_ref = ? order by version desc, id desc").param(ref).query(this::view).list();
    }

    private VersionView view(ResultSet row, int n) throws SQLException {
        var status = Status.valueOf(row.getString("status"));
        var decided = status == Status.ACTIVE ? "activated" : "rejected";
        Timestamp at = row.getTimestamp(decided + "_at");
        return new VersionView(row.getString("contract_ref"), row.getInt("version"), status, row.getObject("effective_from", LocalDate.class),
                row.getString("sha256"), row.getString("proposed_by"), row.getTimestamp("proposed_at").toInstant(),
                row.getString(decided + "_by"), at == null ? null : at.toInstant(), row.getString("reject_reason"));
    }

    private static Problem missing(String ref) {
        return new Problem.NotFound("contract " + ref);
    }
}
