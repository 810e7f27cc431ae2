package org.placewell.statement.web;

import java.time.ZonedDateTime;
import java.util.List;
import org.placewell.audit.AuditTrail;
import org.placewell.security.Actors;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.statement.StatementStatus;
import org.placewell.statement.Statements;
import org.placewell.workflow.WorkItems;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The pages of statements; what people do there are tasks and commands. */
@Controller
class StatementPages {

    private final Statements statements;
    private final Actors actors;
    private final AuditTrail audit;
    private final WorkItems items;

    StatementPages(Statements statements, Actors actors, AuditTrail audit, WorkItems items) {
        this.statements = statements;
        this.actors = actors;
        this.audit = audit;
        this.items = items;
    }

    @GetMapping("/statements")
    String statements(Model model) {
        var actor = actors.current();
        model.addAttribute("statements", statements.list(actor));
        model.addAttribute("finance", actor.has(Role.FINANCE));
        model.addAttribute("heldBack", actor.has(Role.FINANCE) ? statements.heldBack(actor) : List.of());
        model.addAttribute("due", actor.has(Role.FINANCE) ? statements.due(null, actor) : List.of());
        model.addAttribute("wide", true);
        return "statement/statements";
    }

    @GetMapping("/statements/{ref}")
    String statement(@PathVariable String ref, Model model) {
        var actor = actors.current();
        var statement = statements.one(ref, actor);
        boolean finance = actor.has(Role.FINANCE);
        model.addAttribute("statement", statement);
        model.addAttribute("finance", finance);
        model.addAttribute("open", statement.status().isOpen());
        model.addAttribute("instructed", statement.scheduleHash() != null);
        model.addAttribute("draftedBy", actors.nameOf(statement.draftedBy()));
        model.addAttribute("tasks", finance ? items.openFor(ref) : List.of());
        model.addAttribute("mine", finance ? items.openFor(ref).stream().filter(item -> items.open(item.taskId(), actor).isPresent()).toList()
                : List.of());
        model.addAttribute("excluded", statement.status() == StatementStatus.CHECKED || statement.status() == StatementStatus.APPROVED_ONCE
                ? statements.excludedFromApproval(ref).stream().map(actors::nameOf).toList() : List.of());
        model.addAttribute("history", audit.of(ref).stream().map(line -> new Step(line.at().atZone(MovableClock.LONDON), line.action(),
                actors.nameOf(line.actor()))).toList());
        model.addAttribute("zone", MovableClock.LONDON);
        model.addAttribute("wide", true);
        model.addAttribute("back", "/statements");
        return "statement/statement";
    }

    @GetMapping("/statements/{ref}/schedule")
    ResponseEntity<byte[]> schedule(@PathVariable String ref) {
        return statements.schedule(ref, actors.current()).answer();
    }

    @GetMapping("/statements/{ref}/statement.csv")
    ResponseEntity<byte[]> csv(@PathVariable String ref) {
        return statements.csv(ref, actors.current()).answer();
    }

    @GetMapping("/statements/{ref}/statement.xlsx")
    ResponseEntity<byte[]> xlsx(@PathVariable String ref) {
        return statements.xlsx(ref, actors.current()).answer();
    }

    @GetMapping("/statements/{ref}/statement.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String ref) {
        return statements.pdf(ref, actors.current()).answer();
    }

    /** One line of a history. */
    record Step(ZonedDateTime at, String action, String who) {}
}
