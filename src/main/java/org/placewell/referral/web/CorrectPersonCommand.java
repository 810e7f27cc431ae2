package org.placewell.referral.web;

import java.util.Map;
import java.util.Objects;
import org.placewell.referral.PersonDetails;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
import org.placewell.workflow.Answers;
import org.placewell.workflow.CommandHandler;
import org.placewell.workflow.TaskHandler.TaskPage;
import org.springframework.stereotype.Component;

/** Corrects a misspelt name, an old phone number. */
@Component
class CorrectPersonCommand implements CommandHandler {

    private final Referrals referrals;

    CorrectPersonCommand(Referrals referrals) {
        this.referrals = referrals;
    }

    @Override
    public String form() {
        return "correctPerson";
    }

    @Override
    public String title(String subject, Actor actor) {
        return "Correct name or contact details";
    }

    @Override
    public TaskPage page(String subject, Actor actor) {
        var referral = referrals.correctable(subject, actor);
        var person = referral.person();
        var now = Map.<String, Object>of("version", person.version(), "givenName", person.givenName(), "familyName", person.familyName(),
                "phone", Objects.requireNonNullElse(person.phone(), ""),
                "email", Objects.requireNonNullElse(person.email(), ""));
        return TaskPage.of("referral/side :: about", Map.of("referral", referral)).with(now, Map.of());
    }

    @Override
    public String submit(String subject, Answers a, Actor actor) {
        var details = new PersonDetails(a.text("givenName"), a.text("familyName"), a.text("phone"), a.text("email"));
        referrals.correctPerson(subject, details, (int) a.number("version", -1), actor);
        return "/clients/" + subject;
    }

    @Override
    public String done(String subject) {
        return "The person’s details are saved";
    }
}
