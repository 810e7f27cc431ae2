package org.placewell.triage.web;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.placewell.security.Actor;
import org.placewell.triage.Grades;
import org.placewell.triage.HandBackReason;
import org.placewell.triage.Triage;
import org.placewell.triage.TriageChoice;
import org.placewell.workflow.Answers;
import org.placewell.workflow.TaskHandler;
import org.placewell.workflow.Vars;
import org.placewell.workflow.WorkItem;
import org.springframework.stereotype.Component;

/** A team leader accepts, asks the referrer for more, or hands back with reason and advice. */
@Component
class TriageReferralTask implements TaskHandler {

    /** The answer that leaves the grade to the table, whatever that says when the decision is saved. */
    private static final String TABLE = "table";
    private static final Map<String, String> NEEDS = new LinkedHashMap<>();

    static {
        NEEDS.put("lower", "Lower");
        NEEDS.put("medium", "Medium");
        NEEDS.put("higher", "Higher");
    }

    private final Triage triage;
    private final TriagePanel panel;
    private final Grades grades;

    TriageReferralTask(Triage triage, TriagePanel panel, Grades grades) {
        this.grades = grades;
        this.triage = triage;
        this.panel = panel;
    }

    @Override
    public String task() {
        return "triageReferral";
    }

    @Override
    public TaskPage page(WorkItem item, Actor actor) {
        var model = new HashMap<>(panel.model(item.caseRef(), actor));
        var graded = grades.byTable(item.caseRef());
        model.put("graded", graded);
        // Carried by the page: without earlier referrals nobody is asked why this one goes before them.
        return TaskPage.of("triage/side :: triage", model).with(Map.of("ahead", ((List<?>) model.get("before")).size(), "grade", TABLE),
                Map.of("grades", choices(graded.need())));
    }

    /** The table's grade is chosen already, and is not there twice. */
    private static List<Option> choices(String byTable) {
        return Stream.concat(Stream.of(new Option(TABLE, NEEDS.get(byTable) + ", as the table gives it")), NEEDS.entrySet().stream()
                .filter(need -> !need.getKey().equals(byTable)).map(need -> new Option(need.getKey(), need.getValue()))).toList();
    }

    @Override
    public Map<String, Object> submit(WorkItem item, Answers answers, Actor actor) {
        var choice = switch (answers.text("decision")) {
            case "askMore" -> TriageChoice.askMore(answers.text("question"));
            case "handBack" -> TriageChoice.handBack(HandBackReason.ofCode(answers.text("reason")), answers.text("advice"));
            default -> TriageChoice.accept();
        };
        if (choice.decision().equals("accept")) {
            grades.choose(item.caseRef(), answers.text("grade"), answers.text("gradeReason"), actor);
        }
        triage.decide(item.caseRef(), choice, answers.text("overtakeReason"), actor);
        return Vars.decision(Vars.TRIAGE_DECISION, choice.decision());
    }
}
