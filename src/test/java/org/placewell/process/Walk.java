package org.placewell.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.placewell.evidence.NewPaper;
import org.placewell.evidence.PaperView.ObtainedFrom;
import org.placewell.evidence.PaperView.ObtainedHow;
import org.placewell.evidence.Samples;
import org.placewell.referral.EndReason;
import org.placewell.referral.NewReferral.Who;
import org.placewell.security.Actor;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.support.Filling.FormRefused;
import org.placewell.support.Referring;
import org.placewell.support.World;
import org.placewell.workflow.WorkItem;

/**
 * A small service in which people do things in a random order, sensible or not, for as long as the walk lasts. Everything random comes from
 * one generator, so that the seed plays it again. A refusal is an answer; any other fault of the program ends the walk.
 */
final class Walk {

    private static final LocalDate START = LocalDate.of(2026, 3, 2);
    private static final List<String> ABOUT_PERSON = List.of("changeConsent", "jumpQueue", "recordOutreach", "offerPlace", "offerPlace", "offerPlace",
            "transferClient", "recordAppointment", "recordAppointment", "recordAppointment", "appointmentOutcome", "changeProfile",
                    "recordEmployerContact",
            "adviceOffered", "recordScore", "contactLost", "backInTouch", "supportFinished", "startJob", "startJob", "startJob", "correctRecord",
                    "endCase");
    private static final List<String> ABOUT_JOB = List.of("changeHours", "changePay", "recordBreak", "recordEarnings", "endJob", "employerWish");
    private static final List<String> PAPERS = List.of("appointment-record", "signed-vocational-profile", "payslip", "employer-confirmation",
            "payslips-covering-window", "payroll-record");
    private final RandomWalkTest the;
    private final Random random;
    private final World.Service service;
    private final World.Service strangers;
    private final List<String> done = new ArrayList<>();
    private final Map<String, Integer> tally = new TreeMap<>();
    private final List<String> closedTasks = new ArrayList<>();
    private Instant now = START.atTime(9, 0).atZone(MovableClock.LONDON).toInstant();

    Walk(RandomWalkTest the, Random random) {
        this.the = the;
        this.random = random;
        this.service = the.money.service();
        this.strangers = the.strangers;
        the.clock.stopAt(START);
    }

    /** What was done and refused, by kind. */
    Map<String, Integer> tally() {
        return tally;
    }

    List<String> referrals() {
        return the.jdbc.sql("select ref from referral where team_id = ? order by arrival").param(service.team()).query(String.class).list();
    }

    /** People are referred, then so many things happen. */
    void go(int people, int steps) {
        for (int i = 0; i < people; i++) {
            begin(i % 5);
        }
        for (int i = 0; i < steps; i++) {
            try {
                step();
                the.checks.now(service, referrals());
            } catch (RuntimeException | AssertionError fault) {
                throw new AssertionError("after step " + i + ", " + done.subList(Math.max(0, done.size() - 12), done.size()) + ": " + fault, fault);
            }
        }
    }

    /** Some begin at the door, some wait, some are supported, some have a job: so that short walks reach the far ends as well. */
    private void begin(int where) {
        switch (where) {
            case 2 -> the.referring.waiting(service);
            case 3 -> the.referring.inSupport(service, START);
            case 4 -> {
                var ref = the.referring.inSupport(service, START);
                the.filling.task(the.driver.open("vocationalProfile", ref), service.specialist(), Map.of("signed", "yes"), null);
                the.driver.runDue(ref);
                the.filling.task(the.driver.open("benefitsAdvice", ref), service.specialist(), Map.of("answer", "takenUp"), null);
                the.driver.runDue(ref);
                the.filling.command("startJob", ref, service.specialist(), Map.of("workType", "competitive"), null);
            }
            default -> the.referrals.submit(Referring.someone(service), service.clinician());
        }
    }

    private void step() {
        the.clock.stopAt(now);
        switch (random.nextInt(20)) {
            case 0, 1, 2 -> attempt("time", this::letTimePass);
            case 3 -> attempt("twice", this::closedTask);
            case 4 -> attempt("stranger", this::stranger);
            case 5 -> attempt("moved task", this::move);
            case 6, 7, 8, 9 -> attempt("about person", () -> command(pick(ABOUT_PERSON), pick(referrals())));
            case 10, 11 -> attempt("about job", () -> command(pick(ABOUT_JOB), pick(refs("select ref from job where referral_ref = any (?)"))));
            case 12 -> attempt("paper", this::paper);
            case 13 -> attempt("money", this::money);
            case 14 -> attempt("referred again", this::again);
            default -> attempt("task", this::task);
        }
        if (random.nextInt(3) > 0) {
            runDue();
        }
        now = the.clock.instant();
    }

