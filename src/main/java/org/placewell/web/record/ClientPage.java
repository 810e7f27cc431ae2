package org.placewell.web.record;

import java.util.List;
import org.placewell.caseload.Caseload;
import org.placewell.claim.Claims;
import org.placewell.evidence.Evidence;
import org.placewell.evidence.Gathering;
import org.placewell.jobsearch.Applications;
import org.placewell.jobsearch.Continuity;
import org.placewell.jobsearch.JobSearch;
import org.placewell.referral.EndReason;
import org.placewell.referral.FormerContacts;
import org.placewell.referral.OtherReferrals;
import org.placewell.referral.ReferralView;
import org.placewell.referral.SamePerson;
import org.placewell.security.Actors;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.shared.NhsNumber;
import org.placewell.sustainment.Sustainment;
import org.placewell.triage.Grades;
import org.placewell.triage.StatusWords;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A client's record: where they stand, what is next, the whole story on one line of time; each role sees its own parts. */
@Controller
class ClientPage {

    private final RecordReader records;
    private final NextSteps nextSteps;
    private final JobSearch jobSearch;
    private final Applications applications;
    private final Continuity continuity;
    private final OtherReferrals otherReferrals;
    private final Sustainment sustainment;
    private final Caseload caseload;
    private final Evidence evidence;
    private final Gathering gathering;
    private final Claims claims;
    private final Actors actors;
    private final MovableClock clock;
    private final SamePerson samePerson;
    private final FormerContacts formerContacts;
    private final Grades grades;
    private final StatusWords statusWords;

    ClientPage(RecordReader records, NextSteps nextSteps, JobSearch jobSearch, Applications applications, Continuity continuity,
            OtherReferrals otherReferrals, Sustainment sustainment, Caseload caseload,
            Evidence evidence, Gathering gathering, Claims claims, Actors actors, MovableClock clock, SamePerson samePerson,
            FormerContacts formerContacts, Grades grades, StatusWords statusWords) {
        this.records = records;
        this.nextSteps = nextSteps;
        this.jobSearch = jobSearch;
        this.applications = applications;
        this.continuity = continuity;
        this.otherReferrals = otherReferrals;
        this.sustainment = sustainment;
        this.caseload = caseload;
        this.evidence = evidence;
        this.gathering = gathering;
        this.claims = claims;
        this.actors = actors;
        this.clock = clock;
        this.samePerson = samePerson;
        this.formerContacts = formerContacts;
        this.grades = grades;
        this.statusWords = statusWords;
    }

    @GetMapping("/clients/{ref}")
    String record(@PathVariable String ref, @RequestParam(defaultValue = "all") String show, Model model) {
        var me = actors.current();
        var sight = records.sight(ref, me);
        var referral = sight.referral();
        model.addAttribute("client", referral);
        model.addAttribute("sight", sight);
        model.addAttribute("statusWords", statusWords.of(referral));
        model.addAttribute("nhsNumber", grouped(referral));
        model.addAttribute("age", referral.person().ageOn(clock.today()));
        model.addAttribute("specialistName", referral.specialist() == null ? null : actors.nameOf(referral.specialist()));
        model.addAttribute("tasks", nextSteps.tasks(ref, me));
        model.addAttribute("actions", nextSteps.actions(referral, me));
        model.addAttribute("contractTitle", records.contract(referral));
        model.addAttribute("timeline", records.timeline(ref, sight, show));
        model.addAttribute("joined", samePerson.of(ref));
        model.addAttribute("former", formerContacts.of(ref, me));
        model.addAttribute("areas", sight.areas());
        model.addAttribute("show", show);
        model.addAttribute("referrer", sight.roles().contains(Role.CLINICIAN));
        model.addAttribute("others", otherReferrals.of(ref, me));
        model.addAttribute("discharge", continuity.discharge(ref).orElse(null));
        model.addAttribute("handover", continuity.handover(ref).orElse(null));
        model.addAttribute("died", referral.endReason() == EndReason.DIED);
        model.addAttribute("back", sight.works() ? "/caseload" : "/referrals");
        model.addAttribute("wide", true);
        if (sight.works()) {
            work(ref, model);
        }
        return "record/client";
    }

    private void work(String ref, Model model) {
        model.addAttribute("grade", grades.chosen(ref).orElse(null));
        model.addAttribute("gradeNow", grades.sinceCorrected(ref).orElse(null));
        model.addAttribute("profile", jobSearch.profile(ref).orElse(null));
        model.addAttribute("appointments", jobSearch.appointments(ref));
        model.addAttribute("contacts", jobSearch.contacts(ref));
        model.addAttribute("applications", applications.of(ref));
        model.addAttribute("advice", jobSearch.advice(ref));
        model.addAttribute("adviceDue", jobSearch.adviceDueSince(ref).orElse(null));
        model.addAttribute("scores", jobSearch.scores(ref));
        model.addAttribute("jobs", jobSearch.jobs(ref).stream().map(job -> new JobLine(job, sustainment.milestones(job.ref()),
                sustainment.status(job.ref()).map(status -> status.label()).orElse("Beginning"), nextSteps.aboutJob(job))).toList());
        model.addAttribute("places", caseload.history(ref).stream().filter(place -> place.openedOn() != null)
                .map(place -> new PlaceLine(actors.nameOf(place.specialist()), place.openedOn(), place.closedOn())).toList());
        model.addAttribute("evidenceCases", evidence.summariesOf(ref));
        model.addAttribute("evidenceComing", gathering.coming(ref));
        model.addAttribute("claims", claims.ofReferral(ref));
    }

    /** The clinical text on a page of its own, so that opening it is a deliberate step that can be recorded. */
    @GetMapping("/clients/{ref}/health")
    String health(@PathVariable String ref, Model model) {
        var me = actors.current();
        var sight = records.sight(ref, me);
        model.addAttribute("client", sight.referral());
        model.addAttribute("health", records.health(ref, sight, me));
        model.addAttribute("recorded", sight.healthReadsAreRecorded());
        model.addAttribute("back", "/clients/" + ref);
        return "record/health";
    }

    private static String grouped(ReferralView referral) {
        return referral.person().nhsNumber() == null ? null : new NhsNumber(referral.person().nhsNumber()).toString();
    }

    /** One job with its milestones and what can be recorded about it. */
    record JobLine(org.placewell.jobsearch.JobView job, List<org.placewell.sustainment.MilestoneView> milestones, String status,
            List<NextSteps.Action> actions) {}

    /** One specialist's time with the person. */
    record PlaceLine(String specialist, java.time.LocalDate from, java.time.LocalDate to) {}
}
