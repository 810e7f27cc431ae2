package org.placewell.referral.web;

import java.util.Map;
import org.placewell.referral.EndReason;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
import org.placewell.security.Role;
import org.placewell.shared.Problem;
import org.placewell.workflow.Answers;
import org.placewell.workflow.CommandHandler;
import org.placewell.workflow.TaskHandler.TaskPage;
import org.springframework.stereotype.Component;

/** Ends a case early: withdrawal, discharge, transfer. A death has a page of its own ({@link RecordDeathCommand}). */
@Component
class EndCaseCommand implements CommandHandler {

    private final Referrals referrals;

    EndCaseCommand(Referrals referrals) {
        this.referrals = referrals;
    }

    @Override
    public String form() {
        return "endCase";
    }

    @Override
    public String title(String subject, Actor actor) {
        return "Close this case";
    }

    @Override
    public TaskPage page(String subject, Actor actor) {
        var referral = referrals.visible(subject, actor);
        if (!referral.isOpen()) {
            throw new Problem.Stale("This case has already been closed");
        }
        return TaskPage.of("referral/side :: about", Map.of("referral", referral));
    }

    @Override
    public String submit(String subject, Answers answers, Actor actor) {
        referrals.endEarly(subject, EndReason.ofCode(answers.text("endReason")), answers.date("endedOn"), actor);
        return after(subject, actor);
    }

    @Override
    public String done(String subject) {
        return "The case is closed";
    }

    /** The page of the case for the role: a clinician's tracker, or the record. */
    static String after(String ref, Actor actor) {
        return actor.has(Role.CLINICIAN) ? "/referrals/" + ref : "/clients/" + ref;
    }
}
