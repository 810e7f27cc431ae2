package org.placewell.process;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.placewell.claim.Claims;
import org.placewell.claim.MoneyWorld;
import org.placewell.evidence.Evidence;
import org.placewell.evidence.NewPaper;
import org.placewell.evidence.PaperView.ObtainedFrom;
import org.placewell.evidence.PaperView.ObtainedHow;
import org.placewell.evidence.Samples;
import org.placewell.jobsearch.Attendance;
import org.placewell.jobsearch.EmploymentKind;
import org.placewell.jobsearch.JobEndReason;
import org.placewell.jobsearch.JobSearch;
import org.placewell.jobsearch.NewJob;
import org.placewell.referral.EndReason;
import org.placewell.referral.NewReferral.Who;
import org.placewell.referral.ReferralStatus;
import org.placewell.referral.Referrals;
import org.placewell.referral.SelfReferrals;
import org.placewell.settlement.Settlement;
import org.placewell.support.Referring;
import org.placewell.support.Trips;
import org.placewell.support.Trips.Trip;
import org.placewell.support.World;
import org.placewell.waitinglist.WaitingList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Ways through the pathway that together stop at every place where a case can wait. */
@Component
public class Journeys {

    /** The day on which every journey begins. */
    static final LocalDate START = LocalDate.of(2026, 3, 2);
    private static final String TRIAL = "in a trial, followed up";
    private final MoneyWorld money;
    private final World world;
    private final Referrals referrals;
    private final SelfReferrals selfReferrals;
    private final WaitingList waitingList;
    private final JobSearch search;
    private final Evidence evidence;
    private final Claims claims;
    private final Settlement settlement;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final Trips trips;

    Journeys(MoneyWorld money, World world, Referrals referrals, SelfReferrals selfReferrals, WaitingList waitingList, JobSearch search,
            Evidence evidence, Claims claims, Settlement settlement, TransactionTemplate transaction, JdbcClient jdbc, Trips trips) {
        this.money = money;
        this.world = world;
        this.referrals = referrals;
        this.selfReferrals = selfReferrals;
        this.waitingList = waitingList;
        this.search = search;
        this.evidence = evidence;
        this.claims = claims;
        this.settlement = settlement;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.trips = trips;
    }

    /** A new case about to begin the journey, in a service of its own. */
    Trip begin(String journey) {
        return trips.begin(journey.equals(TRIAL) ? world.under("thrive-into-work") : money.service(), START, all().get(journey));
    }

