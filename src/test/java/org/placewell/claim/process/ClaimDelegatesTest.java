package org.placewell.claim.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.claim.ClaimStatus;
import org.placewell.claim.Claims;
import org.placewell.claim.MoneyWorld;
import org.placewell.claim.ReversalView;
import org.placewell.shared.MovableClock;
import org.placewell.support.PlacewellTest;
import org.placewell.workflow.Vars;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlacewellTest
@DisplayName("The steps of a claim's process")
class ClaimDelegatesTest {

    @Autowired JavaDelegate reserveAmount;
    @Autowired JavaDelegate rejectClaim;
    @Autowired JavaDelegate reverseClaim;
    @Autowired MoneyWorld money;
    @Autowired Claims claims;
    @Autowired MovableClock clock;
    @Autowired JdbcClient jdbc;

    @BeforeEach
    void day() {
        clock.stopAt(LocalDate.of(2026, 3, 2));
    }

    @Test
    @DisplayName("A reservation says whether it was made, found no room, or found nothing payable; only the first has room for cases of the old model")
    void reservation() {
        var service = money.service(terms -> terms.replace("people: 985", "people: 1"));
        var referral = money.inSupport(service);
        var second = money.claim(service);
        var doubtful = money.engaged(referral, service);
        var first = money.claim(service);
        jdbc.sql("update appointment set outcome = 'DID_NOT_ATTEND' where referral_ref = ?").param(referral).update();

        assertThat(after(reserveAmount, first)).containsEntry(Vars.RESERVATION, "reserved").containsEntry(Vars.CAP_ROOM, true);
        assertThat(after(reserveAmount, first)).as("done twice").containsEntry(Vars.RESERVATION, "reserved");
        assertThat(after(reserveAmount, second)).containsEntry(Vars.RESERVATION, "noRoom").containsEntry(Vars.CAP_ROOM, false);
        assertThat(after(reserveAmount, doubtful)).containsEntry(Vars.RESERVATION, "notPayable").containsEntry(Vars.CAP_ROOM, false);
        assertThat(claims.get(first).status()).isEqualTo(ClaimStatus.RESERVED);
    }

    @Test
    @DisplayName("The end without payment rejects the case's own claim and no other")
    void rejection() {
        var service = money.service();
        var mine = money.claim(service);
        var other = money.claim(service);
        after(rejectClaim, mine);
        assertThat(claims.get(mine).status()).isEqualTo(ClaimStatus.REJECTED);
        assertThat(claims.get(other).status()).isEqualTo(ClaimStatus.OPEN);
    }

    @Test
    @DisplayName("A failed sample asks finance for the money of the case's own claim")
    void reversal() {
        var service = money.service();
        var mine = money.reserved(service);
        jdbc.sql("insert into evidence_review (claim_ref, round, kind, decision, reason, reviewer, reviewed_at) values (?, 1, 'SAMPLE', 'FAILS', "
                + "'NOT_GENUINE', ?, now())").params(mine, service.validatorB().username()).update();
        after(reverseClaim, mine);
        assertThat(claims.reversals(mine, service.finance())).singleElement().returns("sampleCheck", ReversalView::reason);
    }

    /** The process variables that a step leaves. */
    private Map<String, Object> after(JavaDelegate step, String claim) {
        var variables = new HashMap<String, Object>(Map.of(Vars.CLAIM_REF, claim));
        var execution = (DelegateExecution) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {DelegateExecution.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getVariable" -> variables.get((String) arguments[0]);
                    case "setVariable" -> variables.put((String) arguments[0], arguments[1]);
                    case "getVariables" -> variables;
                    case "getProcessDefinitionId" -> "evidence-validation:1:1";
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        return money.in(() -> {
            try {
                step.execute(execution);
                return variables;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
