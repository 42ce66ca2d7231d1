package dk.grundskema.api.imports.systems.untis;

import dk.grundskema.api.imports.source.ReadingHints;
import dk.grundskema.api.imports.source.SourceData;
import dk.grundskema.api.imports.source.SourceReader;
import dk.grundskema.api.imports.systems.file.BoundedFileReader;
import dk.grundskema.api.imports.systems.file.SystemSourceBuilder;
import dk.grundskema.api.imports.systems.file.XmlElement;
import dk.grundskema.api.imports.systems.file.XmlTreeParser;
import dk.grundskema.api.imports.table.file.DecodedText;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Reads the XML export of Untis, which schools also hand to WebUntis. Source: XmlInterface of Untis. */
public final class UntisXmlReader implements SourceReader {
    private static final Pattern CONTENT =
            Pattern.compile("(?s)<document[\\s>].*(untis\\.at/untis/XmlInterface|<timeperiods)");

    @Override
    public boolean recognises(byte[] head, String fileName) {
        return CONTENT.matcher(DecodedText.decode(head).text()).find();
    }

    @Override
    public SourceData read(String name, Path file, ReadingHints hints) {
        var source = new SystemSourceBuilder(name);
        byte[] bytes = BoundedFileReader.readAll(file, source);
        XmlElement root = bytes == null ? null : XmlTreeParser.parse(bytes, source);
        if (root != null && root.name().equals("document")) {
            new UntisXmlTimetableReader(root, source).read();
        } else if (root != null) {
            source.error("line " + root.line(), "import.untis-xml.other", root.name());
        }
        return source.build();
    }
}
