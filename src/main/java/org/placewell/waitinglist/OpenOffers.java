package org.placewell.waitinglist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.contract.Contracts;
import org.placewell.security.Actor;
import org.placewell.shared.Deadline;
import org.placewell.workflow.Processes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Offers of places that wait for an answer, and until when they wait. */
@Service
@Transactional
public class OpenOffers {

    private static final String OPEN = """
            select o.referral_ref, o.specialist, r.team_id, o.offered_on, o.answer_by, r.contract_ref, r.contract_version
            from waiting_offer o join referral r on r.ref = o.referral_ref where o.answer is null and            """;
    private final JdbcClient jdbc;
    private final Contracts contracts;
    private final Processes processes;
    private final AuditTrail audit;

    OpenOffers(JdbcClient jdbc, Contracts contracts, Processes processes, AuditTrail audit) {
        this.jdbc = jdbc;
        this.contracts = contracts;
        this.processes = processes;
        this.audit = audit;
    }

    /** The open offers that a specialist asks about, for the program's own use. */
    @Transactional(readOnly = true)
    public List<Offer> of(String specialist) {
        return jdbc.sql(OPEN + " o.specialist = ? order by o.referral_ref").param(specialist).query(this::offer).list();
    }

    /** The open offer of one person, for the program's own use. */
    @Transactional(readOnly = true)
    public Optional<Offer> one(String ref) {
        return jdbc.sql(OPEN + " o.referral_ref = ?").param(ref).query(this::offer).optional();
    }

    /** Gives the person until a later day, with the task and the end of the offer; an offer that waits as long already stays. */
    public void prolong(String ref, LocalDate until) {
        int longer = jdbc.sql("update waiting_offer set answer_by = :until where referral_ref = :ref and answer is null and answer_by < :until")
                .param("until", until).param("ref", ref).update();
        if (longer == 1) {
            var end = Deadline.endOf(until).toInstant();
            processes.moveTask("waiting-list", ref, "respondToOffer", end);
            processes.moveTimer("waiting-list", ref, "offerExpired", end);
            audit.record(ref, Actor.system(), Area.PATHWAY, "waiting.answer-later", "days on which nobody could take the answer do not count", "until " + until);
        }
    }

    private Offer offer(ResultSet r, int n) throws SQLException {
        int days = contracts.terms(r.getString("contract_ref"), r.getInt("contract_version")).deadlines().offerDays();
        return new Offer(r.getString("referral_ref"), r.getString("specialist"), r.getString("team_id"), r.getObject("offered_on", LocalDate.class), days,
                r.getObject("answer_by", LocalDate.class));
    }

    /**
     * An offer that nobody has answered yet.
     *
     * @param specialist login name of who asks the person
     * @param days the contract's days to answer
     * @param answerBy the last day to answer as it stands
     */
    public record Offer(String ref, String specialist, String team, LocalDate offeredOn, int days, LocalDate answerBy) {}
}
