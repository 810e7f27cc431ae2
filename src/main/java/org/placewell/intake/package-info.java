/** Bringing in an existing caseload from a file: checked row by row, confirmed by a person, worked off in the background. */
package org.placewell.intake;
