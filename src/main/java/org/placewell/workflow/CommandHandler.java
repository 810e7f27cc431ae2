package org.placewell.workflow;

import org.placewell.security.Actor;
import org.placewell.workflow.TaskHandler.TaskPage;

/**
 * A command that is not a task of a model (record an appointment, offer a place, start a job): one bean per form. The page
 * {@code /do/<form>/<subject>} shows the form {@code forms/<form>.form}, checks the answers against it and calls
 * {@link #submit} once, in one transaction, however often the button is pressed. Who may open it at all is a line
 * {@code /do/<form>/*} of {@code roles.csv}; whether the subject is theirs the handler asks its facade.
 */
public interface CommandHandler {

    /** The form's id: the file {@code forms/<form>.form} and the first part of the page's path. */
    String form();

    /** The page's heading, and the words on its button unless the form has a {@code button} of its own. */
    String title(String subject, Actor actor);

    /**
     * What the page shows beside the form.
     *
     * @param subject the public reference of the thing concerned
     * @throws org.placewell.shared.Problem.NotFound when the actor may not see the subject
     */
    TaskPage page(String subject, Actor actor);

    /**
     * Does what was asked by one call of the facade.
     *
     * @return the path of the page to show next, such as {@code /clients/R-34679AC}
     * @throws org.placewell.shared.Problem when it cannot be done as asked; nothing changes and the form keeps its answers
     */
    String submit(String subject, Answers answers, Actor actor);

    /** What the next page says has been done. */
    default String done(String subject) {
        return "Saved";
    }
}
