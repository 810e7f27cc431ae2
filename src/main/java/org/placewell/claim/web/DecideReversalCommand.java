package org.placewell.claim.web;

import java.util.Map;
import org.placewell.claim.Claims;
import org.placewell.security.Actor;
import org.placewell.security.Role;
import org.placewell.workflow.Answers;
import org.placewell.workflow.CommandHandler;
import org.placewell.workflow.TaskHandler.TaskPage;
import org.springframework.stereotype.Component;

/** Somebody else in finance decides on a reversal. */
@Component
class DecideReversalCommand implements CommandHandler {

    private final Claims claims;

    DecideReversalCommand(Claims claims) {
        this.claims = claims;
    }

    @Override
    public String form() {
        return "decideReversal";
    }

    @Override
    public String title(String subject, Actor actor) {
        return "Decide on a reversal";
    }

    @Override
    public TaskPage page(String subject, Actor actor) {
        actor.require(Role.FINANCE);
        return TaskPage.of("claim/context :: claim", Map.of("claim", claims.visible(subject, actor), "reversals", claims.reversals(subject, actor)));
    }

    @Override
    public String submit(String subject, Answers answers, Actor actor) {
        claims.decideReversal(subject, answers.text("reversalDecision").equals("approve"), actor);
        return "/claims/" + subject;
    }

    @Override
    public String done(String subject) {
        return "Your decision is recorded";
    }
}
