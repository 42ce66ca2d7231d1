package dk.grundskema.api.service.input;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.RecordWriter;
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
 * Subjects of a plan from all sources: lessons, staff and interventions. Collected on first use, because few cells need them and a large
 * school has many lessons.
 */
final class SubjectIndex {
    /** Parameter fields that contain subjects or required qualifications. */
    private static final Set<String> FIELDS = Set.of("subject", "subjects", "skill", "skills");

    private final Supplier<Stream<String>> subjects;
    private @Nullable Set<String> subjectNames;

    /** @param subjects supplies the subjects, possibly repeated; called at most once */
    SubjectIndex(Supplier<Stream<String>> subjects) {
        this.subjects = subjects;
    }

    /** Returns the subjects of a problem. */
    static SubjectIndex of(Problem problem) {
        return new SubjectIndex(() -> Stream.of(
                        problem.lessons().stream().map(Lesson::subject),
                        problem.staff().stream().flatMap(one -> one.skills().stream()),
                        problem.interventions().stream()
                                .flatMap(one -> subjectsIn(RecordWriter.toJson(one.parameters()))))
                .flatMap(some -> some));
    }

    /** Returns whether a subject exists, ignoring case. */
    boolean contains(String word) {
        Set<String> names = subjectNames;
        if (names == null) {
            names = subjects.get().collect(Collectors.toCollection(() -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER)));
            subjectNames = names;
        }
        return names.contains(word);
    }

    private static Stream<String> subjectsIn(Json parameters) {
        return switch (parameters) {
            case Json.JsonObject structure ->
                structure.fields().entrySet().stream()
                        .flatMap(field -> Stream.concat(
                                FIELDS.contains(field.getKey()) ? texts(field.getValue()) : Stream.empty(),
                                subjectsIn(field.getValue())));
            case Json.JsonArray list -> list.elements().stream().flatMap(SubjectIndex::subjectsIn);
            default -> Stream.empty();
        };
    }

    private static Stream<String> texts(Json value) {
        Collection<Json> all = value instanceof Json.JsonArray list ? list.elements() : List.of(value);
        return all.stream().filter(Json.JsonString.class::isInstance).map(one -> ((Json.JsonString) one).value());
    }
}
