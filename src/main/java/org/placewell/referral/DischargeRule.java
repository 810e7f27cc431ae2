package org.placewell.referral;

import org.placewell.contract.Contracts;
import org.placewell.shared.Problem;
import org.springframework.stereotype.Component;

/** What discharge from the clinical team means: support goes on, unless the contract says that it ends. */
@Component
class DischargeRule {

    private final Contracts contracts;

    DischargeRule(Contracts contracts) {
        this.contracts = contracts;
    }

    /** Whether a discharge is an event of this referral and not its end: from the referral to the end of support under such a contract. */
    boolean supportGoesOn(ReferralView referral) {
        return referral.isOpen() && !contracts.terms(referral.contractRef(), referral.contractVersion()).practice().dischargeEndsSupport();
    }

    /**
     * Stops an early end that the contract does not know.
     *
     * @throws Problem at {@code endReason}, with the way on
     */
    void check(ReferralView referral, EndReason reason) {
        // Whoever still waits may be closed for it as well, when the person or the team wants that.
        if (reason == EndReason.DISCHARGED && referral.status() == ReferralStatus.IN_SUPPORT && supportGoesOn(referral)) {
            throw Problem.at("endReason", "support-goes-on", "Under this contract support goes on after discharge from the clinical team. Go back to the"
                    + " person’s page and choose “Record a discharge from the clinical team”. If the person wants to stop, choose that reason");
        }
    }
}
