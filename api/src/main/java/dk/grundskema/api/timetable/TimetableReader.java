package dk.grundskema.api.timetable;

import dk.grundskema.api.platform.Read;
import dk.grundskema.api.platform.RecordReader;
import dk.grundskema.domain.timetable.Timetable;
import java.nio.file.Path;
import java.util.Map;

/**
 * Reads timetable files. What is wrong with a file on its own is found here, all at once; whether it fits a problem is for
 * the checker to say.
 */
public final class TimetableReader {
    private final RecordReader reader = new RecordReader(Map.of());

    /** The timetable in a file, or everything that is wrong with it. Never throws because of what the file holds. */
    public Read<Timetable> read(Path file) {
        return reader.read(file, Timetable.class);
    }

    /** The timetable in a text, or everything that is wrong with it. */
    public Read<Timetable> read(String json) {
        return reader.read(json, Timetable.class);
    }
}
