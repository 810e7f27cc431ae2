package org.placewell.settlement;

import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.placewell.claim.Charge;
import org.placewell.claim.ChargeKind;
import org.placewell.claim.Charges;
import org.placewell.contract.ContractTitles;
import org.placewell.contract.domain.PayerShare;
import org.placewell.ledger.MoneyScope;
import org.placewell.security.Actor;
import org.placewell.settlement.Extrapolation.Count;
import org.placewell.settlement.Extrapolation.Part;
import org.placewell.settlement.ExtrapolationView.State;
import org.placewell.settlement.SampleView.Result;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Pence;
import org.placewell.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Carries a failed sample over to the claims that were not drawn, where the terms say so: once a batch, by two people. */
@Component
class Extrapolating {

    private static final String KEY = "extrapolation:";
    private final SampleReader samples;
    private final Charges charges;
    private final MoneyScope scope;
    private final JdbcClient jdbc;
    private final MovableClock clock;
    private final ContractTitles titles;

    Extrapolating(SampleReader samples, Charges charges, MoneyScope scope, JdbcClient jdbc, MovableClock clock, ContractTitles titles) {
        this.titles = titles;
        this.samples = samples;
        this.charges = charges;
        this.scope = scope;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Where the extrapolation of a sample stands, for whoever may see the sample. */
    ExtrapolationView view(String statementRef, Actor actor) {
        var sample = samples.one(statementRef, actor);
        var proposed = charge(statementRef);
        if (proposed.isPresent()) {
            return proposed.get();
        }
        var state = state(sample);
        if (state == State.NOT_IN_TERMS || state == State.WAITS) {
            return new ExtrapolationView(state, Pence.ZERO, List.of(), null, null);
        }
        var worked = work(sample);
        return new ExtrapolationView(worked.amount().isZero() ? State.NOTHING : State.READY, worked.amount(), worked.steps(), null, null);
    }

    private static State state(SampleView sample) {
        return !sample.extrapolate() ? State.NOT_IN_TERMS : sample.waiting() > 0 || sample.drawn() == 0 ? State.WAITS : State.READY;
    }

    /** The charge of a sample as it was proposed; its arithmetic stays as it was on that day. */
    private Optional<ExtrapolationView> charge(String statementRef) {
        return jdbc.sql("select ref, amount, arithmetic, status, recorded_by from charge where key = ?").param(KEY + statementRef)
                .query((r, n) -> new ExtrapolationView(State.valueOf(r.getString("status")), Pence.of(-r.getLong("amount")),
                        r.getString("arithmetic").lines().toList(), r.getString("ref"), r.getString("recorded_by"))).optional();
    }

    private Extrapolation work(SampleView sample) {
        var checked = sample.lines().stream().filter(line -> line.chosen() && line.result() != Result.GONE).toList();
        var undrawn = sample.lines().stream().filter(line -> line.result() == Result.NOT_DRAWN).map(SampleView.Line::claimRef).toList();
        var parts = undrawn.isEmpty() ? List.<Part>of() : jdbc.sql("select payer, sum(amount) from claim_share where claim_ref in (:refs) and amount > 0 "
                        + "group by payer order by payer").param("refs", undrawn)
                .query((r, n) -> new Part(r.getString(1), Pence.of(r.getLong(2)))).list();
        return Extrapolation.of(new Count(checked.size(), checked.stream().map(SampleView.Line::amount).reduce(Pence.ZERO, Pence::plus)),
                new Count((int) sample.failed(), sample.worth(Result.TAKEN_BACK)), parts, undrawn.size(),
                payer -> titles.payer(sample.contractRef(), payer));
    }

    /** One person in finance proposes what the sample says; returns the charge's reference. */
    String propose(String statementRef, Actor actor) {
        var sample = samples.one(statementRef, actor);
        scope.requireFinance(sample.contractRef(), "this sample", actor);
        var view = view(statementRef, actor);
        if (view.state() != State.READY) {
            throw Problem.of("not-ready", view.state().words());
        }
        var worked = work(sample);
        return charges.propose(new Charge.Proposal(KEY + statementRef, ChargeKind.EXTRAPOLATION, sample.contractRef(), sample.contractVersion(),
                YearMonth.from(clock.today()), "Extrapolation of the sample of " + statementRef, String.join("\n", worked.steps()),
                worked.parts().stream().filter(part -> part.amount().isPositive()).map(part -> new PayerShare(part.payer(), part.amount().negated()))
                        .toList()), actor);
    }

    /** Somebody else in finance decides. */
    void decide(String statementRef, boolean agree, Actor actor) {
        var sample = samples.one(statementRef, actor);
        scope.requireFinance(sample.contractRef(), "this sample", actor);
        var charge = charge(statementRef).orElseThrow(() -> new Problem.Stale("Nobody has proposed an extrapolation of this sample"));
        charges.decide(charge.chargeRef(), agree, actor);
    }

    /** The samples whose extrapolation waits for a second person, of the contracts whose money the actor handles. */
    List<ExtrapolationView.Waiting> waiting(Actor actor) {
        return jdbc.sql("select key, contract_ref, amount, recorded_by from charge where kind = 'EXTRAPOLATION' and status = 'PROPOSED' "
                        + "order by recorded_at, ref")
                .query((r, n) -> scope.isFinance(r.getString(2), actor) ? new ExtrapolationView.Waiting(r.getString(1).substring(KEY.length()),
                        Pence.of(-r.getLong(3)), r.getString(4)) : null).list().stream().filter(Objects::nonNull).toList();
    }
}
