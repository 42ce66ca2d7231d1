package dk.grundskema.api.service.privacy;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonFormatter;
import dk.grundskema.api.documents.json.RecordWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Streams the data about one person as a JSON object of lists, so that large exports need little memory. Empty lists are omitted. */
final class PersonExportWriter {
    private final OutputStream out;
    private String list = "";

    /**
     * Begins the object.
     *
     * @param person id of the person in the plans
     */
    PersonExportWriter(OutputStream out, String person) {
        this.out = out;
        write("{\"person\": " + text(new Json.JsonString(person)));
    }

    /** Adds an element to a list. All elements of a list must be added consecutively. */
    void add(String to, Record element) {
        if (to.equals(list)) {
            write(",\n");
        } else {
            endList();
            write(",\n\"" + to + "\": [");
            list = to;
        }
        write(text(RecordWriter.toJson(element)));
    }

    /** Adds a text field. */
    void add(String name, String value) {
        endList();
        write(",\n\"" + name + "\": " + text(new Json.JsonString(value)));
    }

    /** Ends the object. Without this call the output is not valid JSON. */
    void end() {
        endList();
        write("}\n");
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void endList() {
        if (!list.isEmpty()) {
            write("]");
            list = "";
        }
    }

    private static String text(Json json) {
        return JsonFormatter.formatOnOneLine(json).strip();
    }

    private void write(String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
