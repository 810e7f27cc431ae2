package org.placewell.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.claim.ClaimStatus;
import org.placewell.claim.Claims;
import org.placewell.claim.MoneyWorld;
import org.placewell.contract.Contracts;
import org.placewell.security.Actor;
import org.placewell.security.People;
import org.placewell.security.Role;
import org.placewell.settlement.Settlement;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Pence;
import org.placewell.statement.StatementStatus;
import org.placewell.statement.Statements;
import org.placewell.support.PlacewellTest;
import org.placewell.support.ProcessDriver;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlacewellTest
@DisplayName("Money in a real browser, clicked through by the people it takes")
class MoneyStepsBrowserTest {

    private static final String PASSWORD = "correct horse battery";
    @LocalServerPort int port;
    @Autowired MoneyWorld money;
    @Autowired Statements statements;
    @Autowired Settlement settlement;
    @Autowired Claims claims;
    @Autowired Contracts contracts;
    @Autowired People people;
    @Autowired ProcessDriver driver;
    @Autowired MovableClock clock;
    private World.Service service;
    private Browsing browsing;

    @BeforeEach
    void begin() {
        clock.stopAt(LocalDate.of(2026, 6, 9));
        service = money.service();
        browsing = new Browsing(port);
    }

    @AfterEach
    void end() {
        assertThat(browsing.faults()).isEmpty();
        browsing.close();
    }

    @Test
    @DisplayName("A month is closed; what was wrong in it is proposed by one, decided by a second, approved by a third and a fourth")
    void correction() {
        var contract = service.contract();
        var first = as(service.finance());
        browsing.open(first, "/finance/" + contract);
        browsing.press(first, "Close a month");
        browsing.picture(first, "close-month");
        send(first, Map.of("month", "2026-05"));
        assertThat(Browsing.words(first)).contains("Closed up to May 2026");
        browsing.press(first, "Correct a closed month");
        browsing.picture(first, "correct-month");
        send(first, Map.of("payer", "haringey", "month", "2026-05", "direction", "more", "amount", "12.34", "reason", "leftOut", "note", "Line of Pat Smith"));
        browsing.picture(first, "desk-with-correction");

        var second = as(service.financeB());
        browsing.open(second, "/finance/" + contract);
        browsing.press(second, "Decide");
        browsing.picture(second, "decide-correction");
        assertThat(Browsing.words(second)).contains("Line of Pat Smith", "something was left out");
        send(second, Map.of("decision", "confirm"));

        var ref = drafted("haringey");
        first.locator("main details summary").first().click();
        assertThat(Browsing.words(first)).contains("something was left out").doesNotContain("Pat Smith");
        browsing.picture(first, "statement-with-correction");
        approved(ref, service.financeC(), service.financeD());
        assertThat(statements.one(ref, service.finance()).total()).isEqualTo(Pence.of(1234));
    }

    @Test
    @DisplayName("A paid claim is taken back: asked for, decided, credited on a statement that other people approve, settled by a file")
    void reversal() {
        var claim = money.reserved(service);
        for (var payer : List.of("haringey", "barnet", "lcf")) {
            var ref = money.drafted(service, payer);
            money.instruct(ref, service);
            settlement.importRemittance("paid.csv", money.remittance(ref), service.finance());
            statements.close(ref);
        }
        var first = as(service.finance());
        browsing.open(first, "/claims/" + claim);
        browsing.picture(first, "claim-paid");
        browsing.press(first, "reversal");
        browsing.picture(first, "ask-for-reversal");
        send(first, Map.of("reason", "paidInError", "note", "Entered for the wrong month"));
        var second = as(service.financeB());
        browsing.open(second, "/money");
        browsing.picture(second, "money-reversal-waits");
        browsing.open(second, "/claims/" + claim);
        browsing.press(second, "Decide on the reversal");
        browsing.picture(second, "decide-reversal");
        send(second, Map.of("reversalDecision", "approve"));
        assertThat(claims.get(claim).status()).isEqualTo(ClaimStatus.REVERSED);

        var ref = drafted("haringey");
        browsing.picture(first, "statement-of-credit");
        browsing.open(second, "/statements/" + ref);
        browsing.picture(second, "statement-for-who-decided");
        assertThat(Browsing.words(second)).contains("These people cannot take it").contains(service.financeB().name());
        approved(ref, service.financeC(), service.financeD());
        imported(as(service.financeC()), new String(money.remittance(ref), StandardCharsets.UTF_8));
        browsing.picture(as(service.financeC()), "import-by-approver");
        assertThat(Browsing.words(as(service.financeC()))).contains("You approved the statement " + ref, service.finance().name());
        imported(first, new String(money.remittance(ref), StandardCharsets.UTF_8));
        browsing.picture(first, "imported");
        driver.runDue(ref);
        assertThat(statements.one(ref, service.finance()).status()).isEqualTo(StatementStatus.PAID);
        browsing.open(first, "/claims/" + claim);
        browsing.picture(first, "claim-reversed");
        browsing.open(first, "/money/compared");
    }

