package org.placewell.process;

import org.placewell.claim.MoneyWorld;
import org.placewell.support.World;

/** The contracts that walks are walked under: one in turn for each seed, so that every run of five walks has them all. */
enum WalkContract {

    USUAL("", ""),
    /** IPS-Lite: the search and the support in work end after three months each. */
    TIME_LIMITS("", ""),
    TRIAL("trial: false", "trial: true\n    allocation: { support: 2, usual-care: 1, blocks: [3, 6], follow-up: 2 months }"),
    SURGE("trial: false", "trial: false\n    service:\n      surge: 2 a week"),
    /** A job held at the referral is to be kept. */
    RETENTION("    outcomes:\n", """
                outcomes:
                  job-kept:
                    title: Job kept for 13 weeks
                    pays: £700
                    illustrative: true
                    when:
                      job-kept:
                        count: 13
                        within: 13
                        hours-per-week: { from: 8, measured: on-average }
                        return: counts
                        breaks: up to 5 days
                    once-per: referral
                    shown-by:
                      preferred: [ payslips-covering-window, employer-confirmation, payroll-record ]
                    claim-within: 3 months

            """);

    private final String from;
    private final String to;

    WalkContract(String from, String to) {
        this.from = from;
        this.to = to;
    }

    /** The one whose turn it is. */
    static WalkContract of(long seed) {
        return values()[(int) Math.floorMod(seed, (long) values().length)];
    }

    /** A service of its own under a copy of the Haringey and Barnet contract; one in two paid claims is looked at again. */
    World.Service service(MoneyWorld money) {
        return money.service(terms -> {
            var text = terms.replace("sample: 1 in 10", "sample: 1 in 2");
            text = this == TIME_LIMITS ? text.replace("search: none", "search: 3 months").replace("support: none", "support: 3 months")
                    : text.replace(from.isEmpty() ? "\0" : from, to);
            if (this != USUAL && !text.contains(this == TIME_LIMITS ? "search: 3 months" : to)) {
                throw new AssertionError("the contract has no place for " + this);
            }
            return text;
        });
    }
}