    private void attempt(String kind, Runnable act) {
        String outcome;
        try {
            act.run();
            outcome = "done";
        } catch (Problem refused) {
            outcome = "refused";
            done.add(kind + " refused: " + refused.code());
        } catch (FormRefused refused) {
            outcome = "form";
        } catch (NothingThere nothing) {
            outcome = "nothing";
        }
        tally.merge(kind + " " + outcome, 1, Integer::sum);
    }

    private void task() {
        var item = pick(open());
        var actor = pick(people().stream().filter(person -> the.items.open(item.taskId(), person).isPresent()).toList());
        done.add(item.taskKey() + " of " + item.caseRef());
        if (item.taskKey().equals("gatherEvidence") && random.nextInt(4) > 0) {
            paper(item.caseRef());
        }
        the.filling.task(item, actor, sensible(item), random);
        closedTasks.add(item.taskId());
    }

    /** Mostly the answer that leads on, so that walks reach the far ends of the pathway. */
    private Map<String, ?> sensible(WorkItem item) {
        if (random.nextInt(3) == 0) {
            return Map.of();
        }
        return switch (item.taskKey()) {
            case "decideDuplicate" -> Map.of("duplicateDecision", "different");
            case "triageReferral" -> Map.of("decision", "accept");
            case "respondToOffer" -> Map.of("offerAnswer", "accepted");
            case "reviewWaiting" -> Map.of("reviewAnswer", "stillWaiting");
            case "vocationalProfile" -> Map.of("signed", "yes");
            case "checkSustainment" -> Map.of("stillInJob", "yes");
            case "outreach" -> Map.of("result", "reached");
            case "reviewEvidence", "reviewDispute" -> Map.of("evidenceDecision", "accepted");
            case "checkDraft" -> Map.of("draftDecision", "ready");
            case "firstApproval", "secondApproval" -> Map.of("approvalDecision", "approved");
            default -> Map.of();
        };
    }

    private void command(String name, String subject) {
        var actor = pick(people().stream().filter(person -> the.matrix.allows("POST", "/do/" + name + "/" + subject, person)).toList());
        if (name.equals("endCase") && random.nextInt(4) > 0) {
            throw new NothingThere();
        }
        done.add(name + " of " + subject + " on " + the.clock.today());
        var next = the.filling.command(name, subject, actor, given(name), random);
        if (name.equals("correctRecord")) {
            long id = Long.parseLong(next.substring(next.lastIndexOf('/') + 1));
            if (random.nextInt(4) > 0) {
                the.corrections.confirm(id, actor);
            } else {
                the.corrections.drop(id, actor);
            }
        }
    }

    private Map<String, ?> given(String name) {
        var given = new HashMap<String, Object>();
        if (name.equals("startJob") && random.nextInt(4) > 0) {
            given.put("workType", "competitive");
        }
        if (random.nextInt(3) == 0) {
            var day = the.clock.today().minusDays(random.nextInt(60) - 5L).toString();
            List.of("startedOn", "fromDate", "endedOn", "newDate", "onDate", "lostOn", "toDate").forEach(key -> given.put(key, day));
        }
        given.put("otherReferral", pick(referrals()));
        return given;
    }

    /** A task that was done is sent once more. */
    private void closedTask() {
        var id = pick(closedTasks);
        the.desk.submit(id, new org.placewell.workflow.Answers(Map.of()), pick(people()));
        throw new AssertionError("the task " + id + " could be done twice");
    }

    /** Somebody of another service tries a task and a command. */
    private void stranger() {
        var item = pick(open());
        var who = pick(List.of(strangers.leader(), strangers.specialist(), strangers.validator(), strangers.finance(), strangers.clinician()));
        assertThat(the.items.open(item.taskId(), who)).as("seen by a stranger").isEmpty();
        var name = pick(ABOUT_PERSON);
        the.filling.command(name, pick(referrals()), who, given(name), random);
        throw new AssertionError("a stranger could do " + name);
    }

    private void move() {
        var item = pick(open());
        var actor = pick(people().stream().filter(person -> the.items.movable(item.taskId(), person).isPresent()).toList());
        switch (random.nextInt(3)) {
            case 0 -> the.moves.putOff(item.taskId(), the.clock.today().plusDays(random.nextInt(40) - 5L), "Not yet", actor);
            case 1 -> the.moves.handOver(item.taskId(), pick(people()).username(), "Away", actor);
            default -> the.escalations.escalate(item.taskId(), "Stuck", actor);
        }
    }

