package dk.grundskema.api.exports.program;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes an XML file in UTF-8 as a stream, indented, an element a line. */
final class XmlFileWriter {
    private static final String INDENTATION = "  ";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final XMLStreamWriter out;
    private int depth;

    XmlFileWriter() {
        try {
            out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        } catch (XMLStreamException e) {
            throw writeFailure(e);
        }
    }

    /** Opens an element. Attributes are names and values in turn. */
    XmlFileWriter open(String name, String... attributes) {
        try {
            startLine();
            out.writeStartElement(name);
            writeAttributes(attributes);
            depth++;
            return this;
        } catch (XMLStreamException e) {
            throw writeFailure(e);
        }
    }

    /** Closes the innermost open element. */
    XmlFileWriter close() {
        try {
            depth--;
            startLine();
            out.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw writeFailure(e);
        }
    }

    /** Writes an element without content. Attributes are names and values in turn. */
    XmlFileWriter empty(String name, String... attributes) {
        try {
            startLine();
            out.writeEmptyElement(name);
            writeAttributes(attributes);
            return this;
        } catch (XMLStreamException e) {
            throw writeFailure(e);
        }
    }

    /** Writes an element with text. */
    XmlFileWriter text(String name, String text) {
        try {
            startLine();
            out.writeStartElement(name);
            out.writeCharacters(text);
            out.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw writeFailure(e);
        }
    }

    /** Writes an element with a number. */
    XmlFileWriter text(String name, int number) {
        return text(name, String.valueOf(number));
    }

    /** Ends the file and returns its content. */
    byte[] finish() {
        try {
            out.writeCharacters("\n");
            out.writeEndDocument();
            out.close();
            return bytes.toByteArray();
        } catch (XMLStreamException e) {
            throw writeFailure(e);
        }
    }

    private void startLine() throws XMLStreamException {
        out.writeCharacters("\n" + INDENTATION.repeat(depth));
    }

    private void writeAttributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            out.writeAttribute(attributes[i], attributes[i + 1]);
        }
    }

    private static IllegalStateException writeFailure(XMLStreamException e) {
        return new IllegalStateException("XML could not be written to memory.\nMaybe an element was not closed?", e);
    }
}
