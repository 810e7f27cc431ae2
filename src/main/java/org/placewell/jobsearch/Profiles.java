package org.placewell.jobsearch;

import java.time.LocalDate;
import java.util.Optional;
import org.placewell.caseload.Caseload;
import org.placewell.security.Actor;
import org.placewell.shared.Problem;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Keeps the vocational profiles: nobody overwrites what they have not seen. */
@Component
class Profiles {

    private final ProfileRows rows;
    private final Caseload caseload;
    private final Dates dates;
    private final Changes changes;

    Profiles(ProfileRows rows, Caseload caseload, Dates dates, Changes changes) {
        this.rows = rows;
        this.caseload = caseload;
        this.dates = dates;
        this.changes = changes;
    }

    Optional<ProfileView> find(String referralRef) {
        return rows.findById(referralRef).map(Profile::view);
    }

    /** The task's answers. The task is done once, which the engine decides, so no version is compared. */
    void save(String referralRef, ProfileAnswers answers, LocalDate completedOn, Actor actor) {
        var referral = caseload.workedOnBy(referralRef, actor);
        if (completedOn != null) {
            dates.past("completedOn", completedOn, referral);
        }
        write(rows.findById(referralRef).orElseGet(() -> new Profile(referralRef, dates.today())), answers, completedOn, actor);
        changes.made(referralRef, actor, completedOn == null ? "profile.saved" : "profile.completed", "",
                completedOn == null ? "" : completedOn.toString());
    }

    void change(String referralRef, ProfileAnswers answers, int seen, Actor actor) {
        caseload.workedOnBy(referralRef, actor);
        var profile = rows.findById(referralRef).orElseThrow(() -> new Problem.NotFound("this profile"));
        if (!profile.isAt(seen)) {
            throw changedMeanwhile();
        }
        write(profile, answers, null, actor);
        changes.made(referralRef, actor, "profile.saved", "", "");
    }

    /** Written at once, not at the end: listeners of the change read it by SQL. */
    private void write(Profile profile, ProfileAnswers answers, LocalDate completedOn, Actor actor) {
        profile.write(answers, completedOn, actor.username());
        try {
            rows.saveAndFlush(profile);
        } catch (OptimisticLockingFailureException | DataIntegrityViolationException e) {
            throw (Problem) changedMeanwhile().initCause(e);
        }
    }

    private static Problem changedMeanwhile() {
        return new Problem.Stale("Someone else has changed this profile since you opened it. What you typed is kept: compare it with the profile as it"
                + " is now, beside the form, bring the two together and save again");
    }
}
