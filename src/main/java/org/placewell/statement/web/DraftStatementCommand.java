package org.placewell.statement.web;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.placewell.contract.Contracts;
import org.placewell.security.Actor;
import org.placewell.shared.MovableClock;
import org.placewell.statement.Statements;
import org.placewell.workflow.Answers;
import org.placewell.workflow.CommandHandler;
import org.placewell.workflow.TaskHandler.Option;
import org.placewell.workflow.TaskHandler.TaskPage;
import org.springframework.stereotype.Component;

/** Finance drafts a statement of one payer of a contract. */
@Component
class DraftStatementCommand implements CommandHandler {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);
    private final Statements statements;
    private final Contracts contracts;
    private final MovableClock clock;

    DraftStatementCommand(Statements statements, Contracts contracts, MovableClock clock) {
        this.statements = statements;
        this.contracts = contracts;
        this.clock = clock;
    }

    @Override
    public String form() {
        return "draftStatement";
    }

    @Override
    public String title(String subject, Actor actor) {
        return "Draft a statement";
    }

    @Override
    public TaskPage page(String subject, Actor actor) {
        statements.requireFinance(subject, actor);
        var terms = contracts.inForce(subject, clock.today());
        var payers = terms.payers().stream().map(payer -> new Option(payer.id(), payer.name())).toList();
        var thisMonth = YearMonth.from(clock.today());
        var periods = IntStream.range(0, 24).mapToObj(thisMonth::minusMonths).map(month -> new Option(month.toString(), MONTH.format(month)))
                .toList();
        return TaskPage.of("statement/context :: contract", Map.of("title", terms.title(), "due", statements.due(subject, actor)))
                .with(Map.of(), Map.<String, List<Option>>of("payers", payers, "periods", periods));
    }

    @Override
    public String submit(String subject, Answers answers, Actor actor) {
        return "/statements/" + statements.draft(subject, answers.text("payer"), YearMonth.parse(answers.text("period")), actor);
    }

    @Override
    public String done(String subject) {
        return "The statement is drafted. The next step is to check the draft";
    }
}
