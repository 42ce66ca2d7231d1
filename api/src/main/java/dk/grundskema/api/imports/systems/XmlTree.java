package dk.grundskema.api.imports.systems;

import dk.grundskema.api.imports.text.DecodedText;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The elements of an XML file. Files that declare a document type are refused before anything of it is read, so no entity is ever expanded and
 * nothing outside the file is opened.
 */
final class XmlTree {
    /** Deepest nesting; timetables have about six. Ours. */
    static final int DEEPEST = 40;

    /** Most elements. Ours. */
    static final int MOST_ELEMENTS = 500_000;

    private static final Pattern ENCODING = Pattern.compile("^\\s*<\\?xml[^>]*encoding\\s*=\\s*[\"']([^\"']+)[\"']");

    private final Notebook notes;
    private final Deque<Open> open = new ArrayDeque<>();
    private int count;

    private XmlTree(Notebook notes) {
        this.notes = notes;
    }

    /** The root; {@code null} after a finding was noted. */
    static @Nullable Element of(byte[] bytes, Notebook notes) {
        try {
            return new XmlTree(notes).read(factory().createXMLStreamReader(new StringReader(letters(bytes, notes))));
        } catch (XMLStreamException | RuntimeException e) {
            notes.error(where(e), "import.xml.broken", notes.file());
            return null;
        }
    }

    /** As the file declares it; where that can't be, since some programs declare one encoding and write another, as the bytes tell. */
    private static String letters(byte[] bytes, Notebook notes) {
        var told = DecodedText.of(bytes);
        var declaration = ENCODING.matcher(
                told.text().substring(0, Math.min(200, told.text().length())));
        String declared = declaration.find() ? declaration.group(1) : "UTF-8";
        boolean isUnicode = declared.toUpperCase(Locale.ROOT).startsWith("UTF");
        if (!isUnicode && isKnown(declared)) {
            return new String(bytes, Charset.forName(declared));
        }
        if (!told.charset().name().startsWith("UTF")) {
            notes.info("", "import.xml.encoding", told.charset().name());
        }
        return told.text();
    }

    private static boolean isKnown(String charset) {
        try {
            return Charset.isSupported(charset);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String where(Exception problem) {
        boolean known = problem instanceof XMLStreamException broken && broken.getLocation() != null;
        return known
                ? "line "
                        + Math.max(
                                1, ((XMLStreamException) problem).getLocation().getLineNumber())
                : "";
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLReporter((message, type, information, location) -> {}); // otherwise faults are printed
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("Nothing outside the file is opened");
        });
        return factory;
    }

    private @Nullable Element read(XMLStreamReader xml) throws XMLStreamException {
        Element root = null;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
                    notes.error("line " + xml.getLocation().getLineNumber(), "import.xml.document-type");
                    return null;
                }
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++count > MOST_ELEMENTS || open.size() == DEEPEST) {
                        notes.error(
                                "line " + xml.getLocation().getLineNumber(),
                                "import.xml.too-much",
                                DEEPEST,
                                MOST_ELEMENTS);
                        return null;
                    }
                    open.push(new Open(xml));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!open.isEmpty()) {
                        open.element().text.append(xml.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    Element done = open.pop().done();
                    if (open.isEmpty()) {
                        root = done;
                    } else {
                        open.element().children.add(done);
                    }
                }
                default -> {}
            }
        }
        return root;
    }

    /** An element whose end isn't read yet. */
    private static final class Open {
        private final String name;
        private final Map<String, String> attributes = new LinkedHashMap<>();
        private final StringBuilder text = new StringBuilder();
        private final List<Element> children = new ArrayList<>();
        private final int line;

        Open(XMLStreamReader xml) {
            name = xml.getLocalName();
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                attributes.put(
                        xml.getAttributeLocalName(i), xml.getAttributeValue(i).strip());
            }
            line = xml.getLocation().getLineNumber();
        }

        Element done() {
            return new Element(name, Map.copyOf(attributes), text.toString().strip(), List.copyOf(children), line);
        }
    }
}
