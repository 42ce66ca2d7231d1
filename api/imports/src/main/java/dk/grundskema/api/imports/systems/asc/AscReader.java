package dk.grundskema.api.imports.systems.asc;

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

/** Reads the XML export of aSc Timetables. Only lessons with a card are placed. */
public final class AscReader implements SourceReader {
    private static final Pattern ROOT = Pattern.compile("<timetable[\\s>]");
    private static final Pattern CONTENT =
            Pattern.compile("(?i)asc timetables|ascttversion|<(?:periods|daysdefs|subjects)[\\s>]");

    @Override
    public boolean recognises(byte[] head, String fileName) {
        String text = DecodedText.decode(head).text();
        return ROOT.matcher(text).find() && CONTENT.matcher(text).find();
    }

    @Override
    public SourceData read(String name, Path file, ReadingHints hints) {
        var source = new SystemSourceBuilder(name);
        byte[] bytes = BoundedFileReader.readAll(file, source);
        XmlElement root = bytes == null ? null : XmlTreeParser.parse(bytes, source);
        if (root != null && root.name().equals("timetable")) {
            new AscTimetableReader(root, source).read();
        } else if (root != null) {
            source.error("line " + root.line(), "import.asc.other", root.name());
        }
        return source.build();
    }
}
