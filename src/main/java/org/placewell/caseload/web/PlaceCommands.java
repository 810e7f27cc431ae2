package org.placewell.caseload.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.placewell.caseload.Caseload;
import org.placewell.caseload.RoomView;
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
                    caseload.offerPlace(ref, answers.text("specialist"), answers.text("reason"), actor);
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

    @Bean
    CommandHandler setCapacity() {
        return new SimpleCommand("setCapacity", "Set a specialist’s working time", "The working time is set", this::team,
                (team, answers, actor) -> {
                    caseload.setCapacity(answers.text("specialist"), team, (int) answers.number("percent", 0), actor);
                    return "/caseload";
                });
    }

    private TaskPage withRoom(String ref, String not, Actor actor) {
        var referral = referrals.visible(ref, actor);
        var room = caseload.room(referral.team(), actor);
        var options = room.stream().filter(one -> one.room() > 0 && !one.username().equals(not)).map(PlaceCommands::option).toList();
        if (options.isEmpty()) {
            throw Problem.of("no-room", "No specialist of this team has room now. Places become free when support ends;"
                    + " the caseload board shows who is near the end");
        }
        var model = new HashMap<String, Object>();
        model.put("referral", referral);
        model.put("room", room);
        return new TaskPage("caseload/side :: room", model, Map.of(), Map.of("specialists", options));
    }

    private TaskPage team(String team, Actor actor) {
        var room = caseload.room(team, actor);
        List<Option> options = room.stream().map(one -> new Option(one.username(), one.name() + ", now " + one.fullTimePercent() + " %")).toList();
        return new TaskPage("caseload/side :: team", Map.of("room", room), Map.of(), Map.of("specialists", options));
    }

    private static Option option(RoomView one) {
        return new Option(one.username(), one.name() + ": " + one.room() + (one.room() == 1 ? " place" : " places") + " free of " + one.places());
    }
}
