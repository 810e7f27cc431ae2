package org.placewell.settlement.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.placewell.contract.Contracts;
import org.placewell.security.Actor;
import org.placewell.security.Actors;
import org.placewell.settlement.Settlement;
import org.placewell.shared.Problem;
import org.placewell.shared.Words;
import org.placewell.workflow.Answers;
import org.placewell.workflow.CommandHandler;
import org.placewell.workflow.SimpleCommand;
import org.placewell.workflow.TaskHandler.Option;
import org.placewell.workflow.TaskHandler.TaskPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What finance does with held money and with the investor's capital; the subject is the number of the thing, or the contract. */
@Configuration(proxyBeanMethods = false)
class MoneyCommands {

    private static final String TO_PLACE = "/money/to-place";
    private final Settlement settlement;
    private final Contracts contracts;
    private final Actors actors;

    MoneyCommands(Settlement settlement, Contracts contracts, Actors actors) {
        this.settlement = settlement;
        this.contracts = contracts;
        this.actors = actors;
    }

    @Bean
    CommandHandler placeMoney() {
        return new SimpleCommand("placeMoney", "Place this money", "Noted. Another payer’s line waits for a second person, anything else is settled",
                this::placing, (subject, answers, actor) -> {
            var line = answers.text("line").split(" ");
            settlement.place(number(subject), line[0], line[line.length - 1], answers.pence("amount"), actor);
            return TO_PLACE;
        });
    }

    private TaskPage placing(String subject, Actor actor) {
        var lines = settlement.candidates(number(subject), actor).stream().limit(200).map(debt -> new Option(debt.statementRef() + " " + debt.lineRef(),
                debt.payerName() + ": " + debt.lineRef() + " on " + debt.statementRef() + ", " + debt.open() + " open since "
                        + Words.date(debt.instructedOn()))).toList();
        return held(subject, actor).with(Map.of(), Map.<String, List<Option>>of("lines", lines));
    }

    @Bean
    CommandHandler returnMoney() {
        return new SimpleCommand("returnMoney", "Give this money back", "Noted. Somebody else in finance decides on it", this::held,
                (subject, answers, actor) -> {
            settlement.giveBack(number(subject), answers.pence("amount"), answers.text("note"), actor);
            return TO_PLACE;
        });
    }

    private TaskPage held(String subject, Actor actor) {
        return TaskPage.of("settlement/context :: held", Map.of("held", settlement.held(number(subject), actor)));
    }

    @Bean
    CommandHandler decidePlacing() {
        return new SimpleCommand("decidePlacing", "Decide what becomes of held money", "Your decision is recorded", (subject, actor) -> {
            var placing = settlement.placing(number(subject), actor);
            return TaskPage.of("settlement/context :: placing", Map.of("placing", placing, "held", settlement.held(placing.item(), actor),
                    "proposedBy", actors.nameOf(placing.proposedBy())));
        }, (subject, answers, actor) -> {
            settlement.decidePlacing(number(subject), agreed(answers, "placingDecision"), actor);
            return "/money";
        });
    }

    @Bean
    CommandHandler recordCapital() {
        return new SimpleCommand("recordCapital", "Record capital drawn or repaid", "Noted. Somebody else in finance confirms it", (subject, actor) -> {
            settlement.requireFinance(subject, actor);
            return TaskPage.of("settlement/context :: contract", Map.of("contractTitle", contracts.visible(subject, 0, actor).title()));
        }, (subject, answers, actor) -> {
            settlement.recordCapital(subject, answers.text("kind").toUpperCase(Locale.ROOT), answers.pence("amount"), answers.date("movedOn"),
                    answers.text("note"), actor);
            return "/money/investor";
        });
    }

    @Bean
    CommandHandler decideCapital() {
        return new SimpleCommand("decideCapital", "Confirm an entry of capital", "Your decision is recorded", (subject, actor) -> {
            var move = settlement.capitalMove(number(subject), actor);
            return TaskPage.of("settlement/context :: capital", Map.of("move", move, "contractTitle", contracts.visible(move.contractRef(), 0, actor).title(),
                    "proposedBy", actors.nameOf(move.proposedBy())));
        }, (subject, answers, actor) -> {
            settlement.decideCapital(number(subject), agreed(answers, "capitalDecision"), actor);
            return "/money";
        });
    }

    @Bean
    CommandHandler proposeExtrapolation() {
        return new SimpleCommand("proposeExtrapolation", "Propose an extrapolation", "It is proposed. Somebody else in finance decides", this::sample,
                (subject, answers, actor) -> {
            settlement.proposeExtrapolation(subject, actor);
            return "/money/samples/" + subject;
        });
    }

    @Bean
    CommandHandler decideExtrapolation() {
        return new SimpleCommand("decideExtrapolation", "Decide on an extrapolation", "Your decision is recorded", this::sample,
                (subject, answers, actor) -> {
            settlement.decideExtrapolation(subject, agreed(answers, "extrapolationDecision"), actor);
            return "/money/samples/" + subject;
        });
    }

    private TaskPage sample(String subject, Actor actor) {
        settlement.requireFinance(settlement.sample(subject, actor).contractRef(), actor);
        return TaskPage.of("settlement/context :: extrapolation", Map.of("extrapolation", settlement.extrapolation(subject, actor)));
    }

    private static boolean agreed(Answers answers, String key) {
        return answers.text(key).equals("agree");
    }

    /** The number in the address; anything else names nothing. */
    private static long number(String subject) {
        if (!subject.matches("[1-9][0-9]{0,17}")) {
            throw new Problem.NotFound("this money");
        }
        return Long.parseLong(subject);
    }
}
