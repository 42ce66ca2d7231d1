package dk.grundskema.examples.generated;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonFormatter;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.problem.ProblemReader;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Writes generated problems as files. The same content gives the same text, independent of the iteration order of the JDK's maps.
 */
public final class ProblemFile {
    private ProblemFile() {}

    /**
     * Returns the text of a problem.
     *
     * @param problem its fields; the order of entries is kept where the map has one
     */
    public static String text(Map<String, Object> problem) {
        return JsonFormatter.format(Json.fromJava(inOrder(problem)));
    }

    /**
     * Reads the text of a generated problem.
     *
     * @throws IllegalStateException if the text is not a valid problem, which is a defect of its generator
     */
    public static Problem read(String text, PluginRegistry plugins) {
        return switch (new ProblemReader(plugins).read(text)) {
            case ReadResult.Success<Problem> good -> good.value();
            case ReadResult.Failure<Problem> bad ->
                throw new IllegalStateException("The generated problem is invalid: " + bad.findings());
        };
    }

    private static Object inOrder(Object value) {
        return switch (value) {
            case LinkedHashMap<?, ?> map -> {
                var copy = new LinkedHashMap<Object, Object>();
                map.forEach((key, each) -> copy.put(key, inOrder(each)));
                yield copy;
            }
            case Map<?, ?> map -> {
                var copy = new LinkedHashMap<Object, Object>();
                map.keySet().stream()
                        .map(String.class::cast)
                        .sorted()
                        .forEach(key -> copy.put(key, inOrder(Objects.requireNonNull(map.get(key)))));
                yield copy;
            }
            case List<?> list -> list.stream().map(ProblemFile::inOrder).toList();
            default -> value;
        };
    }
}
