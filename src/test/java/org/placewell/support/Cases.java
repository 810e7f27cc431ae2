package org.placewell.support;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.RuntimeService;
import org.placewell.caseload.Caseload;
import org.placewell.jobsearch.EmploymentKind;
import org.placewell.jobsearch.JobSearch;
import org.placewell.jobsearch.NewJob;
import org.placewell.referral.NewReferral;
import org.placewell.referral.ReferralStatus;
import org.placewell.referral.ReferralView;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
import org.placewell.shared.MovableClock;
import org.placewell.shared.NhsNumber;
import org.placewell.workflow.Processes;
import org.placewell.workflow.Vars;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings people straight to where a test of a later room begins: on a specialist's caseload, with the job-search model running alone. */
@Component
public class Cases {

    private static final AtomicInteger NUMBER = new AtomicInteger(700_000);
    private final Referrals referrals;
    private final Caseload caseload;
    private final JobSearch jobSearch;
    private final Processes processes;
    private final RuntimeService runtime;
    private final TransactionTemplate transaction;
    private final MovableClock clock;
    private final ProcessDriver driver;

    Cases(Referrals referrals, Caseload caseload, JobSearch jobSearch, Processes processes, RuntimeService runtime,
            TransactionTemplate transaction, MovableClock clock, ProcessDriver driver) {
        this.referrals = referrals;
        this.caseload = caseload;
        this.jobSearch = jobSearch;
        this.processes = processes;
        this.runtime = runtime;
        this.transaction = transaction;
        this.clock = clock;
        this.driver = driver;
    }

    /** A referral made today by the service's clinician, whose pathway stands still: the test moves it on itself. */
    public String referred(World.Service service) {
        var area = service.contract().contains("haringey") ? "Barnet" : service.contract().contains("tower") ? "Tower Hamlets" : "Brent";
        var ref = referrals.submit(new NewReferral(service.contract(), service.clinicalTeam(),
                new NewReferral.Who(nhsNumber(), "", "Ada", "Example", LocalDate.of(1990, 5, 17), "01632 960 001", "", area),
                new NewReferral.Work("Work with plants", true, 16, "oneToFive", List.of(), false, true),
                new NewReferral.Health("severeMentalIllness", "Wants to work again", "None"), new ReferralView.Consents(true, true, true)),
                service.clinician());
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(ref).list()
                .forEach(process -> runtime.deleteProcessInstance(process.getId(), "the test moves it on itself"));
        return ref;
    }

    /** A person who waits for a place; offers cannot be made, because no model runs. */
    public String waiting(World.Service service) {
        var ref = referred(service);
        referrals.accept(ref, Actor.system(), "test");
        return ref;
    }

    /** A person who has just taken a place with the service's specialist; the vocational profile is the next task. */
    public String inSupport(World.Service service) {
        var ref = waiting(service);
        transaction.executeWithoutResult(status -> {
            referrals.move(ref, ReferralStatus.OFFERED, Actor.system(), "", "");
            referrals.assign(ref, service.specialist().username(), Actor.system());
            referrals.move(ref, ReferralStatus.IN_SUPPORT, Actor.system(), "", "");
            processes.start("job-search", ref, Vars.REFERRAL_REF, Map.of());
        });
        driver.runDue(ref);
        return ref;
    }

    /** A person for whom work is being looked for: profile and advice are done. */
    public String searching(World.Service service) {
        var ref = inSupport(service);
        var today = clock.today().toString();
        driver.submit("vocationalProfile", ref, Map.of("workWanted", "Garden work", "skills", "Plants", "hoursWanted", "from16", "travel", "Bus",
                "supportAtWork", "A quiet start", "disclosure", "no", "completedOn", today, "signed", "yes"), service.specialist());
        driver.submit("benefitsAdvice", ref, Map.of("offeredOn", today, "answer", "booked"), service.specialist());
        return ref;
    }

    /** A job that started on that day, 16 hours a week. */
    public String job(World.Service service, String ref, LocalDate start) {
        var job = jobSearch.startJob(new NewJob(ref, "Marsh Lane Nursery " + NUMBER.incrementAndGet(), "N17 0AA", "Gardener", EmploymentKind.EMPLOYED,
                NewJob.WorkType.COMPETITIVE, false, start, 960, true, 0), service.specialist());
        driver.runDue(job);
        return job;
    }

    private static String nhsNumber() {
        while (true) {
            var nine = "999" + NUMBER.incrementAndGet();
            int check = NhsNumber.checkDigit(nine);
            if (check < 10) {
                return nine + check;
            }
        }
    }
}
