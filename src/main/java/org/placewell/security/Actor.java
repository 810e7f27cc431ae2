package org.placewell.security;

import java.util.List;
import org.placewell.shared.Problem;

/**
 * Who is doing something. Every command of every facade takes the actor; the system itself acts as {@link #system}.
 *
 * @param username the unique login name: what audit, approvals and segregation of duties compare
 * @param name the person's name as colleagues see it
 */
public record Actor(String username, String name, List<Grant> grants) {

    /** The program acting on its own: timers, service tasks, migrations. */
    public static Actor system() {
        return new Actor("system", "Placewell", List.of());
    }

    /** A visitor, or somebody signed in whom the service no longer knows: may do nothing and sees nothing. */
    public static Actor nobody() {
        return new Actor("", "", List.of());
    }

    public boolean isSystem() {
        return "system".equals(username);
    }

    public boolean has(Role role) {
        return grants.stream().anyMatch(grant -> grant.role() == role);
    }

    /**
     * Stops whoever does not hold the role; the system passes.
     *
     * @throws Problem.Forbidden when the actor does not hold it
     */
    public void require(Role role) {
        if (!isSystem() && !has(role)) {
            throw new Problem.Forbidden("Only someone with the role " + role.label() + " can do this");
        }
    }
}
