package org.placewell.jobsearch;

/**
 * What the person said for the vocational profile.
 *
 * @param hoursWanted under16, from16, fullTime or notSure
 * @param disclosure whether an employer may be told of the person's health: yes, no or undecided
 * @param signed whether the person has signed the profile
 */
public record ProfileAnswers(
        String workWanted, String skills, String hoursWanted, String travel, String supportAtWork, String disclosure, boolean signed) {}
