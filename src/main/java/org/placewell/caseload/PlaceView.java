package org.placewell.caseload;

import java.time.LocalDate;

/**
 * A place on a specialist's caseload.
 *
 * @param specialist the specialist's login name
 * @param openedOn the day support began with this specialist; null while the place is only offered
 * @param closedOn null while it goes on
 * @param reason a code for why it closed or moved; empty while it goes on
 * @param fit why this specialist suits the person, as it stood then; empty when nobody compared
 * @param choiceReason why the leader chose this specialist rather than another; may be empty
 */
public record PlaceView(
        String referralRef, String specialist, PlaceStatus status, LocalDate offeredOn, LocalDate openedOn, LocalDate closedOn, String reason,
        String clinicalTeam, String fit, String choiceReason) {}
