package dk.grundskema.api.server.pages.lists;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.RecordWriter;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Lesson;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The subjects that a plan has, by whatever names: of lessons, of what staff teach, and those that interventions ask for. */
final class KnownSubjects {
    /** The list's name among those that cells name things of. */
    static final String LIST = "subjects";

    /** Fields of parameters that hold subjects, or what staff must be able to teach. */
    private static final Set<String> FIELDS = Set.of("subject", LIST, "skill", "skills");

    private KnownSubjects() {}

    /** Each once, as cells name things. */
    static List<Json> of(Problem problem) {
        Stream<String> taught = problem.lessons().stream().map(Lesson::subject);
        Stream<String> skills = problem.staff().stream().flatMap(one -> one.skills().stream());
        Stream<String> asked =
                problem.interventions().stream().flatMap(one -> asked(RecordWriter.toJson(one.parameters())));
        return Stream.of(taught, skills, asked)
                .flatMap(all -> all)
                .filter(one -> !one.isEmpty())
                .distinct()
                .<Json>map(one -> new Json.Structure(Map.of("id", new Json.Text(one), "name", new Json.Text(one))))
                .toList();
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
