package org.placewell.console;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.placewell.contract.FactsFile;
import org.placewell.contract.TermsFile;
import org.placewell.contract.domain.Calculator;
import org.placewell.contract.domain.Decision;
import org.placewell.contract.domain.Facts;
import org.placewell.contract.domain.OutcomeRule;
import org.placewell.contract.domain.Terms;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prices the outcomes of one referral from a file of facts: the decision, its reasons, what is missing and until when. */
@Command(name = "price", description = "Price the outcomes of one referral: the decision with its reasons, what is missing and until when.")
final class ContractPrice implements Callable<Integer> {

    @Spec
    CommandSpec command;

    @Parameters(paramLabel = "FILE", description = "A terms file.")
    Path file;

    @Option(names = "--facts", required = true, paramLabel = "FACTS.json", description = "What is known about the referral; docs/contract-terms.md has the format.")
    Path facts;

    @Option(names = "--outcome", paramLabel = "CODE", description = "One outcome only (default: every outcome).")
    String outcome;

    @Option(names = "--version", paramLabel = "N", defaultValue = "0",
            description = "The version, 1 for the first (default: the one in force on the day of the referral).")
    int number;

    @Option(names = "--json", description = "Answer as JSON.")
    boolean json;

    @Override
    public Integer call() throws Exception {
        var terms = ContractCommand.terms(file, command);
        var known = FactsFile.read(ContractCommand.bytes(facts));
        ContractCommand.tell(facts, known.mistakes(), command);
        if (terms == null || known.facts() == null) {
            return Console.FAILED;
        }
        var version = number == 0 ? inForce(terms, known.facts()) : ContractCommand.version(terms, number);
        var decided = new ArrayList<Decided>();
        for (var rule : rules(version)) {
            Calculator.decideAll(version, rule.code(), known.facts(), known.uses()).forEach(decision -> decided.add(new Decided(rule, decision)));
        }
        var page = new PricePage(version, known.facts(), decided);
        command.commandLine().getOut().println(json ? page.json() : page.text());
        return 0;
    }

    /** The version that the day of the referral pins, as the application does it; before the first version, the first. */
    private static Terms inForce(TermsFile file, Facts facts) {
        Terms last = file.versions().get(0);
        for (var version : file.versions()) {
            last = version.effective().isAfter(facts.referredOn()) ? last : version;
        }
        return last;
    }

    private List<OutcomeRule> rules(Terms version) {
        if (outcome == null) {
            return version.outcomes();
        }
        return List.of(version.outcome(outcome).orElseThrow(() -> new Console.Mistake("--outcome: " + version.key() + " pays for no outcome '" + outcome
                + "'. There are: " + String.join(", ", version.outcomes().stream().map(OutcomeRule::code).toList()))));
    }

    /** One decision with its rule. */
    record Decided(OutcomeRule rule, Decision decision) {}
}
