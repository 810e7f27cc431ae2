package org.placewell.workflow;

import java.util.function.BiFunction;
import org.placewell.security.Actor;
import org.placewell.workflow.TaskHandler.TaskPage;

/** A command that is one call of a facade: what most command handlers are. */
public final class SimpleCommand implements CommandHandler {

    private final String form;
    private final BiFunction<String, Actor, String> title;
    private final String done;
    private final BiFunction<String, Actor, TaskPage> page;
    private final Call call;

    /**
     * @param title the page's heading
     * @param done what the next page says has been done
     * @param page what the page shows beside the form; also refuses subjects that the actor may not see
     */
    public SimpleCommand(String form, String title, String done, BiFunction<String, Actor, TaskPage> page, Call call) {
        this(form, (subject, actor) -> title, done, page, call);
    }

    /** The same, with a heading that says whom or what it is about. */
    public SimpleCommand(String form, BiFunction<String, Actor, String> title, String done, BiFunction<String, Actor, TaskPage> page, Call call) {
        this.form = form;
        this.title = title;
        this.done = done;
        this.page = page;
        this.call = call;
    }

    /** The one call of the facade; gives the path of the page to show next. */
    @FunctionalInterface
    public interface Call {
        String submit(String subject, Answers answers, Actor actor);
    }

    @Override
    public String form() {
        return form;
    }

    @Override
    public String title(String subject, Actor actor) {
        return title.apply(subject, actor);
    }

    @Override
    public TaskPage page(String subject, Actor actor) {
        return page.apply(subject, actor);
    }

    @Override
    public String submit(String subject, Answers answers, Actor actor) {
        return call.submit(subject, answers, actor);
    }

    @Override
    public String done(String subject) {
        return done;
    }
}
