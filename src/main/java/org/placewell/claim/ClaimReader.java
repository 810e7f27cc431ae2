package org.placewell.claim;

import java.util.ArrayList;
import java.util.List;
import org.placewell.claim.ClaimExplanation.Part;
import org.placewell.contract.Contracts;
import org.placewell.contract.domain.Facts;
import org.placewell.contract.domain.Party;
import org.placewell.evidence.Evidence;
import org.placewell.security.Actor;
import org.placewell.security.Role;
import org.placewell.shared.Pence;
import org.placewell.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads claims for people: each finds only what their caseload, team or contract opens. */
@Component
class ClaimReader {

    private static final String RECORD = "exists (select 1 from case_access a where a.username = :me and a.referral_ref = c.referral_ref and "
            + "a.role in ('SPECIALIST', 'TEAM_LEADER'))";
    private static final String CONTRACT = """
            exists (select 1 from role_grant g where g.username = :me and g.role in ('VALIDATOR', 'FINANCE')
                and g.contract_ref = c.contract_ref)""";
    private static final String MINE = "(:me = 'system' or " + RECORD + " or " + CONTRACT + ")";

    private final JdbcClient jdbc;
    private final ClaimStore store;
    private final Explanations explanations;
    private final Contracts contracts;
    private final Evidence evidence;
    private final OnStatements statements;

    ClaimReader(JdbcClient jdbc, ClaimStore store, Explanations explanations, Contracts contracts, Evidence evidence, OnStatements statements) {
        this.jdbc = jdbc;
        this.store = store;
        this.explanations = explanations;
        this.contracts = contracts;
        this.evidence = evidence;
        this.statements = statements;
    }

    ClaimView visible(String ref, Actor actor) {
        return jdbc.sql("select c.* from outcome_claim c where c.ref = :ref and " + MINE).param("ref", ref).param("me", actor.username())
                .query(ClaimStore::row).optional().map(this::view).orElseThrow(() -> new Problem.NotFound("this claim"));
    }

    ClaimView get(String ref) {
        return view(store.get(ref));
    }

    List<ClaimView> list(ClaimFilter filter, Actor actor) {
        return jdbc.sql("""
                        select c.* from outcome_claim c where (cast(:contract as text) is null or c.contract_ref = :contract)
                            and (cast(:outcome as text) is null or c.outcome = :outcome)
                            and (cast(:status as text) is null or c.status = :status) and\s"""
                        + MINE + " order by c.opened_at desc, c.ref limit :limit offset :offset")
                .param("contract", filter.contractRef()).param("outcome", filter.outcome())
                        .param("status", filter.status() == null ? null : filter.status().name())
                .param("me", actor.username()).param("limit", filter.limit()).param("offset", filter.offset())
                .query(ClaimStore::row).list().stream().map(claim -> view(claim, List.of())).toList();
    }

    List<ClaimView> ofReferral(String referralRef) {
        return store.ofReferral(referralRef).stream().map(this::view).toList();
    }

    ClaimExplanation explanation(String ref, Actor actor) {
        visible(ref, actor);
        var claim = store.get(ref);
        var terms = contracts.terms(claim.contractRef(), claim.contractVersion());
        var stored = explanations.get(ref, claim.explanation());
        // The facts of a person's case are not finance's business, who work with references and amounts.
        boolean mayReadFacts = mayReadFacts(claim, actor);
        return new ClaimExplanation(contracts.sentence(claim.contractRef(), claim.contractVersion(), claim.outcome()),
                mayReadFacts ? stored.decision().reasons() : List.of(), mayReadFacts ? facts(stored.inputs().facts()) : List.of(), stored.amount(),
                stored.decision().shares().stream().map(share -> new Part(share.payerId(), terms.payer(share.payerId()).map(Party::name)
                        .orElse(share.payerId()), share.amount())).toList(),
                stored.number(), stored.inputsHash(), stored.writtenAt(), explanations.fault(claim).isEmpty());
    }

    /** Who works on this very case, or has this very claim to validate: a role held elsewhere does not count. */
    private boolean mayReadFacts(Claim claim, Actor actor) {
        return actor.isSystem() || evidence.inHand(claim.ref(), actor)
                || jdbc.sql("select exists (select 1 from outcome_claim c where c.ref = :ref and " + RECORD + ")").param("ref", claim.ref())
                        .param("me", actor.username()).query(Boolean.class).single();
    }

    private ClaimView view(Claim claim) {
        return view(claim, shares(claim.ref()));
    }

    private ClaimView view(Claim claim, List<ClaimView.Share> shares) {
        return new ClaimView(claim.ref(), claim.contractRef(), claim.contractVersion(), claim.referralRef(), claim.outcome(),
                contracts.terms(claim.contractRef(), claim.contractVersion()).rule(claim.outcome()).title(), claim.occurrence(), claim.status(),
                claim.amount(), claim.reachedOn(), claim.claimBy(), claim.flag(), claim.openedAt(), claim.changedAt(), shares);
    }

    private List<ClaimView.Share> shares(String ref) {
        var standings = statements.of(ref);
        return jdbc.sql("""
                        select s.payer, s.amount, case
                            when exists (select 1 from journal j where j.key = 'reversed:' || s.claim_ref || ':' || s.payer) then 'REVERSED'
                            when exists (select 1 from journal j where j.key = 'settled:CLAIM:' || s.claim_ref || ':' || s.payer) then 'PAID'
                            when exists (select 1 from journal j where j.key = 'instructed:' || s.claim_ref || ':' || s.payer) then 'INSTRUCTED'
                            end as state
                        from claim_share s where s.claim_ref = ? order by s.position""")
                .param(ref).query((r, n) -> {
                    var standing = standings.getOrDefault(r.getString("payer"), new OnStatements.Standing(null, false));
                    var state = r.getString("state") != null ? r.getString("state")
                            : standing.statementRef() != null ? "ON_STATEMENT" : standing.queried() ? "QUERIED" : "DUE";
                    return new ClaimView.Share(r.getString("payer"), Pence.of(r.getLong("amount")), standing.statementRef(), state);
                }).list();
    }

    /** The facts in words: dates, hours and counts, never a name. */
    static List<String> facts(Facts facts) {
        var words = new ArrayList<String>();
        words.add("Referred on " + facts.referredOn() + (facts.acceptedOn() == null ? "" : ", accepted on " + facts.acceptedOn()));
        long attended = facts.appointments().stream().filter(Facts.Appointment::attended).count();
        words.add(attended + (attended == 1 ? " appointment" : " appointments") + " attended");
        if (facts.profileCompletedOn() != null) {
            words.add("Vocational profile completed on " + facts.profileCompletedOn());
        }
        for (var job : facts.jobs()) {
            words.add("Job " + job.jobRef() + " (" + job.kind().label() + ") since " + job.start()
                    + (job.end() == null ? "" : " until " + job.end()) + ": "
                    + String.join(", ", job.hours().stream().map(hours -> hours(hours.minutesPerWeek()) + " a week from " + hours.from()).toList())
                    + String.join("", job.breaks().stream().map(pause -> "; away from " + pause.from() + " to " + pause.to()).toList()));
        }
        facts.scores().forEach(score -> words.add("Wellbeing score on " + score.date() + ": " + score.value()));
        return words;
    }

    private static String hours(int minutes) {
        return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }
}
