package org.placewell.evidence;

/** A stored file, ready to be served. */
public record FileContent(String fileName, String mediaType, byte[] bytes) {}
