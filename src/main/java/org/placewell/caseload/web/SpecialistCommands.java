package org.placewell.caseload.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.placewell.caseload.Absences;
import org.placewell.caseload.Caseload;
import org.placewell.referral.Language;
import org.placewell.security.Actor;
import org.placewell.shared.Problem;
import org.placewell.workflow.CommandHandler;
import org.placewell.workflow.SimpleCommand;
import org.placewell.workflow.TaskHandler.Option;
import org.placewell.workflow.TaskHandler.TaskPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a team leader records about specialists: working time, teams and languages, days away and who covers. */
@Configuration(proxyBeanMethods = false)
class SpecialistCommands {

    private static final String BOARD = "/caseload";
    /** No login name begins with a hyphen. */
    private static final String LEADER = "-leader";
    private final Caseload caseload;
    private final Absences absences;

    SpecialistCommands(Caseload caseload, Absences absences) {
        this.caseload = caseload;
        this.absences = absences;
    }

    @Bean
    CommandHandler setCapacity() {
        return new SimpleCommand("setCapacity", "Set a specialist’s working time", "The working time is set", this::team,
                (team, answers, actor) -> {
                    caseload.setCapacity(answers.text("specialist"), team, (int) answers.number("percent", 0), actor);
                    return BOARD;
                });
    }

    @Bean
    CommandHandler describeSpecialist() {
        return new SimpleCommand("describeSpecialist", "A specialist’s teams and languages", "What you know about the specialist is saved", this::team,
                (team, answers, actor) -> {
                    var languages = Stream.of("language", "secondLanguage", "thirdLanguage").map(answers::text).filter(one -> !one.isEmpty()).distinct().toList();
                    var gender = answers.text("gender");
                    caseload.describeSpecialist(answers.text("specialist"), team, languages, gender.equals("notSaid") ? "" : gender,
                            answers.list("clinicalTeams"), actor);
                    return BOARD;
                });
    }

    @Bean
    CommandHandler planAbsence() {
        return new SimpleCommand("planAbsence", "Plan days away", "The days away are planned", this::team,
                (team, answers, actor) -> {
                    var cover = answers.text("cover");
                    boolean leader = cover.equals(LEADER);
                    absences.plan(team, answers.text("specialist"), answers.date("fromDay"), answers.date("untilDay"),
                            leader || cover.equals("nobody") ? "" : cover, leader, actor);
                    return BOARD;
                });
    }

    @Bean
    CommandHandler endAbsence() {
        return new SimpleCommand("endAbsence", "End days away", "The specialist is back. Nobody covers any more",
                (leave, actor) -> TaskPage.of("caseload/side :: absence", Map.of("words", Absences.words(absences.one(leave, actor)))),
                (leave, answers, actor) -> {
                    absences.end(leave, actor);
                    return BOARD;
                });
    }

    private TaskPage team(String team, Actor actor) {
        var room = caseload.room(team, actor);
        if (!caseload.leadsWhole(team, actor)) {
            throw new Problem.Forbidden("You lead this team for some of its contracts. Ask whoever leads the whole team");
        }
        List<Option> specialists = room.stream().map(one -> new Option(one.username(), one.name() + ", now " + one.fullTimePercent() + " %")).toList();
        var covers = Stream.concat(Stream.of(new Option("nobody", "Nobody: nothing falls due by then"),
                new Option(LEADER, "Nobody: I see to what falls due")), room.stream().map(one -> new Option(one.username(), one.name()))).toList();
        var languages = Arrays.stream(Language.values()).filter(one -> one != Language.ENGLISH).map(one -> new Option(one.code(), one.label())).toList();
        var clinics = caseload.clinicalTeams(team, actor).entrySet().stream().map(one -> new Option(one.getKey(), one.getValue())).toList();
        return new TaskPage("caseload/side :: team", Map.of("room", room, "absences", absences.of(team, actor).stream().map(Absences::words).toList()), Map.of(),
                Map.of("specialists", specialists, "covers", covers, "languages", languages, "clinicalTeams", clinics));
    }
}
