package dk.grundskema.api.server.pages.lists;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.RecordWriter;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Lesson;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The subjects that a plan has, by whatever names: of lessons, of what staff teach, and those that interventions ask for. Few cells need them, and a
 * large school has many lessons, so they are collected when they are first asked for.
 */
final class KnownSubjects {
    /** Fields of parameters that hold subjects, or what staff must be able to teach. */
    private static final Set<String> FIELDS = Set.of("subject", "subjects", "skill", "skills");

    private final Supplier<Stream<String>> all;
    private @Nullable Set<String> known;

    /** @param all the subjects, each as often as may be; asked for once, and only if somebody wants to know */
    KnownSubjects(Supplier<Stream<String>> all) {
        this.all = all;
    }

    /** Those of a problem. */
    static KnownSubjects of(Problem problem) {
        return new KnownSubjects(() -> Stream.of(
                        problem.lessons().stream().map(Lesson::subject),
                        problem.staff().stream().flatMap(one -> one.skills().stream()),
                        problem.interventions().stream().flatMap(one -> asked(RecordWriter.toJson(one.parameters()))))
                .flatMap(some -> some));
    }

    /** Whether there is a subject of that name, in small or capital letters. */
    boolean isOne(String word) {
        Set<String> names = known;
        if (names == null) {
            names = all.get().collect(Collectors.toCollection(() -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER)));
            known = names;
        }
        return names.contains(word);
    }

    private static Stream<String> asked(Json parameters) {
        return switch (parameters) {
            case Json.Structure structure ->
                structure.fields().entrySet().stream()
                        .flatMap(field -> Stream.concat(
                                FIELDS.contains(field.getKey()) ? texts(field.getValue()) : Stream.empty(),
                                asked(field.getValue())));
            case Json.Listing list -> list.elements().stream().flatMap(KnownSubjects::asked);
            default -> Stream.empty();
        };
    }

    private static Stream<String> texts(Json value) {
        Collection<Json> all = value instanceof Json.Listing list ? list.elements() : List.of(value);
        return all.stream().filter(Json.Text.class::isInstance).map(one -> ((Json.Text) one).value());
    }
}
