package dk.grundskema.examples.generated;

import dk.grundskema.api.planning.ProblemReader;
import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.JsonText;
import dk.grundskema.api.platform.Read;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Made-up problems as files: the same text for the same content, whatever order maps of the JDK have today. */
final class ProblemFile {
    private ProblemFile() {}

    static String text(Map<String, Object> problem) {
        return JsonText.of(Json.fromJava(inOrder(problem)));
    }

    /** @throws IllegalStateException if the text is no problem, which is this package's fault */
    static Problem read(String text, PluginRegistry plugins) {
        return switch (new ProblemReader(plugins).read(text)) {
            case Read.Good<Problem> good -> good.value();
            case Read.Bad<Problem> bad ->
                throw new IllegalStateException("What was made up can't be read: " + bad.findings());
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
