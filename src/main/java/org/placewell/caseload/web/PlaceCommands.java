package org.placewell.caseload.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.placewell.caseload.Caseload;
import org.placewell.caseload.FitView;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
import org.placewell.shared.Problem;
import org.placewell.workflow.CommandHandler;
import org.placewell.workflow.SimpleCommand;
import org.placewell.workflow.TaskHandler.Option;
import org.placewell.workflow.TaskHandler.TaskPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a team leader does with places. */
@Configuration(proxyBeanMethods = false)
class PlaceCommands {

    private final Caseload caseload;
    private final Referrals referrals;

    PlaceCommands(Caseload caseload, Referrals referrals) {
        this.caseload = caseload;
        this.referrals = referrals;
    }

    @Bean
    CommandHandler offerPlace() {
        return new SimpleCommand("offerPlace", "Offer a place", "The place is offered. The specialist now asks the person",
                (ref, actor) -> withRoom(ref, null, actor), (ref, answers, actor) -> {
                    caseload.offerPlace(ref, answers.text("specialist"), answers.text("reason"), answers.text("choiceReason"), actor);
                    return "/waiting-list";
                });
    }

    @Bean
    CommandHandler transferClient() {
        return new SimpleCommand("transferClient", "Transfer to another specialist", "The person is on the other caseload now",
                (ref, actor) -> withRoom(ref, referrals.visible(ref, actor).specialist(), actor), (ref, answers, actor) -> {
                    caseload.transfer(ref, answers.text("specialist"), answers.text("reason"), actor);
                    return "/clients/" + ref;
                });
    }

    private TaskPage withRoom(String ref, String not, Actor actor) {
        var referral = referrals.visible(ref, actor);
        var fits = caseload.fits(ref, actor).stream().filter(one -> !one.who().username().equals(not)).toList();
        var options = fits.stream().filter(FitView::possible).map(one -> option(one, fits.get(0))).toList();
        if (options.isEmpty()) {
            throw Problem.of("no-room", "No specialist of this team can take this person now: they have no room, or are away when support would begin."
                    + " Places become free when support ends; the caseload board shows everybody’s room and days away");
        }
        var model = new HashMap<String, Object>();
        model.put("referral", referral);
        model.put("fits", fits);
        return new TaskPage("caseload/side :: room", model, Map.of(), Map.of("specialists", List.copyOf(options)));
    }

    private static Option option(FitView one, FitView best) {
        return new Option(one.who().username(), one.who().name() + (one == best ? ", best match: " : ": ") + one.reasons());
    }
}