    private void paper() {
        paper(pick(refs("select ref from outcome_claim where referral_ref = any (?)")));
    }

    private void paper(String claim) {
        var view = the.evidence.get(claim);
        the.evidence.addPaper(claim, new NewPaper(pick(PAPERS), view.claim().windowFrom(), view.claim().windowTo(), ObtainedFrom.CLIENT,
                ObtainedHow.IN_PERSON, the.clock.today(), null, null, null, 18 * 60, "paper.pdf", null, Samples.pdf(claim + random.nextInt(1000))),
                service.specialist());
    }

    private void money() {
        var payer = pick(List.of("haringey", "barnet", "lcf"));
        switch (random.nextInt(4)) {
            case 0 -> the.money.drafted(service, payer);
            case 1 -> {
                var statement = pick(refs("select ref from statement where status = 'INSTRUCTED' and contract_ref = ?", service.contract()));
                the.settlement.importRemittance("paid.csv", the.money.remittance(statement), service.finance());
            }
            case 2 -> the.claims.requestReversal(pick(refs("select ref from outcome_claim where referral_ref = any (?)")), "paidInError", "",
                    pick(finance()));
            default -> the.claims.decideReversal(pick(refs("select claim_ref from reversal v join outcome_claim c on c.ref = v.claim_ref"
                    + " where v.status = 'REQUESTED' and c.referral_ref = any (?)")), random.nextBoolean(), pick(finance()));
        }
    }

    /** The same person once more, or somebody with nearly the same name. */
    private void again() {
        var person = the.referrals.get(pick(referrals())).person();
        var name = random.nextBoolean() ? person.familyName() : person.familyName().substring(0, person.familyName().length() - 1);
        var number = random.nextBoolean() && person.nhsNumber() != null ? person.nhsNumber() : "";
        the.referrals.submit(Referring.someone(service, new Who(number, number.isEmpty() ? "notKnown" : "", person.givenName(), name,
                person.birthDate(), "", "", "Haringey")), service.clinician());
    }

    private void letTimePass() {
        var until = now.plusSeconds(86_400L * (1 + random.nextInt(random.nextInt(4) == 0 ? 90 : 14)));
        runDue();
        for (var next = job(false); next.isPresent() && !next.get().at().isAfter(until); next = job(false)) {
            the.clock.stopAt(next.get().at());
            runDue();
        }
        the.clock.stopAt(until);
    }

    /** Runs what is due, in turn, until nothing is; a job that fails is a fault. */
    void runDue() {
        int ran = 0;
        for (var job = job(true); job.isPresent(); job = job(true)) {
            the.management.executeJob(job.get().id());
            assertThat(++ran).as("jobs in a row").isLessThan(1000);
        }
    }

    private Optional<WalkChecks.Due> job(boolean due) {
        return the.checks.job(service, due, the.clock.instant());
    }

    /** Ends whatever is still open, and lets the last deadlines fall. */
    void end() {
        the.clock.stopAt(now);
        for (var ref : referrals()) {
            if (the.referrals.get(ref).isOpen()) {
                the.referrals.endEarly(ref, EndReason.WITHDREW, the.clock.today(), service.leader());
            }
        }
        runDue();
        the.checks.ended(service, referrals());
    }

    private List<WorkItem> open() {
        return the.checks.keys(service).stream().flatMap(ref -> the.items.openFor(ref).stream()).distinct().toList();
    }

    private List<String> refs(String sql) {
        return the.jdbc.sql(sql + " order by 1").param(referrals().toArray(String[]::new)).query(String.class).list();
    }

    private List<String> refs(String sql, String param) {
        return the.jdbc.sql(sql + " order by 1").param(param).query(String.class).list();
    }

    private List<Actor> people() {
        return List.of(service.clinician(), service.leader(), service.specialist(), service.specialistB(), service.validator(), service.validatorB(),
                service.finance(), service.financeB(), service.financeC());
    }

    private List<Actor> finance() {
        return List.of(service.finance(), service.financeB(), service.financeC());
    }

    private <T> T pick(List<T> from) {
        if (from.isEmpty()) {
            throw new NothingThere();
        }
        return from.get(random.nextInt(from.size()));
    }

    /** There is nothing of that kind at the moment. */
    private static final class NothingThere extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
