package org.placewell.statement.process;

import java.util.List;
import java.util.Set;
import org.placewell.statement.Statements;
import org.placewell.workflow.CaseCards;
import org.springframework.stereotype.Component;

/** Who may take which task of a statement: finance of the contract, without those who have had a hand in it. */
@Component
class PaymentCards implements CaseCards {

    private final Statements statements;

    PaymentCards(Statements statements) {
        this.statements = statements;
    }

    @Override
    public Set<String> processes() {
        return Set.of("payment-approval");
    }

    @Override
    public Card card(String reference, String task) {
        var statement = statements.forWorkList(reference);
        var excluded = task.equals("checkDraft") ? List.<String>of() : List.copyOf(statements.excludedFromApproval(reference));
        return new Card(null, statement.contractRef(), null, null, excluded,
                statement.ref() + ": " + statement.payerName() + ", " + statement.period() + ", " + statement.total());
    }
}
