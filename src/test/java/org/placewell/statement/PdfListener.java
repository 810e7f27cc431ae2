package org.placewell.statement;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Reads a PDF the way somebody who listens to it does: by its structure, not by where the letters stand. */
record PdfListener(List<Heard> heard, List<String> scopes, int untagged) {

    record Heard(String type, String text) {}

    static PdfListener of(PDDocument document) throws IOException {
        var pieces = new HashMap<PDPage, Map<Integer, String>>();
        int letters = 0;
        for (var page : document.getPages()) {
            var reader = new PDFMarkedContentExtractor();
            reader.processPage(page);
            for (var content : reader.getMarkedContents()) {
                var text = content.getContents().stream().map(TextPosition.class::cast).map(TextPosition::getUnicode).collect(Collectors.joining());
                letters += text.replace(" ", "").length();
                pieces.computeIfAbsent(page, key -> new HashMap<>()).put(content.getMCID(), text);
            }
        }
        int all = new PDFTextStripper().getText(document).replaceAll("\\s", "").length();
        var listener = new PdfListener(new ArrayList<>(), new ArrayList<>(), all - letters);
        listener.walk(document.getDocumentCatalog().getStructureTreeRoot(), pieces);
        return listener;
    }

    /** What is heard in every part of that type, in order; a part without any text is left out. */
    List<String> texts(String type) {
        return heard.stream().filter(one -> one.type().equals(type)).map(Heard::text).filter(text -> !text.isEmpty()).toList();
    }

    private void walk(PDStructureNode node, Map<PDPage, Map<Integer, String>> pieces) {
        var text = new StringBuilder();
        for (var kid : node.getKids()) {
            if (kid instanceof PDStructureElement part) {
                walk(part, pieces);
            } else if (kid instanceof PDMarkedContentReference elsewhere) {
                text.append(pieces.get(elsewhere.getPage()).get(elsewhere.getMCID()));
            } else {
                text.append(pieces.get(((PDStructureElement) node).getPage()).get((Integer) kid));
            }
        }
        if (node instanceof PDStructureElement part) {
            heard.add(new Heard(part.getStructureType(), part.getActualText() == null ? text.toString() : part.getActualText()));
            for (int i = 0; i < part.getAttributes().size(); i++) {
                scopes.add(((PDTableAttributeObject) part.getAttributes().getObject(i)).getScope());
            }
        }
    }
}
