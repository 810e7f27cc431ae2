package org.placewell.caseload.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.placewell.caseload.Caseload;
import org.placewell.caseload.PassOn;
import org.placewell.referral.Referrals;
import org.placewell.security.Actors;
import org.placewell.shared.FieldError;
import org.placewell.shared.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** A whole caseload passed on: whose and to whom, then a look at who would go where and why, then all of it at once. */
@Controller
class PassOnPages {

    /** A person's colleague is posted as {@code choice.<referral>}. */
    private static final String CHOICE = "choice.";
    private static final String STAYS = "-stays";
    private final PassOn passOn;
    private final Caseload caseload;
    private final Referrals referrals;
    private final Actors actors;

    PassOnPages(PassOn passOn, Caseload caseload, Referrals referrals, Actors actors) {
        this.passOn = passOn;
        this.caseload = caseload;
        this.referrals = referrals;
        this.actors = actors;
    }

    @GetMapping("/caseload/{team}/pass-on")
    String choose(@PathVariable String team, @RequestParam MultiValueMap<String, String> asked, Model model, HttpServletResponse response) {
        page(team, asked, model);
        if (asked.containsKey("look")) {
            try {
                look(team, asked, model);
            } catch (Problem.Stale | Problem.NotFound | Problem.Forbidden refusal) {
                throw refusal;
            } catch (Problem problem) {
                wrong(problem, model, response);
            }
        }
        return "caseload/pass-on";
    }

    @PostMapping("/caseload/{team}/pass-on")
    String pass(@PathVariable String team, @RequestParam MultiValueMap<String, String> posted, Model model, HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            var choices = choices(posted);
            int moved = passOn.pass(team, text(posted, "from"), choices, text(posted, "reason"), actors.current());
            flash.addFlashAttribute("notice", (moved == 1 ? "1 person is" : moved + " people are") + " with another specialist now. Their places, offers and open tasks went with them");
            return "redirect:" + UriComponentsBuilder.fromPath("/caseload/{team}/pass-on").queryParam("look", "yes").queryParam("from", text(posted, "from"))
                    .queryParam("to", choices.values().stream().filter(one -> !one.isEmpty()).distinct().toArray()).encode().buildAndExpand(team).toUriString();
        } catch (Problem.Stale | Problem.NotFound | Problem.Forbidden refusal) {
            throw refusal;
        } catch (Problem problem) {
            page(team, posted, model);
            look(team, posted, model);
            wrong(problem, model, response);
            return "caseload/pass-on";
        }
    }

    private void page(String team, MultiValueMap<String, String> asked, Model model) {
        model.addAttribute("team", team);
        model.addAttribute("teamName", referrals.teamName(team));
        model.addAttribute("room", caseload.room(team, actors.current()));
        model.addAttribute("from", text(asked, "from"));
        model.addAttribute("to", asked.getOrDefault("to", List.of()));
        model.addAttribute("reason", text(asked, "reason"));
        model.addAttribute("typed", choices(asked));
        model.addAttribute("back", "/caseload");
        model.addAttribute("wide", true);
    }

    private void look(String team, MultiValueMap<String, String> asked, Model model) {
        model.addAttribute("plan", passOn.look(team, text(asked, "from"), asked.getOrDefault("to", List.of()), actors.current()));
    }

    private static void wrong(Problem problem, Model model, HttpServletResponse response) {
        response.setStatus(422);
        model.addAttribute("errors", List.of(FieldError.of(problem)));
        model.addAttribute("wrong", problem.field());
    }

    /** By referral the colleague chosen; empty for whoever stays. */
    private static Map<String, String> choices(MultiValueMap<String, String> posted) {
        var choices = new TreeMap<String, String>();
        posted.toSingleValueMap().forEach((name, value) -> {
            if (name.startsWith(CHOICE)) {
                choices.put(name.substring(CHOICE.length()), value.equals(STAYS) ? "" : value);
            }
        });
        return choices;
    }

    private static String text(MultiValueMap<String, String> asked, String name) {
        var value = asked.getFirst(name);
        return value == null ? "" : value;
    }
}
