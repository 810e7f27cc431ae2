package org.placewell.evidence;

import java.util.List;
import java.util.Set;
import org.placewell.referral.EndReason;
import org.placewell.referral.Referrals;
import org.placewell.workflow.CaseCards;
import org.springframework.stereotype.Component;

/** What the work list says about claims: specialists see whom it is about, validators only what it is about. */
@Component
class EvidenceCards implements CaseCards {

    private final Evidence evidence;
    private final Referrals referrals;

    EvidenceCards(Evidence evidence, Referrals referrals) {
        this.evidence = evidence;
        this.referrals = referrals;
    }

    @Override
    public Set<String> processes() {
        return Set.of("evidence-validation");
    }

    @Override
    public Card card(String reference, String task) {
        var claim = evidence.get(reference).claim();
        var people = evidence.participants(reference);
        return switch (task) {
            case "gatherEvidence", "considerDispute" -> {
                var referral = referrals.get(claim.referralRef());
                yield new Card(claim.referralRef(), claim.contractRef(), referral.team(), referral.specialist(), people.validators(),
                        claim.clientName() + ": " + claim.outcomeName(), referral.endReason() == EndReason.DIED ? AfterDeath.WORDS : null);
            }
            case "reviewDispute" -> forValidators(claim, union(people.involved(), people.firstValidators()));
            case "checkSample" -> forValidators(claim, people.all());
            default -> forValidators(claim, List.copyOf(people.involved()));
        };
    }

    private static Card forValidators(NewEvidenceCase claim, List<String> excluded) {
        return new Card(claim.referralRef(), claim.contractRef(), null, null, excluded, claim.outcomeName() + ", claim " + claim.claimRef());
    }

    private static List<String> union(Set<String> one, Set<String> other) {
        return java.util.stream.Stream.concat(one.stream(), other.stream()).distinct().toList();
    }
}
