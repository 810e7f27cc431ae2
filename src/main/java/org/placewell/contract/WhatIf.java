package org.placewell.contract;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.placewell.contract.PastClaims.Past;
import org.placewell.contract.domain.Calculator;
import org.placewell.contract.domain.Decision;
import org.placewell.contract.domain.Terms;
import org.placewell.contract.domain.Uses;
import org.placewell.contract.domain.Uses.Claimed;
import org.placewell.contract.domain.Uses.Used;
import org.placewell.shared.Pence;

/**
 * Past outcomes priced once more, under a draft: what would have been paid if the draft had been in force all along. Nothing
 * is changed by it: real claims stay with the version that their referral is pinned to.
 *
 * @param lines by outcome, in the draft's order, outcomes that the draft no longer pays for last
 */
public record WhatIf(List<Line> lines) {

    /** One outcome: how many were paid and for how much, and what it would be under the draft. */
    public record Line(String title, int paid, Pence amount, int underDraft, Pence draftAmount) {

        /** How much more, or with a minus less, would have been paid. */
        public Pence difference() {
            return draftAmount.minus(amount);
        }
    }

    /** All outcomes together. */
    public Line total() {
        int paid = 0;
        int draft = 0;
        var amount = Pence.ZERO;
        var draftAmount = Pence.ZERO;
        for (var line : lines) {
            paid += line.paid();
            draft += line.underDraft();
            amount = amount.plus(line.amount());
            draftAmount = draftAmount.plus(line.draftAmount());
        }
        return new Line("In all", paid, amount, draft, draftAmount);
    }

    /** Every line, and the total as the last one. */
    public List<Line> withTotal() {
        var all = new ArrayList<>(lines);
        all.add(total());
        return all;
    }

    /** Prices the claims under the draft, one after the other, its ceilings and steps included. */
    static WhatIf of(Terms draft, List<Past> past) {
        var count = new Count();
        var lines = new LinkedHashMap<String, Line>();
        draft.outcomes().forEach(rule -> lines.put(rule.code(), new Line(rule.title(), 0, Pence.ZERO, 0, Pence.ZERO)));
        for (var claim : past) {
            var decision = draft.outcome(claim.outcome()).isPresent() ? count.next(draft, claim) : null;
            boolean pays = decision != null && decision.isPayable();
            lines.merge(claim.outcome(), new Line(claim.outcome(), 1, claim.amount(), pays ? 1 : 0, pays ? decision.amount() : Pence.ZERO),
                    (a, b) -> new Line(a.title(), a.paid() + b.paid(), a.amount().plus(b.amount()), a.underDraft() + b.underDraft(),
                            a.draftAmount().plus(b.draftAmount())));
        }
        return new WhatIf(List.copyOf(lines.values()));
    }

    /** What the draft would have been used for so far. */
    private static final class Count {

        private final Map<String, List<Claimed>> claimed = new HashMap<>();
        private final Map<String, Used> outcomes = new HashMap<>();
        private final Map<String, Pence> payers = new HashMap<>();
        private final Map<YearMonth, Pence> months = new HashMap<>();

        private Decision next(Terms draft, Past claim) {
            var own = claimed.getOrDefault(claim.referralRef(), List.of());
            var uses = new Uses(claimed.size(), !own.isEmpty(), outcomes, payers, months, own);
            var decision = Calculator.decide(draft, claim.outcome(), claim.facts(), uses);
            if (decision.isPayable()) {
                claimed.computeIfAbsent(claim.referralRef(), ref -> new ArrayList<>()).add(new Claimed(claim.outcome(), decision.occurrence(), true));
                outcomes.merge(claim.outcome(), new Used(1, decision.amount()), (a, b) -> new Used(a.count() + 1, a.value().plus(b.value())));
                decision.shares().forEach(share -> payers.merge(share.payerId(), share.amount(), Pence::plus));
                months.merge(YearMonth.from(decision.windowTo()), decision.amount(), Pence::plus);
            }
            return decision;
        }
    }
}
