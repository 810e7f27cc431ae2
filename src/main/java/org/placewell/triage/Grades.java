package org.placewell.triage;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Optional;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.contract.Contracts;
import org.placewell.notification.Notifications;
import org.placewell.referral.DecideAgain;
import org.placewell.referral.Referrals;
import org.placewell.security.Actor;
import org.placewell.security.Role;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.shared.Words;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How much support somebody will need: the decision table grades it, and a team leader who knows more may choose another grade, with a reason.
 * When facts are put right the table is asked again; a chosen grade stays, beside what the table gives now.
 */
@Service
@Transactional
public class Grades {

    private static final int REASON_LENGTH = 10;
    private final JdbcClient jdbc;
    private final Grading grading;
    private final Referrals referrals;
    private final Contracts contracts;
    private final AuditTrail audit;
    private final Notifications notifications;
    private final MovableClock clock;

    Grades(JdbcClient jdbc, Grading grading, Referrals referrals, Contracts contracts, AuditTrail audit, MovableClock clock,
            Notifications notifications) {
        this.notifications = notifications;
        this.jdbc = jdbc;
        this.grading = grading;
        this.referrals = referrals;
        this.contracts = contracts;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the decision table says today. */
    @Transactional(readOnly = true)
    public Graded byTable(String ref) {
        var referral = referrals.get(ref);
        var found = grading.need(referral, contracts.terms(referral.contractRef(), referral.contractVersion()));
        return new Graded(found.get("need").toString(), found.get("rule").toString(), found.get("reason").toString());
    }

    /** The grade that a team leader chose instead of the table's; empty where the table's stands. */
    @Transactional(readOnly = true)
    public Optional<Chosen> chosen(String ref) {
        return jdbc.sql("""
                        select g.need, g.graded, g.reason, u.display_name, g.chosen_at from triage_grade g join app_user u on u.username = g.chosen_by
                        where g.referral_ref = ?""").param(ref)
                .query((row, n) -> new Chosen(row.getString(1), row.getString(2), row.getString(3), row.getString(4),
                        row.getTimestamp(5).toInstant().atZone(MovableClock.LONDON).toLocalDate())).optional();
    }

    /**
     * Chooses another grade than the table gives; the same grade, or none, changes nothing.
     *
     * @param need lower, medium, higher; anything else for what the table gives
     * @param reason why; needed for another grade
     * @throws Problem at {@code gradeReason} when another grade has no reason
     */
    public void choose(String ref, String need, String reason, Actor actor) {
        actor.require(Role.TEAM_LEADER);
        referrals.visible(ref, actor);
        var table = byTable(ref).need();
        if (!need.equals("lower") && !need.equals("medium") && !need.equals("higher") || need.equals(table)) {
            return;
        }
        if (reason.strip().length() < REASON_LENGTH) {
            throw Problem.at("gradeReason", "grade-needs-reason", "The table gives another grade (" + table + "). Say in a sentence why you choose this one");
        }
        jdbc.sql("insert into triage_grade (referral_ref, graded, need, reason, chosen_by, chosen_at) values (?, ?, ?, ?, ?, ?)")
                .params(ref, table, need, reason.strip(), actor.username(), Timestamp.from(clock.instant())).update();
        audit.record(ref, actor, Area.PATHWAY, "triage.grade-chosen", "", need + " instead of " + table);
    }

    /** Gives the referral its grade: the chosen one, or the table's. Safe to repeat. */
    void grade(String ref) {
        referrals.lock(ref);
        var table = byTable(ref);
        var need = chosen(ref).map(Chosen::need).orElse(table.need());
        referrals.grade(ref, need);
        audit.recordOnce(ref, Actor.system(), Area.PATHWAY, "triage.graded", need.equals(table.need()) ? "support-need: " + table.rule() : "", need);
    }

    /** Asks the table again for those whom it has graded; their leader hears of it when it gives another grade than before and the referral goes on. */
    @EventListener
    @Order(DecideAgain.NEED)
    public void on(DecideAgain corrected) {
        corrected.referralRefs().forEach(this::again);
    }

    private void again(String ref) {
        referrals.lock(ref);
        var referral = referrals.get(ref);
        if (referral.need() == null) {
            return;
        }
        var chosen = chosen(ref);
        var before = sinceCorrected(ref).or(() -> chosen.map(Chosen::insteadOf)).orElse(referral.need());
        var table = byTable(ref);
        var need = chosen.map(Chosen::need).orElse(table.need());
        long id = jdbc.sql("insert into grade_again (referral_ref, graded, rule, reason, need, found_at) values (?, ?, ?, ?, ?, ?) returning id")
                .params(ref, table.need(), table.rule(), table.reason(), need, Timestamp.from(clock.instant())).query(Long.class).single();
        referrals.grade(ref, need);
        audit.record(ref, Actor.system(), Area.PATHWAY, "triage.graded-again", "support-need: " + table.rule(),
                table.need() + chosen.map(one -> " by the table, " + one.need() + " stays as chosen").orElse(""));
        if (referral.isOpen() && !table.need().equals(before)) {
            notifications.tell(Role.TEAM_LEADER, referral.team(), "gradeChanged", ref, ref + ":grade:" + id);
        }
    }

    /** What the table gave when it was last asked again after a correction; empty when it was not. */
    @Transactional(readOnly = true)
    public Optional<String> sinceCorrected(String ref) {
        return jdbc.sql("select graded from grade_again where referral_ref = ? order by id desc limit 1").param(ref).query(String.class).optional();
    }

    /** The grade that stands in words, with who chose it and what the table gives now; empty before anybody was graded. */
    @Transactional(readOnly = true)
    public Optional<String> words(String ref) {
        return Optional.ofNullable(referrals.get(ref).need()).map(need -> {
            var table = byTable(ref);
            var byTable = table.need().equals(need) ? table.reason() : "The decision table gives " + table.need() + " now. " + table.reason();
            return chosen(ref).map(one -> need + ", as " + one.by() + " chose on " + Words.date(one.on()) + ": this stays. The decision table gives "
                    + (table.need().equals(need) ? "the same" : table.need()) + ". " + table.reason()).orElse(need + ". " + byTable);
        });
    }

    /**
     * A grade with the rule that gave it.
     *
     * @param need lower, medium or higher
     * @param rule the id of the table's rule
     * @param reason the sentence of the rule
     */
    public record Graded(String need, String rule, String reason) {}

    /** A grade chosen by a team leader, instead of which one, why, by whom and on which day. */
    public record Chosen(String need, String insteadOf, String reason, String by, LocalDate on) {}
}
