package org.placewell.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.contract.domain.Decision;
import org.placewell.contract.domain.Decision.Kind;
import org.placewell.contract.domain.Facts.Appointment;
import org.placewell.contract.domain.Facts.Score;

@DisplayName("What the calculator answers about work: how far it has come, what is still needed, and from which day it counts")
class WorkAnswersTest {

    private static final String ANY = "hours-per-week: any, jobs: any, breaks: none";

    @Test
    @DisplayName("Weeks in work are told as the week one is in, never beyond the last, and what is left is one week at least")
    void weekByWeek() {
        var rule = OneRule.when("weeks-in-work: { count: 4, within: 4, " + ANY + " }");
        var job = "J-1 2026-02-02 20h";
        assertThat(rule.at(job, "2026-02-02")).satisfies(is("Week 1 of 4 in work (job J-1 since 2 February)", "4 more weeks in work"));
        assertThat(rule.at(job, "2026-02-07")).satisfies(is("Week 1 of 4 in work", "4 more weeks in work"));
        assertThat(rule.at(job, "2026-02-08")).satisfies(is("Week 2 of 4 in work", "3 more weeks in work"));
        assertThat(rule.at(job, "2026-02-28")).satisfies(is("Week 4 of 4 in work", "1 more week in work"));
        assertThat(rule.at(job, "2026-03-01")).returns(Kind.PAYABLE, Decision::kind).returns(LocalDate.of(2026, 2, 2), Decision::windowFrom)
                .satisfies(decision -> assertThat(decision.text()).contains("4 weeks in work (job J-1 since 2 February), reached on 1 March"));
    }

    @Test
    @DisplayName("Hours that rise in the middle of a week count from the next week of the work on, and the last of the weeks is foretold")
    void hoursRise() {
        var rule = OneRule.when("weeks-in-work: { count: 4, within: 4, hours-per-week: { from: 16, measured: every-week }, jobs: any, breaks: none }");
        var rises = rule.at("J-1 2026-02-02 10h 20h@2026-02-07", "2026-02-07");
        assertThat(rises).returns(Kind.NOT_YET, Decision::kind).returns(LocalDate.of(2026, 3, 8), Decision::earliest);
        assertThat(rule.at("J-1 2026-02-02 10h", "2026-02-07")).satisfies(is(
                "0 of 4 weeks at 16 hours or more a week. In work, but not at 16 hours or more a week as things stand", "4 weeks at 16 hours or more a week"));
        assertThat(rule.at("J-1 2026-02-02..2026-02-05 20h", "2026-02-07")).satisfies(is("Not in work at present", "4 weeks at 16 hours or more a week"));
    }

    @Test
    @DisplayName("So many of so many weeks is said in full, also when there is no job that counts")
    void scattered() {
        var rule = OneRule.when("weeks-in-work: { count: 3, within: 5, " + ANY + " }");
        assertThat(rule.at("", "2026-02-07")).satisfies(is("No job that counts has begun", "the start of a job"));
        assertThat(rule.at("J-1 2026-02-02..2026-02-05 20h", "2026-02-07")).satisfies(is("0 of 3 weeks in work. Not in work at present", "3 weeks within 5 in work"));
        var two = rule.at("J-1 2026-02-02..2026-02-20 20h | J-2 2026-02-23 20h", "2026-02-24");
        assertThat(two).returns(LocalDate.of(2026, 3, 1), Decision::earliest)
                .satisfies(is("Week 3 of 3 within 5 in work (job J-1 since 2 February)", "1 more week in work"));
        assertThat(rule.at("J-1 2026-02-02 20h", "2026-02-22").text()).contains("3 weeks within 5 in work (job J-1 since 2 February)");
    }

    @Test
    @DisplayName("Jobs held on the first day of what counts are named; weeks in one job are those of the job that gets there first")
    void whichJob() {
        var any = OneRule.when("weeks-in-work: { count: 2, within: 2, " + ANY + " }");
        assertThat(any.at("J-1 2026-02-02 8h | J-2 2026-02-02..2026-02-05 8h | J-3 2026-02-04 8h", "2026-02-06").text()).contains("(jobs J-1 and J-2 since 2 February)");
        assertThat(any.at("J-1 2026-02-02 8h | J-3 2026-02-04 8h", "2026-02-06").text()).contains("(job J-1 since 2 February)");
        var one = OneRule.when("weeks-in-work: { count: 2, within: 2, hours-per-week: any, jobs: one, breaks: none }");
        assertThat(one.at("J-1 2026-02-04 8h | J-2 2026-02-02 8h", "2026-02-06").text()).contains("(job J-2 since 2 February)").contains("Earliest 15 February");
        assertThat(one.at("J-1 2026-02-02 8h | J-2 2026-02-04 8h", "2026-02-06").text()).contains("(job J-1 since 2 February)");
        assertThat(one.at("J-1 2026-02-02..2026-02-05 8h | J-2 2026-02-04 8h", "2026-02-06").text()).contains("(job J-2 since 4 February)");
        assertThat(one.at("J-1 2026-02-04 8h | J-2 2026-02-02..2026-02-05 8h", "2026-02-06").text()).contains("(job J-1 since 4 February)");
    }

