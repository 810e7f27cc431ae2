package org.placewell.statement.web;

import org.placewell.security.Actor;
import org.placewell.statement.Statements;
import org.placewell.workflow.Answers;
import org.placewell.workflow.CommandHandler;
import org.placewell.workflow.TaskHandler.TaskPage;
import org.springframework.stereotype.Component;

/** Finance takes a line off a statement; the rest goes on. */
@Component
class QueryLineCommand implements CommandHandler {

    private final Statements statements;
    private final StatementPanel panel;

    QueryLineCommand(Statements statements, StatementPanel panel) {
        this.statements = statements;
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
        statements.queryLine(subject, answers.text("claim"), answers.text("queryReason"), actor);
        return "/statements/" + subject;
    }

    @Override
    public String done(String subject) {
        return "The line has left this statement and waits for the next one";
    }
}
