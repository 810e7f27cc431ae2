package org.placewell.claim;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.placewell.contract.Contracts;
import org.placewell.contract.VersionView.Status;
import org.placewell.contract.domain.Calculator;
import org.placewell.contract.domain.Calculator.FeeDue;
import org.placewell.contract.domain.Party;
import org.placewell.contract.domain.Terms;
import org.springframework.stereotype.Component;

/** The service fees of a contract, month by month, by the version in force on the month's first day. */
@Component
class Fees {

    private final Contracts contracts;
    private final ChargeStore store;

    Fees(Contracts contracts, ChargeStore store) {
        this.contracts = contracts;
        this.store = store;
    }

    /** What is due up to a month and not recorded; what belongs to a closed month goes to the first open one. */
    List<Charge.Proposal> due(String contractRef, YearMonth until) {
        var due = new ArrayList<Charge.Proposal>();
        var versions = contracts.versions(contractRef).stream().filter(version -> version.status() == Status.ACTIVE)
                .map(version -> contracts.terms(contractRef, version.version()))
                .filter(terms -> !terms.fees().isEmpty()).toList();
        if (versions.isEmpty()) {
            return due;
        }
        var from = versions.stream().flatMap(terms -> terms.fees().stream()).map(fee -> fee.from()).min(LocalDate::compareTo).orElseThrow();
        var firstOpen = store.closedUntil(contractRef).map(closed -> closed.plusMonths(1)).orElse(null);
        for (var month = YearMonth.from(from); !month.isAfter(until); month = month.plusMonths(1)) {
            for (var fee : of(contractRef, month)) {
                var proposal = proposal(fee, month, firstOpen != null && month.isBefore(firstOpen) ? firstOpen : month);
                if (!proposal.period().isAfter(until) && !store.exists(proposal.key())) {
                    due.add(proposal);
                }
            }
        }
        return due;
    }

    /** Whether the terms say so much for the month that the fee's key names. */
    boolean bears(Charge charge) {
        if (!charge.key().matches(".*:[0-9]{4}-(0[1-9]|1[0-2])")) {
            return false;
        }
        var month = YearMonth.parse(charge.key().substring(charge.key().lastIndexOf(':') + 1));
        return of(charge.contractRef(), month).stream().map(fee -> proposal(fee, month, charge.period()))
                .anyMatch(fee -> fee.key().equals(charge.key()) && fee.amount().equals(charge.amount()) && fee.shares().equals(charge.shares()));
    }

    private List<OfTerms> of(String contractRef, YearMonth month) {
        var terms = contracts.inForce(contractRef, month.atDay(1));
        return terms.effective().isAfter(month.atDay(1)) ? List.of()
                : Calculator.fees(terms, month).stream().map(fee -> new OfTerms(terms, fee)).toList();
    }

    private static Charge.Proposal proposal(OfTerms due, YearMonth month, YearMonth period) {
        var terms = due.terms();
        var fee = due.fee();
        var shares = fee.shares().stream().map(share -> terms.payer(share.payerId()).map(Party::name).orElse(share.payerId()) + " "
                + share.amount()).collect(Collectors.joining(", "));
        return new Charge.Proposal("fee:" + terms.contract() + ":" + fee.code() + ":" + month, ChargeKind.FEE, terms.contract(), terms.version(),
                period, "Service fee '" + fee.code() + "' for " + month, "The terms (version " + terms.version() + ") pay " + fee.amount()
                + " for each calendar month: " + shares + (period.equals(month) ? ""
                        : ". The month was closed before, so it is billed with " + period), fee.shares());
    }

    private record OfTerms(Terms terms, FeeDue fee) {}
}
