package org.placewell.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.placewell.evidence.PaperView.AlternativeReason;
import org.placewell.evidence.PaperView.ObtainedFrom;
import org.placewell.evidence.PaperView.ObtainedHow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of papers and their files. A file's bytes leave the database only when the file itself is asked for. */
@Repository
class PaperStore {

    private static final String COLUMNS = """
            select i.*, f.file_name, f.media_type, f.size_bytes, f.sha256, exists (
                select 1 from evidence_file o where o.uploaded_sha256 = f.uploaded_sha256 and o.claim_ref <> f.claim_ref) as used_elsewhere
            from evidence_item i join evidence_file f on f.file_ref = i.file_ref
            """;
    private final JdbcClient jdbc;

    PaperStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String claimRef, String fileRef, int round, NewPaper paper, PaperFile file, String username, Instant at) {
        jdbc.sql("""
                        insert into evidence_file (file_ref, claim_ref, media_type, file_name, size_bytes, sha256, uploaded_sha256, content,
                            uploaded_by, uploaded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(fileRef, claimRef, file.mediaType(), file.name(), file.bytes().length, file.sha256(), file.uploadedSha256(), file.bytes(),
                        username, Timestamp.from(at))
                .update();
        jdbc.sql("""
                        insert into evidence_item (claim_ref, round, type_code, covers_from, covers_to, obtained_from, obtained_how, obtained_on,
                            obtained_by, alternative_reason, alternative_detail, employer_basis, minutes_shown, file_ref, recorded_by, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(claimRef, round, paper.typeCode(), paper.coversFrom(), paper.coversTo(), paper.obtainedFrom().name(),
                        paper.obtainedHow().name(), paper.obtainedOn(), username, name(paper.alternativeReason()), paper.alternativeDetail(),
                        name(paper.employerBasis()), paper.minutesShown(), fileRef, username, Timestamp.from(at))
                .update();
    }

    /** Marks a paper as withdrawn; false when it is not there, was withdrawn before or was sent in with an earlier round. */
    boolean withdraw(String claimRef, String fileRef, int round, String username, Instant at) {
        return jdbc.sql("""
                        update evidence_item set withdrawn_at = ?, withdrawn_by = ?
                        where claim_ref = ? and file_ref = ? and round = ? and withdrawn_at is null""")
                .params(Timestamp.from(at), username, claimRef, fileRef, round).update() == 1;
    }

    /** The papers that count, oldest first. */
    List<PaperView> of(String claimRef) {
        return jdbc.sql(COLUMNS + " where i.claim_ref = ? and i.withdrawn_at is null order by i.id").param(claimRef).query(PaperStore::row).list();
    }

    int countAll(String claimRef) {
        return jdbc.sql("select count(*) from evidence_file where claim_ref = ?").param(claimRef).query(Integer.class).single();
    }

    Optional<FileContent> content(String claimRef, String fileRef) {
        return jdbc.sql("""
                        select f.file_name, f.media_type, f.content from evidence_file f join evidence_item i on i.file_ref = f.file_ref
                        where f.claim_ref = ? and f.file_ref = ? and i.withdrawn_at is null""")
                .params(claimRef, fileRef)
                .query((r, n) -> new FileContent(r.getString(1), r.getString(2), r.getBytes(3))).optional();
    }

    /** Whether the claim holds a file that is the same, byte for byte as it came. */
    boolean holds(String claimRef, String uploadedSha256) {
        return jdbc.sql("""
                        select exists (select 1 from evidence_file f join evidence_item i on i.file_ref = f.file_ref
                            where f.claim_ref = ? and f.uploaded_sha256 = ? and i.withdrawn_at is null)""")
                .params(claimRef, uploadedSha256).query(Boolean.class).single();
    }

    private static PaperView row(ResultSet r, int n) throws SQLException {
        return new PaperView(r.getString("file_ref"), r.getInt("round"), r.getString("type_code"), date(r, "covers_from"), date(r, "covers_to"),
                ObtainedFrom.valueOf(r.getString("obtained_from")), ObtainedHow.valueOf(r.getString("obtained_how")), date(r, "obtained_on"),
                r.getString("obtained_by"), constant(AlternativeReason.class, r.getString("alternative_reason")), r.getString("alternative_detail"),
                constant(EmployerBasis.class, r.getString("employer_basis")), r.getObject("minutes_shown", Integer.class), r.getString("file_name"),
                r.getString("media_type"), r.getInt("size_bytes"), r.getString("sha256"), r.getString("recorded_by"),
                r.getTimestamp("recorded_at").toInstant(), r.getBoolean("used_elsewhere"));
    }

    private static LocalDate date(ResultSet r, String column) throws SQLException {
        return r.getObject(column, LocalDate.class);
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
