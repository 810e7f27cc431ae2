package org.placewell.referral.web;

import java.util.Map;
import org.placewell.referral.AboutPeople;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
import org.placewell.workflow.Answers;
import org.placewell.workflow.CommandHandler;
import org.placewell.workflow.TaskHandler.TaskPage;
import org.springframework.stereotype.Component;

/** Keeps what a person says about their languages, how to reach them and who they are. */
@Component
class DescribePersonCommand implements CommandHandler {

    private final AboutPeople people;
    private final Referrals referrals;

    DescribePersonCommand(AboutPeople people, Referrals referrals) {
        this.people = people;
        this.referrals = referrals;
    }

    @Override
    public String form() {
        return "describePerson";
    }

    @Override
    public String title(String subject, Actor actor) {
        return "Languages, contact and background";
    }

    @Override
    public TaskPage page(String subject, Actor actor) {
        var now = PersonAnswers.prefilled(people.of(subject, actor));
        var referral = referrals.visible(subject, actor);
        now.put("version", referral.person().version());
        return TaskPage.of("referral/side :: about", Map.of("referral", referral)).with(now, PersonAnswers.options());
    }

    @Override
    public String submit(String subject, Answers answers, Actor actor) {
        people.describe(subject, PersonAnswers.read(answers), (int) answers.number("version", -1), actor);
        return "/clients/" + subject;
    }

    @Override
    public String done(String subject) {
        return "What the person says about themselves is saved";
    }
}
