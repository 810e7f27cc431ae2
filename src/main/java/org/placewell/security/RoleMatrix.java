package org.placewell.security;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may open what, from {@code roles.csv}: the one list that the security filter enforces, the menu shows and the page
 * {@code docs/generated/roles.md} prints. What is not listed opens for nobody.
 */
@Component
public class RoleMatrix {

    static final String ANYONE = "ANYONE";
    static final String SIGNED_IN = "SIGNED_IN";
    private final List<Rule> rules = new ArrayList<>();

    RoleMatrix() throws IOException {
        try (var reader = new BufferedReader(new InputStreamReader(new ClassPathResource("roles.csv").getInputStream(), StandardCharsets.UTF_8))) {
            reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).skip(1).map(RoleMatrix::parse).forEach(rules::add);
        }
    }

    /** Every line, in the file's order. */
    public List<Rule> rules() {
        return List.copyOf(rules);
    }

    /** The most specific line for a page; empty when it is not listed. A HEAD request is a GET. */
    public Optional<Rule> rule(String method, String path) {
        var verb = "HEAD".equals(method) ? "GET" : method;
        var container = PathContainer.parsePath(path);
        return rules.stream().filter(rule -> rule.pattern() != null && rule.method().equals(verb) && rule.pattern().matches(container))
                .min(Comparator.comparing(Rule::pattern));
    }

    /** Whether any method is listed for the path: decides between "not found" and "not allowed". */
    public boolean knows(String path) {
        var container = PathContainer.parsePath(path);
        return rules.stream().anyMatch(rule -> rule.pattern() != null && rule.pattern().matches(container));
    }

    /** Whether the person may open the page. */
    public boolean allows(String method, String path, Actor actor) {
        return rule(method, path).filter(rule -> rule.allows(actor)).isPresent();
    }

    /** The lines of the menu for a person. */
    public List<Rule> menu(Actor actor) {
        return rules.stream().filter(rule -> !rule.menu().isEmpty() && rule.allows(actor)).toList();
    }

    private static Rule parse(String line) {
        var cells = line.split(",", -1);
        if (cells.length != 4) {
            throw new IllegalStateException("roles.csv: a line has four cells: " + line);
        }
        var pattern = cells[0].startsWith("/") ? PathPatternParser.defaultInstance.parse(cells[0]) : null;
        var names = Set.of(cells[2].strip().split(" +"));
        var roles = new TreeSet<Role>();
        names.stream().filter(name -> !name.equals(ANYONE) && !name.equals(SIGNED_IN)).forEach(name -> roles.add(Role.valueOf(name)));
        return new Rule(cells[0], pattern, cells[1], names.contains(ANYONE), names.contains(SIGNED_IN), roles, cells[3].strip());
    }

    /**
     * One line.
     *
     * @param path the path pattern, or {@code task:<id>} for a user task
     * @param pattern the parsed pattern; null for a user task
     * @param roles who may, unless anyone or everybody signed in may
     * @param menu the label in the menu; empty for none
     */
    public record Rule(String path, PathPattern pattern, String method, boolean anyone, boolean signedIn, Set<Role> roles, String menu) {

        /** Whether the person may; null is a visitor who has not signed in. */
        public boolean allows(Actor actor) {
            return anyone || actor != null && (signedIn || roles.stream().anyMatch(actor::has));
        }
    }
}
