package org.placewell.claim.web;

import java.time.ZonedDateTime;
import java.util.Arrays;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.claim.ClaimFilter;
import org.placewell.claim.ClaimStatus;
import org.placewell.claim.Claims;
import org.placewell.contract.Contracts;
import org.placewell.security.Actors;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Paging;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of claims; what people do there are tasks and commands. */
@Controller
class ClaimsPages {

    private static final int PAGE = 50;
    private final Claims claims;
    private final Contracts contracts;
    private final Actors actors;
    private final AuditTrail audit;

    ClaimsPages(Claims claims, Contracts contracts, Actors actors, AuditTrail audit) {
        this.claims = claims;
        this.contracts = contracts;
        this.actors = actors;
        this.audit = audit;
    }

    @GetMapping("/claims")
    String claims(@RequestParam(required = false) String contract, @RequestParam(required = false) String status,
            @RequestParam(defaultValue = "1") String page,
            Model model) {
        var chosen = Arrays.stream(ClaimStatus.values()).filter(one -> one.name().equals(status)).findFirst().orElse(null);
        int number = Paging.number(page);
        var filter = new ClaimFilter(Paging.text(contract), null, chosen, PAGE + 1, (number - 1) * PAGE);
        var found = claims.list(filter, actors.current());
        model.addAttribute("claims", found.subList(0, Math.min(PAGE, found.size())));
        model.addAttribute("more", found.size() > PAGE);
        model.addAttribute("page", number);
        model.addAttribute("statuses", ClaimStatus.values());
        model.addAttribute("chosenStatus", chosen);
        model.addAttribute("contracts", contracts.all());
        model.addAttribute("chosenContract", Paging.text(contract));
        model.addAttribute("checks", actors.current().has(Role.VALIDATOR) || actors.current().has(Role.FINANCE));
        model.addAttribute("wide", true);
        return "claim/claims";
    }

    @GetMapping("/claims/without-room")
    String withoutRoom(Model model) {
        var actor = actors.current();
        model.addAttribute("outcomes", claims.withoutRoom(actor));
        model.addAttribute("record", actor.has(Role.SPECIALIST) || actor.has(Role.TEAM_LEADER));
        model.addAttribute("wide", true);
        model.addAttribute("back", actor.has(Role.CONTRACT_MANAGER) ? "/contracts" : "/claims");
        return "claim/without-room";
    }

    @GetMapping("/claims/{ref}")
    String claim(@PathVariable String ref, Model model) {
        var actor = actors.current();
        var claim = claims.visible(ref, actor);
        model.addAttribute("claim", claim);
        model.addAttribute("explanation", claims.explanation(ref, actor));
        model.addAttribute("reversals", claims.reversals(ref, actor));
        model.addAttribute("history", audit.of(claim.referralRef()).stream()
                .filter(line -> line.area() == Area.MONEY && line.detail().contains(ref))
                        .map(line -> new Step(line.at().atZone(MovableClock.LONDON), line.action(), actors.nameOf(line.actor()))).toList());
        model.addAttribute("record", actor.has(Role.SPECIALIST) || actor.has(Role.TEAM_LEADER));
        model.addAttribute("finance", actor.has(Role.FINANCE));
        model.addAttribute("reversible", ClaimStatus.MOVES.allows(claim.status(), ClaimStatus.REVERSED));
        var asked = claims.reversals(ref, actor).stream().filter(reversal -> reversal.status().equals("REQUESTED")).toList();
        model.addAttribute("asked", !asked.isEmpty());
        model.addAttribute("own", asked.stream().anyMatch(reversal -> reversal.requestedBy().equals(actor.username())));
        model.addAttribute("back", "/claims");
        return "claim/claim";
    }

    /** One line of a history. */
    record Step(ZonedDateTime at, String action, String who) {}
}
