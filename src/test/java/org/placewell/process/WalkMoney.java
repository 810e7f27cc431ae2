package org.placewell.process;

import java.util.List;
import org.placewell.evidence.NewPaper;
import org.placewell.evidence.PaperView.ObtainedFrom;
import org.placewell.evidence.PaperView.ObtainedHow;
import org.placewell.evidence.Samples;
import org.placewell.support.World;

/** Papers for claims, and payers who are asked and pay: what a walk does about money beside its tasks and commands. */
final class WalkMoney {

    private static final List<String> PAYERS = List.of("haringey", "barnet", "lcf");
    private static final List<String> PAPERS = List.of("appointment-record", "signed-vocational-profile", "payslip", "employer-confirmation",
            "payslips-covering-window", "payroll-record");
    private final Walk walk;
    private final RandomWalkTest the;
    private final World.Service service;

    WalkMoney(Walk walk) {
        this.walk = walk;
        this.the = walk.the;
        this.service = walk.service;
    }

    /** Adds a paper to some claim. */
    void paper() {
        paper(walk.pick(walk.refs("select ref from outcome_claim where referral_ref = any (?)")));
    }

    /** Adds a paper to a claim, mostly one that the contract wants to see. */
    void paper(String claim) {
        paper(claim, walk.pick(walk.random.nextInt(5) == 0 ? PAPERS : asked(claim)));
    }

    /** The papers that the contract wants to see for a claim, the best ones only. */
    List<String> asked(String claim) {
        return refs("select distinct type_code from evidence_requirement where rank = 'PREFERRED' and claim_ref = ?", claim);
    }

    /** Adds a paper of a kind to a claim, as whoever supports the person now. */
    void paper(String claim, String kind) {
        var view = the.evidence.get(claim);
        var second = service.specialistB().username().equals(refs("select r.specialist_username from referral r join outcome_claim c"
                + " on c.referral_ref = r.ref where c.ref = ?", claim).get(0));
        the.evidence.addPaper(claim, new NewPaper(kind, view.claim().windowFrom(), view.claim().windowTo(), ObtainedFrom.CLIENT,
                ObtainedHow.IN_PERSON, the.clock.today(), null, null, null, 18 * 60, "paper.pdf", null,
                Samples.pdf(claim + walk.random.nextInt(1000))), second ? service.specialistB() : service.specialist());
    }

    /** A payer is asked, or pays exactly what was asked. */
    void some() {
        if (walk.random.nextInt(3) == 0) {
            draft(walk.pick(PAYERS));
        } else {
            remit(walk.pick(instructed()));
        }
    }

    /** Everybody who pays under the contract. */
    List<String> payers() {
        return PAYERS;
    }

    /** The statements that wait for their money. */
    List<String> instructed() {
        return refs("select ref from statement where status = 'INSTRUCTED' and contract_ref = ?", service.contract());
    }

    /** Asks a payer for whatever is due this month. */
    void draft(String payer) {
        the.money.drafted(service, payer);
    }

    /** The payer pays a statement to the penny. */
    void remit(String statement) {
        the.settlement.importRemittance("paid.csv", the.money.remittance(statement), service.finance());
    }

    private List<String> refs(String sql, String param) {
        return the.jdbc.sql(sql + " order by 1").param(param).query(String.class).list();
    }
}
