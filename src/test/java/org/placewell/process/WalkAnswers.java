package org.placewell.process;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.placewell.support.Referring;
import org.placewell.workflow.WorkItem;

/** What people answer on the forms of a walk: mostly what leads on, so that walks reach the far ends of the pathway. */
final class WalkAnswers {

    private static final List<String> DATES = List.of("startedOn", "fromDate", "endedOn", "newDate", "onDate", "lostOn", "toDate");
    private static final List<String> CORRECTED = List.of("jobStart", "jobHours", "jobTitle", "jobKind", "jobEmployer", "jobRate", "referralWork", "area");
    private static final int SCORE = 15;
    private final Random random;

    WalkAnswers(Random random) {
        this.random = random;
    }

    /** The answer that leads on, as somebody gives who wants the case to come to its end. */
    static Map<String, Object> leadingOn(WorkItem item, LocalDate today) {
        return switch (item.taskKey()) {
            case "decideDuplicate" -> Map.of("duplicateDecision", "different");
            case "triageReferral" -> Map.of("decision", "accept", "overtakeReason", "Their interview is tomorrow morning");
            case "enterTrial" -> Map.of("takesPart", "yes", "askedOn", today.toString(), "measure", "swemwbs", "score", SCORE, "measuredOn",
                    today.toString());
            case "followUp" -> Map.of("followUpAnswer", "measured", "score", SCORE, "inWork", "yes");
            case "respondToOffer" -> Map.of("offerAnswer", "accepted");
            case "reviewWaiting" -> Map.of("reviewAnswer", "stillWaiting");
            case "vocationalProfile" -> Map.of("signed", "yes");
            case "benefitsAdvice" -> Map.of("answer", "takenUp");
            case "checkSustainment" -> Map.of("stillInJob", "yes", "hoursAsAgreed", "yes");
            case "outreach" -> Map.of("result", "reached");
            case "reviewEvidence", "reviewDispute" -> Map.of("evidenceDecision", "accepted");
            case "considerDispute" -> Map.of("disputeDecision", "disputed");
            case "checkSample" -> Map.of("sampleDecision", "stands");
            case "checkDraft" -> Map.of("draftDecision", "ready");
            case "firstApproval", "secondApproval" -> Map.of("approvalDecision", "approved");
            default -> Map.of();
        };
    }

    /** Two times in three what leads on, else whatever the form takes. */
    Map<String, Object> ofTask(WorkItem item, LocalDate today) {
        boolean dispute = item.taskKey().equals("reviewEvidence") && random.nextInt(3) == 0;
        if (dispute) {
            return Map.of("evidenceDecision", "rejected", "rejectionReason", "wrongPerson");
        }
        return random.nextInt(3) == 0 ? Map.of("score", SCORE, "overtakeReason", "Their interview is tomorrow morning") : leadingOn(item, today);
    }

    /** What is given with a command; the form makes up the rest. @param other some other referral of the service */
    Map<String, Object> ofCommand(String name, LocalDate today, String other) {
        var given = new HashMap<String, Object>();
        given.put("otherReferral", other);
        given.put("other", other);
        boolean sensible = random.nextInt(5) > 0;
        switch (name) {
            case "referral", "selfReferral" -> {
                var number = Referring.nhsNumber();
                given.putAll(Map.of("nhsNumberKnown", "yes", "nhsNumber", number, "givenName", "Robin", "familyName", Referring.name(number),
                        "birthDate", today.minusDays(9000 + random.nextInt(9000)).toString(), "area", "Haringey", "outOfWork", "yes",
                        "conditionGroup", "severeMentalIllness"));
            }
            case "startJob" -> given.putAll(sensible ? Map.of("workType", "competitive", "employer", "Nursery " + random.nextInt(1000)) : Map.of());
            case "recordHeldJob" -> given.putAll(Map.of("employer", "Bakery " + random.nextInt(1000), "startedOn", today.minusYears(2).toString()));
            case "recordApplication" -> given.put("role", "Baker " + random.nextInt(1000));
            case "correctPerson" -> given.putAll(Map.of("givenName", "Robin", "familyName", sensible ? Referring.name(Referring.nhsNumber()) : ""));
            case "correctRecord" -> given.putAll(sensible ? Map.of("what", CORRECTED.get(random.nextInt(CORRECTED.size()))) : Map.of());
            case "recordScore" -> given.put("value", SCORE);
            case "supportFinished" -> given.put("agreed", sensible ? "yes" : "no");
            case "handOver" -> given.put("agreed", sensible);
            case "setCapacity" -> given.put("percent", 50L + random.nextInt(51));
            case "recordAppointment" -> given.put("outcome", random.nextBoolean() ? "attended" : "planned");
            case "changeHours" -> given.put("weeklyHours", random.nextBoolean() ? "12" : "24");
            case "planAbsence" -> given.putAll(Map.of("fromDay", today.plusDays(sensible ? random.nextInt(2) : -3L).toString(),
                    "untilDay", today.plusDays(5L + random.nextInt(20)).toString()));
            case "draftStatement" -> given.putAll(sensible ? Map.of("period", today.toString().substring(0, 7)) : Map.of());
            default -> { }
        }
        if (!given.containsKey("startedOn") && random.nextInt(3) == 0) {
            var day = today.minusDays(random.nextInt(60) - 5L).toString();
            DATES.forEach(key -> given.put(key, day));
        }
        return given;
    }
}
