package org.placewell.triage;

import java.util.List;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.referral.ClinicalSide;
import org.placewell.referral.Referrals;
import org.placewell.referral.SamePerson;
import org.placewell.security.Actor;
import org.placewell.security.Role;
import org.placewell.shared.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person's word on referrals that look alike: the program only asks. */
@Service
@Transactional
public class DuplicateReview {

    private final Duplicates duplicates;
    private final Referrals referrals;
    private final SamePerson samePerson;
    private final ClinicalSide clinicalSide;
    private final AuditTrail audit;

    DuplicateReview(Duplicates duplicates, Referrals referrals, SamePerson samePerson, ClinicalSide clinicalSide, AuditTrail audit) {
        this.duplicates = duplicates;
        this.referrals = referrals;
        this.samePerson = samePerson;
        this.clinicalSide = clinicalSide;
        this.audit = audit;
    }

    /** The earlier referrals that may be for the same person, for the team leader who decides. */
    @Transactional(readOnly = true)
    public List<PossibleDuplicate> possible(String ref, Actor actor) {
        actor.require(Role.TEAM_LEADER);
        referrals.visible(ref, actor);
        return duplicates.of(ref);
    }

    /** Two different people: this referral goes on, and the two are not asked about again. */
    public void different(String ref, Actor actor) {
        possible(ref, actor);
        duplicates.decide(ref, null, "different", actor.username());
        audit.record(ref, actor, Area.PATHWAY, "triage.not-a-duplicate", "", "");
    }

    /**
     * The same person and the same support: this referral closes, the earlier one goes on, and two records become one.
     *
     * @param right whose name and number stand when there are two records: {@code earlier}, {@code this}, or empty for the one with a number
     */
    public void duplicate(String ref, String earlierRef, String right, Actor actor) {
        var earlier = chosen(ref, earlierRef, actor);
        duplicates.decide(ref, earlierRef, "same", actor.username());
        referrals.joinTo(ref, earlierRef, actor);
        join(ref, earlier, right, actor);
        clinicalSide.tell(ref, "referralDuplicate", ref + ":duplicate");
    }

    /** The same person, but support of its own, or earlier support that has ended: one record, and this referral goes on. */
    public void samePerson(String ref, String earlierRef, String right, Actor actor) {
        var earlier = chosen(ref, earlierRef, actor);
        duplicates.decide(ref, earlierRef, "samePerson", actor.username());
        join(ref, earlier, right, actor);
        audit.record(ref, actor, Area.PATHWAY, "triage.same-person", "", earlierRef);
    }

    private PossibleDuplicate chosen(String ref, String earlierRef, Actor actor) {
        return possible(ref, actor).stream().filter(one -> one.earlierRef().equals(earlierRef)).findFirst()
                .orElseThrow(() -> Problem.at("earlierReferral", "not-on-list", "Choose the earlier referral from the list"));
    }

    private void join(String ref, PossibleDuplicate earlier, String right, Actor actor) {
        var mine = referrals.get(ref).person();
        boolean onlyMineHasNumber = mine.nhsNumber() != null && referrals.get(earlier.earlierRef()).person().nhsNumber() == null;
        boolean keepEarlier = right.isEmpty() ? !onlyMineHasNumber : right.equals("earlier");
        samePerson.joinFound(ref, earlier.earlierRef(), keepEarlier, "Found at triage: " + earlier.likeness(), actor);
    }
}
