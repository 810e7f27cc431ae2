package org.placewell.support;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.placewell.security.Actor;

/**
 * A person with a browser without JavaScript: keeps cookies, carries the hidden fields of the page last shown (CSRF token,
 * one-time key) and does not follow redirects unless told.
 */
public final class Visitor {

    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String base;
    private Page last;

    private Visitor(String base) {
        this.base = base;
    }

    /** Somebody who has not signed in. */
    public static Visitor at(int port) {
        return new Visitor("http://localhost:" + port);
    }

    /** One of the test world's people, signed in. */
    public static Visitor at(int port, Actor person) {
        var visitor = at(port);
        visitor.get("/login");
        var page = visitor.post("/login", "username", person.username(), "password", "correct horse battery");
        if (page.status() != 302 || page.location().contains("failed")) {
            throw new AssertionError("could not sign in: " + page.status() + " " + page.location());
        }
        return visitor;
    }

    /** Opens a page. */
    public Page get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
    }

    /** Sends a form with the hidden fields of the last page, and the given names and values in turn. */
    public Page post(String path, String... fields) {
        var pairs = new ArrayList<String>();
        if (last != null) {
            last.hidden().forEach(pair -> pairs.add(encode(pair[0]) + "=" + encode(pair[1])));
        }
        return send(path, pairs, fields);
    }

    /** Sends a form with only the given names and values: no CSRF token, no key. */
    public Page postBare(String path, String... fields) {
        return send(path, new ArrayList<>(), fields);
    }

    /** Follows the redirect of the last answer. */
    public Page follow() {
        var location = last.location();
        return get(location.startsWith(base) ? location.substring(base.length()) : location);
    }

    private Page send(String path, List<String> pairs, String... fields) {
        for (int i = 0; i < fields.length; i += 2) {
            pairs.add(encode(fields[i]) + "=" + encode(fields[i + 1]));
        }
        return send(HttpRequest.newBuilder(URI.create(base + path)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs))));
    }

    private Page send(HttpRequest.Builder request) {
        try {
            last = new Page(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
            return last;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** One answer of the server. */
    public record Page(HttpResponse<String> response) {
        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        public String location() {
            return response.headers().firstValue("Location").orElse("");
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** The hidden fields of the page: name and value; the last of each name counts. */
        public List<String[]> hidden() {
            var body = body();
            var seen = new java.util.LinkedHashMap<String, String>();
            HIDDEN.matcher(body).results().forEach(found -> seen.put(found.group(1), found.group(2).replace("&amp;", "&").replace("&#39;", "'")));
            return seen.entrySet().stream().map(pair -> new String[] {pair.getKey(), pair.getValue()}).toList();
        }

        /** The text of the page without its tags, spaces collapsed. */
        public String text() {
            return body().replaceAll("(?s)<(script|style).*?</\\1>", " ").replaceAll("<[^>]+>", " ").replace("&#39;", "'").replace("&amp;", "&")
                    .replaceAll("\\s+", " ");
        }
    }
}