    /** Every journey by what happens on it; the last act lets two years pass, so that every deadline falls. */
    Map<String, List<Consumer<Trip>>> all() {
        var all = new LinkedHashMap<String, List<Consumer<Trip>>>();
        all.put("supported until support is finished, out of contact for a while", with(inSupport(), profile(), advice(), t ->
                search.contactLost(t.referral, t.today(),
                t.service.specialist()), outreach("noAnswer"), outreach("reached"), finished()));
        all.put("out of contact for good", with(inSupport(), profile(), advice(), t -> search.contactLost(t.referral, t.today(),
                t.service.specialist()),
                outreach("noAnswer"), nextDay(), outreach("noAnswer"), nextDay(), outreach("noAnswer")));
        all.put("asked, answered, handed back", with(List.of(this::refer, triage(Map.of("decision", "askMore")),
                t -> t.task("answerQuestions", t.service.clinician(), Map.of()),
                triage(Map.of("decision", "handBack", "reason", "otherService")))));
        all.put("asked in vain", with(List.of(this::refer, triage(Map.of("decision", "askMore")), t -> t.passTo(START.plusDays(30)),
                triage(Map.of("decision", "handBack", "reason", "notEnoughToGoOn")))));
        all.put("joined with an earlier referral", with(List.of(this::referTwice, t -> t.task("decideDuplicate", t.service.leader(),
                Map.of("duplicateDecision", "same")), t -> t.others.forEach(ref -> referrals.endEarly(ref, EndReason.WITHDREW, t.today(),
                t.service.leader())))));
        all.put("waits, is reviewed, leaves the list", with(List.of(this::refer, triage(Map.of("decision", "accept")), t ->
                t.passTo(START.plusWeeks(4)),
                t -> t.task("reviewWaiting", t.service.leader(), Map.of("reviewAnswer", "stillWaiting")), this::offer, answer("leaves"))));
        all.put("ends early in work", with(inWork(), t -> referrals.endEarly(t.referral, EndReason.MOVED_AWAY, t.today(), t.service.leader())));
        all.put("thirteen weeks in work", with(inWork(), t -> t.passTo(START.plusDays(9)), this::contacts, t -> t.passTo(START.plusWeeks(13)),
                this::contacts, t -> t.task("checkSustainment", t.service.specialist(), Map.of("stillInJob", "yes", "hoursAsAgreed", "yes")),
                finished()));
        all.put("the job ends", with(inWork(), t -> t.passTo(START.plusDays(5)), t -> search.endJob(t.job, t.today(), JobEndReason.RESIGNED,
                t.service.specialist()), finished()));
        all.put("paid and looked at again", with(claim(), review("accepted"), this::draft, this::pay, this::draft, this::pay, this::draft, this::pay,
                t -> t.task("checkSample", t.service.validatorB(), Map.of("sampleDecision", "stands")), finished()));
        all.put("more asked, rejected, disputed, rejected for good", with(claim(), review("moreInformation"), this::send, review("rejected"),
                t -> t.task("considerDispute", t.service.specialist(), Map.of("disputeDecision", "disputed")),
                t -> t.task("reviewDispute", t.service.validatorB(), Map.of("evidenceDecision", "rejectedFinal", "rejectionReason", "wrongPerson")),
                finished()));
        all.put("referred by themselves, the clinician silent", with(List.of(t -> t.referral = selfReferrals.submit(Referring.someone(t.service),
                t.service.clinician().username(), t.service.leader()), t -> t.passTo(START.plusDays(30)),
                triage(Map.of("decision", "handBack", "reason", "notEnoughToGoOn")))));
        all.put(TRIAL, with(List.of(this::refer, triage(Map.of("decision", "accept")), Journeys::enterTrial, this::leaveList,
                t -> t.passTo(START.plusMonths(13)), t -> t.task("followUp", t.service.leader(), Map.of("followUpAnswer", "notReached")))));
        return all;
    }

    private static void enterTrial(Trip t) {
        t.task("enterTrial", t.service.leader(), Map.of("takesPart", "yes", "askedOn", t.today().toString(), "measure", "swemwbs", "score", 21,
                "measuredOn", t.today().toString()));
    }

    /** Who is to be supported leaves the list again, so that either arm goes the same way from here: to the follow-up. */
    private void leaveList(Trip t) {
        if (referrals.get(t.referral).status() == ReferralStatus.WAITING) {
            referrals.endEarly(t.referral, EndReason.MOVED_AWAY, t.today(), t.service.leader());
        }
    }

    @SafeVarargs
    private static List<Consumer<Trip>> with(List<Consumer<Trip>> begin, Consumer<Trip>... more) {
        var acts = new ArrayList<>(begin);
        acts.addAll(List.of(more));
        acts.add(t -> t.passTo(t.today().plusYears(2)));
        return acts;
    }

    @SafeVarargs
    private static List<Consumer<Trip>> then(List<Consumer<Trip>> begin, Consumer<Trip>... more) {
        var acts = new ArrayList<>(begin);
        acts.addAll(List.of(more));
        return acts;
    }

    private List<Consumer<Trip>> inSupport() {
        return List.of(this::refer, triage(Map.of("decision", "accept")), this::offer, answer("accepted"));
    }

    private List<Consumer<Trip>> inWork() {
        return then(inSupport(), profile(), advice(), t -> t.job =
                search.startJob(new NewJob(t.referral, "Nursery of " + t.referral, "N17 0AA", "Gardener", EmploymentKind.EMPLOYED,
                        NewJob.WorkType.COMPETITIVE, false, t.today(), 960, true, 0), t.service.specialist()));
    }

    private List<Consumer<Trip>> claim() {
        return then(inSupport(), t -> {
            for (int i = 0; i < 3; i++) {
                search.recordAppointment(t.referral, t.today(), "FACE_TO_FACE", Attendance.ATTENDED, t.service.specialist());
            }
            t.claim = claims.ofReferral(t.referral).get(0).ref();
        }, profile(), advice(), this::send);
    }

