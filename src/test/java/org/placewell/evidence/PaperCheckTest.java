package org.placewell.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.placewell.evidence.Samples.image;
import static org.placewell.evidence.Samples.joined;
import static org.placewell.evidence.Samples.latin1;
import static org.placewell.evidence.Samples.pdf;
import static org.placewell.evidence.Samples.pdfHiding;
import static org.placewell.evidence.Samples.pdfWith;
import static org.placewell.evidence.Samples.photograph;
import static org.placewell.evidence.Samples.picture;
import static org.placewell.evidence.Samples.text;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.placewell.shared.Problem;

@DisplayName("Files: only what its name says, and nothing that acts")
class PaperCheckTest {

    static Stream<Arguments> good() {
        return Stream.of(
                Arguments.of("March.pdf", "application/pdf", pdf("March"), "application/pdf"),
                Arguments.of("MARCH.PDF", "application/octet-stream", pdf("March"), "application/pdf"),
                Arguments.of("march.pdf", null, pdf("March"), "application/pdf"),
                Arguments.of("objects.pdf", "application/pdf", pdfHiding("1 0 << /Type /Pages >>"), "application/pdf"),
                Arguments.of("opens.pdf", "application/pdf", pdfWith("/OpenAction [3 0 R /Fit] /AAPL:Key 1"), "application/pdf"),
                Arguments.of("letter.jpg", "image/jpeg", image("jpeg", picture(60, 30)), "image/jpeg"),
                Arguments.of("letter.jpeg", "image/jpg", image("jpeg", picture(60, 30)), "image/jpeg"),
                Arguments.of("scan.png", "image/png", image("png", picture(60, 30)), "image/png"));
    }

    @ParameterizedTest(name = "{0}, declared as {1}")
    @MethodSource("good")
    @DisplayName("Takes real PDFs, JPEGs and PNGs")
    void takesGoodFiles(String name, String declared, byte[] bytes, String type) {
        var file = PaperCheck.check(name, declared, bytes);
        assertThat(file.mediaType()).isEqualTo(type);
        assertThat(file.sha256()).isEqualTo(PaperCheck.sha256(file.bytes()));
        assertThat(file.uploadedSha256()).isEqualTo(PaperCheck.sha256(bytes));
    }

