package org.placewell.triage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.placewell.referral.NameSounds;
import org.placewell.referral.ReferralStatus;
import org.placewell.referral.ReferralView;
import org.placewell.shared.NhsNumber;
import org.placewell.triage.Likeness.Written;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks for referrals that may be for the same person, in the same contract or with the same provider: every open one, and of a
 * person on another record also the newest one that has ended. Whom a person has told apart before is not asked about again.
 */
@Component
class Duplicates {

    private final JdbcClient jdbc;

    Duplicates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Searches and keeps what was found; again: the same. */
    boolean search(ReferralView referral) {
        var person = referral.person();
        var written = new Written(person.givenName(), person.familyName(), person.birthDate(), person.nhsNumber());
        // Three indexes name the few who may be meant: the same record, the same birth date, a name that sounds alike. Likeness decides.
        jdbc.sql("""
                        with meant as (
                            select cast(:person as bigint) as id union select id from person where birth_date = :born
                            union select person_id from person_sound where sound in (:sounds))
                        select r.ref, p.id, p.given_name, p.family_name, p.birth_date, p.nhs_number
                        from meant m join person p on p.id = m.id join referral r on r.person_id = p.id join team t on t.id = r.team_id
                        where r.arrival < (select arrival from referral where ref = :ref)
                          and (r.contract_ref = :contract or t.organisation_id = (select organisation_id from team where id = :team))
                          and (r.status in (:open) or p.id <> :person and r.arrival =
                              (select max(x.arrival) from referral x where x.person_id = p.id and x.status <> 'DUPLICATE'))
                          and not exists (select 1 from possible_duplicate d join referral a on a.ref = d.referral_ref
                              join referral b on b.ref = d.earlier_ref
                              where d.decision = 'different' and :person <> p.id
                                and (a.person_id = :person and b.person_id = p.id or a.person_id = p.id and b.person_id = :person))""")
                .param("ref", referral.ref()).param("contract", referral.contractRef()).param("team", referral.team())
                .param("person", person.id()).param("born", person.birthDate())
                .param("sounds", NameSounds.of(person.givenName(), person.familyName()))
                .param("open", java.util.Arrays.stream(ReferralStatus.values()).filter(ReferralStatus::isOpen).map(Enum::name).toList())
                .query(Duplicates::candidate).list()
                .forEach(candidate -> {
                    var likeness = candidate.person() == person.id() ? Optional.of(Likeness.SAME_NUMBER) : Likeness.of(written, candidate.written());
                    likeness.ifPresent(found -> jdbc.sql("""
                                    insert into possible_duplicate (referral_ref, earlier_ref, likeness) values (?, ?, ?) on conflict do nothing""")
                            .params(referral.ref(), candidate.ref(), found.code()).update());
                });
        return jdbc.sql("select count(*) from possible_duplicate where referral_ref = ? and decision is null").param(referral.ref())
                .query(Long.class).single() > 0;
    }

    List<PossibleDuplicate> of(String ref) {
        return jdbc.sql("""
                        select r.ref, p.id, p.given_name, p.family_name, p.birth_date, p.nhs_number, d.likeness, r.referred_on, t.name, r.status,
                            r.contract_ref, p.id = mine.person_id as same_record
                        from possible_duplicate d join referral r on r.ref = d.earlier_ref join person p on p.id = r.person_id
                        join referral mine on mine.ref = d.referral_ref
                        join team t on t.id = r.clinical_team_id where d.referral_ref = ? order by r.referred_on, 1""")
                .param(ref)
                .query((row, n) -> {
                    var other = candidate(row, n).written();
                    return new PossibleDuplicate(row.getString("ref"), Likeness.labelOf(row.getString("likeness")),
                            other.given() + " " + other.family(), other.born(),
                            other.number() == null ? "Not known" : new NhsNumber(other.number()).toString(),
                            row.getBoolean("same_record"), row.getObject("referred_on", LocalDate.class), row.getString("name"),
                            row.getString("contract_ref"), ReferralStatus.valueOf(row.getString("status")).label());
                })
                .list();
    }

    void decide(String ref, String earlier, String decision, String by) {
        jdbc.sql("update possible_duplicate set decision = ?, decided_by = ? where referral_ref = ? and (cast(? as text) is null or earlier_ref = ?)"
                        + " and decision is null")
                .params(decision, by, ref, earlier, earlier).update();
    }

    private static Candidate candidate(ResultSet row, int n) throws SQLException {
        return new Candidate(row.getString("ref"), row.getLong("id"), new Written(row.getString("given_name"), row.getString("family_name"),
                row.getObject("birth_date", LocalDate.class), row.getString("nhs_number")));
    }

    private record Candidate(String ref, long person, Written written) {}
}
