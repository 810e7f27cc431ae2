package org.placewell.web;

import java.util.List;
import org.placewell.security.Actor;
import org.placewell.workflow.TaskHandler.TaskPage;
import org.placewell.workflow.form.Form;

/**
 * One form in front of one person: a task's or a command's.
 *
 * @param path the page's address; the form posts to the same
 * @param subject what the draft is kept under: the task's id or the command's subject
 * @param title the heading
 * @param about one line under the heading; may be empty
 * @param help what is asked and why
 * @param side what the feature shows beside the form
 * @param shared whether what is saved belongs to the case, and not to its author alone
 * @param sender who sends the form when the reader may only fill it in; null for the reader
 * @param move the page to put the task off or hand it over; null for commands
 */
record Sheet(String path, Form form, String subject, String title, String about, List<String> help, TaskPage side, boolean shared, String sender,
        String move, Actor actor) {

    /** What the last button says: what it does. */
    public String button() {
        return form.button().isEmpty() ? title : form.button();
    }
}
