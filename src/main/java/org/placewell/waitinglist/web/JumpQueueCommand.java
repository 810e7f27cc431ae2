package org.placewell.waitinglist.web;

import org.placewell.security.Actor;
import org.placewell.waitinglist.WaitingList;
import org.placewell.workflow.Answers;
import org.placewell.workflow.CommandHandler;
import org.placewell.workflow.TaskHandler.TaskPage;
import org.springframework.stereotype.Component;

/** A team leader changes a waiting person's priority, with a reason. */
@Component
class JumpQueueCommand implements CommandHandler {

    private final WaitingList waitingList;
    private final WaitingPanel panel;

    JumpQueueCommand(WaitingList waitingList, WaitingPanel panel) {
        this.waitingList = waitingList;
        this.panel = panel;
    }

    @Override
    public String form() {
        return "jumpQueue";
    }

    @Override
    public String title(String subject, Actor actor) {
        return "Change the priority";
    }

    @Override
    public TaskPage page(String subject, Actor actor) {
        return TaskPage.of("waitinglist/side :: wait", panel.model(subject, actor));
    }

    @Override
    public String submit(String subject, Answers answers, Actor actor) {
        waitingList.jump(subject, Integer.parseInt(answers.text("priority")), answers.text("reason"), actor);
        return "/waiting-list";
    }

    @Override
    public String done(String subject) {
        return "The priority of " + subject + " has changed";
    }
}
