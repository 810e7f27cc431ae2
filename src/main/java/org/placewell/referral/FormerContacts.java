package org.placewell.referral;

import java.time.LocalDate;
import java.util.List;
import org.placewell.security.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How people were reached before: the latest word on it stands, and what stood before it stays readable. */
@Service
public class FormerContacts {

    private final JdbcClient jdbc;
    private final Referrals referrals;

    FormerContacts(JdbcClient jdbc, Referrals referrals) {
        this.jdbc = jdbc;
        this.referrals = referrals;
    }

    /**
     * A number or an address that another one has taken the place of.
     *
     * @param way the telephone number or the e-mail address
     * @param until the London date on which it was replaced
     */
    public record Former(String way, LocalDate until) {}

    /** What was replaced on the record of a referral's person, the latest first, for whoever may see the referral. */
    @Transactional(readOnly = true)
    public List<Former> of(String referralRef, Actor actor) {
        var person = referrals.visible(referralRef, actor).person();
        return jdbc.sql("""
                        select way, until_day from person_former_contact f cross join lateral (values (f.phone), (f.email)) as w(way)
                        where f.person_id = ? and way is not null order by f.id desc, way""")
                .param(person.id()).query((row, n) -> new Former(row.getString(1), row.getObject(2, LocalDate.class))).list();
    }
}
