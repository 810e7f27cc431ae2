package org.placewell.statement;

import java.time.YearMonth;
import java.util.List;
import org.placewell.claim.Charge;
import org.placewell.contract.domain.Party;
import org.placewell.contract.domain.Terms;

/**
 * What stands on the finance desk of a contract.
 *
 * @param finance whether the reader is in finance of it; bank details and charges are for finance only
 * @param manages whether the reader manages the contract
 * @param closedUntil the last closed month, or null
 * @param people who is in finance of the contract
 */
public record DeskView(
        Terms terms, boolean finance, boolean manages, List<PurchaseOrder> orders, YearMonth closedUntil, List<Charge> charges,
        List<Authority.Limit> limits, List<Authority.Delegation> delegations, List<PayeeAccount> accounts, List<Person> people) {

    /** A payer's name as printed. */
    public String payerName(String id) {
        return terms.payer(id).map(Party::name).orElse(id);
    }

    /** Somebody in finance. */
    public record Person(String username, String name) {}
}
