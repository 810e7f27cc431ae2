package org.placewell.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.placewell.demo.Cast.Company;
import org.placewell.security.Actor;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.shared.WorkingDays;
import org.placewell.workflow.WorkItem;

/**
 * Lets time pass and people work: day by day the engine's due jobs run, new tasks are taken up by somebody who may do them, and
 * everybody does what is in their diary. Nights and empty days are skipped.
 */
final class Walker {

    private final Services services;
    private final Map<String, Company> companies = new TreeMap<>();
    private final Agenda agenda = new Agenda();
    private final Set<String> seen = new HashSet<>();
    private final List<String> refusals = new ArrayList<>();
    private final Steps steps;
    /** The day on which somebody last looked for new tasks: whatever appeared before it has been seen. */
    private LocalDate lastLook = LocalDate.EPOCH;

    Walker(Services services, List<Company> companies) {
        this.services = services;
        companies.forEach(company -> this.companies.put(company.contract(), company));
        this.steps = new Steps(services, this);
    }

    /** What the service refused on the way: the kind of act and the code, never a person. */
    List<String> refusals() {
        return refusals;
    }

    /** Puts a person's life into the diary, beginning with the referral. */
    void add(Life life) {
        agenda.on(life.referredOn, () -> steps.refer(life));
    }

    /** Puts the finance people's routine for a contract into the diary. @param months how many months a statement gathers */
    void payments(String contract, LocalDate from, LocalDate to, int months) {
        steps.money().routine(contract, from, to, months);
    }

    /** Has one payer's statement drafted on that day; nobody does its task {@code stopsAt}. */
    void statement(String contract, String payer, LocalDate day, String stopsAt) {
        plan(day, "draftStatement", () -> steps.money().draft(contract, payer, java.time.YearMonth.from(day), stopsAt));
    }

    /** Has a paid claim taken back on that day, by two people. */
    void reversal(String contract, LocalDate day) {
        plan(day, "reversal", () -> steps.money().reverse(contract));
    }

    /** An investor's capital, and payments that settle nothing. */
    void investorAndOddPayments(String contract, LocalDate day) {
        plan(day, "investor", () -> steps.money().invest(contract));
        plan(day, "oddPayments", () -> steps.money().oddPayments(contract));
    }

    Company company(String contract) {
        return companies.get(contract);
    }

    /** Puts an act into the diary; a refusal by the service is noted and the rest goes on. */
    void plan(LocalDate day, String kind, Runnable act) {
        agenda.on(day, () -> attempt(kind, act));
    }

    /** Does something now; what the service refuses is noted. @return whether it was done */
    boolean attempt(String kind, Runnable act) {
        try {
            act.run();
            return true;
        } catch (Problem refusal) {
            refusals.add(kind + ": " + refusal.code());
            return false;
        }
    }

    /**
     * Lives through the days, both included, and leaves the clock running on the last.
     *
     * @param progress told each day that is lived through
     */
    void walk(LocalDate from, LocalDate to, Consumer<LocalDate> progress) {
        var day = from;
        while (!day.isAfter(to)) {
            services.clock().runFrom(day);
            progress.accept(day);
            live(day);
            day = next(day, to);
        }
        services.clock().runFrom(to);
        live(to);
    }

    private void live(LocalDate day) {
        boolean more = true;
        while (more) {
            more = services.jobs().runDue() > 0;
            if (WorkingDays.isWorkingDay(day)) {
                takeUp(day);
                for (var act = agenda.due(day); act != null; act = agenda.due(day)) {
                    act.run();
                    more = true;
                }
            }
        }
    }

    /** Tasks that have appeared since the last look go into the diary of somebody who may do them. */
    private void takeUp(LocalDate day) {
        var found = services.jdbc().sql("""
                        select task_id, task_key, process_key, case_ref, referral_ref, contract_ref, team_id, role, assignee, excluded, summary, due_date
                        from work_item where closed_at is null and created_at >= ? order by created_at, task_id""")
                .param(java.sql.Timestamp.from(lastLook.atStartOfDay(MovableClock.LONDON).toInstant()))
                .query((row, n) -> new WorkItem(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5), row.getString(6),
                        row.getString(7), org.placewell.security.Role.valueOf(row.getString(8)), row.getString(9),
                        List.of((String[]) row.getArray(10).getArray()), row.getString(11), row.getObject(12, LocalDate.class), 50, Instant.EPOCH, null,
                        null, null, null))
                .list();
        lastLook = day;
        for (var item : found) {
            if (seen.add(item.taskId()) && companies.containsKey(item.contractRef())) {
                steps.takeUp(item, day);
            }
        }
    }

    /** Whether the task still waits. */
    boolean isOpen(WorkItem item) {
        return services.jdbc().sql("select count(*) from work_item where task_id = ? and closed_at is null").param(item.taskId())
                .query(Long.class).single() > 0;
    }

    /** Somebody who may do the task: its assignee, or the first with its role who is not shut out of it. */
    Actor doer(WorkItem item) {
        var company = companies.get(item.contractRef());
        if (item.assignee() != null) {
            return company.actor(item.assignee());
        }
        var able = company.with(item.role()).stream().filter(actor -> !item.excluded().contains(actor.username())).toList();
        if (able.isEmpty()) {
            throw Problem.of("nobody", "Nobody may do " + item.taskKey());
        }
        return able.get(Math.floorMod(item.caseRef().hashCode(), able.size()));
    }

    private LocalDate next(LocalDate day, LocalDate to) {
        var next = agenda.next().orElse(to.plusDays(1));
        var timer = services.jobs().nextTimer().map(at -> at.atZone(MovableClock.LONDON).toLocalDate()).orElse(to.plusDays(1));
        var earliest = timer.isBefore(next) ? timer : next;
        return earliest.isAfter(day) ? earliest : day.plusDays(1);
    }
}
