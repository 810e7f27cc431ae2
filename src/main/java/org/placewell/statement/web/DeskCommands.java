package org.placewell.statement.web;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.placewell.claim.Charges;
import org.placewell.security.Actor;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.statement.FinanceDesk;
import org.placewell.workflow.Answers;
import org.placewell.workflow.CommandHandler;
import org.placewell.workflow.SimpleCommand;
import org.placewell.workflow.TaskHandler.Option;
import org.placewell.workflow.TaskHandler.TaskPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What finance and contract managers do at the finance desk of a contract; the subject is the contract, or what is decided on. */
@Configuration(proxyBeanMethods = false)
class DeskCommands {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);
    private final FinanceDesk desk;
    private final Charges charges;
    private final MovableClock clock;

    DeskCommands(FinanceDesk desk, Charges charges, MovableClock clock) {
        this.desk = desk;
        this.charges = charges;
        this.clock = clock;
    }

    @Bean
    CommandHandler enterOrder() {
        return command("enterOrder", "Enter a purchase order", "The order is entered", (contract, answers, actor) ->
                desk.enterOrder(contract, answers.text("payer"), answers.text("number"), answers.date("from"), answers.date("until"), actor));
    }

    @Bean
    CommandHandler closeMonth() {
        return command("closeMonth", "Close a month", "The month is closed", (contract, answers, actor) ->
                desk.closeMonth(contract, YearMonth.parse(answers.text("month")), actor));
    }

    @Bean
    CommandHandler proposeCorrection() {
        return command("proposeCorrection", "Correct a closed month", "The correction is proposed. Somebody else in finance decides on it",
                (contract, answers, actor) -> {
                    var amount = answers.pence("amount");
                    desk.proposeCorrection(contract, answers.text("payer"), YearMonth.parse(answers.text("month")),
                            answers.text("direction").equals("less") ? amount.negated() : amount, answers.text("reason"), answers.text("note"), actor);
                });
    }

    @Bean
    CommandHandler proposeLimit() {
        return command("proposeLimit", "Set a limit", "The limit waits for another contract manager", (contract, answers, actor) ->
                desk.proposeLimit(contract, answers.text("person"), answers.pence("amount"), actor));
    }

    @Bean
    CommandHandler delegateApproval() {
        return command("delegateApproval", "Let somebody approve in your stead", "The delegation is entered", (contract, answers, actor) ->
                desk.delegate(contract, answers.text("person"), answers.date("from"), answers.date("until"), actor));
    }

    @Bean
    CommandHandler endDelegation() {
        return command("endDelegation", "End your delegation", "Your decision is recorded", (contract, answers, actor) -> {
            if (answers.text("decision").equals("end")) {
                desk.endDelegations(contract, actor);
            }
        });
    }

    @Bean
    CommandHandler proposeAccount() {
        return command("proposeAccount", "Change the bank details", "The bank details wait for somebody else in finance", (contract, answers, actor) ->
                desk.proposeAccount(contract, answers.text("holder"), answers.text("sortCode"), answers.text("accountNumber"), actor));
    }

    @Bean
    CommandHandler decideProposal() {
        return new SimpleCommand("decideProposal", "Decide on a proposal", "Your decision is recorded", this::proposal, (subject, answers, actor) -> {
            boolean confirm = answers.text("decision").equals("confirm");
            if (subject.startsWith("K-")) {
                charges.decide(subject, confirm, actor);
                return "/finance/" + charges.get(subject, actor).contractRef();
            }
            var id = number(subject);
            return "/finance/" + desk.decideLimit(id, confirm, actor);
        });
    }

    @Bean
    CommandHandler confirmAccount() {
        return new SimpleCommand("confirmAccount", "Confirm bank details", "Your decision is recorded",
                (subject, actor) -> TaskPage.of("statement/desk-parts :: account", Map.of("account", desk.account(number(subject), actor))),
                (subject, answers, actor) -> "/finance/" + (answers.text("decision").equals("confirm")
                        ? desk.confirmAccount(number(subject), answers.text("sortCode"), answers.text("accountNumber"), actor)
                        : desk.refuseAccount(number(subject), actor)));
    }

    private TaskPage proposal(String subject, Actor actor) {
        if (subject.startsWith("K-")) {
            return TaskPage.of("statement/desk-parts :: charge", Map.of("charge", charges.get(subject, actor)));
        }
        return TaskPage.of("statement/desk-parts :: limit", Map.of("limit", desk.limit(number(subject), actor)));
    }

    private static long number(String subject) {
        if (!subject.matches("(limit|account)-[0-9]{1,15}")) {
            throw new Problem.NotFound("this proposal");
        }
        return Long.parseLong(subject.substring(subject.indexOf('-') + 1));
    }

    private CommandHandler command(String form, String title, String done, Work work) {
        return new SimpleCommand(form, title, done, this::beside, (contract, answers, actor) -> {
            work.at(contract, answers, actor);
            return "/finance/" + contract;
        });
    }

    private TaskPage beside(String contract, Actor actor) {
        var view = desk.view(contract, actor);
        var thisMonth = YearMonth.from(clock.today());
        var months = IntStream.rangeClosed(1, 24).mapToObj(thisMonth::minusMonths).map(month -> new Option(month.toString(), MONTH.format(month)))
                .toList();
        var people = view.people().stream().filter(person -> !person.username().equals(actor.username()))
                .map(person -> new Option(person.username(), person.name())).toList();
        var payers = view.terms().payers().stream().map(payer -> new Option(payer.id(), payer.name())).toList();
        return TaskPage.of("statement/desk-parts :: contract", Map.of("desk", view))
                .with(Map.of(), Map.<String, List<Option>>of("payers", payers, "months", months, "people", people));
    }

    /** What one command does with a contract. */
    @FunctionalInterface
    private interface Work {
        void at(String contract, Answers answers, Actor actor);
    }
}
