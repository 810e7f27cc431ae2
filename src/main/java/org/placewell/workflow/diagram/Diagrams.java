package org.placewell.workflow.diagram;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.placewell.shared.Problem;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The pathway's models as pictures. */
@Component
public class Diagrams {

    /** The keys of the models, in the order a case meets them. */
    public static final List<String> KEYS = List.of("referral-to-outcome", "self-referral-reminder", "referral-triage", "trial-entry", "trial-follow-up", "waiting-list", "job-search",
            "sustainment", "evidence-validation", "payment-approval", "variation-first-day");

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
        return read.computeIfAbsent(key, name -> load("processes/" + name + ".bpmn", Diagrams::read));
    }

    /** The picture of one model with its marks, as an SVG element for a page that links {@code /static/css/diagram.css}. */
    public String svg(String key, Marks marks) {
        return DiagramPainter.paint(diagram(key), marks, "");
    }

    /** The bare picture of one model as a file that stands alone. */
    public String document(String key) {
        return DiagramPainter.paint(diagram(key), Marks.none(), load("static/css/diagram.css", Diagrams::text));
    }

    /**
     * Reads a diagram from BPMN.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Diagram read(InputStream bpmn) {
        return DiagramReader.read(bpmn);
    }

    private static <T> T load(String resource, Function<InputStream, T> reader) {
        try (var file = new ClassPathResource(resource).getInputStream()) {
            return reader.apply(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(InputStream file) {
        try {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
