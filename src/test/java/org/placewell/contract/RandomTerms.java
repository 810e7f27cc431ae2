package org.placewell.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.placewell.contract.domain.Terms;

/** Terms files made at random from the whole grammar, right by construction: the same generator, the same text. */
public final class RandomTerms {

    private static final String DEADLINES = """
                deadlines:
                  acknowledge: 1 working day
                  triage: 3 working days
                  answer: 5 working days
                  remind-referrer: 2 working days
                  question-rounds: 1
                  offer: 7 days
                  offer-attempts: 2
                  review-wait: 2 weeks
                  longest-wait: 10 weeks
                  profile: 2 weeks
                  benefits-advice: 3 weeks
                  first-employer-contact: 21 days
                  search: none
                  in-work-support: 4 months
                  outreach-attempts: 4
                  evidence-rounds: 2
                  review-evidence: 5 days
                  dispute: 10 days
                  approval: 7 days
            """;
    private static final List<String> PAPERS = List.of("payslip", "payroll-record", "employer-confirmation", "signed-client-declaration");
    private final Random random;
    private final StringBuilder text = new StringBuilder();
    private final int payers;
    private final int outcomes;
    private final Ceilings ceilings;

    private enum Ceilings { NONE, ONE, ALL }

    private RandomTerms(Random random, Ceilings ceilings) {
        this.random = random;
        this.ceilings = ceilings;
        this.payers = 1 + random.nextInt(4);
        this.outcomes = 1 + random.nextInt(4);
    }

    /** Terms with ceilings of every kind, low enough to be reached by a few dozen people. */
    public static Terms capped(Random random) {
        return TestTerms.read(cappedText(random));
    }

    /** The text of such a file. */
    public static String cappedText(Random random) {
        return new RandomTerms(random, Ceilings.ALL).file();
    }

    /** Terms whose one ceiling is the total; prices do not change, and no outcome is paid instead of another. */
    public static Terms flat(Random random) {
        return TestTerms.read(new RandomTerms(random, Ceilings.ONE).file());
    }

    /** Terms without ceilings. */
    public static Terms open(Random random) {
        return TestTerms.read(new RandomTerms(random, Ceilings.NONE).file());
    }

    /** The text of a file of any of these kinds. */
    public static String text(Random random) {
        return new RandomTerms(random, Ceilings.values()[random.nextInt(3)]).file();
    }

    private String file() {
        text.append("contract: made-up\ntitle: Made up\nsource: at random\nparties:\n  payee: { id: office, name: Office }\n"
                + "  provider: { id: provider, name: Provider }\n  payers:\n");
        for (int i = 0; i < payers; i++) {
            text.append("    - { id: payer-").append(i).append(", name: Payer ").append(i).append(" }\n");
        }
        text.append("versions:\n  - effective: 2024-01-01\n");
        text.append("    cohort: { group: other, condition: a condition, out-of-work: ").append(random.nextBoolean()).append(" }\n");
        text.append("    limits: {").append(limits()).append("}\n");
        text.append("    sampling: ").append(random.nextBoolean() ? "none" : "{ one-in: 10, least: 3 }").append('\n');
        text.append("    shares: ").append(percentages()).append('\n').append(DEADLINES).append("    outcomes:\n");
        for (int i = 0; i < outcomes; i++) {
            outcome(i);
        }
        return text.toString();
    }

    private String limits() {
        if (ceilings != Ceilings.ALL) {
            return ceilings == Ceilings.ONE ? "total: " + pounds(700, 9000) : "";
        }
        var limits = new ArrayList<String>();
        sometimes(limits, "people: " + (1 + random.nextInt(30)));
        sometimes(limits, "outcomes: " + (1 + random.nextInt(40)));
        sometimes(limits, "total: " + pounds(700, 9000));
        sometimes(limits, "payers: { payer-" + random.nextInt(payers) + ": " + ceiling(3000) + " }");
        var each = new ArrayList<String>();
        sometimes(each, "month: " + ceiling(2000));
        sometimes(each, "quarter: " + ceiling(4000));
        sometimes(each, "financial-year: " + ceiling(6000));
        if (!each.isEmpty()) {
            limits.add("each: { " + String.join(", ", each) + " }");
        }
        return String.join(", ", limits);
    }

