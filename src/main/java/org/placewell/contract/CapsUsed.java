package org.placewell.contract;

import org.placewell.contract.domain.Uses;

/** Tells what a contract has been used for so far; the room that keeps the claims implements it. */
public interface CapsUsed {

    /** What live claims have used of the contract, over all its people. */
    Uses of(String contractRef);
}
