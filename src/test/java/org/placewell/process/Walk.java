package org.placewell.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.placewell.referral.EndReason;
import org.placewell.referral.NewReferral.Who;
import org.placewell.security.Actor;
import org.placewell.security.Role;
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
    final RandomWalkTest the;
    final Random random;
    final World.Service service;
    private final WalkContract contract;
    private final WalkCommands commands;
    private final WalkAnswers answers;
    final WalkMoney money;
    private final List<Actor> moreHands;
    private final World.Service strangers;
    private final List<String> done = new ArrayList<>();
    private final Map<String, Integer> tally = new TreeMap<>();
    private final Map<String, Actor> closedTasks = new LinkedHashMap<>();
    private Map<String, String> stands = Map.of();
    private int steps;
    private Instant now = START.atTime(9, 0).atZone(MovableClock.LONDON).toInstant();

    Walk(RandomWalkTest the, Random random, WalkContract contract) {
        this.the = the;
        this.random = random;
        this.contract = contract;
        the.clock.stopAt(START);
        this.service = contract.service(the.money);
        this.strangers = the.strangers;
        this.commands = new WalkCommands(the.jdbc, service, random);
        this.answers = new WalkAnswers(random);
        this.money = new WalkMoney(this);
        this.moreHands = Stream.concat(Stream.of("c", "d", "e", "f").map(which -> person(Role.VALIDATOR, which)),
                Stream.of("e", "f", "g", "h").map(which -> person(Role.FINANCE, which))).toList();
    }

    /**
     * Three rounds of questions can have four reviewers, and a dispute is decided by none of them; a statement with two credits can have
     * four people of finance who asked for or decided them, and is drafted and approved by others.
     */
    private Actor person(Role role, String which) {
        var username = role.name().toLowerCase(Locale.ROOT) + which + service.number();
        the.register.person(username, username, "correct horse battery", false);
        the.register.grant(username, role, "office" + service.number(), null, service.contract());
        return the.actors.find(username).orElseThrow();
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
        for (int i = people - 1; i >= 0; i--) {
            begin(i % 5);
        }
        for (int i = 0; i < steps; i++) {
            watched(this::step);
        }
    }

    /** Takes a step and looks at what it has left behind; a fault says what was done last. */
    void watched(Runnable step) {
        try {
            step.run();
            stands = quick();
            if (++steps % 15 == 0) {
                the.holders.check(service, people());
            }
        } catch (RuntimeException | AssertionError fault) {
            var last = done.subList(Math.max(0, done.size() - 12), done.size());
            throw new AssertionError(contract + ", after step " + steps + ", " + last + ": " + fault, fault);
        }
    }

    /** Everything that is asked after a step; returns how all stand. */
    private Map<String, String> quick() {
        the.checks.now(service, referrals());
        the.tasks.everyOneCanBeOpened(service, people());
        var after = the.statuses.now(service);
        WalkMoves.check(stands, after);
        return after;
    }

    /** All that is ever asked of a walk, at once. */
    void look() {
        quick();
        the.holders.check(service, people());
    }

    /** Some begin at the door, some wait, some are supported, some have a job: so that short walks reach the far ends as well. */
    private void begin(int where) {
        boolean trial = contract == WalkContract.TRIAL;
        switch (where) {
            case 1, 2 -> {
                if (trial) {
                    the.referring.askedAboutTrial(service, START, true);
                } else if (where == 2) {
                    the.referring.waiting(service);
                } else {
                    the.referrals.submit(Referring.someone(service), service.clinician());
                }
            }
            case 3 -> supported();
            case 4 -> {
                var ref = supported();
                the.filling.task(the.driver.open("vocationalProfile", ref), service.specialist(), Map.of("signed", "yes"), null);
                the.driver.runDue(ref);
                the.filling.task(the.driver.open("benefitsAdvice", ref), service.specialist(), Map.of("answer", "takenUp"), null);
                the.driver.runDue(ref);
                boolean held = contract == WalkContract.RETENTION;
                the.filling.command(held ? "recordHeldJob" : "startJob", ref, service.specialist(),
                        Map.of("workType", "competitive", "startedOn", START.minusYears(held ? 2 : 0).toString()), null);
            }
            default -> the.referrals.submit(Referring.someone(service), service.clinician());
        }
    }

    private String supported() {
        if (contract != WalkContract.TRIAL) {
            return the.referring.inSupport(service, START);
        }
        var ref = the.referring.askedAboutTrial(service, START, false);
        the.referring.offer(service, ref);
        the.referring.answer(service, ref, "accepted", START);
        return ref;
    }

    private void step() {
        the.clock.stopAt(now);
        switch (random.nextInt(24)) {
            case 0, 1, 2 -> attempt("time", this::letTimePass);
            case 3 -> attempt("twice", this::closedTask);
            case 4 -> attempt("stranger", this::stranger);
            case 5 -> attempt("moved task", this::move);
            case 6, 7, 8, 9, 10, 11, 12 -> command(commands.fitting(the.clock.today()));
            case 13, 14 -> command(commands.any(the.clock.today()));
            case 15 -> attempt("paper", money::paper);
            case 16 -> attempt("money", money::some);
            case 17 -> attempt("referred again", this::again);
            case 18 -> attempt("passed on", this::passOn);
            default -> task();
        }
        if (random.nextInt(3) > 0) {
            runDue();
        }
        now = the.clock.instant();
    }

    /** Tries something; what came of it is counted, and only a refusal that says why is an answer. */
    void attempt(String kind, Runnable act) {
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
        count(kind, outcome);
    }

    private void count(String kind, String outcome) {
        tally.merge(kind + ", " + outcome, 1, Integer::sum);
    }

    private void task() {
        var open = open();
        if (open.isEmpty()) {
            return;
        }
        var item = pick(open);
        attempt("task " + item.taskKey(), () -> {
            var can = people().stream().filter(person -> the.items.open(item.taskId(), person).isPresent()).toList();
            var actor = random.nextInt(8) == 0 ? pick(people()) : pick(can);
            done.add(item.taskKey() + " of " + item.caseRef());
            if (item.taskKey().equals("gatherEvidence") && random.nextInt(4) > 0) {
                money.paper(item.caseRef());
            }
            var given = answers.ofTask(item, the.clock.today());
            try {
                the.filling.task(item, actor, given, random);
            } catch (Problem.NotFound | Problem.Forbidden refused) {
                assertThat(can).as("refused " + item.taskKey()).doesNotContain(actor);
                throw refused;
            }
            assertThat(can).as("who did " + item.taskKey()).contains(actor);
            closed(item, actor);
        });
    }

    /** Remembers who has done a task. */
    void closed(WorkItem item, Actor actor) {
        closedTasks.put(item.taskId(), actor);
        if (item.assignee() != null && !item.assignee().equals(actor.username())) {
            count("cover acting", "done");
        }
    }

    private void command(WalkCommands.Given what) {
        if (what == null) {
            return;
        }
        attempt(what.name(), () -> {
            var actor = pick(may(what));
            done.add(what.name() + " of " + what.subject() + " on " + the.clock.today() + " by " + actor.username());
            var next = the.filling.command(what.name(), what.subject(), actor, answers.ofCommand(what.name(), the.clock.today(), pick(referrals())),
                    random);
            if (what.name().equals("correctRecord")) {
                long id = Long.parseLong(next.substring(next.lastIndexOf('/') + 1));
                if (random.nextInt(4) > 0) {
                    the.corrections.confirm(id, actor);
                } else {
                    the.corrections.drop(id, actor);
                }
            }
        });
    }

    /** Who may give a command; where it makes sense, whoever has the case, else anybody with the role. */
    private List<Actor> may(WalkCommands.Given what) {
        var may = people().stream().filter(person -> the.matrix.allows("POST", "/do/" + what.name() + "/" + what.subject(), person)).toList();
        if (!what.fits() || !what.subject().startsWith("R-")) {
            return may;
        }
        var others = List.of(service.specialist(), service.specialistB());
        var specialist = the.referrals.get(what.subject()).specialist();
        return may.stream().filter(person -> !others.contains(person) || person.username().equals(specialist)).toList();
    }

    /** A done task is sent once more: by whoever did it, who learns that it is done, or by a stranger, who learns nothing. */
    private void closedTask() {
        var id = pick(List.copyOf(closedTasks.keySet()));
        boolean own = random.nextBoolean();
        try {
            the.desk.submit(id, new org.placewell.workflow.Answers(Map.of()), own ? closedTasks.get(id) : strangers.leader());
        } catch (Problem refused) {
            assertThat(refused).as("a task sent twice").isInstanceOf(own ? Problem.Stale.class : Problem.NotFound.class);
            throw refused;
        }
        throw new AssertionError("the task " + id + " could be done twice");
    }

    /** Somebody of another service tries a task and a command. */
    private void stranger() {
        var who = pick(List.of(strangers.leader(), strangers.specialist(), strangers.validator(), strangers.finance(), strangers.clinician()));
        for (var item : open()) {
            assertThat(the.items.open(item.taskId(), who)).as("seen by a stranger").isEmpty();
        }
        var what = commands.fitting(the.clock.today());
        if (what == null || List.of("new", "mine").contains(what.subject())) {
            throw new NothingThere();
        }
        the.filling.command(what.name(), what.subject(), who, answers.ofCommand(what.name(), the.clock.today(), pick(referrals())), random);
        throw new AssertionError("a stranger could do " + what);
    }

    /** Everybody with one specialist goes to the other one. */
    private void passOn() {
        boolean first = random.nextBoolean();
        var from = (first ? service.specialist() : service.specialistB()).username();
        var to = (first ? service.specialistB() : service.specialist()).username();
        var plan = the.passOn.look(service.team(), from, List.of(to), service.leader());
        var choices = new LinkedHashMap<String, String>();
        plan.people().forEach(row -> choices.put(row.referralRef(), row.suggested() == null ? "" : row.suggested()));
        done.add("caseload of " + from + " passed on: " + choices);
        the.passOn.pass(service.team(), from, choices, "Leaves at the end of the month", service.leader());
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

    /** The next job that is due, or the next timer. */
    Optional<WalkChecks.Due> job(boolean due) {
        return the.checks.job(service, due, the.clock.instant());
    }

    /** Everything comes to its end: for every other seed by what people do and by time alone, else by withdrawal. */
    void end(boolean byItself) {
        the.clock.stopAt(now);
        if (byItself) {
            new WalkEnding(this).all();
        } else {
            for (var ref : referrals()) {
                if (the.referrals.get(ref).isOpen()) {
                    the.referrals.endEarly(ref, EndReason.WITHDREW, the.clock.today(), service.leader());
                }
            }
            runDue();
        }
        the.holders.check(service, people());
        the.checks.ended(service, referrals(), byItself);
    }

    /** What is open in any inbox of the service. */
    List<WorkItem> open() {
        return the.checks.keys(service).stream().flatMap(ref -> the.items.openFor(ref).stream()).distinct().toList();
    }

    /** References found for the referrals of the walk. */
    List<String> refs(String sql) {
        return the.jdbc.sql(sql + " order by 1").param(referrals().toArray(String[]::new)).query(String.class).list();
    }

    /** Everybody of the service. */
    List<Actor> people() {
        return Stream.concat(moreHands.stream(), Stream.of(service.clinician(), service.leader(), service.specialist(), service.specialistB(),
                service.validator(), service.validatorB(),
                service.finance(), service.financeB(), service.financeC(), service.financeD())).toList();
    }

    <T> T pick(List<T> from) {
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
