package org.placewell.correction.web;

import java.time.LocalDate;
import org.placewell.contract.domain.IncomeKind;
import org.placewell.correction.CorrectionKind;
import org.placewell.correction.NewCorrection;
import org.placewell.jobsearch.Codes;
import org.placewell.jobsearch.EmploymentKind;
import org.placewell.jobsearch.PayPeriod;
import org.placewell.shared.Problem;
import org.placewell.workflow.Answers;

/** Reads what the form asks about kind of work, title, pay, time away, contract, and the referral itself. */
final class MoreAnswers {

    /** The choice of an area that nobody knows. */
    static final String NOT_KNOWN = "notKnown";

    private MoreAnswers() {}

    /** What is right; null for the kinds that do not ask. */
    static NewCorrection.More of(CorrectionKind kind, Answers answers) {
        return switch (kind) {
            case JOB_KIND -> more(null, null, null, EmploymentKind.valueOf(Codes.constant(answers.text("workKind"))), null);
            case JOB_TITLE -> more(null, null, null, null, answers.text("title"));
            case JOB_RATE -> new NewCorrection.More(null, null, null, null, null, null, answers.pence("payRate").amount(),
                    PayPeriod.valueOf(Codes.constant(answers.text("payPer"))), null, null, null);
            case JOB_BREAK -> more(LocalDate.parse(item("break", answers)[1]), answers.date("breakFrom"), answers.date("breakTo"), null, null);
            case JOB_PAY -> pay(item("pay", answers), answers);
            case CONTRACT -> contract(answers.text("contract").split("\\|"));
            default -> null;
        };
    }

    /** What is right about the referral; null for the kinds that do not ask. */
    static NewCorrection.Said said(CorrectionKind kind, Answers answers) {
        return switch (kind) {
            case REFERRAL_WORK -> NewCorrection.Said.ofWork(answers.yes("outOfWork"), answers.text("lastWorked"), answers.list("helpNeeded"),
                    answers.yes("jobSoon"));
            case AREA -> NewCorrection.Said.ofArea(answers.text("area").equals(NOT_KNOWN) ? "" : answers.text("area"));
            case BIRTH_DATE -> NewCorrection.Said.ofBirth(answers.date("birthDate"));
            case NHS_NUMBER -> NewCorrection.Said.ofNumber(answers.text("nhsNumber"), answers.text("noNumberReason"));
            default -> null;
        };
    }

    private static NewCorrection.More pay(String[] wrong, Answers answers) {
        boolean other = answers.has("payFrom");
        return new NewCorrection.More(LocalDate.parse(wrong[1]), IncomeKind.valueOf(wrong[2]), answers.date("payFrom"), answers.date("payTo"), null, null,
                other ? answers.pence("amount").amount() : null, null, other ? IncomeKind.valueOf(Codes.constant(answers.text("payKind"))) : null, null, null);
    }

    private static NewCorrection.More contract(String[] pin) {
        if (pin.length != 2) {
            throw Problem.at("contract", "not-listed", "Choose one of the contracts listed");
        }
        return new NewCorrection.More(null, null, null, null, null, null, null, null, null, pin[0], Integer.valueOf(pin[1]));
    }

    private static NewCorrection.More more(LocalDate wrong, LocalDate from, LocalDate to, EmploymentKind work, String title) {
        return new NewCorrection.More(wrong, null, from, to, work, title, null, null, null, null, null);
    }

    /** How a list names a time away or a payment of a job: {@code J-…|2026-03-02|WAGES}. */
    static String[] item(String field, Answers answers) {
        var parts = answers.text(field).split("\\|");
        if (parts.length < 2) {
            throw Problem.at(field, "not-listed", "Choose one of the entries listed");
        }
        return parts;
    }
}
