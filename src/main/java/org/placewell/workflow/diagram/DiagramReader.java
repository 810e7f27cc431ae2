package org.placewell.workflow.diagram;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.placewell.workflow.diagram.Diagram.Box;
import org.placewell.workflow.diagram.Diagram.Edge;
import org.placewell.workflow.diagram.Diagram.Kind;
import org.placewell.workflow.diagram.Diagram.Point;
import org.placewell.workflow.diagram.Diagram.Shape;
import org.placewell.workflow.diagram.Diagram.Sign;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Reads a diagram from a BPMN 2.0 file's own drawing data. */
final class DiagramReader {

    private static final Map<String, Kind> KINDS = Map.ofEntries(Map.entry("startEvent", Kind.START), Map.entry("endEvent", Kind.END),
            Map.entry("intermediateCatchEvent", Kind.CATCH), Map.entry("boundaryEvent", Kind.BOUNDARY), Map.entry("userTask", Kind.USER_TASK),
            Map.entry("serviceTask", Kind.SERVICE_TASK), Map.entry("businessRuleTask", Kind.RULE_TASK), Map.entry("callActivity", Kind.CALL),
            Map.entry("exclusiveGateway", Kind.CHOICE), Map.entry("eventBasedGateway", Kind.EVENT_CHOICE),
            Map.entry("parallelGateway", Kind.FORK), Map.entry("subProcess", Kind.SUB_PROCESS));
    private static final Map<String, Sign> SIGNS = Map.of("timerEventDefinition", Sign.TIMER, "messageEventDefinition", Sign.MESSAGE,
            "terminateEventDefinition", Sign.TERMINATE);

    private DiagramReader() {}

    /**
     * Reads one model.
     *
     * @throws IllegalArgumentException when the file is no BPMN, or draws something that the model does not have
     */
    static Diagram read(InputStream bpmn) {
        var root = parse(bpmn);
        var byId = new HashMap<String, Element>();
        descendants(root).stream().filter(e -> e.hasAttribute("id")).forEach(e -> byId.put(e.getAttribute("id"), e));
        var shapes = new ArrayList<Shape>();
        var edges = new ArrayList<Edge>();
        for (var drawn : descendants(root)) {
            if (drawn.getLocalName().equals("BPMNShape")) {
                shapes.add(shape(drawn, model(drawn, byId)));
            } else if (drawn.getLocalName().equals("BPMNEdge")) {
                edges.add(edge(drawn, model(drawn, byId)));
            }
        }
        var process = children(root, "process").get(0);
        return new Diagram(process.getAttribute("id"), process.getAttribute("name"), documentation(process), shapes, edges);
    }

    private static Element model(Element drawn, Map<String, Element> byId) {
        var id = drawn.getAttribute("bpmnElement");
        var element = byId.get(id);
        if (element == null) {
            throw new IllegalArgumentException("The drawing shows " + id + ", which the model does not have");
        }
        return element;
    }

    private static Shape shape(Element drawn, Element element) {
        var kind = KINDS.get(element.getLocalName());
        if (kind == null) {
            throw new IllegalArgumentException("Cannot draw " + element.getLocalName() + " " + element.getAttribute("id"));
        }
        var sign = children(element).stream().map(child -> SIGNS.get(child.getLocalName())).filter(found -> found != null)
                .findFirst().orElse(Sign.NONE);
        var interrupting = !"false".equals(element.getAttribute("isInterrupting")) && !"false".equals(element.getAttribute("cancelActivity"));
        return new Shape(element.getAttribute("id"), kind, sign, interrupting, element.getAttribute("name"), documentation(element),
                element.getAttribute("attachedToRef"), box(drawn), label(drawn));
    }

    private static Edge edge(Element drawn, Element flow) {
        var points = children(drawn, "waypoint").stream().map(w -> new Point(number(w, "x"), number(w, "y"))).toList();
        return new Edge(flow.getAttribute("id"), flow.getAttribute("name"), flow.getAttribute("sourceRef"), flow.getAttribute("targetRef"),
                points, label(drawn));
    }

    private static Box label(Element drawn) {
        return children(drawn, "BPMNLabel").stream().findFirst().map(DiagramReader::box).orElse(null);
    }

    private static Box box(Element holder) {
        var bounds = children(holder, "Bounds").get(0);
        return new Box(number(bounds, "x"), number(bounds, "y"), number(bounds, "width"), number(bounds, "height"));
    }

    private static int number(Element element, String attribute) {
        return Math.round(Float.parseFloat(element.getAttribute(attribute)));
    }

    private static String documentation(Element element) {
        return children(element, "documentation").stream().findFirst().map(d -> d.getTextContent().strip().replaceAll("\\s+", " ")).orElse("");
    }

    private static List<Element> children(Element parent, String name) {
        return children(parent).stream().filter(child -> child.getLocalName().equals(name)).toList();
    }

    private static List<Element> children(Element parent) {
        var nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).filter(n -> n.getNodeType() == Node.ELEMENT_NODE)
                .map(Element.class::cast).toList();
    }

    private static List<Element> descendants(Element root) {
        var all = root.getElementsByTagNameNS("*", "*");
        return IntStream.range(0, all.getLength()).mapToObj(i -> (Element) all.item(i)).toList();
    }

    private static Element parse(InputStream bpmn) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(bpmn).getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalArgumentException("This is not a readable BPMN file", e);
        }
    }
}
