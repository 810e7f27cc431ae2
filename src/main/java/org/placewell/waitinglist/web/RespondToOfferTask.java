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

/** The specialist records what the person said to an offered place. */
@Component
class RespondToOfferTask implements TaskHandler {

    private final WaitingList waitingList;
    private final WaitingPanel panel;

    RespondToOfferTask(WaitingList waitingList, WaitingPanel panel) {
        this.waitingList = waitingList;
        this.panel = panel;
    }

    @Override
    public String task() {
        return "respondToOffer";
    }

    @Override
    public TaskPage page(WorkItem item, Actor actor) {
        return TaskPage.of("waitinglist/side :: offer", panel.model(item.caseRef(), actor));
    }

    @Override
    public Map<String, Object> submit(WorkItem item, Answers answers, Actor actor) {
        var answer = answers.text(Vars.OFFER_ANSWER);
        var reason = answer.equals("leaves") ? EndReason.ofCode(answers.text("leaveReason")) : null;
        waitingList.respond(item.caseRef(), answer, reason, answers.date("reachedOn"), answers.text("channel"), actor);
        return Vars.decision(Vars.OFFER_ANSWER, answer);
    }
}
