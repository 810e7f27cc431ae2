package org.placewell.statement;

import java.util.List;
import java.util.Map;
import org.placewell.audit.AuditEntry.Area;
import org.placewell.audit.AuditTrail;
import org.placewell.claim.Claims;
import org.placewell.ledger.Ledger.Asked;
import org.placewell.ledger.Ledger;
import org.placewell.security.Actor;
import org.placewell.statement.Statement.Line;
import org.placewell.workflow.Processes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** From the second approval to the money in: instructions, journals, the schedule, and the closing of what is paid. */
@Component
class Instructing {

    private final StatementStore statements;
    private final Claims claims;
    private final Ledger ledger;
    private final Processes processes;
    private final AuditTrail audit;
    private final JdbcClient jdbc;

    Instructing(StatementStore statements, Claims claims, Ledger ledger, Processes processes, AuditTrail audit, JdbcClient jdbc) {
        this.statements = statements;
        this.claims = claims;
        this.ledger = ledger;
        this.processes = processes;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /** Instructs every line of a twice-approved statement and writes its schedule; a second call changes nothing. */
    void instruct(String ref) {
        var statement = statements.lock(ref);
        if (statement.status() != StatementStatus.APPROVED_TWICE) {
            return;
        }
        var lines = statements.liveLines(ref);
        claims.queueForCaps(statement.contractRef());
        jdbc.sql("""
                        insert into payment_instruction (statement_ref, claim_ref, charge_ref, payer, kind, amount, instructed_at)
                        select statement_ref, claim_ref, charge_ref, payer, kind, amount, ? from statement_line
                        where statement_ref = ? and state = 'LIVE' order by line_ref""")
                .params(statements.now(), ref).update();
        var asked = lines.stream().filter(line -> !line.kind().equals("CREDIT"))
                .map(line -> new Asked(line.ref(), line.kind().equals("CHARGE"), line.amount())).toList();
        ledger.asked(statement.contractRef(), statement.payer(), ref, asked, Actor.system());
        claims.payerAsked(refs(lines), statement.payer(), ref);
        var csv = Schedule.csv(statement, lines);
        var hash = Schedule.hash(csv);
        statements.schedule(ref, csv, hash);
        statements.move(ref, StatementStatus.INSTRUCTED);
        audit.record(ref, Actor.system(), Area.MONEY, "statement.instructed", "two people", lines.size() + " lines " + hash);
    }

    /** Marks a statement paid whose every line has come in, and its claims as far as all their payers have paid. */
    void close(String ref) {
        var statement = statements.lock(ref);
        if (statement.status() == StatementStatus.INSTRUCTED && settled(ref)) {
            statements.move(ref, StatementStatus.PAID);
            audit.record(ref, Actor.system(), Area.MONEY, "statement.paid", "", "");
        }
        refs(statements.liveLines(ref)).forEach(claims::moneyIn);
    }

    private static List<String> refs(List<Line> lines) {
        return lines.stream().filter(line -> line.kind().equals("CLAIM")).map(Line::ref).toList();
    }

    /** Tells the statement's process that every line has come in. */
    void matched(String ref) {
        if (settled(ref)) {
            processes.send("remittanceMatched", ref, Map.of());
        }
    }

    private boolean settled(String ref) {
        return jdbc.sql("""
                        select not exists (select 1 from payment_instruction i where i.statement_ref = ? and not exists (
                            select 1 from journal j where j.key = 'settled:' || i.kind || ':' || i.line_ref || ':' || i.payer))""")
                .param(ref).query(Boolean.class).single();
    }
}
