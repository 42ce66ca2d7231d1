package dk.grundskema.api.documents.timetable;

import dk.grundskema.api.documents.file.AtomicFileWriter;
import dk.grundskema.api.documents.file.Sha256;
import dk.grundskema.api.documents.json.JsonFormatter;
import dk.grundskema.api.documents.json.RecordWriter;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.timetable.Timetable;
import java.nio.file.Path;
import java.util.List;

/** Writes timetable files; equal timetables give equal bytes. */
public final class TimetableWriter {
    private TimetableWriter() {}

    /**
     * Writes a timetable atomically.
     *
     * @return why it could not be written; empty if it was
     */
    public static List<Finding> write(Timetable timetable, Path file) {
        return AtomicFileWriter.write(text(timetable), file);
    }

    /** Returns the first eight characters of the content's SHA-256 hash, which identify a timetable on paper. */
    public static String contentStamp(Timetable timetable) {
        return Sha256.of(text(timetable)).substring(0, 8);
    }

    /** Returns the text of a timetable's file. */
    public static String text(Timetable timetable) {
        return JsonFormatter.format(RecordWriter.toJson(timetable));
    }
}
