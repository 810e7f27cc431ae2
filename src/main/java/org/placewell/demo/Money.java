package org.placewell.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.placewell.claim.ClaimFilter;
import org.placewell.claim.ClaimStatus;
import org.placewell.evidence.EmployerWish;
import org.placewell.evidence.PaperView;
import org.placewell.security.Actor;
import org.placewell.security.Role;
import org.placewell.shared.Pence;
import org.placewell.shared.Problem;
import org.placewell.statement.StatementStatus;
import org.placewell.statement.StatementView;
import org.placewell.workflow.WorkItem;

/** Evidence, its review, statements, approvals, remittances: the way from an outcome to the money in. */
final class Money {

    private final Services services;
    private final Walker walker;
    /** The task at which a statement stays, by its reference. */
    private final Map<String, String> left = new HashMap<>();
    private final Set<String> ordered = new HashSet<>();
    private int papers;
    private int remittances;

    Money(Services services, Walker walker) {
        this.services = services;
        this.walker = walker;
    }

    void takeUpEvidence(WorkItem item, Life life, LocalDate today) {
        if (life.evidenceLeftOpen) {
            return;
        }
        switch (item.taskKey()) {
            case "gatherEvidence" -> walker.plan(today.plusDays(life.between(4, 16)), item.taskKey(), () -> gather(item));
            case "reviewEvidence" -> review(item, life, today);
            case "considerDispute" -> plan(item, today.plusDays(life.between(1, 5)), life.chance(Rates.DISPUTES)
                    ? Map.of("disputeDecision", "disputed", "disputeGrounds", "The paper does show the whole period, see its second line.")
                    : Map.of("disputeDecision", "accepted"));
            case "reviewDispute" -> plan(item, today.plusDays(life.between(2, 6)),
                    Map.of("evidenceDecision", life.chance(Rates.DISPUTE_UPHELD) ? "accepted" : "rejectedFinal", "rejectionReason", "windowNotCovered"));
            case "checkSample" -> plan(item, today.plusDays(life.between(3, 12)),
                    life.chance(96) ? Map.of("sampleDecision", "stands") : Map.of("sampleDecision", "fails", "rejectionReason", "notGenuine"));
            default -> throw new IllegalStateException(item.taskKey());
        }
    }

    private void gather(WorkItem item) {
        if (!walker.isOpen(item)) {
            return;
        }
        var actor = walker.doer(item);
        var evidence = services.evidence().get(item.caseRef());
        var paper = Papers.forClaim(evidence, services.clock().today(), ++papers);
        if (paper.obtainedFrom() == PaperView.ObtainedFrom.EMPLOYER) {
            services.gathering().recordEmployerWish(new EmployerWish(paper.jobRef(), EmployerWish.Disclosure.AGREED, EmployerWish.Claimant.NOT_KNOWN,
                    services.clock().today()), actor);
        }
        services.evidence().offered(item.caseRef()).stream()
                .filter(early -> early.claimRef() == null && evidence.claim().requirements().preferred().contains(early.typeCode()))
                .forEach(early -> services.evidence().takePaper(item.caseRef(), early.fileRef(), actor));
        services.evidence().addPaper(item.caseRef(), paper, actor);
        services.hands().task(item, actor, Map.of("note", ""));
    }

    private void review(WorkItem item, Life life, LocalDate today) {
        int draw = life.between(0, 99);
        Map<String, ?> answers = draw < Rates.EVIDENCE_REJECTED ? Map.of("evidenceDecision", "rejected", "rejectionReason", "windowNotCovered")
                : draw < Rates.EVIDENCE_REJECTED + Rates.MORE_EVIDENCE ? Map.of("evidenceDecision", "moreInformation", "needed", List.of("readableCopy"))
                : Map.of("evidenceDecision", "accepted");
        plan(item, today.plusDays(life.between(2, 8)), answers);
    }

    void takeUp(WorkItem item, LocalDate today) {
        if (item.taskKey().equals(left.get(item.caseRef()))) {
            return;
        }
        var answers = item.taskKey().equals("checkDraft") ? Map.of("draftDecision", "ready") : Map.of("approvalDecision", "approved");
        plan(item, today.plusDays(item.taskKey().equals("secondApproval") ? 2 : 1), answers);
    }

    /**
     * The routine of the month for a contract: statements for what is validated, remittances for what was instructed.
     *
     * @param months how many months a statement gathers
     */
    void routine(String contract, LocalDate from, LocalDate to, int months) {
        for (var month = YearMonth.from(from); !month.atDay(1).isAfter(to); month = month.plusMonths(months)) {
            var closed = month;
            walker.plan(month.plusMonths(months).atDay(4), "draftStatement", () -> draft(contract, closed.plusMonths(months - 1)));
            walker.plan(month.plusMonths(months).atDay(22), "importRemittance", () -> remit(contract));
        }
    }

    private void draft(String contract, YearMonth period) {
        services.contracts().inForce(contract, services.clock().today()).payers().forEach(payer -> draft(contract, payer.id(), period, ""));
    }

