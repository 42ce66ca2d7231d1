package dk.grundskema.api.imports.systems.file;

import dk.grundskema.api.imports.source.ReadingHints;
import dk.grundskema.api.imports.source.SourceData;
import dk.grundskema.api.imports.source.SourceReader;
import dk.grundskema.api.imports.table.file.DecodedText;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Refuses JSON that no other reader recognises, so that it is not taken for a table. It comes after the readers of JSON. */
public final class UnknownJsonReader implements SourceReader {
    private static final Pattern START = Pattern.compile("^\\s*(?:\\{\\s*[\"}]|\\[\\s*[\\[{\"\\]])");

    @Override
    public boolean recognises(byte[] head, String fileName) {
        return START.matcher(DecodedText.decode(head).text()).find();
    }

    @Override
    public SourceData read(String name, Path file, ReadingHints hints) {
        var source = new SystemSourceBuilder(name);
        if (BoundedFileReader.readAll(file, source) != null) {
            source.error("", "import.json.unknown", name);
        }
        return source.build();
    }
}
