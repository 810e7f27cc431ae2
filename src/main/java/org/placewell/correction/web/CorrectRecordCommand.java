package org.placewell.correction.web;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.placewell.correction.CorrectionKind;
import org.placewell.correction.NewCorrection;
import org.placewell.correction.RecordCorrections;
import org.placewell.jobsearch.Attendance;
import org.placewell.jobsearch.JobEndReason;
import org.placewell.jobsearch.JobSearch;
import org.placewell.jobsearch.JobView;
import org.placewell.security.Actor;
import org.placewell.shared.Pence;
import org.placewell.shared.Problem;
import org.placewell.shared.Words;
import org.placewell.workflow.Answers;
import org.placewell.workflow.CommandHandler;
import org.placewell.workflow.TaskHandler.Option;
import org.placewell.workflow.TaskHandler.TaskPage;
import org.springframework.stereotype.Component;

/** Says what is wrong on a person's record and what is right: the next page shows what follows from it. */
@Component
class CorrectRecordCommand implements CommandHandler {

    private final RecordCorrections corrections;
    private final JobSearch search;

    CorrectRecordCommand(RecordCorrections corrections, JobSearch search) {
        this.corrections = corrections;
        this.search = search;
    }

    @Override
    public String form() {
        return "correctRecord";
    }

    @Override
    public String title(String subject, Actor actor) {
        return "Correct this record";
    }

    @Override
    public TaskPage page(String referralRef, Actor actor) {
        var referral = corrections.correctable(referralRef, actor);
        var model = new HashMap<String, Object>();
        model.put("referral", referral);
        model.put("earlier", corrections.of(referralRef, actor));
        var jobs = corrections.jobs(referralRef, actor).stream().map(job -> new Option(job[0], job[1])).toList();
        var appointments = search.appointments(referralRef).stream().map(one -> new Option(String.valueOf(one.number()),
                Words.date(one.on()) + ", " + one.outcome().label())).toList();
        var options = new HashMap<String, List<Option>>(Map.of("jobs", jobs, "appointments", appointments));
        options.put("breaks", list(referralRef, job -> job.breaks().stream().map(away -> new Option(job.ref() + "|" + away.from(),
                job.title() + ": " + Words.date(away.from()) + " to " + (away.to() == null ? "now" : Words.date(away.to()))))));
        options.put("pays", list(referralRef, job -> job.earnings().stream().map(pay -> new Option(job.ref() + "|" + pay.from() + "|" + pay.kind(),
                job.title() + ": " + Pence.of(pay.pence()) + ", " + Words.date(pay.from()) + " to " + Words.date(pay.to())))));
        options.put("contracts", corrections.contracts(referralRef, actor).stream().map(pin -> new Option(pin[0], pin[1])).toList());
        options.put("areas", Stream.concat(corrections.areas(referralRef, actor).stream().map(area -> new Option(area, area)),
                Stream.of(new Option("elsewhere", "Somewhere else"), new Option(MoreAnswers.NOT_KNOWN, "Nobody knows"))).toList());
        var work = referral.work();
        return TaskPage.of("correction/side :: record", model).with(Map.of("outOfWork", work.outOfWork() ? "yes" : "no", "lastWorked", work.lastWorked(),
                "jobSoon", work.jobSoon() ? "yes" : "no", "helpNeeded", work.helpNeeded(), "birthDate", referral.person().birthDate()), options);
    }

    private List<Option> list(String referralRef, Function<JobView, Stream<Option>> entries) {
        return search.jobs(referralRef).stream().flatMap(entries).toList();
    }

    @Override
    public String submit(String referralRef, Answers answers, Actor actor) {
        var kind = Arrays.stream(CorrectionKind.values()).filter(one -> one.code().equals(answers.text("what"))).findFirst()
                .orElseThrow(() -> Problem.at("what", "not-listed", "Choose what is wrong"));
        var subject = switch (kind) {
            case JOB_BREAK -> MoreAnswers.item("break", answers)[0];
            case JOB_PAY -> MoreAnswers.item("pay", answers)[0];
            case APPOINTMENT -> answers.text("appointment");
            default -> kind.aboutJob() ? answers.text("job") : referralRef;
        };
        long id = corrections.propose(referralRef, new NewCorrection(kind, subject, answers.date("newDate"),
                answers.has("endReason") ? JobEndReason.valueOf(constant(answers.text("endReason"))) : null, answers.text("employer"),
                answers.text("postcode"), answers.has("weeklyHours") ? answers.minutes("weeklyHours", 0) : null,
                answers.has("otherReferral") ? answers.text("otherReferral").strip().toUpperCase(java.util.Locale.UK) : null,
                answers.has("outcome") ? Attendance.valueOf(constant(answers.text("outcome"))) : null, answers.text("reason"),
                MoreAnswers.of(kind, answers), MoreAnswers.said(kind, answers)), actor);
        return "/corrections/" + id;
    }

    @Override
    public String done(String subject) {
        return "";
    }

    private static String constant(String code) {
        return code.replaceAll("([A-Z])", "_$1").toUpperCase(java.util.Locale.ROOT);
    }
}
