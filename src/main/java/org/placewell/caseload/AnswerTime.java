package org.placewell.caseload;

import java.time.LocalDate;
import java.util.List;
import org.placewell.waitinglist.OpenOffers;
import org.placewell.waitinglist.OpenOffers.Offer;
import org.springframework.stereotype.Component;

/**
 * Until when a waiting person may answer an offered place. A day on which the specialist who asks is away and nobody stands in does not count:
 * nobody could take the answer. A last day that was said once is not taken back, whoever comes back early.
 */
@Component
class AnswerTime {

    private final OpenOffers offers;
    private final SpecialistStore specialists;

    AnswerTime(OpenOffers offers, SpecialistStore specialists) {
        this.offers = offers;
        this.specialists = specialists;
    }

    /** Looks at every open offer that a specialist asks about. */
    void standsStillFor(String specialist) {
        offers.of(specialist).forEach(this::look);
    }

    /** Looks at the offer of a place to one person; nothing happens when none is open. */
    void standsStill(String referralRef) {
        offers.one(referralRef).ifPresent(this::look);
    }

    private void look(Offer offer) {
        var last = lastDay(offer.offeredOn(), offer.days(), specialists.nobodyThere(offer.specialist(), offer.team(), offer.offeredOn()));
        if (last.isAfter(offer.answerBy())) {
            offers.prolong(offer.ref(), last);
        }
    }

    /**
     * The last of so many days after the day of the offer, leaving out those on which nobody is there to take the answer.
     *
     * @param days the contract's days to answer, one or more
     */
    static LocalDate lastDay(LocalDate offeredOn, int days, List<RoomView.Away> nobodyThere) {
        var last = offeredOn;
        for (int counted = 0; counted < days;) {
            var day = last = last.plusDays(1);
            if (nobodyThere.stream().noneMatch(away -> away.on(day))) {
                counted++;
            }
        }
        return last;
    }
}
