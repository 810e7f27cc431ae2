package org.placewell.performance;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts of a contract's pathway: never a name, never a single person's row. */
@Service
@Transactional(readOnly = true)
public class Performance {

    private final Figures figures;

    Performance(JdbcClient jdbc, org.placewell.shared.MovableClock clock) {
        this.figures = new Figures(jdbc, clock);
    }

    /** How many people have come how far under a contract, all time. */
    public Stages stages(String contract) {
        return figures.stages(contract);
    }

    /** Days from the start of support to the first job start, one number a person who started one, in order. */
    public List<Integer> daysToFirstJob(String contract) {
        return figures.daysToFirstJob(contract);
    }

    /**
     * People by how far they have come; each counts in every stage reached.
     *
     * @param referred everybody referred
     * @param accepted accepted by triage
     * @param waiting on the waiting list at this moment
     * @param engaged with a completed vocational profile or three attended appointments
     * @param jobStarts with at least one competitive job start
     * @param sustained13w with a job held for thirteen weeks without a break
     */
    public record Stages(long referred, long accepted, long waiting, long engaged, long jobStarts, long sustained13w) {}
}
