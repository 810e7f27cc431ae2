package org.placewell.caseload;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.placewell.shared.WorkingDays;

/**
 * How much room a specialist has, and what a team leader knows about them.
 *
 * @param fullTimePercent working time, 100 for full time
 * @param places clients allowed: at most 20 for a full-time specialist (IPS fidelity scale, caseload item), in proportion otherwise
 * @param open clients on the caseload
 * @param offered places offered and not yet answered; they count as taken
 * @param clinicalTeams the clinical teams that the clients come from; two at most is good practice
 * @param attached the clinical teams that the specialist belongs to, at most two: as recorded, else those most clients come from
 * @param teamsRecorded whether a leader has recorded them; else the team of the next client may become one of them
 * @param fromAttached how many of the clients come from them; good practice is at least 90 % (IPS fidelity, integration by team assignment)
 * @param retention how many of the clients were still in a job when they were referred
 * @param awayUntil the last day away when the specialist is away today; else null
 * @param away the days away from today on, the first to begin first
 * @param languages codes of {@link org.placewell.referral.Language} besides English
 * @param gender woman, man, or empty when not recorded
 */
public record RoomView(
        String username, String name, String team, int fullTimePercent, int places, int open, int offered, List<String> clinicalTeams,
        List<String> attached, boolean teamsRecorded, int fromAttached, int retention, LocalDate awayUntil, List<Away> away, List<String> languages,
        String gender) {

    /** Nobody begins to support a person from an absence of so many working days or more; a shorter one puts the first meeting off a little. */
    static final int LONG_AWAY = 5;

    /** Days on which the specialist is away, both included. */
    public record Away(LocalDate from, LocalDate until) {
        boolean on(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }

        /** Whether nobody begins to support a person from it. */
        boolean isLong() {
            return workingDays(from, until) >= LONG_AWAY;
        }

        /** Working days of the absence between two days, both included. */
        int workingDays(LocalDate first, LocalDate last) {
            var begin = from.isAfter(first) ? from : first;
            return WorkingDays.between(begin.minusDays(1), until.isBefore(last) ? until : last);
        }
    }

    /** The absence of a week or more that a day falls into. */
    Optional<Away> longAway(LocalDate day) {
        return away.stream().filter(one -> one.on(day) && one.isLong()).findFirst();
    }

    /** The places of a week: in proportion to the working days on which the specialist is there, rounded down; all in a week without any. */
    public int placesIn(LocalDate monday) {
        int days = WorkingDays.between(monday.minusDays(1), monday.plusDays(6));
        int gone = away.stream().mapToInt(one -> one.workingDays(monday, monday.plusDays(6))).sum();
        return days == 0 ? places : places * Math.max(0, days - gone) / days;
    }

    /** As it would be with one more person. */
    RoomView with(String clinicalTeam, boolean stillInJob) {
        boolean joins = !teamsRecorded && attached.size() < Rooms.CLINICAL_TEAMS && !attached.contains(clinicalTeam);
        var teams = joins ? Stream.concat(attached.stream(), Stream.of(clinicalTeam)).toList() : attached;
        return new RoomView(username, name, team, fullTimePercent, places, open + 1, offered,
                Stream.concat(clinicalTeams.stream(), Stream.of(clinicalTeam)).distinct().toList(), teams, teamsRecorded,
                fromAttached + (teams.contains(clinicalTeam) ? 1 : 0), retention + (stillInJob ? 1 : 0), awayUntil, away, languages, gender);
    }

    /** How many percent of the caseload would come from the specialist's clinical teams with one more person of that team, rounded down. */
    int percentWith(String clinicalTeam) {
        boolean joins = attached.contains(clinicalTeam) || !teamsRecorded && attached.size() < Rooms.CLINICAL_TEAMS;
        return 100 * (fromAttached + (joins ? 1 : 0)) / (taken() + 1);
    }

    /** How many more clients fit; never below zero, and none while the specialist is away. */
    public int room() {
        return awayUntil == null ? Math.max(0, places - taken()) : 0;
    }

    /** Clients and offered places. */
    public int taken() {
        return open + offered;
    }

    /** How many percent of the caseload come from the clinical teams that the specialist belongs to, rounded down; 100 of nobody. */
    public int attachedPercent() {
        return taken() == 0 ? 100 : 100 * fromAttached / taken();
    }
}