    @Test
    @DisplayName("Days in work: the day that completes them, what is left, and from which day they count")
    void days() {
        var rule = OneRule.when("days-in-work: { count: 5, within: 7 days, hours-per-week: any }");
        var job = "J-1 2026-02-02 20h";
        assertThat(rule.at(job, "2026-02-05")).returns(LocalDate.of(2026, 2, 6), Decision::earliest)
                .satisfies(is("4 of 5 days in work since 2 February", "1 more day in work"));
        assertThat(rule.at(job, "2026-02-06")).returns(LocalDate.of(2026, 2, 6), Decision::windowTo).returns(LocalDate.of(2026, 2, 2), Decision::windowFrom);
        assertThat(rule.at("J-1 2026-02-02..2026-02-03 20h", "2026-02-05")).returns(LocalDate.of(2026, 2, 2), Decision::windowFrom)
                .satisfies(is("2 of 5 days in work", "3 more days in work"));
        // Three days, five away, and the days that fall out of the seven no longer count.
        var again = "J-1 2026-02-02..2026-02-04 20h | J-2 2026-02-10 20h";
        assertThat(rule.at(again, "2026-02-14")).returns(LocalDate.of(2026, 2, 14), Decision::windowTo).returns(LocalDate.of(2026, 2, 8), Decision::windowFrom);
        assertThat(rule.at(again, "2026-02-10").text()).contains("2 of 5 days in work since 8 February");
    }

    @Test
    @DisplayName("Days below the band do not count, and in one job means the days of that job")
    void daysInBand() {
        var band = OneRule.when("days-in-work: { count: 3, within: 9 days, hours-per-week: { from: 8, below: 16, measured: every-week } }");
        assertThat(band.at("J-1 2026-02-02 7h 8h@2026-02-03 16h@2026-02-05 15h@2026-02-07", "2026-02-07")).returns(LocalDate.of(2026, 2, 7), Decision::windowTo)
                .returns(LocalDate.of(2026, 2, 3), Decision::windowFrom);
        assertThat(band.at("J-1 2026-02-02 7h", "2026-02-20")).returns(null, Decision::windowFrom).returns(null, Decision::earliest)
                .satisfies(is("0 of 3 days in work", "3 more days in work"));
        var one = OneRule.when("days-in-work: { count: 4, within: 30 days, hours-per-week: any, jobs: one }");
        assertThat(one.at("J-1 2026-02-02..2026-02-04 8h | J-2 2026-02-05 8h", "2026-02-08").windowFrom()).isEqualTo("2026-02-05");
        assertThat(one.at("J-2 2026-02-05 8h | J-1 2026-02-02..2026-02-05 8h", "2026-02-08").windowFrom()).isEqualTo("2026-02-02");
        assertThat(one.at("J-1 2026-02-02..2026-02-04 8h | J-2 2026-02-05..2026-02-07 8h", "2026-02-08").kind()).isEqualTo(Kind.NOT_YET);
    }

    @Test
    @DisplayName("Days that count from another outcome wait for it; without a job there is nothing to count")
    void anchoredDays() {
        var rule = OneRule.when("days-in-work: { count: 2, within: 30 days after acceptance, hours-per-week: any }");
        assertThat(rule.at("J-1 2026-01-07 20h", "2026-01-10")).returns(LocalDate.of(2026, 1, 10), Decision::windowTo)
                .returns(LocalDate.of(2026, 1, 9), Decision::windowFrom);
        assertThat(rule.at("", "2026-01-10").text()).contains("No job that counts has begun");
        var job = OneRule.when("days-in-work: { count: 2, within: 30 days after job, hours-per-week: any }");
        assertThat(job.at("", "2026-01-10")).returns(Kind.NOT_YET, Decision::kind)
                .satisfies(is("Days in work count from the job's start, which is not reached", "the job's start"));
    }

    @Test
    @DisplayName("A full day or so many hours: exactly as many are enough, and the earliest such job is the one")
    void start() {
        var rule = OneRule.when("paid-competitive-work: { full-days: 1, or-hours: 4 }");
        assertThat(rule.at("J-1 2026-02-02 20h worked=4h", "2026-02-03").windowTo()).isEqualTo("2026-02-02");
        assertThat(rule.at("J-1 2026-02-02 20h worked=3h59m", "2026-02-03")).satisfies(is(
                "Job J-1 has begun, but 1 full day or 4 hours of work are not on record", "a record of 1 full day or 4 hours worked"));
        assertThat(rule.at("J-1 2026-02-04 20h day1 | J-2 2026-02-02 20h day1", "2026-02-05").windowTo()).isEqualTo("2026-02-02");
        assertThat(rule.at("J-2 2026-02-02 20h day1 | J-1 2026-02-04 20h day1", "2026-02-05").text()).contains("Job J-2 begun on 2 February");
    }

