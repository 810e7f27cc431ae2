package org.placewell.support;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.placewell.referral.NewReferral;
import org.placewell.referral.NewReferral.Health;
import org.placewell.referral.NewReferral.Who;
import org.placewell.referral.NewReferral.Work;
import org.placewell.referral.ReferralStatus;
import org.placewell.referral.ReferralView.Consents;
import org.placewell.referral.Referrals;
import org.placewell.shared.NhsNumber;
import org.placewell.support.World.Service;
import org.placewell.waitinglist.WaitingList;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Refers fictional people and brings them as far as a test needs. Nobody is used twice. */
@Component
public class Referring {

    private static final AtomicInteger NUMBER = new AtomicInteger(1000);
    private final Referrals referrals;
    private final WaitingList waitingList;
    private final ProcessDriver driver;
    private final TransactionTemplate transaction;

    Referring(Referrals referrals, WaitingList waitingList, ProcessDriver driver, org.springframework.transaction.PlatformTransactionManager transactions) {
        this.referrals = referrals;
        this.waitingList = waitingList;
        this.driver = driver;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A valid NHS number of the fictional range that no other test has. */
    public static String nhsNumber() {
        while (true) {
            var nine = String.format("9990%05d", NUMBER.incrementAndGet());
            int check = NhsNumber.checkDigit(nine);
            if (check < 10) {
                return nine + check;
            }
        }
    }

    /** Somebody who fits the contract of the service; the family name is unique, so that nobody looks like a duplicate. */
    public static NewReferral someone(Service service) {
        var number = nhsNumber();
        return someone(service, new Who(number, "", "Robin", name(number), LocalDate.of(1970, 1, 1).plusDays(Long.parseLong(number.substring(4)) * 37 % 9001), "01632 960001", "", "Haringey"));
    }

    /** The given person, otherwise as {@link #someone(Service)}. */
    public static NewReferral someone(Service service, Who who) {
        return new NewReferral(service.contract(), service.clinicalTeam(), who,
                new Work("Work with plants", true, 16, "oneToFive", List.of("housing"), false, true),
                new Health("severeMentalIllness", "Wants to work again", ""), new Consents(true, true, true));
    }

    /** A family name of letters that no other test has, and that no typing mistake makes of another. */
    public static String name(String number) {
        long rest = Math.floorMod(Long.parseLong(number.substring(4)) * 2654435761L, 208827064576L);
        var letters = new StringBuilder("X");
        for (int i = 0; i < 8; i++, rest /= 26) {
            letters.append((char) ('a' + rest % 26));
        }
        return letters.toString();
    }

    /** Sends a referral; triage is where it waits. */
    public String refer(Service service) {
        return refer(service, someone(service));
    }

    /** Sends a referral as given. */
    public String refer(Service service, NewReferral referral) {
        var ref = referrals.submit(referral, service.clinician());
        driver.runDue(ref);
        return ref;
    }

    /** Refers and accepts: on the waiting list. */
    public String waiting(Service service) {
        return waiting(service, someone(service));
    }

    /** Refers as given and accepts: on the waiting list. */
    public String waiting(Service service, NewReferral referral) {
        var ref = refer(service, referral);
        // Among thousands of made-up people one is like another now and then: the leader says that these are two.
        if (driver.isOpen("decideDuplicate", ref)) {
            driver.submit("decideDuplicate", ref, Map.of("duplicateDecision", "different"), service.leader());
        }
        driver.submit("triageReferral", ref, Map.of("decision", "accept"), service.leader());
        return ref;
    }

    /** Refers, accepts and records the person's word on the trial, as {@code takesPart} says; the contract has to be a trial. */
    public String askedAboutTrial(Service service, LocalDate today, boolean takesPart) {
        var ref = waiting(service);
        driver.submit("enterTrial", ref, takesPart
                ? Map.of("takesPart", "yes", "askedOn", today.toString(), "measure", "swemwbs", "score", 21, "measuredOn", today.toString())
                : Map.of("takesPart", "no", "askedOn", today.toString()), service.leader());
        return ref;
    }

    /** Refers people to a trial until somebody's arm is usual care. */
    public String usualCare(Service service, LocalDate today) {
        while (true) {
            var ref = askedAboutTrial(service, today, true);
            if (referrals.get(ref).status() == ReferralStatus.USUAL_CARE) {
                return ref;
            }
        }
    }

    /** Offers the place with the service's first specialist. */
    public void offer(Service service, String ref) {
        transaction.executeWithoutResult(status -> waitingList.offer(ref, service.specialist().username(), "Their turn", service.leader()));
        driver.runDue(ref);
    }

    /** Answers the open offer: accepted, keepsPlace or leaves. */
    public void answer(Service service, String ref, String answer, LocalDate today) {
        driver.submit("respondToOffer", ref, Map.of("offerAnswer", answer, "leaveReason", "foundWork", "reachedOn", today.toString(), "channel", "phone"),
                service.specialist());
    }

    /** Refers, accepts, offers and takes the place: in support. */
    public String inSupport(Service service, LocalDate today) {
        var ref = waiting(service);
        offer(service, ref);
        answer(service, ref, "accepted", today);
        return ref;
    }
}
