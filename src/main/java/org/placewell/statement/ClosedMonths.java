package org.placewell.statement;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.placewell.claim.Charge;
import org.placewell.claim.ChargeKind;
import org.placewell.claim.Charges;
import org.placewell.claim.CorrectionReason;
import org.placewell.contract.Contracts;
import org.placewell.contract.domain.PayerShare;
import org.placewell.security.Actor;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Pence;
import org.placewell.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts right what a closed month got wrong, as a charge of this month: the payer reads a reason of a list, finance the reckoning. */
@Component
class ClosedMonths {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);
    private final Charges charges;
    private final Contracts contracts;
    private final JdbcClient jdbc;
    private final MovableClock clock;

    ClosedMonths(Charges charges, Contracts contracts, JdbcClient jdbc, MovableClock clock) {
        this.charges = charges;
        this.contracts = contracts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Proposes a correction for one payer; the caller has checked the right to. */
    String propose(String contractRef, String payer, YearMonth about, Pence amount, String reason, String note, Actor actor) {
        if (charges.closedUntil(contractRef).filter(closed -> !about.isAfter(closed)).isEmpty()) {
            throw Problem.at("month", "month-open", "This month is not closed: query the line, or ask for a reversal of the claim instead");
        }
        var why = Arrays.stream(CorrectionReason.values()).filter(one -> one.code().equals(reason)).findFirst()
                .orElseThrow(() -> Problem.at("reason", "unknown-reason", "Choose one of the reasons"));
        var month = MONTH.format(about);
        int number = jdbc.sql("select count(*) + 1 from charge where contract_ref = ? and kind = 'CORRECTION'").param(contractRef)
                .query(Integer.class).single();
        return charges.propose(new Charge.Proposal("correction:" + contractRef + ":" + number + ":" + about, ChargeKind.CORRECTION, contractRef,
                contracts.versionInForce(contractRef, clock.today()), YearMonth.from(clock.today()), "Correction of " + month,
                "In the statement of " + month + " " + why.words() + ": " + amount + ". That month is closed, so it is put right here, on "
                        + "the word of two people; finance keeps the reckoning.", why, note, List.of(new PayerShare(payer, amount))), actor);
    }
}
