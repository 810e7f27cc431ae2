package org.placewell.evidence;

import java.util.List;
import java.util.Set;
import org.placewell.jobsearch.JobView;
import org.placewell.security.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The evidence room's door to what comes before a claim: outcomes ahead, papers gathered early, whether an employer may be asked. */
@Service
@Transactional
public class Gathering {

    private final ComingDesk coming;
    private final ShelfDesk shelf;
    private final WishDesk wishes;

    Gathering(ComingDesk coming, ShelfDesk shelf, WishDesk wishes) {
        this.coming = coming;
        this.shelf = shelf;
        this.wishes = wishes;
    }

    /** What the outcomes still to come will need and what is there; the caller has checked the right to see the referral. */
    @Transactional(readOnly = true)
    public List<ComingOutcome> coming(String referralRef) {
        return coming.of(referralRef);
    }

    /** What people in work on the actor's caseload or team can reach within so many days, the soonest first. */
    @Transactional(readOnly = true)
    public List<ComingOutcome.OfPerson> comingWithin(int days, Actor actor) {
        return coming.within(days, actor);
    }

    /** The papers gathered before any claim, and what more could be added. */
    @Transactional(readOnly = true)
    public EarlyPapers earlyPapers(String referralRef, Actor actor) {
        return new EarlyPapers(shelf.early(referralRef, actor), shelf.onClaims(referralRef), coming.of(referralRef), shelf.sheet(referralRef));
    }

    /**
     * @param papers the papers that wait for a claim
     * @param onClaims the references of those of the person's papers that are on a claim
     * @param coming the outcomes that they may come to show
     * @param sheet what can be said about another one
     */
    public record EarlyPapers(List<PaperView> papers, Set<String> onClaims, List<ComingOutcome> coming, PaperSheet sheet) {}

    /**
     * Adds a paper before there is a claim.
     *
     * @return the paper's reference
     * @throws org.placewell.shared.Problem naming the field at fault; then nothing is stored
     */
    public String addEarlyPaper(String referralRef, NewPaper paper, Actor actor) {
        return shelf.add(referralRef, paper, actor);
    }

    /** The person's name, for the specialist and the team's leader. */
    @Transactional(readOnly = true)
    public String nameOf(String referralRef, Actor actor) {
        return shelf.nameOf(referralRef, actor);
    }

    /** Takes a paper off those that wait for a claim; claims that it is on keep it. */
    public void withdrawEarlyPaper(String referralRef, String fileRef, Actor actor) {
        shelf.withdraw(referralRef, fileRef, actor);
    }

    /** A file of a person's papers, for the specialist and the team's leader. */
    @Transactional(readOnly = true)
    public FileContent fileOf(String referralRef, String fileRef, Actor actor) {
        return shelf.content(referralRef, fileRef, actor);
    }

    /** A job whose employer might be asked, for the specialist of the person and the team's leader. */
    @Transactional(readOnly = true)
    public JobView jobOf(String jobRef, Actor actor) {
        return wishes.job(jobRef, actor);
    }

    /** Records what a person says about asking an employer. */
    public void recordEmployerWish(EmployerWish wish, Actor actor) {
        wishes.record(wish, actor);
    }

    /** The newest word about asking each employer of a referral; the caller has checked the right to see the referral. */
    @Transactional(readOnly = true)
    public List<EmployerWish> employerWishes(String referralRef) {
        return wishes.wishes(referralRef);
    }
}