    /** Not below any price: what could never be paid is a mistake. */
    private String ceiling(int most) {
        return switch (random.nextInt(3)) {
            case 0 -> pounds(700, most);
            case 1 -> "{ count: " + (1 + random.nextInt(15)) + " }";
            default -> "{ count: " + (1 + random.nextInt(15)) + ", total: " + pounds(700, most) + " }";
        };
    }

    private void outcome(int i) {
        boolean perJob = random.nextInt(5) == 0;
        boolean steps = ceilings != Ceilings.ONE && random.nextInt(3) == 0;
        boolean inParts = i > 0 && !perJob && random.nextInt(4) == 0;
        boolean instead = i == 1 && !inParts && ceilings != Ceilings.ONE && random.nextInt(4) == 0;
        var when = perJob ? jobMetric(i) : metric(i, 2);
        line(6, "outcome-" + i + ":");
        line(8, "title: Outcome " + i);
        line(8, "pays: " + pounds(60, 660));
        if (steps) {
            int after = 1 + random.nextInt(8);
            line(8, "then: [ { after: " + after + ", pays: " + pounds(60, 660) + " }, { after: " + (after + 3) + ", pays: " + pounds(60, 660) + " } ]");
        }
        line(8, "when: " + when);
        sometimes(when.contains("self-employed ]") || inParts ? "note: as made up" : "excluded: [ self-employed ]");
        sometimes(when.startsWith("{ earnings") ? "excluded-income: [ tax-refund, bonus ]" : "attempts: 3");
        sometimes("supply-chain-counts: true");
        if (random.nextInt(3) == 0) {
            line(8, "latest: " + (800 + random.nextInt(300)) + " days after " + anchor(i, true));
        }
        line(8, "once-per: " + (perJob ? "job" : instead || i == 0 || random.nextInt(3) > 0 ? "client" : random.nextBoolean() ? "referral" : "6 months"));
        if (instead) {
            line(8, "instead-of: outcome-0");
        }
        if (inParts) {
            int first = 100 + random.nextInt(9800);
            line(8, "paid-in: [ { part: " + percent(first) + " }, { part: " + percent(10_000 - first) + ", when-also: " + metric(i, 0) + " } ]");
        } else if (random.nextInt(3) == 0) {
            line(8, "shared: " + (random.nextBoolean() ? percentages() : fixedFirst()));
        }
        line(8, "shown-by: { preferred: [ " + PAPERS.get(random.nextInt(4)) + " ] }");
        line(8, "claim-within: " + List.of(1 + random.nextInt(12) + " months", 20 + random.nextInt(90) + " days", 3 + random.nextInt(20) + " weeks",
                5 + random.nextInt(30) + " working days").get(random.nextInt(4)));
        if (ceilings == Ceilings.ALL && random.nextBoolean()) {
            line(8, "up-to: { " + (steps ? "" : "count: " + (1 + random.nextInt(12)) + ", ") + "total: " + pounds(700, 3000) + " }");
        }
    }

    private String metric(int outcome, int depth) {
        return switch (random.nextInt(depth > 0 ? 10 : 8)) {
            case 0 -> "{ appointments-attended: " + (1 + random.nextInt(4)) + " }";
            case 1 -> "{ vocational-profile: completed }";
            case 2, 3 -> random.nextBoolean() ? weeks(outcome, "any") : jobMetric(outcome);
            case 4 -> {
                int count = 5 + random.nextInt(80);
                yield "{ days-in-work: { count: " + count + ", within: " + (count + random.nextInt(60)) + " days" + after(outcome)
                        + ", hours-per-week: " + hours("every-week") + kinds() + " } }";
            }
            case 5 -> "{ earnings: { reach: " + pounds(200, 4000) + ", within: " + (30 + random.nextInt(200)) + " days" + after(outcome) + kinds()
                    + " } }";
            case 6 -> "{ score-change: { measure: treatment-outcomes-profile, " + (random.nextBoolean() ? "falls-by: " : "rises-by: ")
                    + (1 + random.nextInt(4)) + ", at: " + (2 + random.nextInt(8)) + " months after " + anchor(outcome, false)
                    + ", give-or-take: " + (5 + random.nextInt(40)) + " days } }";
            case 7 -> {
                int count = 1 + random.nextInt(8);
                yield "{ job-kept: { count: " + count + ", within: " + count + ", hours-per-week: " + hours("every-week") + ", return: "
                        + (random.nextBoolean() ? "counts" : "does-not-count") + ", breaks: none } }";
            }
            default -> "{ " + (random.nextBoolean() ? "any-of" : "all-of") + ": [ " + metric(outcome, depth - 1) + ", " + metric(outcome, depth - 1) + " ] }";
        };
    }

