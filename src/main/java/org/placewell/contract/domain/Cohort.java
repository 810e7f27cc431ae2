package org.placewell.contract.domain;

import java.util.List;
import java.util.OptionalInt;

/**
 * Whom the contract is for.
 *
 * @param ageFrom the youngest age in years, inclusive
 * @param ageTo the oldest age in years, inclusive
 * @param group the condition group's code, as referrals use it, such as {@code severeMentalIllness}
 * @param condition the condition in words, as a sentence uses it after "with"
 * @param outOfWork whether a person must be out of work when referred
 * @param areas the boroughs or counties served; empty for anywhere
 */
public record Cohort(OptionalInt ageFrom, OptionalInt ageTo, String group, String condition, boolean outOfWork, List<String> areas) {

    public Cohort {
        areas = List.copyOf(areas);
    }

    /** Whether somebody of that age in whole years is of the right age. */
    public boolean admitsAge(int years) {
        return years >= ageFrom.orElse(0) && years <= ageTo.orElse(Integer.MAX_VALUE);
    }
}
