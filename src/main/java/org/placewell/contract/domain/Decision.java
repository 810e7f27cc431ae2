package org.placewell.contract.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.placewell.shared.Pence;

/**
 * The calculator's answer for one outcome of one referral, with its explanation.
 *
 * @param occurrence which one of several outcomes: {@code 1} when paid once per referral or person, else the job's reference
 * @param amount the price when payable, else what it would be
 * @param shares who pays what; they add up to {@code amount} to the penny
 * @param reasons the explanation in plain sentences, most important first
 * @param windowFrom the first day of what is paid for; null when nothing has begun
 * @param windowTo the day on which the outcome was reached; null while it is not
 * @param earliest the earliest day on which it can be reached as things stand; null when that cannot be told
 * @param missing what is still needed, in plain words; empty when payable
 * @param claimBy the last day for claiming, from {@code windowTo} or {@code earliest}; null when neither is known
 */
public record Decision(
        Kind kind, String contract, int version, String outcome, String occurrence, Pence amount, List<PayerShare> shares,
        List<String> reasons, LocalDate windowFrom, LocalDate windowTo, LocalDate earliest, List<String> missing, LocalDate claimBy) {

    public Decision {
        shares = List.copyOf(shares);
        reasons = List.copyOf(reasons);
        missing = List.copyOf(missing);
    }

    /** The three answers. */
    public enum Kind {
        PAYABLE,
        NOT_YET,
        NEVER
    }

    public boolean isPayable() {
        return kind == Kind.PAYABLE;
    }

    /** Whether both say the same in everything but their wording, which a later release may improve. */
    public boolean agreesWith(Decision other) {
        return kind == other.kind && contract.equals(other.contract) && version == other.version && outcome.equals(other.outcome)
                && occurrence.equals(other.occurrence) && amount.equals(other.amount) && shares.equals(other.shares)
                && Objects.equals(windowFrom, other.windowFrom) && Objects.equals(windowTo, other.windowTo)
                && Objects.equals(earliest, other.earliest) && Objects.equals(claimBy, other.claimBy);
    }

    /** What that payer pays; zero for one without a share. */
    public Pence shareOf(String payerId) {
        return shares.stream().filter(share -> share.payerId().equals(payerId)).map(PayerShare::amount).findFirst().orElse(Pence.ZERO);
    }

    /** The whole explanation as one text. */
    public String text() {
        return String.join(" ", reasons);
    }
}
