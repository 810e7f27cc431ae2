/** Triage: duplicates, eligibility, the decision. A refusal cannot carry a diagnosis, health or benefit reason. */
package org.placewell.triage;
