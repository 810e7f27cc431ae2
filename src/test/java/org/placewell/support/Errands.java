package org.placewell.support;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.placewell.security.Actor;
import org.placewell.shared.Problem;
import org.placewell.workflow.Answers;
import org.placewell.workflow.CaseCards;
import org.placewell.workflow.TaskHandler;
import org.placewell.workflow.WorkItem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A small process of the tests' own, with a form of every kind of question: for the pages that serve all tasks. */
@Component
public class Errands implements CaseCards {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Map<String, CaseCards.Card> CARDS = new ConcurrentHashMap<>();
    private static final Map<String, Answers> ANSWERS = new ConcurrentHashMap<>();
    private static final Map<String, AtomicInteger> TIMES = new ConcurrentHashMap<>();
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final JdbcClient jdbc;

    Errands(RepositoryService repository, RuntimeService runtime, JdbcClient jdbc) {
        this.repository = repository;
        this.runtime = runtime;
        this.jdbc = jdbc;
    }

    /** Starts an errand for a team. */
    public synchronized Errand begin(World.Service service, String assignee, List<String> excluded, String summary) {
        if (repository.createProcessDefinitionQuery().processDefinitionKey("test-errand").count() == 0) {
            repository.createDeployment().name("errand").addClasspathResource("testmodels/errand.bpmn").addClasspathResource("testmodels/testErrand.form")
                    .addClasspathResource("testmodels/testReport.form").deploy();
        }
        var reference = "X-" + service.number() + "-" + NUMBER.incrementAndGet();
        CARDS.put(reference, new Card(null, null, service.team(), assignee, excluded, summary));
        TIMES.put(reference, new AtomicInteger());
        runtime.startProcessInstanceByKey("test-errand", reference);
        return new Errand(reference, task(reference));
    }

    /** The id of the errand's open task. */
    public String task(String reference) {
        return jdbc.sql("select task_id from work_item where case_ref = ? and closed_at is null").param(reference).query(String.class).single();
    }

    /** How often the errand's first task has been handled with effect. */
    public int times(String reference) {
        return TIMES.get(reference).get();
    }

    /** The answers that the handler was given last. */
    public Answers answers(String reference) {
        return ANSWERS.get(reference);
    }

    @Override
    public Set<String> processes() {
        return Set.of("test-errand");
    }

    @Override
    public Card card(String reference, String task) {
        return CARDS.get(reference);
    }

    /** A started errand and its first task. */
    public record Errand(String reference, String task) {}

    /** The first task: refuses the shop "Closed". */
    @Component
    static class RunErrand implements TaskHandler {
        @Override
        public String task() {
            return "testErrand";
        }

        @Override
        public TaskPage page(WorkItem item, Actor actor) {
            return TaskPage.plain().with(Map.of("shop", "Corner <shop>"), Map.of("streets", List.of(new Option("high", "High Street"), new Option("low", "Low Street"))));
        }

        @Override
        public Map<String, Object> submit(WorkItem item, Answers answers, Actor actor) {
            if (answers.text("shop").equals("Closed")) {
                throw Problem.at("shop", "closed", "This shop is closed. Choose another");
            }
            if (answers.text("shop").equals("Faulty")) {
                throw new IllegalStateException("the secret inside of the program");
            }
            ANSWERS.put(item.caseRef(), answers);
            TIMES.get(item.caseRef()).incrementAndGet();
            return Map.of();
        }
    }

    /** The second task: takes everything. */
    @Component
    static class ReportBack implements TaskHandler {
        @Override
        public String task() {
            return "testReport";
        }

        @Override
        public Map<String, Object> submit(WorkItem item, Answers answers, Actor actor) {
            ANSWERS.put(item.caseRef(), answers);
            return Map.of();
        }
    }
}
