package dk.grundskema.api.planning;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.JsonFile;
import dk.grundskema.api.platform.JsonParsing;
import dk.grundskema.api.platform.Read;
import dk.grundskema.api.platform.RecordReader;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
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
 * Reads problem files. What is wrong with a file on its own is found here, all at once; whether an intervention fits the
 * rest of the problem is for its plugin to say afterwards.
 */
public final class ProblemReader {
    private final RecordReader reader;

    /** @param plugins the intervention types that a problem may ask for */
    public ProblemReader(PluginRegistry plugins) {
        this.reader = records(plugins);
    }

    /** Reads any record in which there may be interventions. */
    public static RecordReader records(PluginRegistry plugins) {
        return new RecordReader(Map.of(Intervention.class, new InterventionReading(plugins)));
    }

    /** The problem in a file, or everything that is wrong with it. Never throws because of what the file holds. */
    public Read<Problem> read(Path file) {
        return reader.read(file, Problem.class);
    }

    /**
     * The problem in a file, or everything that is wrong with it: with the file on its own, and with its interventions as far
     * as the rest of the file lets one tell.
     *
     * @param file     the file
     * @param validate what plugins say about a problem
     */
    public Read<Problem> read(Path file, Function<Problem, List<Finding>> validate) {
        return JsonFile.read(file).then(good -> read(good.value(), validate));
    }

    /** The same of a text of JSON. */
    public Read<Problem> read(String json, Function<Problem, List<Finding>> validate) {
        return JsonParsing.parse(json).then(good -> read(good.value(), validate));
    }

    private Read<Problem> read(Json json, Function<Problem, List<Finding>> validate) {
        return switch (reader.read(json, Problem.class)) {
            case Read.Good<Problem> problem -> problem;
            case Read.Bad<Problem> bad -> new Read.Bad<>(andOf(json, bad.findings(), validate));
        };
    }

    private List<Finding> andOf(Json json, List<Finding> found, Function<Problem, List<Finding>> validate) {
        var part = new SoundPart(reader, json);
        var ofPlugins = part.problem().map(validate).orElse(List.of()).stream()
                .map(part::inFile)
                .flatMap(Optional::stream);
        var unsettled = part.unsettled();
        Stream<Finding> later = unsettled.isEmpty()
                ? Stream.empty()
                : Stream.of(Finding.info("intervention.checked-later", "", titles(json, unsettled)));
        return Stream.of(found.stream(), ofPlugins, later).flatMap(each -> each).toList();
    }

    /** What interventions of a broken file are called, as far as it says. */
    private static List<String> titles(Json json, List<Integer> places) {
        var list = ((Json.Listing)
                        Objects.requireNonNull(((Json.Structure) json).fields().get("interventions")))
                .elements();
        return places.stream()
                .map(place -> Stream.of("title", "id")
                        .map(name -> list.get(place) instanceof Json.Structure one
                                ? one.fields().get(name)
                                : null)
                        .filter(Json.Text.class::isInstance)
                        .map(text -> ((Json.Text) text).value())
                        .findFirst()
                        .orElse("/interventions/" + place))
                .toList();
    }

    /** The problem in a text, or everything that is wrong with it. */
    public Read<Problem> read(String json) {
        return reader.read(json, Problem.class);
    }
}
