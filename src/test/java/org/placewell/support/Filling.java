package org.placewell.support;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
 * Fills in the form that a task or command has, and hands it in by the door that a page uses: given answers stand, whatever else the
 * form requires is made up within its rules. A task's form is the one of its own version of the model.
 */
@Component
public class Filling {

    private final TaskDesk desk;
    private final FormShelf shelf;
    private final MovableClock clock;
    private final TransactionTemplate transaction;

    Filling(TaskDesk desk, FormShelf shelf, MovableClock clock, TransactionTemplate transaction) {
        this.desk = desk;
        this.shelf = shelf;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Does a user task; a random choice wherever nothing is given, the first one when there is no random. */
    public void task(WorkItem item, Actor actor, Map<String, ?> given, Random random) {
        var form = shelf.ofTask(item.taskId());
        var lists = takesLists(form) ? desk.handler(item.taskKey()).page(item, actor).options() : Map.<String, List<Option>>of();
        desk.submit(item.taskId(), filled(form, lists, given, random), actor);
    }

    /** Gives a command that is not a task; returns the path of the page that a browser would show next. */
    public String command(String name, String subject, Actor actor, Map<String, ?> given, Random random) {
        var form = shelf.ofCommand(name);
        var handler = shelf.command(name).orElseThrow(() -> new AssertionError("No command " + name));
        return transaction.execute(status -> {
            var page = handler.page(subject, actor);
            var answers = new HashMap<String, Object>(given);
            form.fields().stream().filter(Field::version).forEach(field -> answers.putIfAbsent(field.key(), page.prefilled().get(field.key())));
            return handler.submit(subject, filled(form, page.options(), answers, random), actor);
        });
    }

    private Answers filled(Form form, Map<String, List<Option>> lists, Map<String, ?> given, Random random) {
        var check = new FormCheck(form, lists, clock.today());
        var answers = new HashMap<String, Object>();
        for (var field : form.fields()) {
            if (given.containsKey(field.key())) {
                answers.put(field.key(), given.get(field.key()));
            } else if (field.rules().required()) {
                var made = plausible(field, check.options(field), random);
                if (made != null) {
                    answers.put(field.key(), made);
                }
            }
        }
        var checked = check.check(Typed.of(form, answers));
        if (!checked.good()) {
            throw new FormRefused("The form " + form.id() + " does not take these answers: " + checked.errors());
        }
        return checked.answers();
    }

    private Object plausible(Field field, List<Option> options, Random random) {
        return switch (field.type()) {
            case RADIO, SELECT -> choice(options, random);
            case CHECKLIST -> options.isEmpty() ? null : List.of(choice(options, random));
            case TICK -> Boolean.TRUE;
            case DATE -> clock.today().toString();
            case NUMBER -> field.rules().min() == null ? 1L : field.rules().min().longValue();
            case LONG_TEXT -> "As talked through with the person; nothing further to add.";
            case TEXT -> switch (field.kind()) {
                case "hours" -> "20";
                case "money" -> "100";
                case "postcode" -> "N17 9AB";
                case "email" -> "someone@example.com";
                case "phone" -> "07700 900 123";
                default -> "As agreed";
            };
        };
    }

    /** A choice; null where there is none, which matters only when the question is shown. */
    private static Object choice(List<Option> options, Random random) {
        return options.isEmpty() ? null : options.get(random == null ? 0 : random.nextInt(options.size())).value();
    }

    private static boolean takesLists(Form form) {
        return form.fields().stream().anyMatch(field -> !field.valuesKey().isEmpty());
    }

    /** The form's own rules do not take the answers. */
    public static final class FormRefused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        FormRefused(String message) {
            super(message);
        }
    }
}
