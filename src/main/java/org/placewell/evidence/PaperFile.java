package org.placewell.evidence;

/**
 * A file that has passed every check and is ready to be stored.
 *
 * @param name the name as chosen, without path and without signs that a header or a file system could trip over
 * @param bytes what is stored: a picture is drawn anew, without what the camera noted about place and device
 * @param sha256 of the stored bytes
 * @param uploadedSha256 of the bytes as they came: the same picture sent twice is found by it
 */
record PaperFile(String name, String mediaType, byte[] bytes, String sha256, String uploadedSha256) {}
