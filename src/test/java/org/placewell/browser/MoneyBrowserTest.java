package org.placewell.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.claim.MoneyWorld;
import org.placewell.settlement.Settlement;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Pence;
import org.placewell.statement.FinanceDesk;
import org.placewell.support.PlacewellTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlacewellTest
@DisplayName("Money in a real browser: every page with something on it")
class MoneyBrowserTest {

    @LocalServerPort
    int port;
    @Autowired
    MoneyWorld money;
    @Autowired
    Settlement settlement;
    @Autowired
    FinanceDesk desk;
    @Autowired
    MovableClock clock;

    @Test
    @DisplayName("Held money, proposals, debts, capital and the comparison open without a fault of access")
    void pages() {
        clock.stopAt(LocalDate.of(2026, 6, 9));
        var service = money.service();
        money.reserved(service);
        money.instruct(money.drafted(service, "haringey"), service);
        settlement.importRemittance("odd.csv", ("statement,claim,amount\nS-9999993,C-3333333,200.00\nTOTAL,1,200.00\n")
                .getBytes(StandardCharsets.UTF_8), service.finance());
        var held = settlement.toPlace(service.finance()).get(0).id();
        settlement.giveBack(held, Pence.of(5_00), "Sent by mistake", service.finance());
        settlement.recordCapital(service.contract(), "DRAWN", Pence.of(100_00), clock.today(), "", service.finance());
        desk.proposeAccount(service.contract(), "Provider", "20-00-01", "12345678", service.finance());
        var account = "account-" + desk.view(service.contract(), service.finance()).accounts().get(0).id();
        var contract = service.contract();
        try (var browsing = new Browsing(port)) {
            var finance = browsing.as(service.financeB().username(), "correct horse battery", true);
            for (var path : new String[] {"/money", "/money/to-place", "/money/owed", "/money/compared", "/money/investor", "/money/samples", "/ledger",
                "/remittances", "/claims/without-room", "/do/placeMoney/" + held, "/do/recordCapital/" + contract,
                "/finance/" + contract, "/do/enterOrder/" + contract, "/do/closeMonth/" + contract, "/do/proposeCorrection/" + contract,
                "/do/delegateApproval/" + contract, "/do/endDelegation/" + contract, "/do/proposeAccount/" + contract, "/do/confirmAccount/" + account,
                "/do/decideCapital/" + settlement.investor(service.finance()).get(0).moves().get(0).id()}) {
                browsing.open(finance, path);
            }
            assertThat(browsing.faults()).isEmpty();
        }
    }
}
