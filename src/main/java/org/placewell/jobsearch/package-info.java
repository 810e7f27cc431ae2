/** From the first meeting to the end of a job: profile, appointments, advice, employers, jobs. */
package org.placewell.jobsearch;
