package dk.grundskema.api.service.importing;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonTreeParser;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.imports.source.ImportQuestion;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers that the page sends.
 *
 * @param changes meaning by question; an empty one means that a remembered answer is forgotten
 */
public record ImportAnswers(Map<ImportQuestion.Key, Optional<String>> changes) {
    private static final int MOST_ANSWERS = 5_000;

    /** Copies the map. */
    public ImportAnswers {
        changes = Map.copyOf(changes);
    }

    /** Returns no answers. */
    public static ImportAnswers none() {
        return new ImportAnswers(Map.of());
    }

    /** Returns whether one of these answers is about the question of another. */
    boolean isAbout(ImportAnswer answer) {
        return changes.containsKey(answer.key());
    }

    /** Parses a JSON list of objects with {@code kind}, {@code word} and {@code meaning}; anything else is left out. */
    public static ImportAnswers parse(String json) {
        Map<ImportQuestion.Key, Optional<String>> changes = new LinkedHashMap<>();
        if (JsonTreeParser.parse(json) instanceof ReadResult.Success<Json> good
                && good.value() instanceof Json.JsonArray all) {
            all.elements().stream().limit(MOST_ANSWERS).forEach(one -> {
                if (one instanceof Json.JsonObject answer) {
                    Optional<ImportQuestion.Kind> kind = kind(text(answer, "kind"));
                    String word = text(answer, "word");
                    if (kind.isPresent() && word != null) {
                        changes.put(
                                new ImportQuestion.Key(kind.get(), word), Optional.ofNullable(text(answer, "meaning")));
                    }
                }
            });
        }
        return new ImportAnswers(changes);
    }

    private static Optional<ImportQuestion.Kind> kind(@Nullable String name) {
        return Arrays.stream(ImportQuestion.Kind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst();
    }

    private static @Nullable String text(Json.JsonObject object, String field) {
        return object.fields().get(field) instanceof Json.JsonString text ? text.value() : null;
    }

    /** Returns the answers that hold: the remembered ones, as far as these do not replace or forget them, and these. */
    List<ImportAnswer> addedTo(List<ImportAnswer> remembered) {
        Map<ImportQuestion.Key, String> all = new LinkedHashMap<>();
        remembered.forEach(one -> all.put(one.key(), one.meaning()));
        changes.forEach((key, meaning) -> meaning.ifPresentOrElse(one -> all.put(key, one), () -> all.remove(key)));
        return all.entrySet().stream()
                .map(one -> new ImportAnswer(one.getKey().kind(), one.getKey().word(), one.getValue()))
                .toList();
    }
}
