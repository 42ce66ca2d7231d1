package dk.grundskema.api.documents.timetable;

import dk.grundskema.api.documents.json.IncrementalJsonDocument;
import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.RecordWriter;
import dk.grundskema.domain.timetable.Timetable;
import java.util.IdentityHashMap;
import java.util.function.Function;

/** A timetable as JSON. Writing the next version reuses the JSON of unchanged meetings. Its text equals that of {@link TimetableWriter#text}. */
public final class IncrementalTimetableDocument {
    private final IdentityHashMap<Object, Json> elements = new IdentityHashMap<>();
    private final IncrementalJsonDocument file;

    private IncrementalTimetableDocument(
            Timetable timetable,
            IdentityHashMap<Object, Json> earlier,
            Function<Json.JsonObject, IncrementalJsonDocument> writing) {
        this.file = writing.apply(RecordWriter.toJson(timetable, one -> {
            Json known = earlier.get(one);
            Json json = known == null ? RecordWriter.toJsonValue(one) : known;
            elements.put(one, json);
            return json;
        }));
    }

    /** Returns the first version of a timetable. */
    public static IncrementalTimetableDocument of(Timetable timetable) {
        return new IncrementalTimetableDocument(timetable, new IdentityHashMap<>(), IncrementalJsonDocument::of);
    }

    /** Returns the next version and reuses the unchanged meetings of this one. */
    public IncrementalTimetableDocument nextVersion(Timetable changed) {
        return new IncrementalTimetableDocument(changed, elements, file::nextVersion);
    }

    /** Returns the text of the file. */
    public String text() {
        return file.text();
    }
}
