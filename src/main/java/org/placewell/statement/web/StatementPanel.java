package org.placewell.statement.web;

import java.util.List;
import java.util.Map;
import org.placewell.security.Actor;
import org.placewell.statement.StatementView;
import org.placewell.statement.Statements;
import org.placewell.workflow.TaskHandler.Option;
import org.placewell.workflow.TaskHandler.TaskPage;
import org.springframework.stereotype.Component;

/** The statement beside a form about it, and its lines as choices. */
@Component
class StatementPanel {

    private final Statements statements;

    StatementPanel(Statements statements) {
        this.statements = statements;
    }

    TaskPage page(String statementRef, Actor actor) {
        var statement = statements.one(statementRef, actor);
        return TaskPage.of("statement/context :: statement", Map.of("statement", statement)).with(Map.of(), Map.of("lines", lines(statement)));
    }

    private static List<Option> lines(StatementView statement) {
        return statement.liveLines().stream()
                .map(line -> new Option(line.ref(), line.ref() + ": " + line.outcome()
                        + (line.kind().equals("CREDIT") ? ", credit " : ", ") + line.amount()))
                .toList();
    }
}
