package org.placewell.jobsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.contract.domain.IncomeKind;
import org.placewell.jobsearch.NewJob.WorkType;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.support.Cases;
import org.placewell.support.PlacewellTest;
import org.placewell.support.ProcessDriver;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlacewellTest
class JobRulesTest {

    private static final LocalDate START = LocalDate.of(2026, 3, 2);
    @Autowired
    World world;
    @Autowired
    Cases cases;
    @Autowired
    ProcessDriver driver;
    @Autowired
    JobSearch jobSearch;
    @Autowired
    AgreedPay pay;
    @Autowired
    MovableClock clock;
    @Autowired
    JdbcClient jdbc;
    World.Service service;

    @BeforeEach
    void stop() {
        clock.stopAt(START);
        service = world.under("mhep-haringey-barnet");
    }

    @Test
    @DisplayName("A job start is refused until advice on benefits has been offered, and the refusal names the rule")
    void adviceFirst() {
        var ref = cases.inSupport(service);
        refused(() -> cases.job(service, ref, START), "advice-first", "adviceLate");
        assertThatThrownBy(() -> cases.job(service, ref, START)).hasMessageContaining("benefits counselling before a job start");
        jobSearch.recordAdvice(ref, START, "DECLINED", "BEFORE_WORK", service.specialist());
        assertThat(cases.job(service, ref, START)).startsWith("J-");
    }

    @Test
    @DisplayName("Advice that came after the first day does not count for it; the job is recorded with the reason, and without one it is asked for")
    void adviceLate() {
        var ref = cases.inSupport(service);
        clock.stopAt(START.plusDays(3));
        jobSearch.recordAdvice(ref, START.plusDays(3), "BOOKED", "BEFORE_WORK", service.specialist());
        refused(() -> cases.job(service, ref, START.plusDays(2)), "advice-first", "adviceLate");
        var job = jobSearch.startJob(new NewJob(ref, "High Road Cafe", "N17 8AA", "Barista", EmploymentKind.EMPLOYED, NewJob.WorkType.COMPETITIVE, false,
                START.plusDays(2), 960, true, 0, "TOLD_LATER"), service.specialist());
        assertThat(jdbc.sql("select advice_late from job where ref = ?").param(job).query(String.class).single()).isEqualTo("TOLD_LATER");
        var next = jobSearch.startJob(new NewJob(ref, "High Road Cafe", "N17 8AA", "Cook", EmploymentKind.EMPLOYED, NewJob.WorkType.COMPETITIVE, false,
                START.plusDays(3), 960, true, 0, "TOLD_LATER"), service.specialist());
        assertThat(jdbc.sql("select count(advice_late) from job where ref = ?").param(next).query(Integer.class).single()).as("it was in time").isZero();
    }

    @Test
    @DisplayName("Volunteering, sheltered work and unpaid trials are no job starts; impossible dates and hours name their field")
    void refusals() {
        var ref = cases.searching(service);
        refused(() -> start(ref, WorkType.VOLUNTEERING, START, 960), "not-competitive", "workType");
        refused(() -> start(ref, WorkType.SHELTERED, START, 960), "not-competitive", "workType");
        refused(() -> start(ref, WorkType.UNPAID_TRIAL, START, 960), "not-competitive", "workType");
        refused(() -> start(ref, WorkType.COMPETITIVE, START.plusDays(1), 960), "future-date", "startedOn");
        refused(() -> start(ref, WorkType.COMPETITIVE, START.minusDays(1), 960), "before-referral", "startedOn");
        refused(() -> start(ref, WorkType.COMPETITIVE, START, 0), "range", "weeklyHours");
        refused(() -> start(ref, WorkType.COMPETITIVE, START, 6001), "range", "weeklyHours");
        start(ref, WorkType.COMPETITIVE, START, 960);
        refused(() -> start(ref, WorkType.COMPETITIVE, START, 960), "stale", "");
        assertThat(jobSearch.jobs(ref)).hasSize(1);
    }

