package org.placewell.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.placewell.referral.NewReferral;
import org.placewell.referral.ReferralView;
import org.placewell.workflow.WorkItem;

/** What the players do with each kind of task: when, and with which answers. The lives say how it ends. */
final class Steps {

    private final Services services;
    private final Walker walker;
    private final Support support;
    private final Money money;
    private final Offering places;
    private final Map<String, Life> lives = new HashMap<>();

    Steps(Services services, Walker walker) {
        this.services = services;
        this.walker = walker;
        this.support = new Support(services, walker);
        this.money = new Money(services, walker);
        this.places = new Offering(services, walker, lives);
    }

    Money money() {
        return money;
    }

    /** A clinician of one of the service's teams refers the person. */
    void refer(Life life) {
        var company = walker.company(life.contract);
        var clinicians = List.copyOf(company.clinicians().keySet());
        var clinician = company.actor(clinicians.get(life.number % clinicians.size()));
        var cohort = services.contracts().inForce(life.contract, life.referredOn).cohort();
        var area = cohort.areas().isEmpty() ? "" : cohort.areas().get(life.number % cohort.areas().size());
        var person = life.somebody;
        var who = new NewReferral.Who(life.withoutNumber ? "" : person.nhsNumber(), life.withoutNumber ? "notKnown" : "", person.given(), person.family(),
                person.birth(), person.phone(), "", area);
        var work = new NewReferral.Work("Would like to work as: " + Employers.job(life.number), !life.holdsJob, 16, life.chance(30) ? "withinYear" : "oneToFive",
                life.chance(25) ? List.of("housing") : List.of(), false, life.chance(80));
        var health = new NewReferral.Health(cohort.group(), "Keen to return to work; stable in treatment.", "None known.");
        walker.attempt("refer", () -> {
            life.referralRef = services.referrals().submit(new NewReferral(life.contract, company.clinicians().get(clinician.username()), who, work, health,
                    new ReferralView.Consents(true, true, true), Names.about(life.number, person)), clinician);
            lives.put(life.referralRef, life);
            if (life.endsEarlyAfter >= 0) {
                walker.plan(life.referredOn.plusDays(life.endsEarlyAfter), "endEarly", () -> support.endEarly(life));
            }
        });
    }

    /** Somebody sees the task and decides when to do it. */
    void takeUp(WorkItem item, LocalDate today) {
        var life = item.referralRef() == null ? null : lives.get(item.referralRef());
        if (life == null && !item.processKey().equals("payment-approval")) {
            return;
        }
        switch (item.taskKey()) {
            case "decideDuplicate" -> {
                if (!life.duplicateLeftOpen) {
                    in(item, today, 2, Map.of("duplicateDecision", life.isDuplicate ? "same" : "different"));
                }
            }
            case "triageReferral" -> triage(item, life, today);
            case "answerQuestions" -> answer(item, life, today);
            case "enterTrial" -> in(item, today, 2, life.declinesTrial ? Map.of("takesPart", "no", "askedOn", today.toString()) : Map.of("takesPart", "yes", "askedOn", today.toString(), "measure", "swemwbs", "score", 20,
                    "measuredOn", today.toString()));
            case "followUp" -> followUp(item, life, today);
            case "respondToOffer" -> respond(item, life, today);
            case "reviewWaiting" -> in(item, today, 3, Map.of("tried", "yes", "triedOn", today.toString(), "channel", "phone",
                    "reached", "yes", "reviewAnswer", "stillWaiting"));
            case "checkDraft", "firstApproval", "secondApproval" -> money.takeUp(item, today);
            case "gatherEvidence", "reviewEvidence", "considerDispute", "reviewDispute", "checkSample" -> money.takeUpEvidence(item, life, today);
            default -> support.takeUp(item, life, today);
        }
    }

    /** Puts a task with its answers into the diary. */
    private void in(WorkItem item, LocalDate today, int days, Map<String, ?> answers) {
        support.in(item, today, days, answers);
    }

    private void triage(WorkItem item, Life life, LocalDate today) {
        if (life.triage == Life.Triage.LEAVE_OPEN) {
            return;
        }
        boolean ask = life.triage == Life.Triage.ASK_FIRST && !life.asked;
        life.asked |= ask;
        var decision = ask ? "askMore" : life.triage == Life.Triage.HAND_BACK ? "handBack" : "accept";
        in(item, today, life.between(1, 3), Map.of("decision", decision));
        if (decision.equals("accept")) {
            places.readyFrom(life, today.plusDays(life.between(4, 20)));
        }
    }

    /** The measure at the end of a trial, for both arms; whoever never had a place works as often as people do without support. */
    private void followUp(WorkItem item, Life life, LocalDate today) {
        boolean works = life.supportSince == null ? life.chance(Rates.IN_WORK_WITHOUT_SUPPORT) : life.worksOn(today);
        in(item, today, 5, life.chance(Rates.FOLLOW_UP_REACHED)
                ? Map.of("followUpAnswer", "measured", "onDate", today.toString(), "score", 22, "inWork", works ? "yes" : "no")
                : Map.of("followUpAnswer", "notReached", "onDate", today.toString()));
    }

    private void answer(WorkItem item, Life life, LocalDate today) {
        if (life.answersQuestion) {
            in(item, today, life.between(1, 8), Map.of());
        }
        // Whoever waits for an answer in vain is triaged on what there is.
        if (life.triage != Life.Triage.LEAVE_OPEN) {
            life.triage = Life.Triage.ACCEPT;
        }
    }

    private void respond(WorkItem item, Life life, LocalDate today) {
        var answer = life.leavesList ? "leaves" : life.keepsPlaceFirst ? "keepsPlace" : "accepted";
        in(item, today, life.between(1, 5), Map.of("offerAnswer", answer));
        if (answer.equals("keepsPlace")) {
            life.keepsPlaceFirst = false;
            places.readyFrom(life, today.plusDays(20));
        }
    }
}
