package org.placewell.web;

import java.util.List;
import java.util.Locale;
import org.placewell.security.Actors;
import org.placewell.shared.FieldError;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds a referral by reference or name among the records the person may see. A name is posted, so that it is in no address. */
@Controller
class SearchPage {

    private static final int MOST = 50;
    private final JdbcClient jdbc;
    private final Actors actors;

    SearchPage(JdbcClient jdbc, Actors actors) {
        this.jdbc = jdbc;
        this.actors = actors;
    }

    @GetMapping("/search")
    String ask() {
        return "web/search";
    }

    @PostMapping("/search")
    String search(@RequestParam(defaultValue = "") String q, Model model) {
        var asked = q.replaceAll("\\p{Cntrl}", " ").strip();
        model.addAttribute("q", asked);
        if (asked.length() < 2 || asked.length() > 100) {
            model.addAttribute("errors", List.of(new FieldError("q", "Enter a reference, or at least 2 letters of a name")));
            return "web/search";
        }
        var found = jdbc.sql("""
                        select distinct r.ref, p.given_name || ' ' || p.family_name as name, r.status, r.referred_on
                        from case_access a join referral r on r.ref = a.referral_ref join person p on p.id = r.person_id
                        where a.username = :me and (r.ref = :ref or lower(p.given_name || ' ' || p.family_name) like :name escape '!'
                            or exists (select 1 from person o where o.joined_to is not null and person_standing(o.id) = p.id
                                and lower(o.given_name || ' ' || o.family_name) like :name escape '!'))
                        order by r.referred_on desc, r.ref limit :most""")
                .param("me", actors.current().username()).param("ref", asked.toUpperCase(Locale.UK))
                .param("name", "%" + asked.toLowerCase(Locale.UK).replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%").param("most", MOST)
                .query((row, n) -> new Found(row.getString(1), row.getString(2), row.getString(3), row.getObject(4, java.time.LocalDate.class))).list();
        model.addAttribute("found", found);
        model.addAttribute("cut", found.size() == MOST);
        return "web/search";
    }

    /** One referral. */
    record Found(String reference, String name, String status, java.time.LocalDate referredOn) {}
}
