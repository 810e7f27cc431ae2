package org.placewell.ledger;

import java.util.List;
import java.util.Set;
import org.placewell.security.Actor;
import org.placewell.security.Actors;
import org.placewell.security.Grant;
import org.placewell.security.Role;
import org.placewell.shared.Problem;
import org.springframework.stereotype.Component;

/** Who may see and move the money of which contract. */
@Component
public class MoneyScope {

    /** Finance of the contract sees everything of it; a commissioner its contract, or, from a payer's own organisation, that payer's part. */
    public static final String SEES = """
            (:me = 'system' or exists (select 1 from role_grant g join organisation o on o.id = g.organisation_id where g.username = :me
                and (g.role = 'FINANCE' and g.contract_ref = s.contract_ref
                    or g.role = 'COMMISSIONER' and (g.contract_ref is null or g.contract_ref = s.contract_ref)
                        and (o.id = s.payer or o.kind <> 'PAYER' and g.contract_ref is not null))))
            """;

    private final Actors actors;

    MoneyScope(Actors actors) {
        this.actors = actors;
    }

    /** Stops whoever is not finance for the contract; to everybody else the thing does not exist. */
    public void requireFinance(String contractRef, String what, Actor actor) {
        actor.require(Role.FINANCE);
        if (!isFinance(contractRef, actor)) {
            throw new Problem.NotFound(what);
        }
    }

    /** Whether somebody holds the finance role for the contract. */
    public boolean isFinance(String contractRef, Actor actor) {
        return actor.isSystem() || actor.grants().stream()
                .anyMatch(grant -> grant.role() == Role.FINANCE && contractRef.equals(grant.contract()));
    }

    /** The contracts whose money somebody handles. */
    public List<String> contracts(Actor actor) {
        return actor.grants().stream().filter(grant -> grant.role() == Role.FINANCE).map(Grant::contract).distinct().sorted().toList();
    }

    /** Everybody in finance who holds the contract. */
    public List<Actor> finance(String contractRef) {
        return actors.holding(Role.FINANCE, null, null).stream().filter(person -> isFinance(contractRef, person)).toList();
    }

    /** The names of those in finance who may do what some may not, for a message. */
    public String others(String contractRef, Set<String> without) {
        var names = finance(contractRef).stream().filter(person -> !without.contains(person.username())).map(Actor::name).toList();
        if (names.isEmpty()) {
            return "nobody else in finance holds this contract yet, so ask for another person to be given the role";
        }
        var shown = names.size() > 3 ? names.subList(0, 3) : names;
        return String.join(shown.size() < names.size() ? ", " : " or ", shown) + (shown.size() < names.size() ? " or another colleague" : "")
                + " can do it";
    }
}
