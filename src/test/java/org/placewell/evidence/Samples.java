package org.placewell.evidence;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.placewell.demo.SamplePapers;

/** Real files, good and bad, made on the spot. */
public final class Samples {

    private Samples() {}

    /** A good PDF; the words make it unlike others. */
    public static byte[] pdf(String words) {
        return SamplePapers.page("Payslip", List.of(words));
    }

    /** A good PDF with something added to one of its dictionaries. */
    static byte[] pdfWith(String inCatalog) {
        return latin1(text(pdf("x")).replace("/Type /Catalog", "/Type /Catalog " + inCatalog));
    }

    /** A PDF with an object stream, as newer programs write them, that holds the text. */
    static byte[] pdfHiding(String text) {
        var packed = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(packed)) {
            deflater.write(latin1(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var object = "9 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length " + packed.size() + " >>\nstream\n"
                + text(packed.toByteArray()) + "\nendstream\nendobj\n";
        return latin1(text(pdf("x")).replace("xref\n0 ", object + "xref\n0 "));
    }

    /** A picture whose left half is red and whose right half is blue. */
    static BufferedImage picture(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, 0, width, height);
        pen.dispose();
        return picture;
    }

    static byte[] image(String format, BufferedImage picture) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A JPEG with a camera's note: an orientation and, as its maker's name, the text. */
    public static byte[] photograph(int orientation, String note) {
        var jpeg = image("jpeg", picture(80, 40));
        var out = new ByteArrayOutputStream();
        var maker = latin1(note + "\0");
        var tiff = new ByteArrayOutputStream();
        tiff.writeBytes(latin1("MM\0*\0\0\0\u0008\0\u0002"));
        tiff.writeBytes(new byte[] {1, 0x0f, 0, 2, 0, 0, 0, (byte) maker.length, 0, 0, 0, 38});
        tiff.writeBytes(new byte[] {1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0});
        tiff.writeBytes(new byte[4]);
        tiff.writeBytes(maker);
        out.write(0xff);
        out.write(0xd8);
        out.write(0xff);
        out.write(0xe1);
        int length = tiff.size() + 8;
        out.write(length >> 8);
        out.write(length & 0xff);
        out.writeBytes(latin1("Exif\0\0"));
        out.writeBytes(tiff.toByteArray());
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    static byte[] joined(byte[] first, byte[] second) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(first);
        out.writeBytes(second);
        return out.toByteArray();
    }

    static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
