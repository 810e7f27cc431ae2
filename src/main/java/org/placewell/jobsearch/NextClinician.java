package org.placewell.jobsearch;

/**
 * A clinician who could speak for another clinical team from a discharge on. Whoever works in two teams is there twice.
 *
 * @param username login name
 * @param team the team's id
 * @param words their name and the team's
 */
public record NextClinician(String username, String team, String words) {

    /** What stands for them and their team in a form; only compared with those of the clinicians listed, never taken apart. */
    public String value() {
        return username + "@" + team;
    }
}
