package org.placewell.jobsearch;

import org.springframework.data.jpa.repository.JpaRepository;

/** The vocational profiles, one a referral. */
interface ProfileRows extends JpaRepository<Profile, String> {}