    @Test
    @DisplayName("Two jobs side by side; hours, breaks, pay and an end stay within the job and do not overlap")
    void withinTheJob() {
        var ref = cases.searching(service);
        var job = cases.job(service, ref, START);
        cases.job(service, ref, START);
        assertThat(jobSearch.jobs(ref)).hasSize(2);
        clock.stopAt(START.plusDays(30));
        jobSearch.changeHours(job, START.plusDays(7), 1200, service.specialist());
        assertThat(jobSearch.job(job).orElseThrow().minutesOn(START.plusDays(6))).isEqualTo(960);
        assertThat(jobSearch.job(job).orElseThrow().minutesOn(START.plusDays(7))).isEqualTo(1200);
        refused(() -> jobSearch.changeHours(job, START.minusDays(1), 960, service.specialist()), "before-job", "fromDate");
        pay.atStart(job, 12_60, PayPeriod.HOUR, service.specialist());
        pay.change(job, START.plusDays(7), 1_650_00, PayPeriod.MONTH, service.specialist());
        assertThat(jobSearch.job(job).orElseThrow().rates()).extracting(JobView.Rate::from, JobView.Rate::words)
                .containsExactly(tuple(START, "£12.60 an hour"), tuple(START.plusDays(7), "£1,650 a month"));
        refused(() -> pay.change(job, START.minusDays(1), 12_60, PayPeriod.HOUR, service.specialist()), "before-job", "fromDate");
        refused(() -> pay.change(job, START.plusDays(8), 1_650_00, PayPeriod.HOUR, service.specialist()), "range", "payRate");
        refused(() -> pay.change(job, START.plusDays(8), 12_60, PayPeriod.YEAR, service.specialist()), "range", "payRate");
        jobSearch.recordBreak(job, START.plusDays(10), null, "SICKNESS", service.specialist());
        refused(() -> jobSearch.recordBreak(job, START.plusDays(12), START.plusDays(13), "OTHER", service.specialist()), "overlap", "fromDate");
        jobSearch.recordBreak(job, START.plusDays(10), START.plusDays(12), "SICKNESS", service.specialist());
        assertThat(jobSearch.job(job).orElseThrow().breaks()).hasSize(1);
        jobSearch.recordEarnings(job, START, START.plusDays(6), 20000, IncomeKind.WAGES, service.specialist());
        jobSearch.recordEarnings(job, START, START.plusDays(6), 5000, IncomeKind.TAX_REFUND, service.specialist());
        refused(() -> jobSearch.recordEarnings(job, START.plusDays(6), START.plusDays(8), 20000, IncomeKind.WAGES, service.specialist()), "overlap", "fromDate");
        refused(() -> jobSearch.endJob(job, START.plusDays(11), JobEndReason.RESIGNED, service.specialist()), "after-end", "endedOn");
        jobSearch.endJob(job, START.plusDays(20), JobEndReason.RESIGNED, service.specialist());
        refused(() -> jobSearch.endJob(job, START.plusDays(20), JobEndReason.RESIGNED, service.specialist()), "stale", "");
        refused(() -> jobSearch.changeHours(job, START.plusDays(21), 960, service.specialist()), "after-job", "fromDate");
    }

    @Test
    @DisplayName("Appointments: a plan lies ahead, an outcome behind; each is recorded once")
    void appointments() {
        var ref = cases.inSupport(service);
        refused(() -> jobSearch.recordAppointment(ref, START.plusDays(1), "VIDEO", Attendance.ATTENDED, service.specialist()), "future-date",
                "onDate");
        int number = jobSearch.recordAppointment(ref, START.plusDays(3), "FACE_TO_FACE", Attendance.PLANNED, service.specialist());
        refused(() -> jobSearch.recordAttendance(ref, number, Attendance.ATTENDED, service.specialist()), "future-date", "number");
        clock.stopAt(START.plusDays(3));
        jobSearch.recordAttendance(ref, number, Attendance.ATTENDED, service.specialist());
        refused(() -> jobSearch.recordAttendance(ref, number, Attendance.DID_NOT_ATTEND, service.specialist()), "stale", "");
        refused(() -> jobSearch.recordAppointment(ref, START, "VIDEO", Attendance.PLANNED, service.specialist()), "past-plan", "outcome");
        assertThat(jobSearch.appointments(ref)).extracting(AppointmentView::attended).containsExactly(true);
    }

    @Test
    @DisplayName("A wellbeing score lies in its measure's range, once a day")
    void scores() {
        var ref = cases.inSupport(service);
        refused(() -> jobSearch.recordScore(ref, "TOP_WELLBEING", START, 21, service.specialist()), "range", "value");
        refused(() -> jobSearch.recordScore(ref, "SWEMWBS", START, 6, service.specialist()), "range", "value");
        jobSearch.recordScore(ref, "TOP_WELLBEING", START, 20, service.specialist());
        refused(() -> jobSearch.recordScore(ref, "TOP_WELLBEING", START, 19, service.specialist()), "recorded-already", "onDate");
    }

    @Test
    @DisplayName("Another specialist and another team's leader find nothing; the clinician may see but not record")
    void scope() {
        var ref = cases.searching(service);
        var job = cases.job(service, ref, START);
        var other = world.under("mhep-haringey-barnet");
        assertThatThrownBy(() -> jobSearch.recordScore(ref, "SWEMWBS", START, 20, service.specialistB())).isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> jobSearch.endJob(job, START, JobEndReason.OTHER, service.specialistB())).isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> jobSearch.endJob(job, START, JobEndReason.OTHER, other.leader())).isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> jobSearch.recordScore(ref, "SWEMWBS", START, 20, service.clinician())).isInstanceOf(Problem.Forbidden.class);
        jobSearch.recordScore(ref, "SWEMWBS", START, 20, service.leader());
    }

    private String start(String ref, WorkType type, LocalDate on, int minutes) {
        return jobSearch.startJob(new NewJob(ref, "High Road Cafe", "N17 8AA", "Barista", EmploymentKind.EMPLOYED, type, false, on, minutes, true, 0),
                service.specialist());
    }

    private static void refused(ThrowingCallable command, String code, String field) {
        assertThatThrownBy(command).asInstanceOf(type(Problem.class)).satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.field()).isEqualTo(field);
        });
    }
}
