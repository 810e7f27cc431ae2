package org.placewell.evidence;

import java.awt.geom.AffineTransform;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The one thing worth keeping of what a camera notes in a JPEG: which way is up (EXIF 2.3, tag 0x0112, values 1 to 8). */
final class Exif {

    private static final int ORIENTATION = 0x0112;

    private Exif() {}

    /** The orientation noted, or 1 when none is noted or the note is damaged. */
    static int orientation(byte[] jpeg) {
        try {
            var bytes = ByteBuffer.wrap(jpeg);
            int at = 2;
            while (at + 4 < jpeg.length && (jpeg[at] & 0xff) == 0xff) {
                int marker = jpeg[at + 1] & 0xff;
                int length = bytes.getShort(at + 2) & 0xffff;
                if (marker == 0xe1 && bytes.getInt(at + 4) == 0x45786966) {
                    return directory(bytes, at + 10);
                }
                if (marker == 0xda) {
                    return 1;
                }
                at += 2 + length;
            }
            return 1;
        } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
            // A damaged note says nothing about the picture: show it as it lies.
            return 1;
        }
    }

    private static int directory(ByteBuffer bytes, int start) {
        bytes.order(bytes.getShort(start) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int entries = start + bytes.getInt(start + 4);
        int count = bytes.getShort(entries) & 0xffff;
        for (int i = 0; i < count; i++) {
            int entry = entries + 2 + 12 * i;
            if ((bytes.getShort(entry) & 0xffff) == ORIENTATION) {
                int value = bytes.getShort(entry + 8) & 0xffff;
                return value >= 1 && value <= 8 ? value : 1;
            }
        }
        return 1;
    }

    /** The turn and flip that puts a picture of that size upright. */
    static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
