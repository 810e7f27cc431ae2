package org.placewell.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.contract.domain.Facts;
import org.placewell.contract.domain.PayerShare;
import org.placewell.security.People;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Pence;
import org.placewell.support.PlacewellTest;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

@PlacewellTest
@DisplayName("The pages of a contract")
class ContractPagesTest {

    private static final String REF = "pages-test";

    @Autowired WebApplicationContext context;
    @Autowired VersionStore store;
    @Autowired People people;
    @Autowired MovableClock clock;
    @Autowired World world;
    @Autowired Contracts contracts;
    @Autowired SpringTemplateEngine templates;

    private MockMvc pages;

    @BeforeEach
    void setUp() {
        clock.stopAt(LocalDate.of(2026, 1, 5));
        pages = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
        if (store.count(REF) == 0) {
            store.found(TestTerms.read(yaml()), yaml());
        }
        people.organisation("pages-office", "Office", "INTERMEDIARY");
        for (var name : new String[] {"pages-first", "pages-second"}) {
            people.person(name, "Manager " + name, "correct horse battery", false);
            people.grant(name, Role.CONTRACT_MANAGER, "pages-office", null, null);
        }
    }

    @Test
    @DisplayName("The contract shows its sentences, payers, ceilings, deadlines and versions; prices that are not published say so")
    void shown() throws Exception {
        pages.perform(get("/contracts").with(user("pages-first"))).andExpect(status().isOk())
                .andExpect(content().string(containsString("West London drug and alcohol employment support")));
        pages.perform(get("/contracts/wla-drug-alcohol").with(user("pages-first"))).andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("Name not published"), containsString("11 unnamed funders (4% each)"),
                        containsString("Illustrative price"), containsString("£2,380,000"), containsString("1 in 8"), containsString("no later than 9 months"))));
    }

    @Test
    @DisplayName("A new version is uploaded by one person and activated by another; nobody activates their own")
    void twoPeople() throws Exception {
        pages.perform(get("/contracts/" + REF + "/propose").with(user("pages-first"))).andExpect(status().isOk());
        pages.perform(upload(yaml() + yaml().substring(yaml().indexOf("  - effective:")).replace("2019-04-01", "2026-03-01"), "pages-first"))
                .andExpect(redirectedUrl("/contracts/" + REF + "/versions/2"));
        pages.perform(get("/contracts/" + REF + "/versions/2").with(user("pages-first"))).andExpect(content().string(containsString("Take it back")))
                .andExpect(content().string(not(containsString("Activate this version"))));
        pages.perform(post("/contracts/" + REF + "/versions/2/activate").with(user("pages-first")).with(csrf())).andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("A second contract manager has to activate it")));
        pages.perform(get("/contracts/" + REF + "/versions/2").with(user("pages-second")))
                .andExpect(content().string(containsString("Activate this version")));
        pages.perform(post("/contracts/" + REF + "/versions/2/activate").with(user("pages-second")).with(csrf()))
                .andExpect(redirectedUrl("/contracts/" + REF + "/versions/2"));
        pages.perform(get("/contracts/" + REF + "/versions/2/terms.yaml").with(user("pages-second"))).andExpect(status().isOk())
                .andExpect(content().string(containsString("effective: 2026-03-01")));
    }

    @Test
    @DisplayName("A proposal shows what past outcomes would have been paid under it")
    void whatIf() throws Exception {
        var ref = REF + "-what-if";
        var yaml = yaml().replace("contract: " + REF, "contract: " + ref);
        if (store.count(ref) == 0) {
            store.found(TestTerms.read(yaml), yaml);
            var draft = yaml + yaml.substring(yaml.indexOf("  - effective:")).replace("2019-04-01", "2026-03-01").replace("£700", "£750");
            store.propose(TestTerms.readAll(draft).get(1), draft, "somebody");
        }
        var facts = new Facts(LocalDate.of(2025, 12, 1), null, List.of(), null, Example.jobs("J-1 2026-01-02 15h day1"), List.of(), LocalDate.of(2026, 1, 5));
        var view = WhatIf.of(contracts.terms(ref, 2), List.of(new PastClaims.Past("C-1", "R-1", "job-start", facts, Pence.parse("£700"),
                List.of(new PayerShare("haringey", Pence.parse("£700"))))));
        assertThat(view.withTotal()).hasSize(5).last().returns(Pence.parse("£50"), WhatIf.Line::difference);
        var context = new Context(Locale.UK, Map.of("whatIf", view));
        pages.perform(get("/contracts/" + ref + "/versions/2").with(user("pages-first"))).andExpect(status().isOk())
                .andExpect(content().string(containsString("Nothing has been paid under this contract yet")));
        assertThat(templates.process("contract/what-if", Set.of("tables"), context)).contains("£750", "£50", "In all", "London Borough of Barnet", "−£400");
    }

    @Test
    @DisplayName("A file with mistakes is answered with the line and column of each; nothing is kept")
    void mistakes() throws Exception {
        pages.perform(upload(yaml().replace("people: 985", "people: lots"), "pages-first")).andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString("whole number, not &#39;lots&#39;"), containsString("Nothing of it was kept"))));
        pages.perform(upload(yaml().replace("people: 985", "people: lots"), "pages-first")).andExpect(content().string(allOf(
                containsString("In terms.yaml."), containsString("<code>people: lots</code>"), containsString("name=\"typed\""),
                containsString("source: INDIGO-POJ-0176"))));
        pages.perform(multipart("/contracts/" + REF + "/propose").file(new MockMultipartFile("file", new byte[0]))
                .param("typed", yaml().replace("\n", "\r\n").replace("title: Engagement", "titel: Engagement"))
                .with(user("pages-first")).with(csrf())).andExpect(status().isUnprocessableEntity()).andExpect(content().string(allOf(
                        containsString("&#39;titel&#39; is not known here"), containsString("<code>titel: Engagement</code>"), containsString("typed-error"))));
        pages.perform(upload("", "pages-first")).andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Choose the terms file")));
        pages.perform(multipart("/contracts/" + REF + "/propose").file(new MockMultipartFile("file", new byte[] {(byte) 0xff, (byte) 0xfe}))
                .with(user("pages-first")).with(csrf())).andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("UTF-8")));
    }

    @Test
    @DisplayName("Who has no part in a contract does not find it, and only a contract manager reaches the way to a new version")
    void closed() throws Exception {
        var service = world.under(REF);
        pages.perform(get("/contracts/" + REF).with(user(service.finance().username()))).andExpect(status().isOk());
        pages.perform(get("/contracts/" + REF).with(user(service.specialist().username()))).andExpect(status().isOk());
        pages.perform(get("/contracts/wla-drug-alcohol").with(user(service.finance().username()))).andExpect(status().isNotFound());
        pages.perform(get("/contracts/no-such").with(user(service.finance().username()))).andExpect(status().isNotFound());
        pages.perform(get("/contracts/" + REF + "/versions/99").with(user(service.finance().username()))).andExpect(status().isNotFound());
        pages.perform(get("/contracts/" + REF).with(user(service.clinician().username()))).andExpect(status().isForbidden());
        pages.perform(get("/contracts/" + REF + "/propose").with(user(service.finance().username()))).andExpect(status().isForbidden());
    }

    private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder upload(String yaml, String username) {
        return multipart("/contracts/" + REF + "/propose").file(new MockMultipartFile("file", "terms.yaml", "text/yaml", yaml.getBytes(StandardCharsets.UTF_8)))
                .with(user(username)).with(csrf());
    }

    private static String yaml() {
        return TestTerms.file("mhep-haringey-barnet").replace("contract: mhep-haringey-barnet", "contract: " + REF);
    }
}
