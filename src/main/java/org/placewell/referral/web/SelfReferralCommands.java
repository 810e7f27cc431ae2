package org.placewell.referral.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.placewell.contract.Contracts;
import org.placewell.referral.Referrals;
import org.placewell.referral.SelfReferrals;
import org.placewell.referral.Tracker;
import org.placewell.security.Actor;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.workflow.CommandHandler;
import org.placewell.workflow.SimpleCommand;
import org.placewell.workflow.TaskHandler.Option;
import org.placewell.workflow.TaskHandler.TaskPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Writing a self-referral down, and the named clinician's word on it. */
@Configuration(proxyBeanMethods = false)
class SelfReferralCommands {

    private final SelfReferrals selfReferrals;
    private final Referrals referrals;
    private final Tracker tracker;
    private final Contracts contracts;
    private final MovableClock clock;

    SelfReferralCommands(SelfReferrals selfReferrals, Referrals referrals, Tracker tracker, Contracts contracts, MovableClock clock) {
        this.selfReferrals = selfReferrals;
        this.referrals = referrals;
        this.tracker = tracker;
        this.contracts = contracts;
        this.clock = clock;
    }

    @Bean
    CommandHandler selfReferral() {
        return new SimpleCommand("selfReferral", "Write down a self-referral", "The self-referral is in. The clinician is asked to confirm it",
                this::page,
                (subject, answers, actor) -> {
                    var ref = selfReferrals.submit(ReferralCommand.referral(answers), answers.text("clinician"), actor);
                    // A specialist has no way into the record before a place is taken.
                    return actor.has(Role.TEAM_LEADER) ? "/clients/" + ref : "/caseload";
                });
    }

    @Bean
    CommandHandler confirmReferral() {
        return new SimpleCommand("confirmReferral", "A person has referred themselves and named you", "Thank you. The team knows", (subject, actor)
                -> {
            var referral = referrals.visible(subject, actor);
            if (!selfReferrals.find(subject).orElseThrow(() -> new Problem.NotFound("this self-referral")).isOpen()) {
                throw new Problem.Stale("This self-referral has already been answered");
            }
            return TaskPage.of("referral/side :: about", Map.of("referral", referral));
        }, (subject, answers, actor) -> {
            selfReferrals.answer(subject, answers.yes("confirmed"), answers.text("clinicalReason"), answers.text("riskNotes"), actor);
            return "/referrals/" + subject;
        });
    }

    private TaskPage page(String subject, Actor actor) {
        if (!subject.equals("new")) {
            throw new Problem.NotFound("this page");
        }
        var offered = selfReferrals.services(actor);
        var services = offered.stream().map(one -> new Option(one[0] + ":" + one[1], tracker.title(one[0]) + ", for " + one[2])).toList();
        var clinicians = selfReferrals.clinicians(actor).stream().map(one -> new Option(one[0], one[1] + ", " + one[2])).distinct().toList();
        var areas = new ArrayList<>(offered.stream().map(one -> one[0]).distinct()
                .flatMap(ref -> contracts.inForce(ref, clock.today()).cohort().areas().stream()).distinct().sorted().map(area -> new Option(area,
                        area)).toList());
        areas.add(new Option("elsewhere", "Somewhere else"));
        var options = new HashMap<String, List<Option>>(PersonAnswers.options());
        options.putAll(Map.of("services", services, "clinicians", byTeam(clinicians), "areas", List.copyOf(areas)));
        return TaskPage.plain().with(services.size() == 1 ? Map.of("service", services.get(0).value()) : Map.of(),
                options);
    }

    /** One line for each clinician, who may work in several teams. */
    private static List<Option> byTeam(List<Option> clinicians) {
        var seen = new java.util.LinkedHashMap<String, Option>();
        clinicians.forEach(one -> seen.merge(one.value(), one, (a, b) -> new Option(a.value(), a.label() + " and " + b.label().split(", ", 2)[1])));
        return List.copyOf(seen.values());
    }
}