    static Stream<Arguments> bad() {
        var good = pdf("x");
        var exe = joined(latin1("MZ\u0090\0\u0003\0\0\0"), new byte[500]);
        var zip = latin1("PK\u0003\u0004 a file inside PK\u0005\u0006\0\0\0\0");
        var big = joined(good, new byte[11 * 1024 * 1024]);
        return Stream.of(
                Arguments.of("nothing chosen", "", null, new byte[0], "file-empty"),
                Arguments.of("empty", "a.pdf", "application/pdf", new byte[0], "file-empty"),
                Arguments.of("11 MB", "a.pdf", "application/pdf", big, "file-too-big"),
                Arguments.of("renamed program", "payslip.pdf", "application/pdf", exe, "file-not-its-name"),
                Arguments.of("program under its own name", "payslip.exe", "application/x-msdownload", exe, "file-kind"),
                Arguments.of("no ending", "payslip", "application/pdf", good, "file-kind"),
                Arguments.of("two endings", "payslip.pdf.exe", "application/pdf", good, "file-kind"),
                Arguments.of("web page as PDF", "a.pdf", "application/pdf", latin1("<html><script>alert(1)</script>"), "file-not-its-name"),
                Arguments.of("drawing as PNG", "a.png", "image/png", latin1("<svg xmlns='http://www.w3.org/2000/svg'/>"), "file-not-its-name"),
                Arguments.of("PNG named JPEG", "a.jpg", "image/jpeg", image("png", picture(9, 9)), "file-not-its-name"),
                Arguments.of("PDF declared as a web page", "a.pdf", "text/html", good, "file-not-its-name"),
                Arguments.of("PDF named PNG", "a.png", "image/png", good, "file-not-its-name"),
                Arguments.of("something before the PDF", "a.pdf", "application/pdf", joined(latin1("<script>x</script>\n"), good), "file-not-its-name"),
                Arguments.of("archive after the PDF", "a.pdf", "application/pdf", joined(good, zip), "pdf-broken"),
                Arguments.of("archive inside the PDF", "a.pdf", "application/pdf", joined(joined(good, zip), latin1("\n%%EOF")), "pdf-active"),
                Arguments.of("half a PDF", "a.pdf", "application/pdf", Arrays.copyOf(good, good.length / 2), "pdf-broken"),
                Arguments.of("encrypted PDF", "a.pdf", "application/pdf", latin1(text(good).replace("/Root 1 0 R", "/Root 1 0 R /Encrypt 9 0 R")),
                        "pdf-encrypted"),
                Arguments.of("script", "a.pdf", "application/pdf", pdfWith("/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"), "pdf-active"),
                Arguments.of("script, short", "a.pdf", "application/pdf", pdfWith("/OpenAction << /JS(x)>>"), "pdf-active"),
                Arguments.of("script, disguised", "a.pdf", "application/pdf", pdfWith("/OpenAction << /S /J#61va#53cript >>"), "pdf-active"),
                Arguments.of("script, packed", "a.pdf", "application/pdf", pdfHiding("1 0 << /S /JavaScript /JS (x) >>"), "pdf-active"),
                Arguments.of("starts a program", "a.pdf", "application/pdf", pdfWith("/OpenAction << /S /Launch /F (cmd.exe) >>"), "pdf-active"),
                Arguments.of("file inside", "a.pdf", "application/pdf", pdfWith("/Names << /EmbeddedFiles 7 0 R >>"), "pdf-active"),
                Arguments.of("acts by itself", "a.pdf", "application/pdf", pdfWith("/AA << /O 7 0 R >>"), "pdf-active"),
                Arguments.of("active form", "a.pdf", "application/pdf", pdfWith("/AcroForm << /XFA 7 0 R >>"), "pdf-active"),
                Arguments.of("only the beginning of a JPEG", "a.jpg", "image/jpeg", Arrays.copyOf(image("jpeg", picture(9, 9)), 40), "picture-broken"),
                Arguments.of("only the signs of a PNG", "a.png", "image/png", Arrays.copyOf(image("png", picture(9, 9)), 12), "picture-broken"),
                Arguments.of("huge on paper", "a.png", "image/png", claimingToBe(40_000, 40_000), "picture-too-large"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    @DisplayName("Refuses, on the field and in plain words")
    void refusesBadFiles(String title, String name, String declared, byte[] bytes, String code) {
        var problem = catchThrowableOfType(Problem.class, () -> PaperCheck.check(name, declared, bytes));
        assertThat(problem).isNotNull();
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.field()).isEqualTo("file");
    }

    @Test
    @DisplayName("Only the pixels of a photograph survive: no note of the camera, nothing behind the picture; and it stands upright")
    void redrawsPictures() throws IOException {
        var sent = joined(photograph(6, "51.5N 0.1W Canary Street"), latin1("PK\u0003\u0004 second file"));
        var file = PaperCheck.check("photo.jpg", "image/jpeg", sent);
        assertThat(text(file.bytes())).doesNotContain("Exif").doesNotContain("Canary").doesNotContain("second file");
        var shown = ImageIO.read(new ByteArrayInputStream(file.bytes()));
        assertThat(shown.getWidth()).isEqualTo(40);
        assertThat(shown.getHeight()).isEqualTo(80);
        assertThat(new Color(shown.getRGB(20, 5)).getRed()).as("the left half of the camera's picture is on top").isGreaterThan(200);
        assertThat(new Color(shown.getRGB(20, 75)).getBlue()).isGreaterThan(200);
    }

    @Test
    @DisplayName("Every orientation of a camera keeps the whole picture on the page")
    void orientations() throws IOException {
        for (int orientation = 1; orientation <= 8; orientation++) {
            var shown = ImageIO.read(new ByteArrayInputStream(PaperCheck.check("a.jpg", null, photograph(orientation, "x")).bytes()));
            assertThat(shown.getWidth()).as("orientation " + orientation).isEqualTo(orientation < 5 ? 80 : 40);
            int blue = 0;
            for (int x = 0; x < shown.getWidth(); x++) {
                for (int y = 0; y < shown.getHeight(); y++) {
                    blue += new Color(shown.getRGB(x, y)).getBlue() > 200 ? 1 : 0;
                }
            }
            assertThat(blue).as("half of the picture is blue").isBetween(1500, 1700);
        }
    }

    @Test
    @DisplayName("A large photograph is reduced")
    void reduces() throws IOException {
        var file = PaperCheck.check("a.jpg", null, image("jpeg", picture(5000, 4000)));
        var shown = ImageIO.read(new ByteArrayInputStream(file.bytes()));
        assertThat((long) shown.getWidth() * shown.getHeight()).isLessThanOrEqualTo(8_000_000);
    }

    @Test
    @DisplayName("A name loses its path and whatever could mislead in a header")
    void names() {
        assertThat(PaperCheck.check("C:\\Users\\me\\a\"b\r\n.pdf", null, pdf("x")).name()).isEqualTo("ab.pdf");
        assertThat(PaperCheck.check("../../etc/slip\u202Efdp.pdf", null, pdf("x")).name()).isEqualTo("slipfdp.pdf");
        assertThat(PaperCheck.check("x".repeat(500) + ".pdf", null, pdf("x")).name()).hasSize(120).endsWith(".pdf");
    }

    @Test
    @DisplayName("Damaged files of every sort end in a problem on the field, never in another error (seeded, 3,000 files)")
    void damaged() {
        long seed = 20261122;
        var random = new Random(seed);
        var originals = new byte[][] {pdf("x"), pdfHiding("1 0 << /A 1 >>"), photograph(3, "x"), image("png", picture(20, 20))};
        var names = new String[] {"a.pdf", "b.pdf", "c.jpg", "d.png"};
        for (int i = 0; i < Math.min(3000, Integer.getInteger("placewell.cases", 3000)); i++) {
            int which = i % 4;
            var bytes = originals[which].clone();
            for (int change = 0; change < 1 + random.nextInt(8); change++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            var cut = random.nextInt(3) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
            try {
                PaperCheck.check(names[which], null, cut);
            } catch (Problem problem) {
                assertThat(problem.field()).as("seed " + seed + ", file " + i).isEqualTo("file");
            }
        }
    }

    /** A small PNG whose header claims a size that would fill the memory. */
    private static byte[] claimingToBe(int width, int height) {
        var png = image("png", picture(9, 9));
        var header = java.nio.ByteBuffer.wrap(png);
        header.putInt(16, width).putInt(20, height);
        var crc = new java.util.zip.CRC32();
        crc.update(png, 12, 17);
        header.putInt(29, (int) crc.getValue());
        return png;
    }
}
