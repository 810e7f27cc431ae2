package org.placewell.performance.web;

import java.util.EnumMap;
import java.util.Map;
import org.placewell.performance.Fidelity;
import org.placewell.performance.FidelityItem;
import org.placewell.security.Actor;
import org.placewell.workflow.Answers;
import org.placewell.workflow.CommandHandler;
import org.placewell.workflow.TaskHandler.TaskPage;
import org.springframework.stereotype.Component;

/** Records and signs a fidelity review; the subject is the employment team. */
@Component
class FidelityReviewCommand implements CommandHandler {

    private final Fidelity fidelity;

    FidelityReviewCommand(Fidelity fidelity) {
        this.fidelity = fidelity;
    }

    @Override
    public String form() {
        return "fidelityReview";
    }

    @Override
    public String title(String subject, Actor actor) {
        return "Fidelity review of " + fidelity.team(subject, actor).name();
    }

    @Override
    public TaskPage page(String subject, Actor actor) {
        return TaskPage.of("performance/fidelity-side :: measured",
                Map.of("team", fidelity.team(subject, actor), "measures", fidelity.measured(subject, actor)));
    }

    @Override
    public String submit(String subject, Answers answers, Actor actor) {
        var scores = new EnumMap<FidelityItem, Fidelity.Answer>(FidelityItem.class);
        for (var item : FidelityItem.values()) {
            scores.put(item, new Fidelity.Answer(Integer.parseInt(answers.text(item.key())), answers.text(item.key() + "Evidence")));
        }
        var id = fidelity.sign(subject, answers.date("reviewedOn"), answers.text("tookPart"), scores, actor);
        return "/fidelity/" + subject + "/reviews/" + id;
    }

    @Override
    public String done(String subject) {
        return "The review is signed";
    }
}
