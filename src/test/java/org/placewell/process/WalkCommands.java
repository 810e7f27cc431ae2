package org.placewell.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.placewell.security.RoleMatrix;
import org.placewell.support.World;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The commands of the walk: whatever the matrix of roles lists as {@code /do/…} is either driven, with the subjects that it fits at
 * the moment, or left out for a reason. A command that is in neither list fails the test.
 */
final class WalkCommands {

    private static final String ALL = "select ref from referral where team_id = :team";
    private static final String OPEN = ALL + " and status in ('RECEIVED', 'WITH_REFERRER', 'WAITING', 'OFFERED', 'IN_SUPPORT')";
    private static final String SUPPORTED = ALL + " and status = 'IN_SUPPORT'";
    private static final String WAITS = ALL + " and status = 'WAITING'";
    private static final String JOBS = "select j.ref from job j join referral r on r.ref = j.referral_ref where r.team_id = :team";
    private static final String WORKED = JOBS + " and r.status = 'IN_SUPPORT' and j.ended_on is null and j.withdrawn_at is null";
    private static final String CLAIMS = "select c.ref from outcome_claim c join referral r on r.ref = c.referral_ref where r.team_id = :team";
    private static final String STATEMENTS = "select ref from statement where contract_ref = :contract";
    private static final String TEAM = "select :team";
    private static final String CONTRACT = "select :contract";
    private static final String NEW = "select 'new'";

    /** A command driven: any subject of its kind, and those for which it makes sense now. */
    private record Driven(String any, String fits) {}

    private static final Map<String, Driven> DRIVEN = new LinkedHashMap<>();

    static {
        referral(OPEN, "changeConsent", "endCase", "recordDeath", "describePerson", "correctPerson");
        referral(WAITS, "jumpQueue", "offerPlace");
        referral(ALL + " and status in ('WAITING', 'OFFERED')", "recordOutreach");
        referral(SUPPORTED, "transferClient", "recordAppointment", "recordEmployerContact", "adviceOffered", "recordScore", "supportFinished",
                "recordApplication", "recordDischarge", "handOver", "recordHeldJob");
        referral(SUPPORTED + " and exists (select 1 from benefits_advice a where a.referral_ref = ref)", "startJob");
        referral(SUPPORTED + " and exists (select 1 from appointment a where a.referral_ref = ref and a.outcome = 'PLANNED')", "appointmentOutcome");
        referral(SUPPORTED + " and exists (select 1 from vocational_profile p where p.referral_ref = ref)", "changeProfile");
        referral(SUPPORTED + " and exists (select 1 from benefits_advice a where a.referral_ref = ref)"
                + " and not exists (select 1 from lost_contact l where l.referral_ref = ref and l.ended_on is null)", "contactLost");
        referral(SUPPORTED + " and exists (select 1 from lost_contact l where l.referral_ref = ref and l.ended_on is null)", "backInTouch");
        referral(ALL + " and exists (select 1 from job j where j.referral_ref = referral.ref)", "correctRecord");
        referral(SUPPORTED + " and exists (select 1 from job_application a where a.referral_ref = ref and a.status in ('SENT', 'INTERVIEW'))",
                "applicationResult");
        referral(ALL + " and exists (select 1 from self_referral s where s.referral_ref = ref"
                + " and not exists (select 1 from self_referral_answer a where a.referral_ref = ref))", "confirmReferral");
        referral(ALL + " and exists (select 1 from trial_reveal t where t.referral_ref = ref)"
                + " and not exists (select 1 from trial_follow_up f where f.referral_ref = ref)", "withdrawTrial");
        referral(ALL + " and status not in ('RECEIVED', 'WITH_REFERRER', 'WAITING', 'OFFERED', 'IN_SUPPORT')", "joinRecords");
        referral(ALL + " and exists (select 1 from person_merge m where person_id in (m.kept_id, m.merged_id)"
                + " and not exists (select 1 from person_merge_undo u where u.merge_id = m.id))", "separateRecords");
        add(JOBS, WORKED, "changeHours", "changePay", "recordBreak", "recordEarnings", "endJob", "employerWish");
        add(TEAM, TEAM, "setCapacity", "describeSpecialist", "planAbsence");
        add("select id::text from specialist_leave where team_id = :team", "select id::text from specialist_leave where team_id = :team"
                + " and ended_on is null and until_day >= :today", "endAbsence");
        add(NEW, NEW, "referral", "selfReferral");
        add("select 'mine'", "select 'mine'", "logContact");
        add(CLAIMS, CLAIMS + " and c.status in ('RESERVED', 'INSTRUCTED', 'PAID')", "requestReversal");
        add(CLAIMS, CLAIMS + " and exists (select 1 from reversal v where v.claim_ref = c.ref and v.status = 'REQUESTED')", "decideReversal");
        add(CONTRACT, CONTRACT, "draftStatement");
        add(STATEMENTS, STATEMENTS + " and status in ('DRAFT', 'CHECKED', 'APPROVED_ONCE')", "queryLine");
    }

