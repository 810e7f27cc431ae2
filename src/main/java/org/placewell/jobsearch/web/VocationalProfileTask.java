package org.placewell.jobsearch.web;

import java.util.Map;
import java.util.TreeMap;
import org.placewell.jobsearch.JobSearch;
import org.placewell.jobsearch.ProfileAnswers;
import org.placewell.jobsearch.ProfileView;
import org.placewell.referral.ReferralView;
import org.placewell.security.Actor;
import org.placewell.workflow.Answers;
import org.placewell.workflow.TaskHandler;
import org.placewell.workflow.WorkItem;
import org.springframework.stereotype.Component;

/** The specialist and the person complete the vocational profile. */
@Component
class VocationalProfileTask implements TaskHandler {

    /** Carried unseen: {@code yes} where the contract is content with the short profile, which leaves the longer questions out. */
    static final String SHORT = "short";
    private final JobSearch jobSearch;
    private final PersonPages pages;

    VocationalProfileTask(JobSearch jobSearch, PersonPages pages) {
        this.jobSearch = jobSearch;
        this.pages = pages;
    }

    @Override
    public String task() {
        return "vocationalProfile";
    }

    /** Written in parts over several meetings, perhaps by several colleagues. */
    @Override
    public boolean belongsToCase() {
        return true;
    }

    @Override
    public TaskPage page(WorkItem item, Actor actor) {
        var page = pages.person(item.caseRef(), actor);
        var begun = new TreeMap<>(jobSearch.profile(item.caseRef()).map(VocationalProfileTask::begun)
                .orElseGet(() -> Map.of("workWanted", ((ReferralView) page.model().get("referral")).work().wish())));
        begun.put(SHORT, pages.profileIsShort(item.caseRef()));
        return page.with(begun, Map.of());
    }

    /** What has been written before, to go on from. */
    static Map<String, Object> begun(ProfileView profile) {
        return Map.of("workWanted", profile.workWanted(), "skills", profile.skills(), "hoursWanted", profile.hoursWanted(),
                "travel", profile.travel(), "supportAtWork", profile.supportAtWork(), "disclosure", profile.disclosure(),
                "signed", profile.signed() ? "yes" : "no");
    }

    /** The answers of either profile form. */
    static ProfileAnswers profile(Answers answers) {
        return new ProfileAnswers(answers.text("workWanted"), answers.text("skills"), answers.text("hoursWanted"), answers.text("travel"),
                answers.text("supportAtWork"), answers.text("disclosure"), answers.yes("signed"));
    }

    @Override
    public Map<String, Object> submit(WorkItem item, Answers answers, Actor actor) {
        pages.requireProfile(item.caseRef(), answers);
        jobSearch.saveProfile(item.caseRef(), profile(answers), answers.date("completedOn"), actor);
        return Map.of();
    }
}