    private void refer(Trip t) {
        t.referral = referrals.submit(Referring.someone(t.service), t.service.clinician());
    }

    /** A referral that was there before, and one of the same person with a name mistyped. */
    private void referTwice(Trip t) {
        var first = Referring.someone(t.service);
        var earlier = referrals.submit(first, t.service.clinician());
        var who = first.who();
        t.referral = referrals.submit(Referring.someone(t.service, new Who("", "notKnown", who.givenName(),
                who.familyName().substring(0, who.familyName().length() - 1), who.birthDate(), "", "", "")), t.service.clinician());
        t.others.add(earlier);
    }

    private void offer(Trip t) {
        transaction.executeWithoutResult(status -> waitingList.offer(t.referral, t.service.specialist().username(), "Their turn",
                t.service.leader()));
    }

    private static Consumer<Trip> triage(Map<String, ?> answers) {
        return t -> t.task("triageReferral", t.service.leader(), answers);
    }

    private static Consumer<Trip> answer(String answer) {
        return t -> t.task("respondToOffer", t.service.specialist(), Map.of("offerAnswer", answer));
    }

    private static Consumer<Trip> profile() {
        return t -> t.task("vocationalProfile", t.service.specialist(), Map.of("signed", "yes", "disclosure", "no"));
    }

    private static Consumer<Trip> advice() {
        return t -> t.task("benefitsAdvice", t.service.specialist(), Map.of("answer", "takenUp"));
    }

    private static Consumer<Trip> outreach(String result) {
        return t -> t.task("outreach", t.service.specialist(), Map.of("how", t.today().getDayOfMonth() % 2 == 0 ? "telephone" : "letter", "result", result));
    }

    private static Consumer<Trip> nextDay() {
        return t -> t.passTo(t.today().plusDays(1));
    }

    private Consumer<Trip> finished() {
        return t -> search.supportFinished(t.referral, t.today(), t.service.specialist());
    }

    /** Every weekly contact that waits is made. */
    private void contacts(Trip t) {
        while (t.open("inWorkContact").isPresent()) {
            t.task("inWorkContact", t.service.specialist(), Map.of("going", "well"));
        }
    }

    private void send(Trip t) {
        var view = evidence.get(t.claim);
        evidence.addPaper(t.claim, new NewPaper("appointment-record", view.claim().windowFrom(), view.claim().windowTo(), ObtainedFrom.OWN_RECORD,
                ObtainedHow.DOWNLOADED, t.today(), null, null, null, null, "record.pdf", null, Samples.pdf(t.claim + view.round())),
                t.service.specialist());
        t.task("gatherEvidence", t.service.specialist(), Map.of("declaration", true));
    }

    private static Consumer<Trip> review(String decision) {
        return t -> t.task("reviewEvidence", t.service.validator(), Map.of("evidenceDecision", decision));
    }

    /** The next payer's statement; the claim will be looked at again once it is paid. */
    private void draft(Trip t) {
        if (t.statements.isEmpty()) {
            jdbc.sql("insert into sample_draw (claim_ref, seed, one_in, chosen, drawn_at) values (?, 1, 1, true, now())").params(t.claim).update();
        }
        t.statements.add(money.drafted(t.service, List.of("haringey", "barnet", "lcf").get(t.statements.size())));
    }

    private void pay(Trip t) {
        var last = t.statements.get(t.statements.size() - 1);
        var more = t.open("checkDraft").isPresent() ? "checkDraft" : t.open("firstApproval").isPresent() ? "firstApproval"
                : t.open("secondApproval").isPresent() ? "secondApproval" : "";
        switch (more) {
            case "checkDraft" -> t.task(more, t.service.finance(), Map.of("draftDecision", "ready"));
            case "firstApproval" -> t.task(more, t.service.financeB(), Map.of("approvalDecision", "approved"));
            case "secondApproval" -> t.task(more, t.service.financeC(), Map.of("approvalDecision", "approved"));
            default -> settlement.importRemittance("paid.csv", money.remittance(last), t.service.finance());
        }
        if (!more.isEmpty()) {
            t.next(this::pay);
        }
    }
}
