package org.placewell.waitinglist;

/** One list: positions count within it. @param team the employment team's id */
public record WaitingKey(String contractRef, String team) {}
