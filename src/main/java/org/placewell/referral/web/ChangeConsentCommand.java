package org.placewell.referral.web;

import java.util.Map;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
import org.placewell.workflow.Answers;
import org.placewell.workflow.CommandHandler;
import org.placewell.workflow.TaskHandler.TaskPage;
import org.springframework.stereotype.Component;

/** Records that the person has changed their mind about sharing evidence or contacting employers. */
@Component
class ChangeConsentCommand implements CommandHandler {

    private final Referrals referrals;

    ChangeConsentCommand(Referrals referrals) {
        this.referrals = referrals;
    }

    @Override
    public String form() {
        return "changeConsent";
    }

    @Override
    public String title(String subject, Actor actor) {
        return "Record what the person agrees to";
    }

    @Override
    public TaskPage page(String subject, Actor actor) {
        var referral = referrals.visible(subject, actor);
        var now = Map.<String, Object>of("consentEvidence", referral.consents().evidence() ? "yes" : "no",
                "consentEmployers", referral.consents().employers() ? "yes" : "no");
        return TaskPage.of("referral/side :: about", Map.of("referral", referral)).with(now, Map.of());
    }

    @Override
    public String submit(String subject, Answers answers, Actor actor) {
        referrals.changeConsents(subject, answers.yes("consentEvidence"), answers.yes("consentEmployers"), actor);
        return ClosingCommands.after(subject, actor);
    }
}
