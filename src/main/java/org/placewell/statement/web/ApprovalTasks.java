package org.placewell.statement.web;

import java.util.Map;
import org.placewell.security.Actor;
import org.placewell.statement.Statements;
import org.placewell.workflow.Answers;
import org.placewell.workflow.TaskHandler;
import org.placewell.workflow.Vars;
import org.placewell.workflow.WorkItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Two people, one after the other, approve a statement or send it back: the same question twice, for the first and for the second. */
@Configuration(proxyBeanMethods = false)
class ApprovalTasks {

    @Bean
    TaskHandler firstApproval(Statements statements, StatementPanel panel) {
        return new Approval("firstApproval", 1, statements, panel);
    }

    @Bean
    TaskHandler secondApproval(Statements statements, StatementPanel panel) {
        return new Approval("secondApproval", 2, statements, panel);
    }

    /** One of the two. @param step 1 or 2 */
    private record Approval(String task, int step, Statements statements, StatementPanel panel) implements TaskHandler {

        @Override
        public TaskPage page(WorkItem item, Actor actor) {
            return panel.page(item.caseRef(), actor);
        }

        @Override
        public Map<String, Object> submit(WorkItem item, Answers answers, Actor actor) {
            var decision = answers.text(Vars.APPROVAL_DECISION);
            if (decision.equals("approved")) {
                statements.approve(item.caseRef(), step, actor);
            } else {
                statements.sendBack(item.caseRef(), step, answers.list("queriedClaims"), answers.text("queryReason"), actor);
            }
            return Vars.decision(Vars.APPROVAL_DECISION, decision);
        }
    }
}
