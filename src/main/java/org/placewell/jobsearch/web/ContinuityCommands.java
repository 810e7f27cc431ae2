package org.placewell.jobsearch.web;

import java.util.Map;
import org.placewell.jobsearch.Codes;
import org.placewell.jobsearch.Continuity;
import org.placewell.jobsearch.Discharge;
import org.placewell.jobsearch.Handover;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.workflow.Answers;
import org.placewell.workflow.CommandHandler;
import org.placewell.workflow.SimpleCommand;
import org.placewell.workflow.TaskHandler.Option;
import org.placewell.workflow.TaskHandler.TaskPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Discharge that does not end support, a handover to another service: the subject is the referral. */
@Configuration(proxyBeanMethods = false)
class ContinuityCommands {

    private final Continuity continuity;
    private final Referrals referrals;
    private final PersonPages pages;
    private final MovableClock clock;

    ContinuityCommands(Continuity continuity, Referrals referrals, PersonPages pages, MovableClock clock) {
        this.continuity = continuity;
        this.referrals = referrals;
        this.pages = pages;
        this.clock = clock;
    }

    @Bean
    CommandHandler recordDischarge() {
        return new SimpleCommand("recordDischarge", "Record a discharge from the clinical team", "The record of the discharge is saved. Support goes on",
                (ref, actor) -> {
                    var page = about(ref, actor);
                    continuity.requireSupportToGoOn(ref);
                    var clinicians = continuity.clinicians(ref).stream().map(one -> new Option(one.value(), one.words())).toList();
                    return page.with(Map.of(), Map.of("clinicians", clinicians));
                }, (ref, answers, actor) -> {
                    if (answers.text("contact").equals("mistake")) {
                        continuity.dischargeWasMistake(ref, actor);
                    } else {
                        continuity.recordDischarge(ref, discharge(ref, answers), actor);
                    }
                    return actor.has(Role.CLINICIAN) ? "/referrals" : SearchCommands.record(ref);
                });
    }

    @Bean
    CommandHandler handOver() {
        return new SimpleCommand("handOver", "Hand over to another service", "The handover is written and the case is closed",
                (ref, actor) -> pages.person(ref, actor).with(Map.of("handedOn", clock.today()), Map.of()), (ref, answers, actor) -> {
                    if (!answers.yes("agreed")) {
                        throw Problem.at("agreed", "not-agreed", "A summary is handed over only when the person agrees. Without it, close the case as moved");
                    }
                    continuity.handOver(new Handover(ref, answers.text("toService"), answers.text("summary"), answers.date("handedOn"),
                            actor.username()), actor);
                    return "/clients/" + ref + "/handover";
                });
    }

    /** The discharge as typed; the clinician is one of those listed, with the team under which they were chosen. */
    private Discharge discharge(String ref, Answers answers) {
        var chosen = answers.text("clinician");
        var named = chosen.isEmpty() ? null : continuity.clinicians(ref).stream().filter(one -> one.value().equals(chosen)).findFirst()
                .orElseThrow(() -> Problem.at("clinician", "not-listed", "Choose one of the clinicians listed"));
        return new Discharge(answers.date("dischargedOn"), Codes.constant(answers.text("contact")), answers.text("contactName"),
                answers.text("contactPhone"), named == null ? "" : named.username(), named == null ? "" : named.team());
    }

    private TaskPage about(String ref, Actor actor) {
        var referral = referrals.visible(ref, actor);
        if (!referral.isOpen()) {
            throw new Problem.Stale("This case has already been closed");
        }
        return TaskPage.of("referral/side :: about", Map.of("referral", referral));
    }
}
