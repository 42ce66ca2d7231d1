package dk.grundskema.api.service.importing;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonFormatter;
import dk.grundskema.api.imports.source.ImportQuestion;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer to a question of an import.
 *
 * @param kind    what the word is
 * @param word    the word as the files have it
 * @param meaning one of the question's meanings
 */
public record ImportAnswer(ImportQuestion.Kind kind, String word, String meaning) {
    /** Returns a mapping file with answers. */
    static String toMapping(Collection<ImportAnswer> answers) {
        Map<String, Map<String, Json>> byField = new TreeMap<>();
        answers.forEach(answer -> byField.computeIfAbsent(field(answer.kind()), any -> new TreeMap<>())
                .put(answer.word(), new Json.JsonString(answer.meaning())));
        Map<String, Json> fields = new TreeMap<>();
        byField.forEach((field, meanings) -> fields.put(field, new Json.JsonObject(meanings)));
        return JsonFormatter.format(new Json.JsonObject(fields));
    }

    private static String field(ImportQuestion.Kind kind) {
        return switch (kind) {
            case HEADING -> "headings";
            case STAFF -> "staff";
            case CLASS -> "classes";
            case ROOM -> "rooms";
            case SUBJECT -> "subjects";
            case ROOM_KIND -> "roomKinds";
        };
    }
}
