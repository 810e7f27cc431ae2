package org.placewell.triage.web;

import java.util.Map;
import org.placewell.referral.Referrals;
import org.placewell.shared.Problem;
import org.placewell.triage.Trials;
import org.placewell.workflow.CommandHandler;
import org.placewell.workflow.SimpleCommand;
import org.placewell.workflow.TaskHandler.TaskPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Leaving a trial. */
@Configuration(proxyBeanMethods = false)
class TrialCommands {

    private final Trials trials;
    private final Referrals referrals;

    TrialCommands(Trials trials, Referrals referrals) {
        this.trials = trials;
        this.referrals = referrals;
    }

    @Bean
    CommandHandler withdrawTrial() {
        return new SimpleCommand("withdrawTrial", "The person leaves the trial", "The person has left the trial. Nothing more is asked for it", (ref, actor) -> {
            var referral = referrals.visible(ref, actor);
            if (!trials.takesPart(ref)) {
                throw new Problem.Stale("This person takes no part in a trial, or has been followed up already");
            }
            return TaskPage.of("referral/side :: about", Map.of("referral", referral));
        }, (ref, answers, actor) -> {
            trials.withdraw(ref, answers.date("onDate"), actor);
            return "/clients/" + ref;
        });
    }
}
