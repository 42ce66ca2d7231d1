package dk.grundskema.api.timetable;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.RecordWriter;
import dk.grundskema.api.platform.WrittenFile;
import dk.grundskema.domain.timetable.Timetable;
import java.util.IdentityHashMap;
import java.util.function.Function;

/** A timetable as its file has it, from which the next one is written without writing anew the meetings that stay; its text is {@link TimetableWriter#text}'s. */
public final class WrittenTimetable {
    private final IdentityHashMap<Object, Json> elements = new IdentityHashMap<>();
    private final WrittenFile file;

    private WrittenTimetable(
            Timetable timetable, IdentityHashMap<Object, Json> earlier, Function<Json.Structure, WrittenFile> writing) {
        this.file = writing.apply(RecordWriter.toJson(timetable, one -> {
            Json known = earlier.get(one);
            Json json = known == null ? RecordWriter.json(one) : known;
            elements.put(one, json);
            return json;
        }));
    }

    /** Writes a timetable for the first time. */
    public static WrittenTimetable of(Timetable timetable) {
        return new WrittenTimetable(timetable, new IdentityHashMap<>(), WrittenFile::of);
    }

    /** Writes a timetable that has most meetings of this one. */
    public WrittenTimetable next(Timetable changed) {
        return new WrittenTimetable(changed, elements, file::next);
    }

    /** The text of its file. */
    public String text() {
        return file.text();
    }
}
