package dk.grundskema.api.imports.systems.file;

import dk.grundskema.api.imports.table.file.DecodedText;
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
 * Parses an XML file into elements. A file with a document type is rejected before the DTD is processed, so no entity is expanded and
 * nothing outside the file is opened.
 */
public final class XmlTreeParser {
    /** Deepest nesting; timetables have about six levels. Our own number. */
    public static final int DEEPEST = 40;

    /** Most elements. Our own number. */
    public static final int MOST_ELEMENTS = 500_000;

    private static final Pattern ENCODING = Pattern.compile("^\\s*<\\?xml[^>]*encoding\\s*=\\s*[\"']([^\"']+)[\"']");

    private final SystemSourceBuilder source;
    private final Deque<OpenElement> open = new ArrayDeque<>();
    private int count;

    private XmlTreeParser(SystemSourceBuilder source) {
        this.source = source;
    }

    /** Returns the root; {@code null} after reporting a finding. */
    public static @Nullable XmlElement parse(byte[] bytes, SystemSourceBuilder source) {
        try {
            return new XmlTreeParser(source)
                    .read(factory().createXMLStreamReader(new StringReader(decode(bytes, source))));
        } catch (XMLStreamException | RuntimeException e) {
            source.error(describePosition(e), "import.xml.broken", source.file());
            return null;
        }
    }

    /**
     * Decodes with the declared encoding; if that is UTF or unknown, detects it from the bytes, because some programs declare one encoding
     * and write another.
     */
    private static String decode(byte[] bytes, SystemSourceBuilder source) {
        var decoded = DecodedText.decode(bytes);
        var declaration = ENCODING.matcher(
                decoded.text().substring(0, Math.min(200, decoded.text().length())));
        String declared = declaration.find() ? declaration.group(1) : "UTF-8";
        boolean isUnicode = declared.toUpperCase(Locale.ROOT).startsWith("UTF");
        if (!isUnicode && isKnown(declared)) {
            return new String(bytes, Charset.forName(declared));
        }
        if (!decoded.charset().name().startsWith("UTF")) {
            source.info("", "import.xml.encoding", decoded.charset().name());
        }
        return decoded.text();
    }

    private static boolean isKnown(String charset) {
        try {
            return Charset.isSupported(charset);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String describePosition(Exception problem) {
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
        factory.setXMLReporter((message, type, information, location) -> {}); // otherwise errors are printed
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("Nothing outside the file is opened");
        });
        return factory;
    }

    private @Nullable XmlElement read(XMLStreamReader xml) throws XMLStreamException {
        XmlElement root = null;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
                    source.error("line " + xml.getLocation().getLineNumber(), "import.xml.document-type");
                    return null;
                }
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++count > MOST_ELEMENTS || open.size() == DEEPEST) {
                        source.error(
                                "line " + xml.getLocation().getLineNumber(),
                                "import.xml.too-much",
                                DEEPEST,
                                MOST_ELEMENTS);
                        return null;
                    }
                    open.push(new OpenElement(xml));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!open.isEmpty()) {
                        open.element().text.append(xml.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    XmlElement done = open.pop().toElement();
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

    /** An element whose end tag has not been read. */
    private static final class OpenElement {
        private final String name;
        private final Map<String, String> attributes = new LinkedHashMap<>();
        private final StringBuilder text = new StringBuilder();
        private final List<XmlElement> children = new ArrayList<>();
        private final int line;

        OpenElement(XMLStreamReader xml) {
            name = xml.getLocalName();
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                attributes.put(
                        xml.getAttributeLocalName(i), xml.getAttributeValue(i).strip());
            }
            line = xml.getLocation().getLineNumber();
        }

        XmlElement toElement() {
            return new XmlElement(name, Map.copyOf(attributes), text.toString().strip(), List.copyOf(children), line);
        }
    }
}