    void draft(String contract, String payer, YearMonth period, String stopsAt) {
        try {
            orderFor(contract, payer, period);
            left.put(services.statements().draft(contract, payer, period, walker.company(contract).with(Role.FINANCE).get(0)), stopsAt);
        } catch (Problem nothing) {
            if (!nothing.code().equals("nothing-due")) {
                throw nothing;
            }
        }
    }

    /** A payer's order for the financial year of a month, when it has none yet. */
    private void orderFor(String contract, String payer, YearMonth period) {
        var finance = walker.company(contract).with(Role.FINANCE).get(0);
        var april = period.getMonthValue() < 4 ? period.getYear() - 1 : period.getYear();
        if (ordered.add(contract + payer + april)) {
            services.desk().enterOrder(contract, payer, "PO-" + april + "-" + (1000 + ordered.size()), LocalDate.of(april, 4, 1),
                    LocalDate.of(april + 1, 3, 31), finance);
        }
    }

    void reverse(String contract) {
        var finance = walker.company(contract).with(Role.FINANCE);
        var paid = services.claims().list(new ClaimFilter(contract, null, ClaimStatus.PAID, 1, 0), finance.get(0));
        if (!paid.isEmpty()) {
            services.claims().requestReversal(paid.get(0).ref(), "paidInError", "Paid twice by the payer", finance.get(0));
            services.claims().decideReversal(paid.get(0).ref(), true, finance.get(1));
        }
    }

    /** An investor's capital: drawn and confirmed, a part of it repaid, and a further repayment that nobody has confirmed yet. */
    void invest(String contract) {
        var finance = walker.company(contract).with(Role.FINANCE);
        var today = services.clock().today();
        capital(contract, "DRAWN", 6_000_000, today.minusDays(200), true, finance);
        capital(contract, "REPAID", 500_000, today.minusDays(60), true, finance);
        capital(contract, "REPAID", 250_000, today, false, finance);
    }

    private void capital(String contract, String kind, long pence, LocalDate day, boolean confirmed, List<Actor> finance) {
        services.settlement().recordCapital(contract, kind, Pence.of(pence), day, "", finance.get(0));
        if (confirmed) {
            services.settlement().investor(finance.get(1)).stream().filter(view -> view.contractRef().equals(contract))
                    .flatMap(view -> view.moves().stream()).filter(move -> move.status().equals("PROPOSED"))
                    .forEach(move -> services.settlement().decideCapital(move.id(), true, finance.get(1)));
        }
    }

    /** A payer pays one line twice and something that nobody asked for: both wait to be placed, one with a proposal. */
    void oddPayments(String contract) {
        var finance = walker.company(contract).with(Role.FINANCE);
        services.statements().list(finance.get(0)).stream()
                .filter(one -> one.contractRef().equals(contract) && one.status() == StatementStatus.PAID).findFirst().ifPresent(paid -> {
            var line = services.statements().one(paid.ref(), finance.get(0)).liveLines().get(0);
            var pence = Math.abs(line.amount().amount());
            var text = "statement,claim,amount\n" + paid.ref() + ',' + line.ref() + ',' + pounds(line.amount().amount()) + '\n' + paid.ref()
                    + ",C-3333333," + pounds(pence) + "\nTOTAL,2," + pounds(line.amount().amount() + pence) + '\n';
            services.settlement().importRemittance("remittance-odd.csv", text.getBytes(StandardCharsets.UTF_8), finance.get(0));
            var held = services.settlement().toPlace(finance.get(0)).get(0);
            services.settlement().giveBack(held.id(), Pence.of(Math.abs(held.unplaced().amount())), "The payer asks for it back: paid twice",
                    finance.get(0));
        });
    }

    /** The payers send what they were asked for: one file for everything instructed. */
    private void remit(String contract) {
        var finance = walker.company(contract).with(Role.FINANCE).get(0);
        var due = services.statements().list(finance).stream()
                .filter(statement -> statement.contractRef().equals(contract) && statement.status() == StatementStatus.INSTRUCTED)
                .map(statement -> services.statements().one(statement.ref(), finance)).toList();
        if (!due.isEmpty()) {
            services.settlement().importRemittance("remittance-" + ++remittances + ".csv", file(due).getBytes(StandardCharsets.UTF_8), finance);
        }
    }

    private static String file(List<StatementView> statements) {
        var file = new StringBuilder("statement,claim,amount\n");
        long total = 0;
        int count = 0;
        for (var statement : statements) {
            for (var line : statement.liveLines()) {
                file.append(statement.ref()).append(',').append(line.ref()).append(',').append(pounds(line.amount().amount())).append('\n');
                total += line.amount().amount();
                count++;
            }
        }
        return file.append("TOTAL,").append(count).append(',').append(pounds(total)).append('\n').toString();
    }

    private static String pounds(long pence) {
        return (pence < 0 ? "-" : "") + Math.abs(pence) / 100 + "." + String.format("%02d", Math.abs(pence) % 100);
    }

    private void plan(WorkItem item, LocalDate day, Map<String, ?> answers) {
        walker.plan(day, item.taskKey(), () -> {
            if (walker.isOpen(item)) {
                Actor doer = walker.doer(item);
                services.hands().task(item, doer, answers);
            }
        });
    }
}
