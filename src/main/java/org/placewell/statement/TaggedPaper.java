package org.placewell.statement;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * A4 paper whose text says what it is: each piece belongs to a heading, a paragraph or a cell of a table, in the order in which it is
 * read (ISO 32000, 14.8), as people who listen to a document need it. The font comes along, so that it reads alike everywhere.
 */
final class TaggedPaper implements AutoCloseable {

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final int MEASURED = 2_000;
    private final PDDocument document = new PDDocument();
    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final PDStructureElement whole = new PDStructureElement("Document", root);
    private final COSArray parents = new COSArray();
    private final Map<String, Integer> widths = new HashMap<>();
    private final PDFont font;
    private final CmapLookup signs;
    private COSArray marks;
    private PDPage page;
    private PDPageContentStream content;

    TaggedPaper(String title) throws IOException {
        try (var in = PDDocument.class.getResourceAsStream(FONT)) {
            var face = new TTFParser().parse(new RandomAccessReadBuffer(in));
            // Latin letters need no ligatures, and looking for them in every cell takes most of the time.
            face.setEnableGsub(false);
            signs = face.getUnicodeCmapLookup();
            font = PDType0Font.load(document, face, true);
        }
        document.getDocumentInformation().setTitle(title);
        var catalog = document.getDocumentCatalog();
        catalog.setLanguage("en-GB");
        catalog.setStructureTreeRoot(root);
        var marked = new PDMarkInfo();
        marked.setMarked(true);
        catalog.setMarkInfo(marked);
        var preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
        catalog.setMetadata(metadata(title));
        root.appendKid(whole);
    }

    /** The beginning of everything that is read. */
    PDStructureElement whole() {
        return whole;
    }

    /** A new part of the document. @param type one of the standard structure types, such as H1, P, Table, TR, TH, TD */
    static PDStructureElement part(PDStructureNode of, String type) {
        var part = new PDStructureElement(type, of);
        of.appendKid(part);
        return part;
    }

    void turn() throws IOException {
        if (content != null) {
            content.close();
        }
        page = new PDPage(PDRectangle.A4);
        page.setStructParents(parents.size() / 2);
        page.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
        document.addPage(page);
        marks = new COSArray();
        parents.add(COSInteger.get(parents.size() / 2));
        parents.add(marks);
        content = new PDPageContentStream(document, page);
    }

    /** Writes one piece of a part; a part may have several, also on several pages. */
    void write(PDStructureElement part, boolean bold, int size, int x, int y, String text) throws IOException {
        int mark = marks.size();
        content.beginMarkedContent(COSName.getPDFName(part.getStructureType()), mark);
        show(bold, size, x, y, text);
        content.endMarkedContent();
        marks.add(part);
        if (part.getPage() == null) {
            part.setPage(page);
        }
        if (page.equals(part.getPage())) {
            part.appendKid(mark);
        } else {
            var elsewhere = new PDMarkedContentReference();
            elsewhere.setPage(page);
            elsewhere.setMCID(mark);
            part.appendKid(elsewhere);
        }
    }

    /** Writes what is on paper only, such as a page number: nobody has to listen to it again and again. */
    void aside(boolean bold, int size, int x, int y, String text) throws IOException {
        content.beginMarkedContent(COSName.ARTIFACT);
        show(bold, size, x, y, text);
        content.endMarkedContent();
    }

    private void show(boolean bold, int size, int x, int y, String text) throws IOException {
        content.beginText();
        content.setFont(font, size);
        // The font that comes along has one weight: bold is the same letters with a line around them.
        content.setRenderingMode(bold ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        content.setLineWidth(size / 36f);
        content.newLineAtOffset(x, y);
        content.showText(printable(text));
        content.endText();
    }

    /** In points. The same few words stand in thousands of lines, so that they are measured once. */
    int width(int size, String text) throws IOException {
        var known = widths.get(text);
        if (known == null) {
            known = Math.round(font.getStringWidth(printable(text)));
            if (widths.size() < MEASURED) {
                widths.put(text, known);
            }
        }
        return Math.round(known * size / 1000f);
    }

    /** The text in lines no wider than that. */
    List<String> wrap(int size, String text, int most) throws IOException {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.split("\\s+")) {
            if (line.length() > 0 && width(size, line + " " + word) > most) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    void save(OutputStream out) throws IOException {
        content.close();
        var tree = new PDNumberTreeNode(PDParentTreeValue.class);
        tree.getCOSObject().setItem(COSName.NUMS, parents);
        root.setParentTree(tree);
        root.setParentTreeNextKey(parents.size() / 2);
        document.save(out);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    /** A sign that the font does not have becomes a question mark rather than a fault. */
    private String printable(String text) {
        var known = new StringBuilder();
        text.codePoints().forEach(sign -> known.append(sign >= ' ' && signs.getGlyphId(sign) != 0 ? Character.toString(sign) : "?"));
        return known.toString();
    }

    /** The title once more, where readers of today look for it. */
    private PDMetadata metadata(String title) throws IOException {
        var escaped = title.replace("&", "&amp;").replace("<", "&lt;");
        var packet = """
                <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
                <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
                <dc:language><rdf:Bag><rdf:li>en-GB</rdf:li></rdf:Bag></dc:language>
                </rdf:Description></rdf:RDF></x:xmpmeta>
                <?xpacket end="r"?>""".formatted(escaped);
        var metadata = new PDMetadata(document);
        metadata.importXMPMetadata(packet.getBytes(StandardCharsets.UTF_8));
        return metadata;
    }
}
