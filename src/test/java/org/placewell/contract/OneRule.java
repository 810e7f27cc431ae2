package org.placewell.contract;

import java.time.LocalDate;
import java.util.List;
import org.placewell.contract.domain.Calculator;
import org.placewell.contract.domain.Decision;
import org.placewell.contract.domain.Facts;
import org.placewell.contract.domain.Facts.Appointment;
import org.placewell.contract.domain.Facts.Score;
import org.placewell.contract.domain.Terms;
import org.placewell.contract.domain.Uses;

/** Terms with a single outcome, {@code it}, referred on Monday 5 January 2026 and accepted on the 9th. */
record OneRule(Terms terms) {

    private static final String FILE = TestTerms.resourceText("/everything.yaml");

    /** @param more further lines of the outcome; {@code once-per: referral} unless one of them says otherwise */
    static OneRule when(String metric, String... more) {
        return new OneRule(TestTerms.read(text(metric, more)));
    }

    /** The file of such terms, which may be wrong. */
    static String text(String metric, String... more) {
        var text = new StringBuilder(FILE.substring(0, FILE.indexOf("    outcomes:\n")));
        text.append("    outcomes:\n      it:\n        title: It\n        pays: £100\n        when: { ").append(metric).append(" }\n");
        for (var line : more) {
            text.append("        ").append(line).append('\n');
        }
        if (!String.join(" ", more).contains("once-per")) {
            text.append("        once-per: referral\n");
        }
        text.append("        shown-by: { preferred: [ payslip ] }\n        claim-within: 3 months\n");
        return text.toString();
    }

    Decision at(String jobs, String asked) {
        return at(jobs, asked, Uses.none());
    }

    Decision at(String jobs, String asked, Uses uses) {
        return Calculator.decide(terms, "it", facts(jobs, asked, List.of(), List.of()), uses);
    }

    Decision seen(String asked, Appointment... appointments) {
        return Calculator.decide(terms, "it", facts("", asked, List.of(appointments), List.of()), Uses.none());
    }

    Decision scored(String asked, Score... scores) {
        return Calculator.decide(terms, "it", facts("", asked, List.of(), List.of(scores)), Uses.none());
    }

    private static Facts facts(String jobs, String asked, List<Appointment> appointments, List<Score> scores) {
        return new Facts(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 1, 9), appointments, null, Example.jobs(jobs), scores, LocalDate.parse(asked));
    }
}
