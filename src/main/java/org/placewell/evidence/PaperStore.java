package org.placewell.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.placewell.contract.domain.IncomeKind;
import org.placewell.evidence.PaperView.AlternativeReason;
import org.placewell.evidence.PaperView.ObtainedFrom;
import org.placewell.evidence.PaperView.ObtainedHow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The rows of papers and their files. A file is stored once for a referral; each claim that it shows has a row of its own, and so
 * has the shelf on which papers wait before a claim arises (no claim). A file's bytes leave the database only when it is asked for.
 */
@Repository
class PaperStore {

    /** Where else the file is, and where else pay for the same days is shown; 0 to 3 as in {@link Elsewhere}. */
    private static final String COLUMNS = """
            select i.*, f.file_name, f.media_type, f.size_bytes, f.sha256,
                coalesce((select max(case when r2.person_id <> r.person_id then 3 when i2.referral_ref <> i.referral_ref then 2 else 1 end)
                    from evidence_file f2 join evidence_item i2 on i2.file_ref = f2.file_ref and i2.withdrawn_at is null
                    join evidence_case c2 on c2.claim_ref = i2.claim_ref join referral r2 on r2.ref = i2.referral_ref
                    where (f2.uploaded_sha256 = f.uploaded_sha256 or f2.sha256 = f.sha256) and i2.claim_ref is distinct from i.claim_ref
                    and (r2.person_id <> r.person_id or c2.status <> 'CLOSED')), 0) as same_file,
                coalesce((select max(place) from (
                    select 2 as place from referral r2 join evidence_item i2 on i2.referral_ref = r2.ref
                        join evidence_case c2 on c2.claim_ref = i2.claim_ref and c2.status <> 'CLOSED'
                    where r2.person_id = r.person_id and r2.ref <> r.ref and i2.withdrawn_at is null and i2.type_code = any (:pay)
                        and i2.covers_from <= i.covers_to and i2.covers_to >= i.covers_from
                    union all
                    select 3 from evidence_item i2 join referral r2 on r2.ref = i2.referral_ref left join job j2 on j2.ref = i2.job_ref
                    where i2.paper_number = i.paper_number and i2.claim_ref is not null and i2.withdrawn_at is null and r2.person_id <> r.person_id
                        and case when j.employer_id is null or j2.employer_id is null then length(i.paper_number) >= 6
                            else j.employer_id = j2.employer_id end
                    union all
                    select 3 from evidence_item i2 join referral r2 on r2.ref = i2.referral_ref join job j2 on j2.ref = i2.job_ref
                    where i2.covers_from = i.covers_from and i2.covers_to = i.covers_to and i2.pay_pence = i.pay_pence and i2.claim_ref is not null
                        and i2.withdrawn_at is null and r2.person_id <> r.person_id and j2.employer_id = j.employer_id) found
                    where i.type_code = any (:pay)), 0) as same_period
            from evidence_item i join evidence_file f on f.file_ref = i.file_ref join referral r on r.ref = i.referral_ref
                left join job j on j.ref = i.job_ref
            where i.withdrawn_at is null and\s""";
    private final JdbcClient jdbc;

    PaperStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores a file with what is said about it, for a claim or, when {@code claimRef} is null, for the shelf. */
    void add(String referralRef, String claimRef, String fileRef, int round, NewPaper paper, PaperFile file, String username, Instant at) {
        jdbc.sql("""
                        insert into evidence_file (file_ref, referral_ref, claim_ref, media_type, file_name, size_bytes, sha256, uploaded_sha256,
                            content, uploaded_by, uploaded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(fileRef, referralRef, claimRef, file.mediaType(), file.name(), file.bytes().length, file.sha256(), file.uploadedSha256(),
                        file.bytes(), username, Timestamp.from(at))
                .update();
        var shows = paper.shows();
        jdbc.sql("""
                        insert into evidence_item (referral_ref, claim_ref, round, type_code, job_ref, covers_from, covers_to, obtained_from, obtained_how,
                            obtained_on, obtained_by, alternative_reason, alternative_detail, employer_basis, minutes_shown, paper_number, pay_pence,
                            other_income, file_ref, recorded_by, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(referralRef, claimRef, round, paper.typeCode(), paper.jobRef(), paper.coversFrom(), paper.coversTo(),
                        paper.obtainedFrom().name(), paper.obtainedHow().name(), paper.obtainedOn(),
                        paper.obtainedBy() == null ? username : paper.obtainedBy(), name(paper.alternativeReason()), paper.alternativeDetail(),
                        name(paper.employerBasis()), shows.minutes(), shows.number(), shows.payPence(),
                        shows.otherIncome().stream().map(Enum::name).sorted().toArray(String[]::new), fileRef, username, Timestamp.from(at))
                .update();
    }

    /** Puts a paper of the referral on one more claim, as it was described when it was added; false when it is there already. */
    boolean put(String fileRef, String claimRef, int round, String username, Instant at) {
        return jdbc.sql("""
                        insert into evidence_item (referral_ref, claim_ref, round, type_code, job_ref, covers_from, covers_to, obtained_from, obtained_how,
                            obtained_on, obtained_by, alternative_reason, alternative_detail, employer_basis, minutes_shown, paper_number, pay_pence,
                            other_income, file_ref, recorded_by, recorded_at)
                        select referral_ref, :claim, :round, type_code, job_ref, covers_from, covers_to, obtained_from, obtained_how, obtained_on,
                            obtained_by, alternative_reason, alternative_detail, employer_basis, minutes_shown, paper_number, pay_pence, other_income,
                            file_ref, :username, :at
                        from evidence_item where file_ref = :file and withdrawn_at is null order by id limit 1 on conflict do nothing""")
                .params(Map.of("claim", claimRef, "round", round, "username", username, "at", Timestamp.from(at), "file", fileRef)).update() == 1;
    }

    /** Marks a paper as withdrawn; false when it is not there, was withdrawn before or was sent in with an earlier round. */
    boolean withdraw(String claimRef, String fileRef, int round, String username, Instant at) {
        return jdbc.sql("""
                        update evidence_item set withdrawn_at = ?, withdrawn_by = ?
                        where claim_ref = ? and file_ref = ? and round = ? and withdrawn_at is null""")
                .params(Timestamp.from(at), username, claimRef, fileRef, round).update() == 1;
    }

    /** Takes a paper off the shelf; it stays on the claims that it was put on. */
    boolean withdrawEarly(String referralRef, String fileRef, String username, Instant at) {
        return jdbc.sql("""
                        update evidence_item set withdrawn_at = ?, withdrawn_by = ?
                        where referral_ref = ? and claim_ref is null and file_ref = ? and withdrawn_at is null""")
                .params(Timestamp.from(at), username, referralRef, fileRef).update() == 1;
    }

    /** The papers of a claim that count, oldest first. */
    List<PaperView> of(String claimRef) {
        return list("i.claim_ref = :ref", claimRef);
    }

    /** Every paper of a referral once, those that wait for a claim and those that are on one, oldest first. */
    List<PaperView> ofReferral(String referralRef) {
        return List.copyOf(list("i.referral_ref = :ref", referralRef).stream()
                .collect(Collectors.toMap(PaperView::fileRef, paper -> paper, (first, later) -> first.claimRef() == null ? first : later,
                        java.util.LinkedHashMap::new)).values());
    }

    private List<PaperView> list(String condition, String ref) {
        return jdbc.sql(COLUMNS + condition + " order by i.id").param("ref", ref)
                .param("pay", EvidenceTypes.PAY.toArray(String[]::new), java.sql.Types.ARRAY).query(PaperStore::row).list();
    }

    /** The references of those of a referral's papers that are on a claim. */
    Set<String> onClaims(String referralRef) {
        return jdbc.sql("select distinct file_ref from evidence_item where referral_ref = ? and claim_ref is not null and withdrawn_at is null")
                .param(referralRef).query(String.class).set();
    }

    int countOfClaim(String claimRef) {
        return jdbc.sql("select count(*) from evidence_item where claim_ref = ?").param(claimRef).query(Integer.class).single();
    }

    int countOfReferral(String referralRef) {
        return jdbc.sql("select count(*) from evidence_file where referral_ref = ?").param(referralRef).query(Integer.class).single();
    }

    /** A file that a claim holds. */
    Optional<FileContent> content(String claimRef, String fileRef) {
        return content("i.claim_ref = ?", claimRef, fileRef);
    }

    /** A file of a referral, on a claim or on the shelf. */
    Optional<FileContent> contentOfReferral(String referralRef, String fileRef) {
        return content("i.referral_ref = ?", referralRef, fileRef);
    }

    private Optional<FileContent> content(String condition, String ref, String fileRef) {
        return jdbc.sql("select f.file_name, f.media_type, f.content from evidence_file f where f.file_ref = ? and exists ("
                        + "select 1 from evidence_item i where i.file_ref = f.file_ref and i.withdrawn_at is null and " + condition + ")")
                .params(fileRef, ref)
                .query((r, n) -> new FileContent(r.getString(1), r.getString(2), r.getBytes(3))).optional();
    }

    /** The referral's file that is the same, byte for byte as it came or as it is kept, and still counts somewhere. */
    Optional<String> same(String referralRef, PaperFile file) {
        return jdbc.sql("""
                        select f.file_ref from evidence_file f where f.referral_ref = ? and (f.uploaded_sha256 = ? or f.sha256 = ?)
                        and exists (select 1 from evidence_item i where i.file_ref = f.file_ref and i.withdrawn_at is null) limit 1""")
                .params(referralRef, file.uploadedSha256(), file.sha256()).query(String.class).optional();
    }

    private static PaperView row(ResultSet r, int n) throws SQLException {
        var income = Arrays.stream((String[]) r.getArray("other_income").getArray()).map(IncomeKind::valueOf).collect(Collectors.toSet());
        var shows = new NewPaper.Shows(r.getObject("minutes_shown", Integer.class), r.getObject("pay_pence", Long.class), r.getString("paper_number"),
                income);
        return new PaperView(r.getString("file_ref"), r.getString("claim_ref"), r.getInt("round"), r.getString("type_code"), r.getString("job_ref"),
                date(r, "covers_from"), date(r, "covers_to"), ObtainedFrom.valueOf(r.getString("obtained_from")),
                ObtainedHow.valueOf(r.getString("obtained_how")), date(r, "obtained_on"), r.getString("obtained_by"),
                constant(AlternativeReason.class, r.getString("alternative_reason")), r.getString("alternative_detail"),
                constant(EmployerBasis.class, r.getString("employer_basis")), shows, r.getString("file_name"), r.getString("media_type"),
                r.getInt("size_bytes"), r.getString("sha256"), r.getString("recorded_by"), r.getTimestamp("recorded_at").toInstant(),
                Elsewhere.values()[r.getInt("same_file")], Elsewhere.values()[r.getInt("same_period")]);
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
