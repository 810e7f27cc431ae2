package org.placewell.triage.process;

import java.util.List;
import java.util.Set;
import org.placewell.referral.Referrals;
import org.placewell.security.Actors;
import org.placewell.workflow.CaseCards;
import org.springframework.stereotype.Component;

/** Who gets the tasks of triage: the employment team's leaders, and the referrer for the answers. */
@Component
class TriageCards implements CaseCards {

    private final Referrals referrals;
    private final Actors actors;

    TriageCards(Referrals referrals, Actors actors) {
        this.referrals = referrals;
        this.actors = actors;
    }

    @Override
    public Set<String> processes() {
        return Set.of("referral-triage", "trial-entry", "trial-follow-up");
    }

    @Override
    public Card card(String reference, String task) {
        var referral = referrals.get(reference);
        if (task.equals("answerQuestions")) {
            // A referrer who has left: a colleague of the clinical team answers.
            var referrer = actors.find(referral.referrer()).isPresent() ? referral.referrer() : null;
            return new Card(reference, referral.contractRef(), referral.clinicalTeam(), referrer, List.of(), referral.person().name());
        }
        return new Card(reference, referral.contractRef(), referral.team(), null, List.of(), referral.person().name());
    }
}
