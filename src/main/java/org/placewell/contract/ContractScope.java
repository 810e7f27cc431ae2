package org.placewell.contract;

import java.util.EnumSet;
import java.util.Set;
import org.placewell.contract.domain.Terms;
import org.placewell.security.Actor;
import org.placewell.security.Grant;
import org.placewell.security.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Decides which contracts a person sees: by a grant for the contract, by the organisation's part in it, or by its teams. */
@Component
class ContractScope {

    private static final Set<Role> OFFICES = EnumSet.of(Role.CONTRACT_MANAGER, Role.COMMISSIONER, Role.VALIDATOR, Role.FINANCE);
    private static final Set<Role> TEAMS = EnumSet.of(Role.TEAM_LEADER, Role.SPECIALIST);
    private final JdbcClient jdbc;

    ContractScope(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean sees(Actor actor, Terms terms) {
        return actor.isSystem() || actor.grants().stream().anyMatch(grant -> OFFICES.contains(grant.role()) && ofOffice(grant, terms)
                || TEAMS.contains(grant.role()) && ofTeam(grant, terms));
    }

    boolean manages(Actor actor, Terms terms) {
        return actor.grants().stream().anyMatch(grant -> grant.role() == Role.CONTRACT_MANAGER && ofOffice(grant, terms));
    }

    private boolean ofOffice(Grant grant, Terms terms) {
        if (grant.contract() != null) {
            return grant.contract().equals(terms.contract());
        }
        return grant.organisation().equals(terms.payee().id()) || terms.payer(grant.organisation()).isPresent() || isIntermediary(grant.organisation());
    }

    private boolean isIntermediary(String organisation) {
        return jdbc.sql("select exists (select 1 from organisation where id = ? and kind = 'INTERMEDIARY')")
                .param(organisation).query(Boolean.class).single();
    }

    private boolean ofTeam(Grant grant, Terms terms) {
        if (grant.contract() != null && !grant.contract().equals(terms.contract())) {
            return false;
        }
        return jdbc.sql("""
                        select exists (select 1 from service_route r join team t on t.id = r.employment_team_id
                            where r.contract_ref = :contract and t.organisation_id = :organisation
                            and (cast(:team as text) is null or t.id = :team))""")
                .param("contract", terms.contract()).param("organisation", grant.organisation()).param("team", grant.team())
                .query(Boolean.class).single();
    }
}
