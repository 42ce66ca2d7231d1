package dk.grundskema.api.imports;

import dk.grundskema.api.imports.ImportRequest.Named;
import dk.grundskema.api.imports.assembly.Assembled;
import dk.grundskema.api.imports.assembly.Assembly;
import dk.grundskema.api.imports.assembly.Understood;
import dk.grundskema.api.imports.lists.Asked;
import dk.grundskema.api.imports.lists.PluginLists;
import dk.grundskema.api.imports.mapping.ImportMapping;
import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.FileReader;
import dk.grundskema.api.imports.source.Place;
import dk.grundskema.api.imports.source.ReadingHints;
import dk.grundskema.api.imports.source.Source;
import dk.grundskema.api.imports.source.SourcePeriod;
import dk.grundskema.api.imports.table.SeenTable;
import dk.grundskema.api.planning.ProblemReader;
import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.JsonText;
import dk.grundskema.api.platform.Read;
import dk.grundskema.api.platform.RecordReader;
import dk.grundskema.api.platform.RecordWriter;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes a problem of the files that a school has: the whole of it, or nothing with everything that is wrong. */
public final class FileImport {
    private final PluginRegistry plugins;
    private final Recognition recognition;
    private final Function<Problem, List<Finding>> validate;

    /**
     * @param plugins  intervention types
     * @param validate what they say about a problem
     */
    public FileImport(PluginRegistry plugins, Function<Problem, List<Finding>> validate) {
        this(plugins, validate, ImportReaders.all(plugins));
    }

    /** @param readers readers of formats, in the order in which they are asked */
    FileImport(PluginRegistry plugins, Function<Problem, List<Finding>> validate, List<FileReader> readers) {
        this.plugins = plugins;
        this.recognition = new Recognition(readers);
        this.validate = validate;
    }

    /** What comes of files. Never throws because of what they hold. */
    public Imported of(ImportRequest request) {
        var findings = new ArrayList<FileFinding>();
        ImportMapping mapping = mapping(request.mapping(), findings);
        var year = YearChoice.of(request, mapping, findings);
        var hints = mapping.hints(year.span()).mending(request.mended()).dating(year.years());
        Source source = recognition.readAll(request.files(), hints);
        findings.addAll(source.findings());
        List<SourcePeriod> bells = new ArrayList<>(bells(request.bells(), hints, mapping, findings));
        var settings = year.settings(request, mapping, bells, source, findings);
        Assembled assembled = Assembly.of(source, settings);
        findings.addAll(assembled.findings());
        var asked = new PluginLists(plugins, request.language())
                .asked(source.rows(), assembled.directory(), settings.horizon(), mapping.subjects());
        findings.addAll(asked.findings());
        Understood understood =
                assembled.understood().asking(asked.interventions().size());
        Problem problem = assembled.problem();
        if (problem == null) {
            return new Imported(null, null, understood, findings);
        }
        boolean isWhole = !hasErrors(findings);
        var interventions = new ArrayList<>(asked.interventions());
        CampDays camp = request.camp();
        if (camp != null) {
            CampBeginning.of(camp, plugins, request.language(), problem).ifPresent(interventions::add);
        }
        String text = text(problem, interventions);
        // What is missing in a part of a school says nothing of the whole: only what is wrong in itself is told then.
        Function<Finding, FileFinding> placed = finding -> placed(finding, asked, request.output());
        findings.addAll((isWhole ? read(text) : misread(text))
                .stream()
                        .filter(finding -> !asked.followsFromBroken(finding.pointer()))
                        .map(placed)
                        .toList());
        return new Imported(hasErrors(findings) ? null : text, problem, understood, findings);
    }

    /** The tables of the files as they are read; files of other kinds have none. Never throws because of what they hold. */
    public List<SeenTable> tables(ImportRequest request) {
        ReadingHints hints = ReadingHints.none().mending(request.mended());
        return recognition.tables(request.files(), hints);
    }

    private static boolean hasErrors(List<FileFinding> findings) {
        return findings.stream().anyMatch(each -> each.finding().isError());
    }

    private static ImportMapping mapping(@Nullable Named file, List<FileFinding> findings) {
        if (file == null) {
            return ImportMapping.defaults();
        }
        Read<ImportMapping> read = new RecordReader(Map.of()).read(file.path(), ImportMapping.class);
        read.findings().forEach(finding -> findings.add(new FileFinding(file.name(), finding)));
        return read instanceof Read.Good<ImportMapping> good ? good.value() : ImportMapping.defaults();
    }

    /** Of a file that is given for bell times, only those count. */
    private List<SourcePeriod> bells(
            @Nullable Named file, ReadingHints hints, ImportMapping mapping, List<FileFinding> findings) {
        var bells = new ArrayList<SourcePeriod>();
        if (file != null) {
            Source source = recognition.read(file, hints);
            findings.addAll(source.findings());
            bells.addAll(source.periods());
            if (source.periods().isEmpty() && !hasErrors(source.findings())) {
                findings.add(FileFinding.error(new Place(file.name(), ""), "import.bells.no-times", file.name()));
            }
        }
        mapping.bells()
                .forEach(bell -> bells.add(
                        new SourcePeriod(new Place("", ""), bell.lesson(), bell.weekdays(), bell.start(), bell.end())));
        return bells;
    }

    private static String text(Problem problem, List<Json> interventions) {
        var fields = new LinkedHashMap<>(RecordWriter.toJson(problem).fields());
        if (!interventions.isEmpty()) {
            fields.put("interventions", new Json.Listing(interventions));
        }
        return JsonText.of(new Json.Structure(fields));
    }

    /** What is wrong with parameters is said at the cell that they come from. */
    private static FileFinding placed(Finding finding, Asked asked, String output) {
        return asked.place(finding.pointer())
                .map(place -> new FileFinding(
                        place.file(),
                        new Finding(finding.code(), finding.severity(), place.where(), finding.arguments())))
                .orElseGet(() -> new FileFinding(output, finding));
    }

    private List<Finding> misread(String text) {
        return new ProblemReader(plugins)
                .read(text).findings().stream().filter(Finding::isError).toList();
    }

    /** Reads what is to be written as everybody else will read it, so that nothing is written that can't be used. */
    private List<Finding> read(String text) {
        var read = new ProblemReader(plugins).read(text);
        var found = new ArrayList<>(read.findings());
        if (read instanceof Read.Good<Problem> good) {
            found.addAll(validate.apply(good.value()));
        }
        return found;
    }
}