    @Test
    @DisplayName("A kept job: the week one is in, what is left, and time away told by its first day, today included")
    void kept() {
        var rule = OneRule.when("job-kept: { count: 3, within: 3, hours-per-week: { from: 8, measured: every-week }, return: does-not-count, breaks: none }");
        var job = "J-0 2024-05-01 20h held";
        assertThat(rule.at(job, "2026-01-11")).satisfies(is("Week 2 of 3 weeks in the job held when referred, at 8 hours or more a week (since 5 January)",
                "2 more weeks in the job held when referred"));
        assertThat(rule.at(job, "2026-01-24")).satisfies(is("Week 3 of 3 weeks", "1 more week in the job held when referred"));
        assertThat(rule.at(job, "2026-01-25").text()).contains("3 weeks in the job held when referred, at 8 hours or more a week (since 5 January)");
        assertThat(rule.at(job + " break=2026-01-08..2026-01-12", "2026-01-08").text()).contains("Away from the job held when referred on 8 January");
        assertThat(rule.at(job + " break=2026-01-03..2026-01-06", "2026-01-20").text()).contains("on 5 January, and it has to be kept");
        assertThat(rule.at(job + " break=2026-01-26..2026-01-27", "2026-01-30").isPayable()).isTrue();
        assertThat(rule.at(job + " break=2026-01-25..2026-01-27", "2026-01-30").kind()).isEqualTo(Kind.NEVER);
        assertThat(rule.at("J-0 2024-05-01 5h held", "2026-01-20")).satisfies(is("0 of 3 weeks in the job held when referred",
                "3 weeks in the job held when referred, at 8 hours or more a week"));
    }

    @Test
    @DisplayName("Whoever is away may return, unless the job has ended; hours that rise in a week count from the next one")
    void returned() {
        var rule = OneRule.when("job-kept: { count: 2, within: 4, hours-per-week: { from: 8, measured: every-week }, return: counts, breaks: none }");
        var wanted = "2 weeks within 4 in the job held when referred, at 8 hours or more a week";
        assertThat(rule.at("J-0 2024-05-01 20h held break=2026-01-02..2026-04-01", "2026-01-20")).satisfies(is("0 of " + wanted + ". Away from it at present",
                "the return to the job held when referred"));
        assertThat(rule.at("J-0 2024-05-01..2026-01-10 20h held", "2026-01-20")).satisfies(is("0 of " + wanted + ". Away from it at present", wanted));
        assertThat(rule.at("J-0 2024-05-01..2026-01-10 20h held | J-9 2024-05-01 20h held break=2025-12-02..2026-04-01", "2026-01-20").missing())
                .containsExactly("the return to the job held when referred");
        assertThat(rule.at("J-0 2024-05-01 4h held 9h@2026-01-10", "2026-01-10")).returns(LocalDate.of(2026, 1, 25), Decision::earliest);
        assertThat(rule.at("J-0 2024-05-01 20h held break=2026-01-12..2026-01-12", "2026-01-13").text()).contains("Week 2 of 2 weeks within 4");
    }

    @Test
    @DisplayName("Appointments and scores: what is left is counted, and a score that moves too little is not enough")
    void meetingsAndScores() {
        var meetings = OneRule.when("appointments-attended: 3");
        assertThat(meetings.seen("2026-02-01", new Appointment(LocalDate.of(2026, 1, 6), true))).satisfies(is("1 of 3 appointments attended",
                "2 more appointments attended"));
        var score = OneRule.when("score-change: { measure: confidence, rises-by: 3, at: 2 months after referral, give-or-take: 7 days }");
        assertThat(score.scored("2026-03-10", score("2026-01-09", 4), score("2026-03-05", 6)).kind()).isEqualTo(Kind.NOT_YET);
        assertThat(score.scored("2026-03-10", score("2026-01-09", 4), score("2026-03-05", 7)).isPayable()).isTrue();
    }

    @Test
    @DisplayName("Pay periods are added up by their last day, in whatever order they were recorded; the job that earns it first decides")
    void pay() {
        var rule = OneRule.when("earnings: { reach: £300, within: 90 days, jobs: one }");
        var pay = "pay=2026-03-01..2026-03-07:200 pay=2026-02-02..2026-02-08:200 pay=2026-02-09..2026-02-15:200";
        assertThat(rule.at("J-1 2026-02-02 20h " + pay, "2026-03-20").windowTo()).isEqualTo("2026-02-15");
        var other = "J-2 2026-02-02 20h pay=2026-02-02..2026-02-10:300";
        assertThat(rule.at("J-1 2026-02-02 20h " + pay + " | " + other, "2026-03-20").windowTo()).isEqualTo("2026-02-10");
        assertThat(rule.at(other + " | J-1 2026-02-02 20h " + pay, "2026-03-20").windowTo()).isEqualTo("2026-02-10");
    }

    private static Score score(String day, int value) {
        return new Score("confidence", LocalDate.parse(day), value);
    }

    /** Not yet, with these words in the explanation and exactly this still missing. */
    private static java.util.function.Consumer<Decision> is(String progress, String missing) {
        return decision -> {
            assertThat(decision.kind()).isEqualTo(Kind.NOT_YET);
            assertThat(decision.text()).contains(progress);
            assertThat(decision.missing()).containsExactly(missing);
        };
    }
}