    @Test
    @DisplayName("Too much money is placed: on the payer's own line by one person, on another payer's line by two")
    void heldMoney() {
        money.reserved(service);
        var ref = money.drafted(service, "haringey");
        money.instruct(ref, service);
        var line = statements.one(ref, service.finance()).liveLines().get(0);
        var first = as(service.finance());
        imported(first, "statement,claim,amount\n" + ref + "," + line.ref() + ",150.00\nTOTAL,1,150.00\n");
        money.reserved(service);
        var second = money.drafted(service, "haringey");
        money.instruct(second, service);
        var other = money.drafted(service, "lcf");
        money.instruct(other, service);

        browsing.open(first, "/money/to-place");
        browsing.picture(first, "to-place");
        browsing.press(first, "Place £");
        browsing.picture(first, "place");
        place(first, second, "10.00");
        assertThat(settlement.toPlace(service.finance())).extracting(held -> held.unplaced()).containsExactly(Pence.of(800));
        browsing.open(first, "/money/to-place");
        browsing.press(first, "Place £");
        place(first, other, "8.00");
        browsing.picture(first, "placed-for-another");
        var third = as(service.financeB());
        browsing.open(third, "/money");
        browsing.press(third, "Decide");
        browsing.picture(third, "decide-placing");
        send(third, Map.of("placingDecision", "agree"));
        assertThat(settlement.toPlace(service.finance())).isEmpty();
    }

    @Test
    @DisplayName("Somebody lets a colleague approve in their stead; two contract managers set a limit; a second one activates a version")
    void powers() {
        var contract = service.contract();
        var first = as(service.financeC());
        browsing.open(first, "/finance/" + contract);
        browsing.press(first, "Let somebody approve in your stead");
        browsing.picture(first, "delegate");
        send(first, Map.of("person", service.financeD().username(), "from", clock.today(), "until", clock.today().plusDays(5)));
        assertThat(Browsing.words(first)).contains(service.financeD().name() + " for " + service.financeC().name());
        browsing.picture(first, "delegated");

        var manager = manager("managerx");
        browsing.open(manager, "/finance/" + contract);
        browsing.press(manager, "Set a limit");
        browsing.picture(manager, "set-limit");
        send(manager, Map.of("person", service.financeB().username(), "amount", "500"));
        var other = manager("managery");
        browsing.open(other, "/finance/" + contract);
        browsing.press(other, "Decide");
        browsing.picture(other, "decide-limit");
        send(other, Map.of("decision", "confirm"));
        assertThat(Browsing.words(other)).contains("Confirmed").contains("£500");

        var file = contracts.file(contract, 1, Actor.system());
        var next = file.substring(file.indexOf("  - effective:")).replaceFirst("effective: [0-9-]+", "effective: 2026-09-01").replace("£330", "£340");
        browsing.open(manager, "/contracts/" + contract);
        browsing.press(manager, "Propose a new version");
        manager.setInputFiles("#file", new FilePayload("terms.yaml", "text/yaml", (file.stripTrailing() + "\n" + next).getBytes(StandardCharsets.UTF_8)));
        browsing.press(manager, "Propose this version");
        browsing.picture(manager, "version-proposed");
        browsing.open(other, "/contracts/" + contract + "/versions/2");
        browsing.picture(other, "version-to-activate");
        browsing.press(other, "Activate this version");
        browsing.picture(other, "version-activated");
        assertThat(contracts.versionInForce(contract, LocalDate.of(2026, 9, 2))).isEqualTo(2);
        browsing.open(other, "/contracts/" + contract + "/versions/abc");
        assertThat(other.title()).contains("Page not found");
    }

    private Page as(Actor actor) {
        return browsing.as(actor.username(), PASSWORD, true);
    }

    private Page manager(String name) {
        var username = name + service.number();
        people.person(username, name, PASSWORD, false);
        people.grant(username, Role.CONTRACT_MANAGER, "office" + service.number(), null, service.contract());
        return browsing.as(username, PASSWORD, true);
    }

    /** Answers the form on the page and sends it; a refusal fails the test with its words. */
    private void send(Page page, Map<String, Object> answers) {
        browsing.answer(page, answers);
        page.locator("button[name=_action][value=next], button[name=_action][value=send]").first().click();
        browsing.check(page);
        assertThat(page.locator(".govuk-error-summary").count()).as(Browsing.words(page)).isZero();
    }

    /** The statement of a payer, drafted by the first finance person and shown in that window. */
    private String drafted(String payer) {
        var page = as(service.finance());
        browsing.open(page, "/do/draftStatement/" + service.contract());
        send(page, Map.of("payer", payer, "period", "2026-06"));
        var ref = page.url().replaceAll(".*/statements/(S-[0-9A-Z]+).*", "$1");
        driver.runDue(ref);
        browsing.open(page, "/tasks/" + driver.open("checkDraft", ref).taskId());
        send(page, Map.of("draftDecision", "ready"));
        driver.runDue(ref);
        browsing.open(page, "/statements/" + ref);
        return ref;
    }

    private void approved(String ref, Actor first, Actor second) {
        for (var step : List.of(Map.entry("firstApproval", first), Map.entry("secondApproval", second))) {
            browsing.open(as(step.getValue()), "/tasks/" + driver.open(step.getKey(), ref).taskId());
            send(as(step.getValue()), Map.of("approvalDecision", "approved"));
            driver.runDue(ref);
        }
        assertThat(statements.one(ref, service.finance()).status()).isEqualTo(StatementStatus.INSTRUCTED);
    }

    private void imported(Page page, String file) {
        browsing.open(page, "/remittances");
        page.setInputFiles("[name=file]", new FilePayload("remittance.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
        browsing.press(page, "Import it");
    }

    /** Chooses the line of a statement and places so much on it. */
    private void place(Page page, String statement, String amount) {
        var line = page.locator("select[name=line] option").all().stream().filter(one -> one.innerText().contains(statement)).findFirst()
                .orElseThrow(() -> new AssertionError(Browsing.words(page))).getAttribute("value");
        send(page, Map.of("line", line, "amount", amount));
    }
}
