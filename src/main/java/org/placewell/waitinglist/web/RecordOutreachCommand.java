package org.placewell.waitinglist.web;

import org.placewell.security.Actor;
import org.placewell.security.Role;
import org.placewell.waitinglist.WaitingList;
import org.placewell.workflow.Answers;
import org.placewell.workflow.CommandHandler;
import org.placewell.workflow.TaskHandler.TaskPage;
import org.springframework.stereotype.Component;

/** Records an attempt to reach a waiting person. */
@Component
class RecordOutreachCommand implements CommandHandler {

    private final WaitingList waitingList;
    private final WaitingPanel panel;

    RecordOutreachCommand(WaitingList waitingList, WaitingPanel panel) {
        this.waitingList = waitingList;
        this.panel = panel;
    }

    @Override
    public String form() {
        return "recordOutreach";
    }

    @Override
    public String title(String subject, Actor actor) {
        return "Record an attempt to reach the person";
    }

    @Override
    public TaskPage page(String subject, Actor actor) {
        return TaskPage.of("waitinglist/side :: wait", panel.model(subject, actor));
    }

    @Override
    public String submit(String subject, Answers answers, Actor actor) {
        waitingList.recordOutreach(subject, answers.date("triedOn"), answers.text("channel"), answers.yes("reached"), actor);
        return actor.has(Role.TEAM_LEADER) ? "/waiting-list" : "/inbox";
    }
}
