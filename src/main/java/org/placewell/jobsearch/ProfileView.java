package org.placewell.jobsearch;

import java.time.LocalDate;

/**
 * The vocational profile: what work the person wants and what it takes. It is the person's own words, so it is shown to the
 * specialist and the team leader only.
 *
 * @param completedOn null until it is complete
 * @param disclosure whether an employer may be told of the person's health: yes, no, undecided
 * @param signed whether the person has signed it
 * @param version what an edit must name, so that two people do not overwrite one another
 */
public record ProfileView(
        String referralRef, LocalDate startedOn, LocalDate completedOn, String workWanted, String skills, String hoursWanted,
        String travel, String supportAtWork, String disclosure, boolean signed, int version) {}
