/** Keeping a job: milestones, checks, contacts in work. */
package org.placewell.sustainment;
