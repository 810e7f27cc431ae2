package org.placewell.ledger;

/** An account of the ledger. @param payer whose account it is, or null */
record Account(String code, String kind, String contractRef, String payer) {

    /** What a payer owes under a contract. */
    static Account receivable(String contractRef, String payer) {
        return new Account("receivable:" + contractRef + ":" + payer, "RECEIVABLE", contractRef, payer);
    }

    /** What the provider has earned under a contract. */
    static Account payable(String contractRef) {
        return new Account("payable:" + contractRef, "PAYABLE", contractRef, null);
    }

    /** What has come in under a contract. */
    static Account control(String contractRef) {
        return new Account("control:" + contractRef, "CONTROL", contractRef, null);
    }

    /** Money held under a contract that settles nothing yet. */
    static Account suspense(String contractRef) {
        return new Account("suspense:" + contractRef, "SUSPENSE", contractRef, null);
    }

    /** What the investor behind a contract has put in and not got back. */
    static Account investor(String contractRef) {
        return new Account("investor:" + contractRef, "INVESTOR", contractRef, null);
    }
}
