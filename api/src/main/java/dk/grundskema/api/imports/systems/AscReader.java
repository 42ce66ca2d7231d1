package dk.grundskema.api.imports.systems;

import dk.grundskema.api.imports.source.FileReader;
import dk.grundskema.api.imports.source.ReadingHints;
import dk.grundskema.api.imports.source.Source;
import dk.grundskema.api.imports.text.DecodedText;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Reads the XML that aSc Timetables exports. What is placed is what has a card. */
public final class AscReader implements FileReader {
    private static final Pattern ROOT = Pattern.compile("<timetable[\\s>]");
    private static final Pattern CONTENT =
            Pattern.compile("(?i)asc timetables|ascttversion|<(?:periods|daysdefs|subjects)[\\s>]");

    @Override
    public boolean recognises(byte[] head, String fileName) {
        String text = DecodedText.of(head).text();
        return ROOT.matcher(text).find() && CONTENT.matcher(text).find();
    }

    @Override
    public Source read(String name, Path file, ReadingHints hints) {
        var notes = new Notebook(name);
        byte[] bytes = WholeBytes.of(file, notes);
        Element root = bytes == null ? null : XmlTree.of(bytes, notes);
        if (root != null && root.name().equals("timetable")) {
            new AscTimetable(root, notes).read();
        } else if (root != null) {
            notes.error("line " + root.line(), "import.asc.other", root.name());
        }
        return notes.done();
    }
}
