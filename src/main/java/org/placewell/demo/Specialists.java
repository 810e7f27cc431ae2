package org.placewell.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.placewell.demo.Cast.Company;
import org.placewell.security.Role;

/** What the demo's leaders know about their specialists, and who is away now. */
final class Specialists {

    private static final List<List<String>> LANGUAGES = List.of(List.of("it", "es"), List.of("so"), List.of("ur", "pa"), List.of("bn"), List.of("pl"));
    private static final Set<String> WOMEN = Set.of("specialist.sana", "specialist.ola", "specialist.ruth", "specialist.maya", "specialist.dee");

    private Specialists() {}

    /** Puts down languages for everybody from the first day, and days away of the second until next week, covered by the first. */
    static void plan(Services services, Walker walker, Company company, LocalDate first, LocalDate today) {
        var leader = company.with(Role.TEAM_LEADER).get(0);
        var all = company.with(Role.SPECIALIST);
        walker.plan(first, "describeSpecialist", () -> {
            for (int i = 0; i < all.size(); i++) {
                var who = all.get(i).username();
                services.caseload().describeSpecialist(who, company.team(), LANGUAGES.get(i % LANGUAGES.size()), WOMEN.contains(who) ? "woman" : "man",
                        List.of(), leader);
            }
        });
        if (all.size() > 1) {
            // Some days back, so that there is a working day on which somebody puts it down.
            walker.plan(today.minusDays(5), "planAbsence", () -> services.absences().plan(company.team(), all.get(1).username(), services.clock().today(),
                    today.plusDays(9), all.get(0).username(), leader));
        }
    }
}
