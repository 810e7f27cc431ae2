package org.placewell.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.placewell.support.PlacewellTest;
import org.placewell.support.Visitor;
import org.placewell.support.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlacewellTest
@DisplayName("Guessing of passwords")
class GuessingTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    @Autowired
    World world;
    @LocalServerPort
    int port;

    @Test
    @DisplayName("Invisible characters in the name give no further tries, and open nothing")
    void invisible() {
        var name = world.under("none").finance().username();
        var guesser = Visitor.at(port);
        var spellings = List.of(name, name + "\0", "\0" + name, name + "\u0001", name.substring(0, 3) + "\0" + name.substring(3), "\u0002" + name);
        for (int i = 0; i < LoginThrottle.PER_NAME; i++) {
            guesser.get("/login");
            guesser.post("/login", "username", spellings.get(i % spellings.size()), "password", "guess " + i);
        }
        for (var spelling : spellings) {
            guesser.get("/login");
            assertThat(guesser.post("/login", "username", spelling, "password", "correct horse battery").location()).as("%s", spelling.length())
                    .endsWith("?wait");
        }
    }

    @Test
    @DisplayName("Behind a proxy the address that counts is the one the proxy saw, not the one the caller claims")
    void address() throws IOException, InterruptedException {
        var http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        var page = http.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/login")).build(), BodyHandlers.ofString()).body();
        var token = TOKEN.matcher(page).results().findFirst().orElseThrow().group(1);
        String location = "";
        for (int i = 0; i <= LoginThrottle.PER_ADDRESS; i++) {
            var body = "_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8) + "&username=nobody-" + i + "&password=guess";
            var sent = http.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/login"))
                    .header("Content-Type", "application/x-www-form-urlencoded").header("X-Forwarded-For", "198.51.100." + i + ", 203.0.113.77")
                    .POST(HttpRequest.BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
            location = sent.headers().firstValue("Location").orElse("");
        }
        assertThat(location).endsWith("?wait");
    }
}
