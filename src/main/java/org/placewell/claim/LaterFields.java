package org.placewell.claim;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.placewell.contract.domain.IncomeKind;

/** Parts of facts and uses that later releases added: left out while they say nothing new, so that earlier explanations keep their hash. */
final class LaterFields {

    private LaterFields() {}

    /** Most jobs begin after the referral. */
    abstract static class Spell {
        @JsonInclude(Include.NON_DEFAULT)
        boolean heldAtReferral;
    }

    /** Most pay is wages. */
    abstract static class Pay {
        @JsonInclude(value = Include.CUSTOM, valueFilter = Wages.class)
        IncomeKind kind;
    }

    /** Counts of outcomes beside the money. */
    abstract static class Counts {
        @JsonInclude(Include.NON_EMPTY)
        Map<String, Integer> payerCounts;

        @JsonInclude(Include.NON_EMPTY)
        Map<YearMonth, Integer> monthCounts;
    }

    /** When an earlier claim was reached. */
    abstract static class Claimed {
        @JsonInclude(Include.NON_NULL)
        LocalDate reachedOn;
    }

    /** Equal to what need not be written. */
    static final class Wages {
        @Override
        public boolean equals(Object kind) {
            return kind == IncomeKind.WAGES;
        }

        @Override
        public int hashCode() {
            return IncomeKind.WAGES.hashCode();
        }
    }
}
