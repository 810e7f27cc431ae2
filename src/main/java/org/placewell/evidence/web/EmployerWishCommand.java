package org.placewell.evidence.web;

import java.util.Map;
import org.placewell.evidence.EmployerWish;
import org.placewell.evidence.EmployerWish.Claimant;
import org.placewell.evidence.EmployerWish.Disclosure;
import org.placewell.evidence.Gathering;
import org.placewell.security.Actor;
import org.placewell.workflow.Answers;
import org.placewell.workflow.CommandHandler;
import org.placewell.workflow.TaskHandler.TaskPage;
import org.springframework.stereotype.Component;

/** Records whether the employer of a job may be asked about the person; the subject is the job. */
@Component
class EmployerWishCommand implements CommandHandler {

    private final Gathering gathering;

    EmployerWishCommand(Gathering gathering) {
        this.gathering = gathering;
    }

    @Override
    public String form() {
        return "employerWish";
    }

    @Override
    public String title(String subject, Actor actor) {
        return "Record whether the employer may be asked";
    }

    @Override
    public TaskPage page(String subject, Actor actor) {
        var job = gathering.jobOf(subject, actor);
        var now = gathering.employerWishes(job.referralRef()).stream().filter(wish -> wish.jobRef().equals(subject)).findFirst();
        Map<String, Object> answers = now.<Map<String, Object>>map(wish -> Map.of("disclosure", wish.disclosure().code(),
                "claimant", wish.claimant().code(), "saidOn", wish.saidOn())).orElse(Map.of());
        return TaskPage.of("evidence/context :: job", Map.of("job", job)).with(answers, Map.of());
    }

    @Override
    public String submit(String subject, Answers answers, Actor actor) {
        gathering.recordEmployerWish(new EmployerWish(subject, Disclosure.ofCode(answers.text("disclosure")),
                Claimant.ofCode(answers.text("claimant")), answers.date("saidOn")), actor);
        return "/clients/" + gathering.jobOf(subject, actor).referralRef();
    }

    @Override
    public String done(String subject) {
        return "What the person says about their employer is recorded";
    }
}
