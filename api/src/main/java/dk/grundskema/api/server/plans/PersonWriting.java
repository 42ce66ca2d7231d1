package dk.grundskema.api.server.plans;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.JsonText;
import dk.grundskema.api.platform.RecordWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Everything about one person, written as it is found, however much it is: an object with lists, of which those that stay empty are left out. */
final class PersonWriting {
    private final OutputStream out;
    private String list = "";

    /**
     * Begins the object.
     *
     * @param person the id that plans know the person by
     */
    PersonWriting(OutputStream out, String person) {
        this.out = out;
        write("{\"person\": " + text(new Json.Text(person)));
    }

    /** Adds an element to a list; all of a list come one after the other. */
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

    /** Adds a text of its own. */
    void add(String name, String value) {
        endList();
        write(",\n\"" + name + "\": " + text(new Json.Text(value)));
    }

    /** Ends the object: without this what was written can't be read. */
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
        return JsonText.line(json).strip();
    }

    private void write(String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
