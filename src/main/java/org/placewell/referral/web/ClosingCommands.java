package org.placewell.referral.web;

import java.util.Map;
import org.placewell.referral.EndReason;
import org.placewell.referral.ReferralView;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
import org.placewell.security.Role;
import org.placewell.shared.Problem;
import org.placewell.workflow.CommandHandler;
import org.placewell.workflow.SimpleCommand;
import org.placewell.workflow.TaskHandler.TaskPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ways in which a case is closed before its usual end. */
@Configuration(proxyBeanMethods = false)
class ClosingCommands {

    private final Referrals referrals;

    ClosingCommands(Referrals referrals) {
        this.referrals = referrals;
    }

    /** Withdrawal, discharge, transfer. */
    @Bean
    CommandHandler endCase() {
        return new SimpleCommand("endCase", "Close this case", "The case is closed", this::about, (ref, answers, actor) -> {
            referrals.endEarly(ref, EndReason.ofCode(answers.text("endReason")), answers.date("endedOn"), actor);
            return after(ref, actor);
        });
    }

    /**
     * A death cannot be taken back, so the page names the person and the form shows the answers before anything is recorded. No banner of
     * success follows: the record says quietly what has been done.
     */
    @Bean
    CommandHandler recordDeath() {
        return new SimpleCommand("recordDeath", (ref, actor) -> "Record that " + referrals.visible(ref, actor).person().name() + " has died", "",
                this::about, (ref, answers, actor) -> {
                    referrals.endEarly(ref, EndReason.DIED, answers.date("diedOn"), actor);
                    return after(ref, actor);
                });
    }

    private TaskPage about(String ref, Actor actor) {
        ReferralView referral = referrals.visible(ref, actor);
        if (!referral.isOpen()) {
            throw new Problem.Stale("This case has already been closed");
        }
        return TaskPage.of("referral/side :: about", Map.of("referral", referral));
    }

    /** The page of the case for the role: a clinician's tracker, or the record. */
    static String after(String ref, Actor actor) {
        return actor.has(Role.CLINICIAN) ? "/referrals/" + ref : "/clients/" + ref;
    }
}
