package org.placewell.demo;

import java.util.List;
import java.util.Map;
import org.placewell.shared.Problem;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The control that moves the demo's clock, and the logins that the page to sign in lists. */
@Controller
@ControllerAdvice
@Profile("demo")
class DemoPages {

    private static final Map<String, Integer> STEPS = Map.of("day", 1, "week", 7, "month", 30);
    private final Demo demo;
    private final JdbcClient jdbc;

    DemoPages(Demo demo, JdbcClient jdbc) {
        this.demo = demo;
        this.jdbc = jdbc;
    }

    @ModelAttribute
    void logins(Model model) {
        model.addAttribute("demoLogins", new Logins(jdbc));
    }

    @PostMapping("/demo/clock")
    String forward(@RequestParam String step, RedirectAttributes then) {
        if (!STEPS.containsKey(step)) {
            throw Problem.at("step", "unknown-step", "Move the clock by a day, a week or a month");
        }
        demo.forward(STEPS.get(step));
        then.addFlashAttribute("notice", "The demo’s clock has moved forward by a " + step);
        return "redirect:/";
    }

    /** Read only where a page shows them. */
    static final class Logins {
        private final JdbcClient jdbc;

        Logins(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        public String getPassword() {
            return Cast.PASSWORD;
        }

        /** One login per role first, then the colleagues. */
        public List<Login> getPeople() {
            return jdbc.sql("""
                            select u.username, u.display_name, min(g.role) as role, min(o.name) as organisation from app_user u
                            join role_grant g on g.username = u.username join organisation o on o.id = g.organisation_id
                            where u.demo and u.active group by 1, 2 order by position('.' in u.username) > 0, min(g.role), 1""")
                    .query((row, n) -> new Login(row.getString(1), row.getString(2), org.placewell.security.Role.valueOf(row.getString(3)).label(),
                            row.getString(4))).list();
        }
    }

    /** One login of the demo. */
    public record Login(String username, String name, String role, String organisation) {}
}
