package org.placewell.referral.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.placewell.referral.NewReferral;
import org.placewell.referral.ReferralView.Consents;
import org.placewell.referral.Referrals;
import org.placewell.referral.Tracker;
import org.placewell.security.Actor;
import org.placewell.shared.Problem;
import org.placewell.workflow.Answers;
import org.placewell.workflow.CommandHandler;
import org.placewell.workflow.TaskHandler.Option;
import org.placewell.workflow.TaskHandler.TaskPage;
import org.springframework.stereotype.Component;

/** A clinician refers somebody. */
@Component
class ReferralCommand implements CommandHandler {

    private static final String ELSEWHERE = "elsewhere";
    private final Referrals referrals;
    private final Tracker tracker;

    ReferralCommand(Referrals referrals, Tracker tracker) {
        this.referrals = referrals;
        this.tracker = tracker;
    }

    @Override
    public String form() {
        return "referral";
    }

    @Override
    public String title(String subject, Actor actor) {
        return "Refer someone";
    }

    @Override
    public TaskPage page(String subject, Actor actor) {
        if (!subject.equals("new")) {
            throw new Problem.NotFound("this page");
        }
        var services = tracker.services(actor).stream()
                .map(service -> new Option(service.contractRef() + ":" + service.clinicalTeam(), service.title() + ", from " + service.teamName())).toList();
        var areas = new ArrayList<>(tracker.areas(actor).stream().map(area -> new Option(area, area)).toList());
        areas.add(new Option(ELSEWHERE, "Somewhere else"));
        var only = services.size() == 1 ? Map.<String, Object>of("service", services.get(0).value()) : Map.<String, Object>of();
        var options = new HashMap<String, List<Option>>(PersonAnswers.options());
        options.put("services", services);
        options.put("areas", List.copyOf(areas));
        return TaskPage.plain().with(only, options);
    }

    @Override
    public String submit(String subject, Answers a, Actor actor) {
        return "/referrals/" + referrals.submit(referral(a), actor) + "/sent";
    }

    /** Reads the questions that a referral and a self-referral share. */
    static NewReferral referral(Answers a) {
        var service = a.text("service").split(":", 2);
        var who = new NewReferral.Who(a.text("nhsNumber"), a.text("noNumberReason"), a.text("givenName"), a.text("familyName"), a.date("birthDate"),
                a.text("phone"), a.text("email"), a.text("area"));
        var hours = a.has("hoursWanted") ? Integer.valueOf((int) a.number("hoursWanted", 0)) : null;
        var work = new NewReferral.Work(a.text("workWish"), a.yes("outOfWork"), hours, a.text("lastWorked"), a.list("helpNeeded"), a.yes("jobSoon"),
                a.yes("benefits"));
        var health = new NewReferral.Health(a.text("conditionGroup"), a.text("clinicalReason"), a.text("riskNotes"));
        var consents = new Consents(a.yes("consentReferral"), a.yes("consentEvidence"), a.yes("consentEmployers"));
        return new NewReferral(service[0], service[1], who, work, health, consents, PersonAnswers.read(a));
    }

    @Override
    public String done(String subject) {
        return "";
    }
}
