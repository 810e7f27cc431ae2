package org.placewell.contract;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.placewell.contract.PastClaims.Past;
import org.placewell.contract.domain.Calculator;
import org.placewell.contract.domain.Decision;
import org.placewell.contract.domain.Terms;
import org.placewell.contract.domain.Uses;
import org.placewell.contract.domain.Uses.Claimed;
import org.placewell.contract.domain.Uses.Used;
import org.placewell.contract.WhatIf.Line;
import org.placewell.shared.Pence;

/** Prices past claims under a draft as they come, one after the other, the draft's ceilings and steps included. */
final class Repricing implements Consumer<Past> {

    private final Terms draft;
    private final Map<String, Sum> outcomes = new LinkedHashMap<>();
    private final Map<String, Sum> payers = new LinkedHashMap<>();
    private final Map<String, List<Claimed>> claimed = new HashMap<>();
    private final Map<String, Used> usedOutcomes = new HashMap<>();
    private final Map<String, Pence> usedPayers = new HashMap<>();
    private final Map<String, Integer> payerCounts = new HashMap<>();
    private final Map<YearMonth, Pence> months = new HashMap<>();
    private final Map<YearMonth, Integer> monthCounts = new HashMap<>();
    private Uses used = Uses.none();

    Repricing(Terms draft) {
        this.draft = draft;
        draft.outcomes().forEach(rule -> outcomes.put(rule.code(), new Sum(rule.title())));
        draft.payers().forEach(payer -> payers.put(payer.id(), new Sum(payer.name())));
    }

    @Override
    public void accept(Past claim) {
        outcomes.computeIfAbsent(claim.outcome(), Sum::new).paid(claim.amount());
        claim.shares().forEach(share -> payers.computeIfAbsent(share.payerId(), Sum::new).paid(share.amount()));
        if (draft.outcome(claim.outcome()).isEmpty()) {
            return;
        }
        var own = claimed.getOrDefault(claim.referralRef(), List.of());
        var decision = Calculator.decide(draft, claim.outcome(), claim.facts(), used.of(!own.isEmpty(), own));
        if (decision.isPayable()) {
            pay(claim, decision);
        }
    }

    private void pay(Past claim, Decision decision) {
        outcomes.get(claim.outcome()).draft(decision.amount());
        claimed.computeIfAbsent(claim.referralRef(), ref -> new ArrayList<>())
                .add(new Claimed(claim.outcome(), decision.occurrence(), true, decision.windowTo()));
        usedOutcomes.merge(claim.outcome(), new Used(1, decision.amount()), (a, b) -> new Used(a.count() + 1, a.value().plus(b.value())));
        var month = YearMonth.from(decision.windowTo());
        months.merge(month, decision.amount(), Pence::plus);
        monthCounts.merge(month, 1, Integer::sum);
        for (var share : decision.shares()) {
            if (!share.amount().isZero()) {
                payers.computeIfAbsent(share.payerId(), Sum::new).draft(share.amount());
                usedPayers.merge(share.payerId(), share.amount(), Pence::plus);
                payerCounts.merge(share.payerId(), 1, Integer::sum);
            }
        }
        // Made anew only when something is paid: most claims of a long list are asked about the same state.
        used = new Uses(claimed.size(), false, usedOutcomes, usedPayers, payerCounts, months, monthCounts, List.of());
    }

    /** What came of the claims so far. */
    WhatIf result() {
        return new WhatIf(outcomes.values().stream().map(Sum::line).toList(), payers.values().stream().map(Sum::line).toList());
    }

    /** One line as it grows. */
    private static final class Sum {

        private final String title;
        private int paid;
        private long amount;
        private int underDraft;
        private long draftAmount;

        Sum(String title) {
            this.title = title;
        }

        void paid(Pence more) {
            paid++;
            amount = Math.addExact(amount, more.amount());
        }

        void draft(Pence more) {
            underDraft++;
            draftAmount = Math.addExact(draftAmount, more.amount());
        }

        Line line() {
            return new Line(title, paid, Pence.of(amount), underDraft, Pence.of(draftAmount));
        }
    }
}
