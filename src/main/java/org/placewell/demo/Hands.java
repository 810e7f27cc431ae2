package org.placewell.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.placewell.security.Actor;
import org.placewell.shared.MovableClock;
import org.placewell.workflow.Answers;
import org.placewell.workflow.FormShelf;
import org.placewell.workflow.TaskDesk;
import org.placewell.workflow.TaskHandler.Option;
import org.placewell.workflow.WorkItem;
import org.placewell.workflow.form.Form;
import org.placewell.workflow.form.Form.Field;
import org.placewell.workflow.form.FormCheck;
import org.placewell.workflow.form.Typed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills in forms as a person would and hands them in by the same door as a page: the answers that matter are given, the rest
 * of what the form requires is filled in plausibly, and the form's own rules check it all.
 */
@Component
class Hands {

    private final TaskDesk desk;
    private final FormShelf shelf;
    private final MovableClock clock;
    private final TransactionTemplate transaction;

    Hands(TaskDesk desk, FormShelf shelf, MovableClock clock, TransactionTemplate transaction) {
        this.desk = desk;
        this.shelf = shelf;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Does a user task. */
    void task(WorkItem item, Actor actor, Map<String, ?> answers) {
        var form = shelf.ofTask(item.taskId());
        var lists = takesLists(form) ? desk.handler(item.taskKey()).page(item, actor).options() : Map.<String, List<Option>>of();
        desk.submit(item.taskId(), filled(form, lists, answers), actor);
    }

    /**
     * Gives a command that is not a task.
     *
     * @return the path of the page that a browser would show next
     */
    String command(String name, String subject, Actor actor, Map<String, ?> answers) {
        var form = shelf.ofCommand(name);
        var handler = shelf.command(name).orElseThrow(() -> new IllegalStateException("No command " + name));
        var lists = takesLists(form) ? handler.page(subject, actor).options() : Map.<String, List<Option>>of();
        return transaction.execute(status -> handler.submit(subject, filled(form, lists, answers), actor));
    }

    private Answers filled(Form form, Map<String, List<Option>> lists, Map<String, ?> given) {
        var check = new FormCheck(form, lists, clock.today());
        var answers = new HashMap<String, Object>();
        for (var field : form.fields()) {
            if (given.containsKey(field.key())) {
                answers.put(field.key(), given.get(field.key()));
            } else if (field.rules().required()) {
                answers.put(field.key(), plausible(field, check.options(field)));
            }
        }
        var checked = check.check(Typed.of(form, answers));
        if (!checked.good()) {
            throw new IllegalStateException("The form " + form.id() + " does not take our answers: " + checked.errors());
        }
        return checked.answers();
    }

    private Object plausible(Field field, List<Option> options) {
        return switch (field.type()) {
            case RADIO, SELECT -> first(field, options);
            case CHECKLIST -> List.of(first(field, options));
            case TICK -> Boolean.TRUE;
            case DATE -> clock.today().toString();
            case NUMBER -> field.rules().min() == null ? 1L : field.rules().min().longValue();
            case LONG_TEXT -> "As talked through with the person; nothing further to add at this point.";
            case TEXT -> switch (field.kind()) {
                case "hours" -> 20L * 60;
                case "money" -> 100_00L;
                case "postcode" -> "N17 9AB";
                case "email" -> "someone@example.com";
                case "phone" -> "07700 900 123";
                default -> "As agreed with the person";
            };
        };
    }

    private static String first(Field field, List<Option> options) {
        if (options.isEmpty()) {
            throw new IllegalStateException("Nothing to choose from for " + field.key());
        }
        return options.get(0).value();
    }

    private static boolean takesLists(Form form) {
        return form.fields().stream().anyMatch(field -> !field.valuesKey().isEmpty());
    }
}
