package org.placewell.evidence;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.placewell.shared.Problem;

/**
 * Draws a picture anew from its pixels, so that nothing else survives: no place or device noted by the camera, no second file
 * hidden behind the picture. Large photographs are reduced; they are turned upright as the camera meant them.
 */
final class Pictures {

    private static final long MOST_PIXELS = 100_000_000;
    private static final long KEPT_PIXELS = 8_000_000;
    /** Pictures take memory: two at a time. */
    private static final Semaphore ROOM = new Semaphore(2, true);

    private Pictures() {}

    /** @throws Problem when the bytes are no picture of that type, or too many pixels */
    static byte[] redraw(byte[] bytes, String mediaType) {
        ROOM.acquireUninterruptibly();
        try {
            var format = mediaType.equals("image/png") ? "png" : "jpeg";
            var picture = upright(read(bytes, format), format.equals("jpeg") ? Exif.orientation(bytes) : 1);
            return write(picture, format);
        } catch (IOException | RuntimeException e) {
            if (e instanceof Problem problem) {
                throw problem;
            }
            throw PaperCheck.refusal("picture-broken", "This picture cannot be read. Photograph or scan the paper again");
        } finally {
            ROOM.release();
        }
    }

    private static BufferedImage read(byte[] bytes, String format) throws IOException {
        var readers = ImageIO.getImageReadersByFormatName(format);
        ImageReader reader = readers.next();
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(input, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > MOST_PIXELS) {
                throw PaperCheck.refusal("picture-too-large", "This picture has too many pixels. Photograph the paper with a smaller setting");
            }
            var parameters = reader.getDefaultReadParam();
            int step = 1;
            while (pixels / ((long) step * step) > KEPT_PIXELS) {
                step++;
            }
            parameters.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, parameters);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage upright(BufferedImage picture, int orientation) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        boolean lies = orientation >= 5;
        var drawn = new BufferedImage(lies ? height : width, lies ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = drawn.createGraphics();
        pen.setColor(java.awt.Color.WHITE);
        pen.fillRect(0, 0, drawn.getWidth(), drawn.getHeight());
        pen.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        pen.transform(Exif.turn(orientation, width, height));
        pen.drawImage(picture, 0, 0, null);
        pen.dispose();
        return drawn;
    }

    private static byte[] write(BufferedImage picture, String format) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName(format).next();
        var bytes = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            var parameters = writer.getDefaultWriteParam();
            if (format.equals("jpeg")) {
                parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                parameters.setCompressionQuality(0.88f);
            }
            writer.write(null, new IIOImage(picture, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