    /** What is not driven, and why. */
    static final Map<String, String> LEFT_OUT = Map.ofEntries(
            out("fidelityReview", "about a team, no case is touched: FidelityTest"),
            out("closeMonth", "a month's fee, no case: ChargesTest"), out("proposeCorrection", "a charge, no case: ChargesTest"),
            out("enterOrder", "a payer's order, entered for every walk beforehand: AuthorityTest"),
            out("proposeLimit", "who may approve how much: AuthorityTest"), out("delegateApproval", "who approves for whom: AuthorityTest"),
            out("endDelegation", "who approves for whom: AuthorityTest"), out("proposeAccount", "a payee's account: AuthorityTest"),
            out("confirmAccount", "a payee's account: AuthorityTest"), out("decideProposal", "an account or a limit: AuthorityTest"),
            out("placeMoney", "money that fits no claim; walks pay exactly: MoneyInTest"), out("returnMoney", "as placeMoney: MoneyInTest"),
            out("decidePlacing", "as placeMoney: MoneyInTest"), out("recordCapital", "an investor's money: CapitalTest"),
            out("decideCapital", "an investor's money: CapitalTest"), out("proposeExtrapolation", "of a whole sample: ExtrapolationTest"),
            out("decideExtrapolation", "of a whole sample: ExtrapolationTest"));

    /** Those that take somebody off the list or out of support: each only now and then, or nobody would be left. */
    private static final Set<String> LAST = Set.of("endCase", "recordDeath", "handOver", "supportFinished", "endJob");
    private final JdbcClient jdbc;
    private final World.Service service;
    private final Random random;
    private final List<String> bag = new ArrayList<>();

    WalkCommands(JdbcClient jdbc, World.Service service, Random random) {
        this.jdbc = jdbc;
        this.service = service;
        this.random = random;
    }

    private static Map.Entry<String, String> out(String command, String why) {
        return Map.entry(command, why);
    }

    private static void referral(String fits, String... commands) {
        add(ALL, fits, commands);
    }

    private static void add(String any, String fits, String... commands) {
        for (var command : commands) {
            DRIVEN.put(command, new Driven(any, fits));
        }
    }

    /** The names of the commands that are driven. */
    static Set<String> driven() {
        return new TreeSet<>(DRIVEN.keySet());
    }

    /** Every command of the matrix. */
    static Set<String> all(RoleMatrix matrix) {
        return matrix.rules().stream().filter(rule -> rule.path().startsWith("/do/")).map(rule -> rule.path().split("/")[2])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Every task of the matrix. */
    static Set<String> tasks(RoleMatrix matrix) {
        return matrix.rules().stream().filter(rule -> rule.path().startsWith("task:")).map(rule -> rule.path().substring(5))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Some command on some subject of its kind, whether it fits or not. */
    Given any(java.time.LocalDate today) {
        var name = List.copyOf(DRIVEN.keySet()).get(random.nextInt(DRIVEN.size()));
        var subjects = subjects(DRIVEN.get(name).any(), today);
        return subjects.isEmpty() ? null : new Given(name, subjects.get(random.nextInt(subjects.size())), false);
    }

    /** The next command of a shuffled list that fits something; all have had their turn before one comes again. */
    Given fitting(java.time.LocalDate today) {
        if (bag.isEmpty()) {
            bag.addAll(DRIVEN.keySet());
            java.util.Collections.shuffle(bag, random);
            bag.removeIf(name -> LAST.contains(name) && random.nextInt(3) > 0);
        }
        for (var name : List.copyOf(bag)) {
            var subjects = subjects(DRIVEN.get(name).fits(), today);
            if (!subjects.isEmpty()) {
                bag.remove(name);
                return new Given(name, subjects.get(random.nextInt(subjects.size())), true);
            }
        }
        bag.clear();
        return null;
    }

    private List<String> subjects(String sql, java.time.LocalDate today) {
        return jdbc.sql("select * from (" + sql + ") as s (subject) order by 1").param("team", service.team()).param("contract", service.contract())
                .param("today", today).query(String.class).list();
    }

    /** A command and what it is given for. @param fits whether it makes sense there */
    record Given(String name, String subject, boolean fits) {}
}
