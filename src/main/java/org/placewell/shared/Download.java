package org.placewell.shared;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** A file to hand out. */
public record Download(String name, String contentType, byte[] content) {

    /** The file as an answer to a browser, which saves it and does not guess what it is. */
    public ResponseEntity<byte[]> answer() {
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CONTENT_TYPE, contentType).header("X-Content-Type-Options", "nosniff").body(content);
    }
}
