package org.placewell.claim.web;

import org.placewell.claim.Claims;
import org.placewell.security.Actor;
import org.placewell.workflow.Answers;
import org.placewell.workflow.CommandHandler;
import org.placewell.workflow.TaskHandler.TaskPage;
import org.springframework.stereotype.Component;

/** Finance takes a line off a statement; the rest goes on. */
@Component
class QueryLineCommand implements CommandHandler {

    private final Claims claims;
    private final StatementPanel panel;

    QueryLineCommand(Claims claims, StatementPanel panel) {
        this.claims = claims;
        this.panel = panel;
    }

    @Override
    public String form() {
        return "queryLine";
    }

    @Override
    public String title(String subject, Actor actor) {
        return "Query a line";
    }

    @Override
    public TaskPage page(String subject, Actor actor) {
        return panel.page(subject, actor);
    }

    @Override
    public String submit(String subject, Answers answers, Actor actor) {
        claims.queryLine(subject, answers.text("claim"), answers.text("queryReason"), actor);
        return "/statements/" + subject;
    }

    @Override
    public String done(String subject) {
        return "The line has left this statement and waits for the next one";
    }
}
