package org.placewell.referral.web;

import java.util.Map;
import org.placewell.referral.EndReason;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
import org.placewell.shared.Problem;
import org.placewell.workflow.Answers;
import org.placewell.workflow.CommandHandler;
import org.placewell.workflow.TaskHandler.TaskPage;
import org.springframework.stereotype.Component;

/** Records a death. It cannot be taken back, so the page names the person and shows the answers before anything is recorded. */
@Component
class RecordDeathCommand implements CommandHandler {

    private final Referrals referrals;

    RecordDeathCommand(Referrals referrals) {
        this.referrals = referrals;
    }

    @Override
    public String form() {
        return "recordDeath";
    }

    @Override
    public String title(String subject, Actor actor) {
        return "Record that " + referrals.visible(subject, actor).person().name() + " has died";
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
        referrals.endEarly(subject, EndReason.DIED, answers.date("diedOn"), actor);
        return EndCaseCommand.after(subject, actor);
    }

    /** Without a banner of success: the record says quietly what has been done. */
    @Override
    public String done(String subject) {
        return "";
    }
}
