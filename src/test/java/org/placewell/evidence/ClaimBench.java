package org.placewell.evidence;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.placewell.contract.domain.ShownBy.Covers;
import org.placewell.evidence.EvidenceRequirements.Kinds;
import org.placewell.evidence.PaperView.AlternativeReason;
import org.placewell.evidence.PaperView.ObtainedFrom;
import org.placewell.evidence.PaperView.ObtainedHow;
import org.placewell.referral.NewReferral;
import org.placewell.referral.ReferralView;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
import org.placewell.shared.NhsNumber;
import org.placewell.shared.References;
import org.placewell.support.World;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes claims with evidence cases of their own for the tests of this room. */
@Component
public class ClaimBench {

    public static final String CONTRACT = "mhep-haringey-barnet";
    static final LocalDate FROM = LocalDate.of(2021, 1, 4);
    static final LocalDate TO = LocalDate.of(2021, 4, 4);
    static final LocalDate CLAIM_BY = LocalDate.of(2021, 7, 4);
    private static final java.util.concurrent.atomic.AtomicInteger NUMBER = new java.util.concurrent.atomic.AtomicInteger(300_000);
    private final Referrals referrals;
    private final References references;
    private final Evidence evidence;

    private final JdbcClient jdbc;

    ClaimBench(Referrals referrals, References references, Evidence evidence, JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.referrals = referrals;
        this.references = references;
        this.evidence = evidence;
    }

    static EvidenceRequirements payslips() {
        return needs(new Kinds(List.of("payslips-covering-window", "employer-confirmation"), List.of("signed-client-declaration"), List.of(), List.of()), 0);
    }

    static EvidenceRequirements needs(Kinds kinds, int provisionalDays) {
        return new EvidenceRequirements(kinds, Covers.WHOLE_PERIOD, provisionalDays, 16 * 60, null, true, Set.of("VOLUNTEERING"), false, Set.of(), 2, 10,
                10);
    }

    static List<JobFact> job() {
        return List.of(new JobFact("J-34679AC", FROM, null, List.of(new JobFact.Hours(FROM, 18 * 60)), "EMPLOYED", true, false));
    }

    /** A job on the record of a referral of its own, from the first day of the window, with an employer by that name. */
    Job job(World.Service service, String employer) {
        return job(referral(service), employer);
    }

    /** A job on the record of a referral. */
    Job job(String referralRef, String employer) {
        var ref = references.job();
        jdbc.sql("insert into employer (name, postcode) select ?, 'N17 0AA' where not exists (select 1 from employer where name = ?)")
                .params(employer, employer).update();
        jdbc.sql("""
                        insert into job (ref, referral_ref, employer_id, title, kind, competitive, inside_supply_chain, started_on, first_day_full,
                            first_day_minutes, recorded_by, recorded_at)
                        values (?, ?, (select id from employer where name = ?), 'Baker', 'EMPLOYED', true, false, ?, true, 0, 'test', now())""")
                .params(ref, referralRef, employer, FROM).update();
        jdbc.sql("insert into job_hours (job_ref, from_on, minutes_per_week, recorded_by, recorded_at) values (?, ?, 1080, 'test', now())")
                .params(ref, FROM).update();
        return new Job(ref, referralRef);
    }

    /** A job and whose it is. */
    record Job(String ref, String referralRef) {
        List<JobFact> facts() {
            return List.of(new JobFact(ref, FROM, null, List.of(new JobFact.Hours(FROM, 18 * 60)), "EMPLOYED", true, false));
        }
    }

    /** A referral in the service with the service's first specialist. */
    public String referral(World.Service service) {
        var ref = referrals.submit(new NewReferral(service.contract(), service.clinicalTeam(),
                new NewReferral.Who(nhsNumber(), "", "Ada", "Canary" + service.number(), LocalDate.of(1985, 5, 17), "", "", "haringey"),
                new NewReferral.Work("Work with plants", true, 20, "oneToFive", List.of(), false, false),
                new NewReferral.Health("severeMentalIllness", "Reason", "None"), new ReferralView.Consents(true, true, true)), service.clinician());
        referrals.assign(ref, service.specialist().username(), service.leader());
        return ref;
    }

    static NewEvidenceCase claim(String claimRef, String referralRef, World.Service service, List<JobFact> jobs, EvidenceRequirements needs) {
        return new NewEvidenceCase(claimRef, referralRef, service.contract(), 1, "sustained-16h-or-more", "13 weeks in work at 16 hours or more",
                "The payers pay £1,100 when a person has worked 13 weeks.", 110_000, service.team(), service.specialist().username(),
                Set.of(service.specialistB().username()), "Ada Canary" + service.number(), FROM, TO, CLAIM_BY, jobs, needs);
    }

    /** The referral's one claim. */
    public String onlyClaim(String referralRef) {
        return evidence.ofReferral(referralRef).get(0).claimRef();
    }

    /** A case whose evidence is being gathered; the service's second specialist recorded its facts. */
    String gathering(World.Service service) {
        return gathering(service, referral(service), job(), payslips());
    }

    /** The same for a referral, with its own jobs and needs. */
    String gathering(World.Service service, String referralRef, List<JobFact> jobs, EvidenceRequirements needs) {
        var claimRef = references.claim();
        evidence.openCase(claim(claimRef, referralRef, service, jobs, needs), Actor.system());
        evidence.prepareChecklist(claimRef, Actor.system());
        return claimRef;
    }

    /** A case with a good paper that has been sent in and checked. */
    String underReview(World.Service service) {
        var claimRef = gathering(service);
        evidence.addPaper(claimRef, paper(Samples.pdf(claimRef)), service.specialist());
        evidence.submit(claimRef, "", service.specialist());
        evidence.runChecks(claimRef, Actor.system());
        return claimRef;
    }

    static NewPaper paper(byte[] file) {
        return paper("payslips-covering-window", FROM, TO, file);
    }

    static NewPaper paper(String type, LocalDate from, LocalDate to, byte[] file) {
        return new NewPaper(type, from, to, ObtainedFrom.CLIENT, ObtainedHow.IN_PERSON, LocalDate.of(2021, 4, 6), null, null, null, 18 * 60,
                "payslips.pdf", "application/pdf", file);
    }

    static NewPaper alternative(AlternativeReason reason, byte[] file) {
        return new NewPaper("signed-client-declaration", FROM, TO, ObtainedFrom.CLIENT, ObtainedHow.POST, LocalDate.of(2021, 4, 6), reason, "",
                null, null, "declaration.pdf", null, file);
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
