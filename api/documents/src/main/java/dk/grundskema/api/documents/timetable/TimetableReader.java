package dk.grundskema.api.documents.timetable;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.json.RecordReader;
import dk.grundskema.domain.timetable.Timetable;
import java.nio.file.Path;
import java.util.Map;

/** Reads timetable files and reports all errors of the file at once. Whether the timetable fits a problem is checked by the timetable checker. */
public final class TimetableReader {
    private final RecordReader reader = new RecordReader(Map.of());

    /** Returns the timetable in a file, or everything that is wrong with it. No content of the file makes it throw. */
    public ReadResult<Timetable> read(Path file) {
        return reader.read(file, Timetable.class);
    }

    /** Returns the timetable in a text, or everything that is wrong with it. */
    public ReadResult<Timetable> read(String json) {
        return reader.read(json, Timetable.class);
    }
}
