package org.placewell.claim.web;

import java.util.Map;
import org.placewell.claim.Claims;
import org.placewell.security.Actor;
import org.placewell.security.Role;
import org.placewell.workflow.Answers;
import org.placewell.workflow.CommandHandler;
import org.placewell.workflow.TaskHandler.TaskPage;
import org.springframework.stereotype.Component;

/** Finance asks to take a claim's money back. */
@Component
class RequestReversalCommand implements CommandHandler {

    private final Claims claims;

    RequestReversalCommand(Claims claims) {
        this.claims = claims;
    }

    @Override
    public String form() {
        return "requestReversal";
    }

    @Override
    public String title(String subject, Actor actor) {
        return "Ask for a reversal";
    }

    @Override
    public TaskPage page(String subject, Actor actor) {
        actor.require(Role.FINANCE);
        return TaskPage.of("claim/context :: claim", Map.of("claim", claims.visible(subject, actor), "reversals", claims.reversals(subject, actor)));
    }

    @Override
    public String submit(String subject, Answers answers, Actor actor) {
        claims.requestReversal(subject, answers.text("reason"), answers.text("note"), actor);
        return "/claims/" + subject;
    }

    @Override
    public String done(String subject) {
        return "The reversal is asked for. Somebody else in finance decides on it";
    }
}
