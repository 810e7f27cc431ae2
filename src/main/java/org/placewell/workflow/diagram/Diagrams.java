package org.placewell.workflow.diagram;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.placewell.shared.Problem;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The pathway's models as pictures. */
@Component
public class Diagrams {

    /** The keys of the models, in the order a case meets them. */
    public static final List<String> KEYS = List.of("referral-to-outcome", "referral-triage", "waiting-list", "job-search", "sustainment",
            "evidence-validation", "payment-approval");

    private final Map<String, Diagram> read = new ConcurrentHashMap<>();

    /**
     * The drawing of one model.
     *
     * @throws Problem.NotFound when there is no such model
     */
    public Diagram diagram(String key) {
        if (!KEYS.contains(key)) {
            throw new Problem.NotFound("this process");
        }
        return read.computeIfAbsent(key, this::load);
    }

    /** The picture of one model with its marks, as an SVG element that fits into a page or stands alone. */
    public String svg(String key, Marks marks) {
        return svg(diagram(key), marks);
    }

    /** Draws a diagram. */
    public static String svg(Diagram diagram, Marks marks) {
        return DiagramPainter.paint(diagram, marks);
    }

    /**
     * Reads a diagram from BPMN.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Diagram read(InputStream bpmn) {
        return DiagramReader.read(bpmn);
    }

    private Diagram load(String key) {
        try (var file = new ClassPathResource("processes/" + key + ".bpmn").getInputStream()) {
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
