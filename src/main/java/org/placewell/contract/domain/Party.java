package org.placewell.contract.domain;

/**
 * An organisation named in a contract.
 *
 * @param id stable and short, such as {@code haringey}: what ledgers and statements use
 * @param name as printed on statements
 * @param phrase the name inside a sentence, with its article where it has one
 * @param named false for a funder that exists but whose name is not published
 */
public record Party(String id, String name, String phrase, boolean named) {}
