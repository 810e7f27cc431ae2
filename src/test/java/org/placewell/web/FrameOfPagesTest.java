package org.placewell.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.support.PlacewellTest;
import org.placewell.support.Visitor;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlacewellTest
class FrameOfPagesTest {

    @Autowired
    World world;
    @LocalServerPort
    int port;

    @Test
    @DisplayName("A visitor is sent to the login page; a person signs in and sees their name and menu")
    void signIn() {
        var visitor = Visitor.at(port);
        assertThat(visitor.get("/").status()).isEqualTo(302);
        assertThat(visitor.get("/login").body()).contains("govuk-frontend.min.css", "Sign in");
        var person = Visitor.at(port, world.under("none").leader());
        assertThat(person.get("/").text()).contains("leader ", "Sign out");
        assertThat(person.get("/static/govuk/govuk-frontend.min.css").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("A wrong password brings the error summary and the word Error in the title")
    void wrongPassword() {
        var visitor = Visitor.at(port);
        visitor.get("/login");
        visitor.post("/login", "username", "nobody", "password", "nothing");
        var page = visitor.follow();
        assertThat(page.body()).contains("<title>Error: Sign in – Placewell</title>", "There is a problem");
    }
}
