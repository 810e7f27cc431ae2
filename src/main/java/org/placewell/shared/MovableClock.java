package org.placewell.shared;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * The one source of time, in Europe/London. It runs with the machine's clock; the demo service and the tests may move it
 * by an offset or stop it at an instant, and whoever follows it (the process engine) is told at every move.
 */
public final class MovableClock extends Clock {

    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Clock machine = Clock.system(LONDON);
    private final List<Runnable> followers = new ArrayList<>();
    private volatile Duration offset = Duration.ZERO;
    private volatile Instant stoppedAt;

    @Override
    public Instant instant() {
        var stopped = stoppedAt;
        return stopped != null ? stopped : machine.instant().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return LONDON;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Placewell's dates are London dates");
    }

    /** Today's date in London. */
    public LocalDate today() {
        return LocalDate.now(this);
    }

    /** Stops the clock at an instant; tests and simulations only. */
    public synchronized void stopAt(Instant instant) {
        stoppedAt = instant;
        followers.forEach(Runnable::run);
    }

    /** Stops the clock at nine in the morning, London time, of a day; tests and simulations only. */
    public void stopAt(LocalDate day) {
        stopAt(day.atTime(9, 0).atZone(LONDON).toInstant());
    }

    /** Lets the clock run from the machine's time plus an offset; zero is real time. */
    public synchronized void runFrom(Duration newOffset) {
        stoppedAt = null;
        offset = newOffset;
        followers.forEach(Runnable::run);
    }

    /** Sets the clock to nine in the morning, London time, of a day and lets it run on from there; demo and simulations only. */
    public void runFrom(LocalDate day) {
        runFrom(Duration.between(machine.instant(), day.atTime(9, 0).atZone(LONDON)));
    }

    /** The distance from the machine's time; meaningless while stopped. */
    public Duration offset() {
        return offset;
    }

    /** Whether the clock stands still. */
    public boolean isStopped() {
        return stoppedAt != null;
    }

    /** Registers a follower that is told after every move, and once now. */
    public synchronized void follow(Runnable follower) {
        followers.add(follower);
        follower.run();
    }
}
