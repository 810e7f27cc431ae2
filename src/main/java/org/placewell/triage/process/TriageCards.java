package org.placewell.triage.process;

import java.util.List;
import java.util.Set;
import org.placewell.referral.ClinicalSide;
import org.placewell.referral.Referrals;
import org.placewell.workflow.CaseCards;
import org.springframework.stereotype.Component;

/** Who gets the tasks of triage: the employment team's leaders, and whoever speaks for the clinical side for the answers. */
@Component
class TriageCards implements CaseCards {

    private final Referrals referrals;
    private final ClinicalSide clinicalSide;

    TriageCards(Referrals referrals, ClinicalSide clinicalSide) {
        this.referrals = referrals;
        this.clinicalSide = clinicalSide;
    }

    @Override
    public Set<String> processes() {
        return Set.of("referral-triage", "trial-entry", "trial-follow-up");
    }

    @Override
    public Card card(String reference, String task) {
        var referral = referrals.get(reference);
        if (task.equals("answerQuestions")) {
            // Whoever spoke for the clinical side has left: those who took over answer.
            var speaker = clinicalSide.of(reference);
            return new Card(reference, referral.contractRef(), speaker.map(ClinicalSide.Speaker::team).orElse(referral.clinicalTeam()),
                    speaker.map(ClinicalSide.Speaker::assignee).orElse(null), List.of(), referral.person().name());
        }
        return new Card(reference, referral.contractRef(), referral.team(), null, List.of(), referral.person().name());
    }
}
