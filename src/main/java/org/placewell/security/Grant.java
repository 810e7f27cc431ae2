package org.placewell.security;

/**
 * One role of one person: within an organisation, optionally narrowed to one of its teams or to one contract.
 *
 * @param organisation the organisation's id
 * @param team the team's id, or null for every team of the organisation
 * @param contract the contract's reference, or null for every contract of the organisation; never null for FINANCE and VALIDATOR
 */
public record Grant(Role role, String organisation, String team, String contract) {}
