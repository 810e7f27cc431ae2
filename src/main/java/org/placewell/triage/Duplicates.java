package org.placewell.triage;

import java.time.LocalDate;
import java.util.List;
import org.placewell.referral.ReferralView;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks for open referrals that may be for the same person, in the same contract or with the same provider. */
@Component
class Duplicates {

    private final JdbcClient jdbc;

    Duplicates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Searches and keeps what was found; again: the same. */
    boolean search(ReferralView referral) {
        var person = referral.person();
        var born = person.birthDate();
        // The database narrows by birth date or family name, both of which one typing mistake leaves alone; likeness decides.
        jdbc.sql("""
                        select r.ref, p.id, p.given_name, p.family_name, p.birth_date
                        from referral r join person p on p.id = r.person_id join team t on t.id = r.team_id
                        where r.arrival < (select arrival from referral where ref = :ref)
                          and r.status in ('RECEIVED', 'WITH_REFERRER', 'WAITING', 'OFFERED', 'IN_SUPPORT')
                          and (r.contract_ref = :contract or t.organisation_id = (select organisation_id from team where id = :team))
                          and (p.id = :person or p.birth_date = :born or lower(p.family_name) in (lower(:family), lower(:given)))""")
                .param("ref", referral.ref()).param("contract", referral.contractRef())
                .param("team", referral.team()).param("person", person.id()).param("born", born).param("family", person.familyName())
                .param("given", person.givenName())
                .query((row, n) -> new Candidate(row.getString(1), row.getLong(2), row.getString(3), row.getString(4), row.getObject(5, LocalDate.class)))
                .list()
                .forEach(candidate -> {
                    var likeness = candidate.person() == person.id() ? java.util.Optional.of(Likeness.SAME_NUMBER)
                            : Likeness.of(person.givenName(), person.familyName(), born, candidate.given(), candidate.family(), candidate.born());
                    likeness.ifPresent(found -> jdbc.sql("""
                                    insert into possible_duplicate (referral_ref, earlier_ref, likeness) values (?, ?, ?) on conflict do nothing""")
                            .params(referral.ref(), candidate.ref(), found.code()).update());
                });
        return jdbc.sql("select count(*) from possible_duplicate where referral_ref = ? and decision is null").param(referral.ref())
                .query(Long.class).single() > 0;
    }

    List<PossibleDuplicate> of(String ref) {
        return jdbc.sql("""
                        select d.earlier_ref, d.likeness, p.given_name, p.family_name, p.birth_date, r.referred_on, t.name, r.status, r.contract_ref
                        from possible_duplicate d join referral r on r.ref = d.earlier_ref join person p on p.id = r.person_id
                        join team t on t.id = r.clinical_team_id where d.referral_ref = ? order by r.referred_on, 1""")
                .param(ref)
                .query((row, n) -> new PossibleDuplicate(row.getString(1), Likeness.labelOf(row.getString(2)),
                        row.getString(3) + " " + row.getString(4), row.getObject(5, LocalDate.class), row.getObject(6, LocalDate.class),
                        row.getString(7), org.placewell.referral.ReferralStatus.valueOf(row.getString(8)).label(), row.getString(9)))
                .list();
    }

    void decide(String ref, String earlier, String decision, String by) {
        jdbc.sql("update possible_duplicate set decision = ?, decided_by = ? where referral_ref = ? and (cast(? as text) is null or earlier_ref = ?)"
                        + " and decision is null")
                .params(decision, by, ref, earlier, earlier).update();
    }

    private record Candidate(String ref, long person, String given, String family, LocalDate born) {}
}
