package dk.grundskema.api.platform;

import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A file that was written, and how: its next version takes over what was written of each element of the root's own lists that stays, so that a small
 * change of a large file costs little. An element stays if it is the very same object. Text and hash are those that {@link JsonText#of(Json)} and
 * {@link Canonical#hash(Json)} give.
 */
public final class WrittenFile {
    private final Json.Structure json;
    private final IdentityHashMap<Json, Element> elements = new IdentityHashMap<>();

    private WrittenFile(Json.Structure json, IdentityHashMap<Json, Element> earlier) {
        this.json = json;
        json.fields().values().forEach(field -> {
            if (field instanceof Json.Listing list) {
                list.elements().forEach(one -> {
                    Element known = earlier.get(one);
                    elements.put(one, known == null ? new Element(one) : known);
                });
            }
        });
    }

    /** Writes a file for the first time. */
    public static WrittenFile of(Json.Structure json) {
        return new WrittenFile(json, new IdentityHashMap<>());
    }

    /** Writes a file that has most elements of this one. */
    public WrittenFile next(Json.Structure changed) {
        return new WrittenFile(changed, elements);
    }

    /** What it says. */
    public Json.Structure json() {
        return json;
    }

    /** Its text, ended by a line feed; put together anew at each call. */
    public String text() {
        return JsonText.of(json, one -> known(one).text);
    }

    /** SHA-256 of its canonical text, as hexadecimal text; worked out anew at each call. */
    public String hash() {
        return Canonical.hash(json, one -> known(one).canonical());
    }

    private Element known(Json one) {
        Element known = elements.get(one);
        return known == null ? new Element(one) : known;
    }

    /** What was written of an element. */
    private static final class Element {
        private final Json json;
        private final String text;
        private @Nullable String canonical;

        Element(Json json) {
            this.json = json;
            this.text = JsonText.element(json);
        }

        /** Two threads may work it out at once: to the same. */
        String canonical() {
            String known = canonical;
            if (known == null) {
                known = Canonical.text(json);
                canonical = known;
            }
            return known;
        }
    }
}
