package dk.grundskema.examples;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonFormatter;
import dk.grundskema.api.documents.json.JsonTreeParser;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.imports.ImportRequest;
import dk.grundskema.api.imports.ImportRequest.NamedFile;
import dk.grundskema.api.imports.assembly.StudentIdScheme;
import dk.grundskema.api.imports.assembly.StudentKey;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.examples.generated.MunicipalityGenerator;
import dk.grundskema.examples.generated.MunicipalitySize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Problem files of examples, and edits of them. */
final class ExampleProblems {
    private static final PluginPlanningFacade PLANNING = new PluginPlanningFacade();

    private ExampleProblems() {}

    static String inFolder(String folder) {
        try {
            return Files.readString(Path.of(folder, "problem.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns two neighbouring schools with small groups and co-teaching, which share an advisor and a tutor. */
    static String municipality() {
        return MunicipalityGenerator.file(new MunicipalitySize(2, 8), 1);
    }

    /** Returns the school from FET, with co-teaching in its first two classes by two of its teachers. */
    static String schoolFromFet() {
        Path file = Path.of("school-from-fet", "bakkeskolen.fet");
        var request = new ImportRequest(
                List.of(new NamedFile(file.toString(), file)),
                null,
                null,
                "2026/27",
                null,
                null,
                Language.DA,
                "problem.json",
                StudentIdScheme.of(StudentKey::random));
        String imported = Objects.requireNonNull(PLANNING.importFiles(request).json());
        return edit(imported, problem -> {
            Problem school = read(imported);
            addCoTeaching(
                    problem,
                    "co-teaching",
                    classes(school).subList(0, 2),
                    staff(school).subList(0, 2),
                    null);
        });
    }

    static List<String> classes(Problem problem) {
        return problem.groups().stream()
                .filter(one -> one.kind() == Group.Kind.CLASS)
                .map(one -> one.id().value())
                .toList();
    }

    private static List<String> staff(Problem problem) {
        return problem.staff().stream().map(one -> one.id().value()).toList();
    }

    /** Adds co-teaching of classes by a pool; without a first week from the start of the plan. */
    static void addCoTeaching(
            Map<String, Object> problem,
            String id,
            List<String> classes,
            List<String> pool,
            @Nullable String firstWeek) {
        var parameters = new LinkedHashMap<String, Object>();
        if (firstWeek != null) {
            parameters.put("firstWeek", firstWeek);
        }
        parameters.put(
                "classes",
                classes.stream()
                        .map(one -> Map.of("groupId", one, "scheme", "TYPE_2", "need", 3))
                        .toList());
        parameters.put(
                "pool",
                pool.stream()
                        .map(one -> Map.of(
                                "staffId",
                                one,
                                "schemes",
                                List.of("TYPE_2"),
                                "lessonsPerWeek",
                                4,
                                "yearsOfExperience",
                                5))
                        .toList());
        var interventions = new ArrayList<Object>((List<?>) problem.getOrDefault("interventions", List.of()));
        interventions.add(
                Map.of("id", id, "type", "co-teaching", "title", "Co-teaching " + id, "parameters", parameters));
        problem.put("interventions", interventions);
    }

    /** Removes a week from all lessons. */
    static void removeWeek(Map<String, Object> problem, String week) {
        for (Object lesson : (List<?>) Objects.requireNonNull(problem.get("lessons"))) {
            if (((Map<?, ?>) lesson).get("time") instanceof Map<?, ?> time
                    && time.get("weeks") instanceof List<?> weeks) {
                weeks.remove(week);
            }
        }
    }

    static Problem read(String text) {
        return switch (PLANNING.readProblem(text)) {
            case ReadResult.Success<Problem> good -> good.value();
            case ReadResult.Failure<Problem> bad ->
                throw new IllegalStateException("The example is invalid: " + bad.findings());
        };
    }

    /** Returns the file after an edit. */
    @SuppressWarnings("unchecked") // a problem is an object
    static String edit(String text, Consumer<Map<String, Object>> edit) {
        var parsed = (ReadResult.Success<Json>) JsonTreeParser.parse(text);
        var problem = (Map<String, Object>) copy(Objects.requireNonNull(Json.toJava(parsed.value())));
        edit.accept(problem);
        return JsonFormatter.format(Json.fromJava(problem));
    }

    /** Returns the parameters of the interventions of a type. */
    @SuppressWarnings("unchecked") // what copy returns
    static List<Map<String, Object>> parameters(Map<String, Object> problem, String type) {
        return ((List<Map<String, Object>>) problem.getOrDefault("interventions", List.of()))
                .stream()
                        .filter(one -> type.equals(one.get("type")))
                        .map(one -> (Map<String, Object>) Objects.requireNonNull(one.get("parameters")))
                        .toList();
    }

    /** Returns a copy whose lists and maps can be changed. */
    private static Object copy(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                var copy = new LinkedHashMap<String, Object>();
                map.forEach((key, each) -> copy.put(String.valueOf(key), copy(Objects.requireNonNull(each))));
                yield copy;
            }
            case List<?> list ->
                new ArrayList<>(list.stream().map(ExampleProblems::copy).toList());
            default -> value;
        };
    }
}
