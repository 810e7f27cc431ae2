package org.placewell.evidence.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.placewell.evidence.Evidence;
import org.placewell.evidence.NeededCode;
import org.placewell.evidence.NewReview;
import org.placewell.evidence.RejectionReason;
import org.placewell.evidence.ReviewDecision;
import org.placewell.evidence.ReviewDecision.Decision;
import org.placewell.security.Actor;
import org.placewell.security.Actors;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Pence;
import org.placewell.workflow.Answers;
import org.springframework.stereotype.Component;

/** What the pages about a claim's evidence show, and how the review forms' answers become a decision. */
@Component
class ClaimPages {

    private final Evidence evidence;
    private final Actors actors;

    ClaimPages(Evidence evidence, Actors actors) {
        this.evidence = evidence;
        this.actors = actors;
    }

    /** Everything about a claim's evidence that the actor may see. */
    Map<String, Object> model(String claimRef, Actor actor) {
        var view = evidence.visible(claimRef, actor);
        var model = new HashMap<String, Object>();
        model.put("evidence", view);
        model.put("amount", Pence.of(view.claim().amountPence()));
        model.put("checklist", evidence.checklist(claimRef));
        model.put("papers", evidence.papers(claimRef));
        model.put("names", (Names) actors::nameOf);
        model.put("sendBy", evidence.sendBy(claimRef));
        model.put("checks", view.status().takesPapers() ? evidence.checksNow(claimRef) : evidence.checks(claimRef));
        model.put("reviews", evidence.reviews(claimRef).stream()
                .map(review -> new ReviewLine(review, actors.nameOf(review.reviewer()),
                        review.at().atZone(MovableClock.LONDON).toLocalDate())).toList());
        return model;
    }

    /** Turns a login name into the name that colleagues know. */
    @FunctionalInterface
    interface Names {
        String of(String username);
    }

    /** A decision with the reviewer's name and the day in London. */
    record ReviewLine(ReviewDecision review, String reviewer, LocalDate on) {}

    /** The answers of any of the three review forms as a decision. */
    static NewReview review(String decision, Answers answers) {
        var reason = answers.has("rejectionReason") ? RejectionReason.ofCode(answers.text("rejectionReason")) : null;
        var needed = answers.list("needed").stream().map(NeededCode::ofCode).toList();
        return new NewReview(Decision.ofCode(decision), reason, needed, answers.has("neededText") ? answers.text("neededText")
                : answers.text("rejectionText"));
    }
}
