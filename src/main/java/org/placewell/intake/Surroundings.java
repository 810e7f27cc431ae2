package org.placewell.intake;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the service looks like for whoever sends a file: contracts, teams and colleagues under every word that may name them, in small
 * letters. Only what the sender may bring people into is in it.
 *
 * @param contracts the reference by reference and by title
 * @param clinicalTeams the id by id and by name
 * @param routes the employment team's id by clinical team's id and contract
 * @param specialists per employment team the login name by login name and by name; null where two people share the word
 * @param clinicians per clinical team the login name by login name and by name; null where two people share the word
 * @param trials the contracts that run as a trial
 * @param lastDays the last day on which a contract took referrals, where it has one
 * @param sender whose file it is
 */
record Surroundings(
        Map<String, String> contracts, Map<String, String> clinicalTeams, Map<String, String> routes, Map<String, Map<String, String>> specialists,
        Map<String, Map<String, String>> clinicians, Set<String> trials, Map<String, LocalDate> lastDays, String sender) {

    Optional<String> contract(String word) {
        return Optional.ofNullable(contracts.get(Column.plain(word)));
    }

    Optional<String> clinicalTeam(String word) {
        return Optional.ofNullable(clinicalTeams.get(Column.plain(word)));
    }

    /** The employment team for a clinical team under a contract. */
    Optional<String> team(String clinicalTeam, String contract) {
        return Optional.ofNullable(routes.get(route(clinicalTeam, contract)));
    }

    Optional<String> specialist(String team, String word) {
        return Optional.ofNullable(specialists.getOrDefault(team, Map.of()).get(Column.plain(word)));
    }

    /** A clinician of that clinical team and no other: whoever is named can follow the person. */
    Optional<String> clinician(String clinicalTeam, String word) {
        return Optional.ofNullable(clinicians.getOrDefault(clinicalTeam, Map.of()).get(Column.plain(word)));
    }

    /** The key of {@link #routes}. */
    static String route(String clinicalTeam, String contract) {
        return clinicalTeam + " " + contract;
    }

    /** The employment teams that people can be brought into. */
    Set<String> teams() {
        return Set.copyOf(routes.values());
    }
}
