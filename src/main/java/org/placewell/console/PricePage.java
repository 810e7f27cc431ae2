package org.placewell.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.placewell.console.ContractPrice.Decided;
import org.placewell.contract.domain.Facts;
import org.placewell.contract.domain.Sentences;
import org.placewell.contract.domain.Terms;

/** The answer of {@code contract price}, as text for people and as JSON for programs. */
final class PricePage {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private final Terms terms;
    private final Facts facts;
    private final List<Decided> decided;

    PricePage(Terms terms, Facts facts, List<Decided> decided) {
        this.terms = terms;
        this.facts = facts;
        this.decided = decided;
    }

    String text() {
        var page = new StringBuilder(terms.title() + ", " + terms.key() + ", asked on " + DAY.format(facts.asOf()) + "\n");
        for (var one : decided) {
            var decision = one.decision();
            page.append('\n').append(one.rule().title()).append(" (").append(one.rule().code());
            page.append("1".equals(decision.occurrence()) ? "" : ", " + decision.occurrence()).append("), ").append(decision.amount()).append('\n');
            decision.reasons().forEach(reason -> page.append("  ").append(reason).append('\n'));
            if (!decision.missing().isEmpty() && decision.reasons().stream().noneMatch(reason -> reason.startsWith("Still needed"))) {
                page.append("  Missing: ").append(String.join("; ", decision.missing()));
                page.append(decision.earliest() == null ? "" : ", until " + DAY.format(decision.earliest()) + " at the earliest").append(".\n");
            }
            page.append("  Rule: ").append(Sentences.of(terms, one.rule())).append('\n');
        }
        return page.toString().stripTrailing();
    }

    String json() throws JsonProcessingException {
        var json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        var root = json.createObjectNode();
        root.put("contract", terms.contract()).put("version", terms.version()).put("asked", facts.asOf().toString());
        var list = root.putArray("decisions");
        decided.forEach(one -> add(one, list.addObject()));
        return json.writeValueAsString(root);
    }

    private void add(Decided one, ObjectNode node) {
        var decision = one.decision();
        node.put("outcome", decision.outcome()).put("title", one.rule().title()).put("occurrence", decision.occurrence());
        node.put("decision", decision.kind().name()).put("amountPence", decision.amount().amount()).put("illustrative", one.rule().illustrative());
        var shares = node.putArray("shares");
        decision.shares().forEach(share -> shares.addObject().put("payer", share.payerId()).put("amountPence", share.amount().amount()));
        put(node, "from", decision.windowFrom());
        put(node, "reached", decision.windowTo());
        put(node, "earliest", decision.earliest());
        put(node, "claimBy", decision.claimBy());
        decision.reasons().forEach(node.putArray("reasons")::add);
        decision.missing().forEach(node.putArray("missing")::add);
        node.put("sentence", Sentences.of(terms, one.rule()));
    }

    private static void put(ObjectNode node, String name, LocalDate day) {
        node.put(name, day == null ? null : day.toString());
    }
}
