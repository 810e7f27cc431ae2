package org.placewell.contract;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.placewell.contract.domain.Facts;
import org.placewell.contract.domain.Facts.Appointment;
import org.placewell.contract.domain.Facts.Break;
import org.placewell.contract.domain.Facts.Earnings;
import org.placewell.contract.domain.Facts.HoursPeriod;
import org.placewell.contract.domain.Facts.JobSpell;
import org.placewell.contract.domain.Facts.Score;
import org.placewell.contract.domain.IncomeKind;
import org.placewell.contract.domain.Uses;
import org.placewell.contract.domain.Uses.Claimed;
import org.placewell.contract.domain.Uses.Used;
import org.placewell.contract.domain.WorkKind;
import org.placewell.shared.Pence;

/**
 * The facts of one referral as a JSON file says them (docs/contract-terms.md), for pricing without a database.
 *
 * @param facts null when there are mistakes
 * @param uses what the contract has been used for; nothing unless the file says so
 * @param mistakes in the order of the file; empty when it is right
 */
public record FactsFile(Facts facts, Uses uses, List<Mistake> mistakes) {

    /** Reads a file; a wrong one is answered with its mistakes, never with an exception. */
    public static FactsFile read(byte[] bytes) {
        var file = TextFile.of(bytes);
        if (!file.isReadable()) {
            return wrong(file.mistakes());
        }
        // JSON is YAML but for tabs, so that one reader tells line and column of both; a tab is as wide as a space to it.
        var tree = YamlTree.of(file.text().replace('\t', ' '));
        var mistakes = new ArrayList<>(tree.mistakes());
        if (mistakes.isEmpty()) {
            mistakes.addAll(TermsSchema.checkFacts(tree));
        }
        if (!mistakes.isEmpty()) {
            return wrong(mistakes);
        }
        var root = new Part(tree, tree.root(), "", mistakes);
        var facts = facts(root);
        var uses = uses(root);
        return mistakes.isEmpty() ? new FactsFile(facts, uses, List.of()) : wrong(mistakes);
    }

    private static FactsFile wrong(List<Mistake> mistakes) {
        return new FactsFile(null, Uses.none(), mistakes.stream().distinct()
                .sorted(Comparator.comparingInt(Mistake::line).thenComparingInt(Mistake::column)).toList());
    }

    private static Facts facts(Part root) {
        var appointments = root.get("appointments").parts().stream()
                .map(one -> new Appointment(one.get("on").date(), !one.get("attended").isThere() || one.get("attended").isTrue())).toList();
        var scores = root.get("scores").parts().stream()
                .map(one -> new Score(one.get("measure").text(), one.get("on").date(), one.get("value").number())).toList();
        var refs = new HashSet<String>();
        var jobs = new ArrayList<JobSpell>();
        for (var part : root.get("jobs").parts()) {
            if (!refs.add(part.get("job").text())) {
                part.get("job").wrong("There are two jobs '" + part.get("job").text() + "'. Give each its own reference");
            }
            jobs.add(job(part));
        }
        inOrder(root, "referred", "asked");
        inOrder(root, "referred", "accepted");
        return new Facts(root.get("referred").date(), root.get("accepted").date(), appointments, root.get("profile-completed").date(), jobs, scores,
                root.get("asked").date());
    }

    private static JobSpell job(Part part) {
        inOrder(part, "start", "end");
        var hours = part.get("hours").parts().stream().map(one -> new HoursPeriod(one.get("from").date(), minutes(one.get("per-week")))).toList();
        var breaks = part.get("breaks").parts().stream().map(one -> new Break(inOrder(one, "from", "to"), one.get("to").date())).toList();
        var pay = part.get("earnings").parts().stream()
                .map(one -> new Earnings(inOrder(one, "from", "to"), one.get("to").date(), one.get("amount").money(),
                        IncomeKind.valueOf(constant(one.get("kind").textOr("wages"))))).toList();
        var kind = WorkKind.valueOf(constant(part.get("kind").textOr("employed")));
        return new JobSpell(part.get("job").text(), part.get("start").date(), part.get("end").date(),
                hours.stream().anyMatch(one -> one.from() == null) ? List.of() : hours, breaks, kind,
                part.get("held-at-referral").isTrue(), !part.get("competitive").isThere() || part.get("competitive").isTrue(), part.get("inside-supply-chain").isTrue(),
                part.get("full-days").number(), minutes(part.get("worked")), pay);
    }

    private static Uses uses(Part root) {
        var claimed = root.get("claimed").parts().stream().map(one -> new Claimed(one.get("outcome").text(), one.get("occurrence").textOr("1"),
                !one.get("same-referral").isThere() || one.get("same-referral").isTrue(), one.get("reached").date())).toList();
        var used = root.get("used");
        var outcomes = new HashMap<String, Used>();
        used.get("outcomes").parts().forEach(one -> outcomes.put(one.key(), new Used(one.get("count").number(), one.get("amount").money())));
        var payers = new HashMap<String, Pence>();
        var payerCounts = new HashMap<String, Integer>();
        used.get("payers").parts().forEach(one -> count(one, payers, payerCounts, one.key()));
        var months = new HashMap<YearMonth, Pence>();
        var monthCounts = new HashMap<YearMonth, Integer>();
        used.get("months").parts().forEach(one -> count(one, months, monthCounts, YearMonth.parse(one.key())));
        int people = used.get("people").isThere() ? used.get("people").number() : claimed.isEmpty() ? 0 : 1;
        return new Uses(people, !claimed.isEmpty(), outcomes, payers, payerCounts, months, monthCounts, claimed);
    }

    /** Reads an amount alone, or a count with an amount. */
    private static <K> void count(Part part, Map<K, Pence> amounts, Map<K, Integer> counts, K key) {
        if (part.get("amount").isThere()) {
            amounts.put(key, part.get("amount").money());
            counts.put(key, part.get("count").number());
        } else {
            amounts.put(key, part.money());
        }
    }

    private static String constant(String code) {
        return code.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** Notes a mistake when the second day lies before the first; returns the first. */
    private static LocalDate inOrder(Part part, String first, String second) {
        var from = part.get(first).date();
        var to = part.get(second).date();
        if (from != null && to != null && to.isBefore(from)) {
            part.get(second).wrong("'" + second + "' lies before '" + first + "'");
        }
        return from;
    }

    /** Reads {@code 16h} or {@code 15h30m}; nothing when absent. */
    private static int minutes(Part part) {
        if (!part.isThere()) {
            return 0;
        }
        var parts = part.text().replace("m", "").split("h");
        return 60 * Integer.parseInt(parts[0]) + (parts.length > 1 ? Integer.parseInt(parts[1]) : 0);
    }
}
