package org.placewell.claim.web;

import java.util.List;
import java.util.Map;
import org.placewell.claim.Claims;
import org.placewell.claim.StatementView;
import org.placewell.security.Actor;
import org.placewell.workflow.TaskHandler.Option;
import org.placewell.workflow.TaskHandler.TaskPage;
import org.springframework.stereotype.Component;

/** The statement beside a form about it, and its lines as choices. */
@Component
class StatementPanel {

    private final Claims claims;

    StatementPanel(Claims claims) {
        this.claims = claims;
    }

    TaskPage page(String statementRef, Actor actor) {
        var statement = claims.statement(statementRef, actor);
        return TaskPage.of("claim/context :: statement", Map.of("statement", statement)).with(Map.of(), Map.of("lines", lines(statement)));
    }

    private static List<Option> lines(StatementView statement) {
        return statement.liveLines().stream()
                .map(line -> new Option(line.claimRef(), line.claimRef() + ": " + line.outcome()
                        + (line.kind().equals("CREDIT") ? ", credit " : ", ") + line.amount()))
                .toList();
    }
}
