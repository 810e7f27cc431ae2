package org.placewell.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.placewell.demo.Cast.Company;
import org.placewell.performance.FidelityItem;
import org.placewell.security.Role;

/** What a good service does besides its cases: contacts with employers every week, now and then a fidelity review. */
final class Routine {

    private static final int WEEKS = 8;

    private Routine() {}

    /** Puts the habits of a company's first specialist and of its team leader into the diary. */
    static void plan(Services services, Walker walker, Company company, LocalDate today) {
        var specialist = company.with(Role.SPECIALIST).get(0);
        for (int week = 0; week < WEEKS; week++) {
            for (int i = 0; i < (week % 3 == 1 ? 4 : 6); i++) {
                var name = Employers.name(week * 5 + i);
                walker.plan(today.minusWeeks(week).minusDays(i), "logContact", () -> services.hands().command("logContact", "mine", specialist,
                        Map.of("employer", name + ", N17 9AB", "how", "faceToFace", "onDate", services.clock().today().toString())));
            }
        }
        var leader = company.with(Role.TEAM_LEADER).get(0);
        for (int review = 0; review < 3; review++) {
            int lower = 2 - review;
            walker.plan(today.minusDays(30 + 120L * lower), "fidelityReview", () -> services.hands().command("fidelityReview", company.team(), leader,
                    scores(lower)));
        }
    }

    private static Map<String, Object> scores(int lower) {
        var answers = new HashMap<String, Object>();
        for (var item : FidelityItem.values()) {
            answers.put(item.key(), Integer.toString(Math.max(2, 5 - item.ordinal() % 3 - (item.ordinal() % 2 == 0 ? lower : 0))));
            answers.put(item.key() + "Evidence", "Read the log of the quarter and ten records; spoke with the specialists and one clinical team.");
        }
        return answers;
    }
}
