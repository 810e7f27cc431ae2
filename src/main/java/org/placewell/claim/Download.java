package org.placewell.claim;

/** A file to hand out. */
public record Download(String name, String contentType, byte[] content) {}
