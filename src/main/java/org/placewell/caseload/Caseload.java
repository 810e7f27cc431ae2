package org.placewell.caseload;

import java.time.LocalDate;
import java.util.List;
import org.placewell.security.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to caseloads. */
@Service
@Transactional
public class Caseload {

    /** The specialists of a team and their room, most room first. */
    public List<RoomView> room(String team, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** Sets a specialist's working time in percent of full time, 10 to 100. */
    public void setCapacity(String specialist, String team, int fullTimePercent, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** Offers a waiting person a place with a specialist who has room. */
    public void offerPlace(String referralRef, String specialist, String reason, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** Opens the place that was offered and taken; done twice it has one effect. */
    public void open(String referralRef) {
        throw new UnsupportedOperationException();
    }

    /** Closes the person's place; done twice it has one effect. */
    public void close(String referralRef, LocalDate on, String reason) {
        throw new UnsupportedOperationException();
    }

    /** Moves a person to another specialist's caseload; the old place stays in the history. */
    public void transfer(String referralRef, String toSpecialist, String reason, Actor actor) {
        throw new UnsupportedOperationException();
    }
}
