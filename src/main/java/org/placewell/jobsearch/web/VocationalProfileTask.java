package org.placewell.jobsearch.web;

import java.util.HashMap;
import java.util.Map;
import org.placewell.jobsearch.JobSearch;
import org.placewell.jobsearch.ProfileAnswers;
import org.placewell.security.Actor;
import org.placewell.workflow.Answers;
import org.placewell.workflow.TaskHandler;
import org.placewell.workflow.WorkItem;
import org.springframework.stereotype.Component;

/** The specialist and the person complete the vocational profile. */
@Component
class VocationalProfileTask implements TaskHandler {

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

    @Override
    public TaskPage page(WorkItem item, Actor actor) {
        var page = pages.person(item.caseRef(), actor);
        var begun = new HashMap<String, Object>();
        jobSearch.profile(item.caseRef()).ifPresentOrElse(profile -> {
            begun.put("workWanted", profile.workWanted());
            begun.put("skills", profile.skills());
            begun.put("hoursWanted", profile.hoursWanted());
            begun.put("travel", profile.travel());
            begun.put("supportAtWork", profile.supportAtWork());
            begun.put("disclosure", profile.disclosure());
        }, () -> begun.put("workWanted", ((org.placewell.referral.ReferralView) page.model().get("referral")).work().wish()));
        return page.with(begun, Map.of());
    }

    @Override
    public Map<String, Object> submit(WorkItem item, Answers answers, Actor actor) {
        jobSearch.saveProfile(item.caseRef(), new ProfileAnswers(answers.text("workWanted"), answers.text("skills"), answers.text("hoursWanted"),
                answers.text("travel"), answers.text("supportAtWork"), answers.text("disclosure"), answers.yes("signed")),
                answers.date("completedOn"), actor);
        return Map.of();
    }
}
