package org.placewell.statement;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.placewell.security.Seals;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Problem;
import org.placewell.shared.WorkingDays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where the money of a contract goes: proposed by one person, confirmed by another, usable after the terms' cooling-off days.
 * The number is written under seal and never shown again by the program: only its last four digits are.
 */
@Component
class PayeeAccounts {

    private final Seals seals;
    private final JdbcClient jdbc;
    private final MovableClock clock;

    PayeeAccounts(Seals seals, JdbcClient jdbc, MovableClock clock) {
        this.seals = seals;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void propose(String contractRef, String holder, String sortCode, String number, String by) {
        var digits = digits(sortCode(sortCode), accountNumber(number));
        int added = jdbc.sql("""
                        insert into payee_account (contract_ref, holder, sealed, last_four, proposed_by, proposed_at) values (?, ?, ?, ?, ?, ?)
                        on conflict (contract_ref) where decided_by is null do nothing""")
                .params(contractRef, holder, seals.seal(digits), digits.substring(digits.length() - 4), by, now()).update();
        if (added == 0) {
            throw Problem.of("details-open", "New bank details already wait for a second person. Decide on them first");
        }
    }

    boolean decide(long id, boolean confirm, int coolingDays, String by) {
        return jdbc.sql("update payee_account set confirmed = ?, usable_from = ?, decided_by = ?, decided_at = ? where id = ? and decided_by is null")
                .param(confirm).param(confirm ? WorkingDays.after(clock.today(), coolingDays) : null).param(by).param(now()).param(id).update() == 1;
    }

    /** Whether these are the digits that were proposed: the only question about them that is ever answered. */
    boolean same(long id, String sortCode, String number) {
        var typed = digits(sortCode(sortCode), accountNumber(number));
        try {
            return seals.open(jdbc.sql("select sealed from payee_account where id = ?").param(id).query(String.class).single()).equals(typed);
        } catch (Seals.WrongKey lost) {
            throw Problem.of("sealed-elsewhere", "These bank details were encrypted under a key that Placewell no longer has, so they cannot be "
                    + "compared. Refuse them and propose them again");
        }
    }

    /** What is sealed of an account. */
    static String digits(String sortCode, String accountNumber) {
        return sortCode + ":" + accountNumber;
    }

    PayeeAccount get(long id) {
        return jdbc.sql("select * from payee_account where id = ?").param(id).query(PayeeAccounts::row).optional()
                .orElseThrow(() -> new Problem.NotFound("these bank details"));
    }

    /** All that were ever proposed for a contract, newest first. */
    List<PayeeAccount> of(String contractRef) {
        return jdbc.sql("select * from payee_account where contract_ref = ? order by id desc").param(contractRef).query(PayeeAccounts::row).list();
    }

    /** The details to pay to today: confirmed last among those whose cooling-off is over. */
    Optional<PayeeAccount> usable(String contractRef) {
        return jdbc.sql("select * from payee_account where contract_ref = ? and usable_from <= ? order by id desc limit 1")
                .params(contractRef, clock.today()).query(PayeeAccounts::row).optional();
    }

    /** Notes on a draft where its money is to go, before anybody approves it: approvals are given for that, too. */
    void note(String statementRef, String contractRef) {
        jdbc.sql("update statement set payee_account = ? where ref = ?").params(usable(contractRef).map(PayeeAccount::id).orElse(null), statementRef).update();
    }

    private static String sortCode(String typed) {
        var digits = typed.replaceAll("[ -]", "");
        if (!digits.matches("[0-9]{6}")) {
            throw Problem.at("sortCode", "sort-code", "Enter a sort code of six digits, like 20-00-00");
        }
        return digits;
    }

    private static String accountNumber(String typed) {
        var digits = typed.replace(" ", "");
        if (!digits.matches("[0-9]{8}")) {
            throw Problem.at("accountNumber", "account-number", "Enter an account number of eight digits");
        }
        return digits;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static PayeeAccount row(java.sql.ResultSet r, int n) throws java.sql.SQLException {
        return new PayeeAccount(r.getLong("id"), r.getString("contract_ref"), r.getString("holder"), r.getString("last_four"),
                r.getString("proposed_by"), r.getString("decided_by"), r.getBoolean("confirmed"), r.getObject("usable_from", LocalDate.class));
    }
}
