package org.placewell.triage.web;

import java.util.Map;
import org.placewell.security.Actor;
import org.placewell.triage.Triage;
import org.placewell.workflow.Answers;
import org.placewell.workflow.TaskHandler;
import org.placewell.workflow.WorkItem;
import org.springframework.stereotype.Component;

/** The referrer answers the team's question. */
@Component
class AnswerQuestionsTask implements TaskHandler {

    private final Triage triage;
    private final TriagePanel panel;

    AnswerQuestionsTask(Triage triage, TriagePanel panel) {
        this.triage = triage;
        this.panel = panel;
    }

    @Override
    public String task() {
        return "answerQuestions";
    }

    @Override
    public TaskPage page(WorkItem item, Actor actor) {
        return TaskPage.of("triage/side :: questions", panel.model(item.caseRef(), actor));
    }

    @Override
    public Map<String, Object> submit(WorkItem item, Answers answers, Actor actor) {
        triage.answer(item.caseRef(), answers.text("answer"), actor);
        return Map.of();
    }
}
