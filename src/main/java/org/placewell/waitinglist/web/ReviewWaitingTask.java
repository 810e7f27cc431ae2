package org.placewell.waitinglist.web;

import java.util.Map;
import org.placewell.referral.EndReason;
import org.placewell.security.Actor;
import org.placewell.waitinglist.WaitingList;
import org.placewell.workflow.Answers;
import org.placewell.workflow.TaskHandler;
import org.placewell.workflow.Vars;
import org.placewell.workflow.WorkItem;
import org.springframework.stereotype.Component;

/** A team leader looks at a long wait. */
@Component
class ReviewWaitingTask implements TaskHandler {

    private final WaitingList waitingList;
    private final WaitingPanel panel;

    ReviewWaitingTask(WaitingList waitingList, WaitingPanel panel) {
        this.waitingList = waitingList;
        this.panel = panel;
    }

    @Override
    public String task() {
        return "reviewWaiting";
    }

    @Override
    public TaskPage page(WorkItem item, Actor actor) {
        return TaskPage.of("waitinglist/side :: wait", panel.model(item.caseRef(), actor));
    }

    @Override
    public Map<String, Object> submit(WorkItem item, Answers answers, Actor actor) {
        var answer = answers.text(Vars.REVIEW_ANSWER);
        if (answers.has("triedOn")) {
            waitingList.recordOutreach(item.caseRef(), answers.date("triedOn"), answers.has("channel") ? answers.text("channel") : "phone",
                    answers.yes("reached"), actor);
        }
        if (answers.has("heardOn")) {
            waitingList.heardOf(item.caseRef(), answers.date("heardOn"), answers.has("channel") ? answers.text("channel") : "throughTeam", actor);
        }
        boolean stays = answer.equals("stillWaiting");
        waitingList.review(item.caseRef(), stays, stays ? null : EndReason.ofCode(answers.text("leaveReason")),
                answers.has("noAttempt") ? answers.text("noAttempt") : "", actor);
        return Vars.decision(Vars.REVIEW_ANSWER, answer);
    }
}