    private String after(int outcome) {
        return random.nextInt(3) == 0 ? " after " + anchor(outcome, false) : "";
    }

    private String kinds() {
        return random.nextInt(4) == 0 ? ", only: [ employed, apprenticeship ]" : random.nextInt(6) == 0 ? ", only: [ self-employed ]" : "";
    }

    private String jobMetric(int outcome) {
        if (random.nextBoolean()) {
            return "{ paid-competitive-work: { full-days: " + (1 + random.nextInt(2)) + (random.nextBoolean() ? ", or-hours: 4" : "") + " } }";
        }
        return weeks(outcome, "one");
    }

    /** Each outcome counts weeks of its own number, so that no two of them are bands of the same weeks. */
    private String weeks(int outcome, String jobs) {
        int count = 2 + outcome + 11 * random.nextInt(2);
        boolean scattered = random.nextInt(3) == 0;
        var concurrent = jobs.equals("any") && random.nextInt(4) == 0 ? ", concurrent: not-added" : "";
        return "{ weeks-in-work: { count: " + count + ", within: " + (scattered ? count + 20 + outcome : count) + ", hours-per-week: "
                + hours(random.nextBoolean() ? "on-average" : "every-week") + ", jobs: " + jobs + concurrent + ", breaks: "
                + (scattered || random.nextBoolean() ? "none" : "up to " + (1 + random.nextInt(9)) + " days") + " } }";
    }

    private String hours(String measured) {
        return switch (random.nextInt(4)) {
            case 0, 1 -> "any";
            case 2 -> "{ from: " + (1 + random.nextInt(30)) + ", measured: " + measured + " }";
            default -> "{ from: " + (1 + random.nextInt(12)) + ", below: " + (13 + random.nextInt(20)) + ", measured: " + measured + " }";
        };
    }

    /** An anchor of an outcome before this one, so that nothing counts from itself. */
    private String anchor(int outcome, boolean job) {
        int pick = random.nextInt(4);
        if (pick == 0 && outcome > 0) {
            return "outcome-" + random.nextInt(outcome);
        }
        return pick == 1 ? "acceptance" : pick == 2 && job ? "job" : "referral";
    }

    private String percentages() {
        var cuts = IntStream.range(0, payers - 1).map(i -> random.nextInt(10_001)).sorted().boxed().collect(Collectors.toList());
        cuts.add(10_000);
        int last = 0;
        var shares = new ArrayList<String>();
        for (int i = 0; i < payers; i++) {
            shares.add("payer-" + i + ": " + percent(cuts.get(i) - last));
            last = cuts.get(i);
        }
        return "{ " + String.join(", ", shares) + " }";
    }

    private String fixedFirst() {
        if (payers == 1) {
            return "{ payer-0: 100% }";
        }
        return "{ payer-0: " + money(1 + random.nextInt(5998)) + ", payer-" + (payers - 1) + ": 100% }";
    }

    private static String percent(int basisPoints) {
        return "%d.%02d%%".formatted(basisPoints / 100, basisPoints % 100);
    }

    private String pounds(int from, int to) {
        return money(100 * from + random.nextInt(100 * (to - from)));
    }

    private static String money(int pence) {
        return "£%d.%02d".formatted(pence / 100, pence % 100);
    }

    private void sometimes(List<String> parts, String part) {
        if (random.nextInt(3) == 0) {
            parts.add(part);
        }
    }

    private void sometimes(String line) {
        if (random.nextInt(4) == 0) {
            line(8, line);
        }
    }

    private void line(int indent, String line) {
        text.append(" ".repeat(indent)).append(line).append('\n');
    }
}
