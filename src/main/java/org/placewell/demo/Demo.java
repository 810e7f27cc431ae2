package org.placewell.demo;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.placewell.demo.Cast.Company;
import org.placewell.shared.WorkingDays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The demo service: at its first start five services live through a year, at later starts only the clock is set. Both happen
 * before the first page is served and before the engine runs jobs of its own.
 */
@Component
@Profile("demo")
class Demo implements SmartLifecycle {

    /** The same people in every demo. */
    static final long SEED = 17;
    static final int DAYS = 400;

    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
    private final Services services;
    private final Cast cast;
    private final JdbcClient jdbc;
    private final boolean load;
    private volatile boolean running;

    Demo(Services services, Cast cast, JdbcClient jdbc, @Value("${placewell.demo.load:true}") boolean load) {
        this.services = services;
        this.cast = cast;
        this.jdbc = jdbc;
        this.load = load;
    }

    @Override
    public void start() {
        var offset = offset();
        if (offset.isPresent()) {
            services.clock().runFrom(offset.get());
        } else if (load) {
            load();
        }
        running = true;
    }

    /** Earlier than anything that serves pages or runs jobs. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1000;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** How far the demo's clock is from the machine's; empty before the demo is loaded. */
    Optional<Duration> offset() {
        return jdbc.sql("select clock_offset_s from demo_state").query(Long.class).optional().map(Duration::ofSeconds);
    }

    /** Moves the clock forward for good and lets what has become due happen. */
    void forward(int days) {
        var offset = services.clock().offset().plusDays(days);
        jdbc.sql("update demo_state set clock_offset_s = ?").param(offset.toSeconds()).update();
        services.clock().runFrom(offset);
        services.jobs().runDueBesideOthers();
    }

    private void load() {
        var began = System.nanoTime();
        var today = services.clock().today();
        var companies = cast.demo();
        var walker = new Walker(services, companies);
        var lives = lives(companies, today);
        lives.forEach(walker::add);
        companies.forEach(company -> walker.payments(company.contract(), today.minusDays(240), today.minusDays(20), company.contract().startsWith("wla") ? 6 : 2));
        companies.forEach(company -> Specialists.plan(services, walker, company, today.minusDays(DAYS - 1), today));
        // The latest statements stand at each step of their way.
        var payers = services.contracts().inForce(companies.get(0).contract(), today).payers();
        var stops = List.of("checkDraft", "firstApproval", "secondApproval");
        for (int i = 0; i < payers.size(); i++) {
            walker.statement(companies.get(0).contract(), payers.get(i).id(), workday(today, 5), stops.get(i % stops.size()));
        }
        walker.reversal(companies.get(1).contract(), workday(today, 1));
        Routine.plan(services, walker, companies.get(0), today);
        walker.investorAndOddPayments(companies.get(0).contract(), workday(today, 2));
        LOG.info("The demo service is being loaded: {} fictional people, {} days. This takes up to a minute, once.", lives.size(), DAYS);
        int[] told = {0};
        walker.walk(today.minusDays(DAYS), today, day -> {
            int percent = (int) (100 * (DAYS - (today.toEpochDay() - day.toEpochDay())) / DAYS);
            if (percent >= told[0] + 20) {
                told[0] = percent;
                LOG.info("Demo service: {} %", percent);
            }
        });
        services.clock().runFrom(Duration.ZERO);
        jdbc.sql("insert into demo_state (loaded_at, seed, clock_offset_s) values (?, ?, 0)")
                .params(java.sql.Timestamp.from(services.clock().instant()), SEED).update();
        LOG.info("The demo service is ready after {} s", (System.nanoTime() - began) / 1_000_000_000);
        if (!walker.refusals().isEmpty()) {
            LOG.info("Refused on the way: {}", walker.refusals());
        }
    }

    /** Most people came over the year, some in the last weeks; a few lives are chosen so that every stage has somebody in it. */
    private static List<Life> lives(List<Company> companies, LocalDate today) {
        var lives = new ArrayList<Life>();
        for (int i = 0; i < 72; i++) {
            var company = companies.get(i % 8 < 4 ? 0 : i % 8 < 6 ? 1 : i % 8 == 6 ? 2 : 3);
            var referred = i < 60 ? today.minusDays(DAYS - 5 - i * 5L) : today.minusDays(70 - (i - 60) * 4L);
            var life = new Life(i, SEED, company.contract(), referred, 19, 58);
            if (i % 3 == 1 && life.jobs.isEmpty() && life.triage == Life.Triage.ACCEPT) {
                life.planJob(life.profileAfter + 30 + i % 40);
            }
            life.evidenceLeftOpen = i % 9 == 4;
            lives.add(life);
        }
        var first = companies.get(0).contract();
        var second = companies.get(1).contract();
        lives.add(special(80, first, workday(today, 1), life -> life.triage = Life.Triage.LEAVE_OPEN));
        lives.add(special(81, first, workday(today, 2), life -> life.triage = Life.Triage.LEAVE_OPEN));
        lives.add(special(82, second, workday(today, 1), life -> life.triage = Life.Triage.LEAVE_OPEN));
        lives.add(special(83, first, workday(today, 6), life -> {
            life.triage = Life.Triage.ASK_FIRST;
            life.answersQuestion = false;
        }));
        lives.add(special(84, second, workday(today, 6), life -> {
            life.triage = Life.Triage.ASK_FIRST;
            life.answersQuestion = false;
        }));
        lives.add(special(85, first, workday(today, 22), life -> life.triage = Life.Triage.HAND_BACK));
        Life held = null;
        for (int i = 86; i < 93; i++) {
            held = special(i, i % 2 == 0 ? first : second, today.minusDays(100 - i), life -> life.heldBack = true);
            lives.add(held);
        }
        lives.add(special(97, first, today.minusDays(200), life -> life.endsEarly(90, "died")));
        lives.add(special(93, second, today.minusDays(150), life -> life.endsEarly(60, "withdrew")));
        var known = special(94, first, today.minusDays(60), life -> { });
        lives.add(known);
        lives.add(new Life(95, SEED, known, workday(today, 28)));
        lives.addAll(ofTheTrial(today));
        // Nobody has decided yet whether this is the last of those who wait.
        var undecided = new Life(96, SEED, held, workday(today, 1));
        undecided.duplicateLeftOpen = true;
        lives.add(undecided);
        return lives;
    }

    /** A trial with people in both arms and one who takes no part, and in the last days more referrals than its contract expects. */
    private static List<Life> ofTheTrial(LocalDate today) {
        var lives = new ArrayList<Life>();
        for (int i = 0; i < 10; i++) {
            var life = special(110 + i, Cast.TRIAL, today.minusDays(230 - i * 20L), one -> { });
            life.declinesTrial = i == 4;
            lives.add(life);
        }
        for (int i = 0; i < 6; i++) {
            lives.add(special(120 + i, Cast.TRIAL, workday(today, 3 - i / 2), life -> life.triage = Life.Triage.LEAVE_OPEN));
        }
        return lives;
    }

    /** So many working days back. */
    private static LocalDate workday(LocalDate today, int back) {
        var day = today;
        for (int left = back; left > 0; left--) {
            do {
                day = day.minusDays(1);
            } while (!WorkingDays.isWorkingDay(day));
        }
        return day;
    }

    private static Life special(int number, String contract, LocalDate referred, java.util.function.Consumer<Life> turn) {
        var life = new Life(number, SEED, contract, referred, 19, 58);
        life.triage = Life.Triage.ACCEPT;
        life.leavesList = false;
        life.fades = false;
        life.endsEarlyAfter = -1;
        turn.accept(life);
        return life;
    }
}
