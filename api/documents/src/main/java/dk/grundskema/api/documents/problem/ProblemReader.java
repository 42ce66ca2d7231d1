package dk.grundskema.api.documents.problem;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonFileReader;
import dk.grundskema.api.documents.json.JsonTreeParser;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.json.RecordReader;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.UnreadParameters;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.registry.PluginRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads problem files and reports all errors of the file at once. Whether an intervention fits the rest of the problem is checked by its
 * plugin afterwards.
 */
public final class ProblemReader {
    private final RecordReader reader;

    /** @param plugins the intervention types that a problem may use */
    public ProblemReader(PluginRegistry plugins) {
        this(recordReader(plugins));
    }

    private ProblemReader(RecordReader reader) {
        this.reader = reader;
    }

    /** Returns a reader of problems that are only looked at: interventions of unknown types have {@link UnreadParameters}. */
    public static ProblemReader forViewing(PluginRegistry plugins) {
        return new ProblemReader(new RecordReader(Map.of(Intervention.class, new InterventionReader(plugins, true))));
    }

    /** Returns a reader for any record that may contain interventions. */
    public static RecordReader recordReader(PluginRegistry plugins) {
        return new RecordReader(Map.of(Intervention.class, new InterventionReader(plugins, false)));
    }

    /** Returns the problem in a file, or everything that is wrong with it. No content of the file makes it throw. */
    public ReadResult<Problem> read(Path file) {
        return reader.read(file, Problem.class);
    }

    /**
     * Returns the problem in a file, or everything that is wrong with the file and, as far as the valid rest allows, with its
     * interventions.
     *
     * @param file     the file
     * @param validate returns the plugins' findings for a problem
     */
    public ReadResult<Problem> read(Path file, Function<Problem, List<Finding>> validate) {
        return JsonFileReader.read(file).then(good -> read(good, validate));
    }

    /** Returns the same for a JSON text. */
    public ReadResult<Problem> read(String json, Function<Problem, List<Finding>> validate) {
        return JsonTreeParser.parse(json).then(good -> read(good, validate));
    }

    /** Returns the same for parsed JSON; the problem has the hash of the JSON. */
    public ReadResult<Problem> read(ReadResult.Success<Json> json, Function<Problem, List<Finding>> validate) {
        return switch (reader.read(json, Problem.class)) {
            case ReadResult.Success<Problem> problem -> problem;
            case ReadResult.Failure<Problem> bad ->
                new ReadResult.Failure<>(addPluginFindings(json.value(), bad.findings(), validate));
        };
    }

    private List<Finding> addPluginFindings(Json json, List<Finding> found, Function<Problem, List<Finding>> validate) {
        var part = new BrokenProblemPruner(reader, json);
        var ofPlugins = part.pruneToValid().map(validate).orElse(List.of()).stream()
                .map(part::toFileFinding)
                .flatMap(Optional::stream);
        var unsettled = part.uncheckedInterventions();
        Stream<Finding> later = unsettled.isEmpty()
                ? Stream.empty()
                : Stream.of(Finding.info("intervention.checked-later", "", interventionTitles(json, unsettled)));
        return Stream.of(found.stream(), ofPlugins, later).flatMap(each -> each).toList();
    }

    /** Returns the titles of interventions of a broken file; the id or the place if there is no title. */
    private static List<String> interventionTitles(Json json, List<Integer> places) {
        var list = ((Json.JsonArray)
                        Objects.requireNonNull(((Json.JsonObject) json).fields().get("interventions")))
                .elements();
        return places.stream()
                .map(place -> Stream.of("title", "id")
                        .map(name -> list.get(place) instanceof Json.JsonObject one
                                ? one.fields().get(name)
                                : null)
                        .filter(Json.JsonString.class::isInstance)
                        .map(text -> ((Json.JsonString) text).value())
                        .findFirst()
                        .orElse("/interventions/" + place))
                .toList();
    }

    /** Returns the problem in a text, or everything that is wrong with it. */
    public ReadResult<Problem> read(String json) {
        return reader.read(json, Problem.class);
    }
}
