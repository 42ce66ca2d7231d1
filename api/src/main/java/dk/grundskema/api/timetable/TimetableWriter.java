package dk.grundskema.api.timetable;

import dk.grundskema.api.platform.JsonText;
import dk.grundskema.api.platform.RecordWriter;
import dk.grundskema.api.platform.Sha256;
import dk.grundskema.api.platform.WholeFile;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.timetable.Timetable;
import java.nio.file.Path;
import java.util.List;

/** Writes timetable files: the same timetable gives the same bytes. */
public final class TimetableWriter {
    private TimetableWriter() {}

    /**
     * Writes a timetable, whole or not at all.
     *
     * @return why it couldn't be written; empty if it was
     */
    public static List<Finding> write(Timetable timetable, Path file) {
        return WholeFile.write(text(timetable), file);
    }

    /** Eight characters by which a timetable is told from another on paper: the beginning of its content's SHA-256. */
    public static String stamp(Timetable timetable) {
        return Sha256.of(text(timetable)).substring(0, 8);
    }

    /** The text of a timetable's file. */
    public static String text(Timetable timetable) {
        return JsonText.of(RecordWriter.toJson(timetable));
    }
}
