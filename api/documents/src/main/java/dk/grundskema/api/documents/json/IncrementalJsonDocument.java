package dk.grundskema.api.documents.json;

import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A JSON file with its written text. The next version reuses the text and canonical text of each unchanged element of the root's lists, so
 * that a small change of a large file is cheap. An element is unchanged if it is the same object. Text and hash equal those of {@link
 * JsonFormatter#format(Json)} and {@link CanonicalJson#hash(Json)}.
 */
public final class IncrementalJsonDocument {
    private final Json.JsonObject json;
    private final IdentityHashMap<Json, Element> elements = new IdentityHashMap<>();

    private IncrementalJsonDocument(Json.JsonObject json, IdentityHashMap<Json, Element> earlier) {
        this.json = json;
        json.fields().values().forEach(field -> {
            if (field instanceof Json.JsonArray list) {
                list.elements().forEach(one -> {
                    Element cached = earlier.get(one);
                    elements.put(one, cached == null ? new Element(one) : cached);
                });
            }
        });
    }

    /** Returns the first version of a file. */
    public static IncrementalJsonDocument of(Json.JsonObject json) {
        return new IncrementalJsonDocument(json, new IdentityHashMap<>());
    }

    /** Returns the next version of this file and reuses the texts of unchanged elements. */
    public IncrementalJsonDocument nextVersion(Json.JsonObject changed) {
        return new IncrementalJsonDocument(changed, elements);
    }

    /** Returns the content. */
    public Json.JsonObject json() {
        return json;
    }

    /** Returns the text, ending with a line feed; assembled at each call. */
    public String text() {
        return JsonFormatter.format(json, one -> elementOf(one).text);
    }

    /** Returns the SHA-256 hash of the canonical text, as hexadecimal text; computed at each call. */
    public String hash() {
        return CanonicalJson.hash(json, one -> elementOf(one).canonical());
    }

    private Element elementOf(Json one) {
        Element cached = elements.get(one);
        return cached == null ? new Element(one) : cached;
    }

    /** The cached texts of an element. */
    private static final class Element {
        private final Json json;
        private final String text;
        private @Nullable String canonical;

        Element(Json json) {
            this.json = json;
            this.text = JsonFormatter.formatElement(json);
        }

        /** Two threads may compute it at the same time; both get the same result. */
        String canonical() {
            String cached = canonical;
            if (cached == null) {
                cached = CanonicalJson.text(json);
                canonical = cached;
            }
            return cached;
        }
    }
}
