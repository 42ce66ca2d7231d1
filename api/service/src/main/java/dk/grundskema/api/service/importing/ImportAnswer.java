package dk.grundskema.api.service.importing;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonFormatter;
import dk.grundskema.api.imports.source.ImportQuestion;
import dk.grundskema.domain.finding.Finding;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer to a question of an import.
 *
 * @param kind    what the word is
 * @param word    the word as the files have it; a heading with its list, as a {@code ListHeading}
 * @param meaning one of the question's meanings
 */
public record ImportAnswer(ImportQuestion.Kind kind, String word, String meaning) {
    /** Returns a mapping file with answers. */
    static String toMapping(Collection<ImportAnswer> answers) {
        Map<String, Json> fields = new TreeMap<>(fields(answers, false));
        Map<String, Json> ofPlan = fields(answers, true);
        if (!ofPlan.isEmpty()) {
            fields.put("inPlan", new Json.JsonObject(ofPlan));
        }
        return JsonFormatter.format(new Json.JsonObject(fields));
    }

    private static Map<String, Json> fields(Collection<ImportAnswer> answers, boolean areAboutPlan) {
        Map<String, Map<String, Json>> byField = new TreeMap<>();
        answers.stream()
                .filter(answer -> isAboutPlan(answer.kind()) == areAboutPlan)
                .forEach(answer -> byField.computeIfAbsent(field(answer.kind()), any -> new TreeMap<>())
                        .put(answer.word(), new Json.JsonString(answer.meaning())));
        Map<String, Json> fields = new TreeMap<>();
        byField.forEach((field, meanings) -> fields.put(field, new Json.JsonObject(meanings)));
        return fields;
    }

    private static boolean isAboutPlan(ImportQuestion.Kind kind) {
        return mappingPointer(kind).startsWith("/inPlan/");
    }

    /** Returns where a mapping has the answers to questions of a kind, as a JSON pointer. */
    static String mappingPointer(ImportQuestion.Kind kind) {
        return switch (kind) {
            case PLAN_STAFF, PLAN_CLASS, PLAN_ROOM, PLAN_SUBJECT, PLAN_LESSON -> "/inPlan/" + field(kind);
            case HEADING, STAFF, CLASS, ROOM, SUBJECT, ROOM_KIND, ROOM_USE -> "/" + field(kind);
        };
    }

    /** Returns what it is about. */
    ImportQuestion.Key key() {
        return new ImportQuestion.Key(kind, word);
    }

    /** Returns where a mapping has this answer, as a JSON pointer. */
    String pointer() {
        return mappingPointer(kind) + "/" + Finding.escapePointerSegment(word);
    }

    private static String field(ImportQuestion.Kind kind) {
        return switch (kind) {
            case HEADING -> "headings";
            case STAFF, PLAN_STAFF -> "staff";
            case CLASS, PLAN_CLASS -> "classes";
            case ROOM, PLAN_ROOM -> "rooms";
            case SUBJECT, PLAN_SUBJECT -> "subjects";
            case ROOM_KIND, ROOM_USE -> "roomKinds";
            case PLAN_LESSON -> "lessons";
        };
    }
}
