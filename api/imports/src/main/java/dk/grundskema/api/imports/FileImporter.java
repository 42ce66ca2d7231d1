package dk.grundskema.api.imports;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonFormatter;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.json.RecordReader;
import dk.grundskema.api.documents.json.RecordWriter;
import dk.grundskema.api.documents.problem.ProblemReader;
import dk.grundskema.api.imports.CampLockFactory.CampLocks;
import dk.grundskema.api.imports.ImportRequest.NamedFile;
import dk.grundskema.api.imports.assembly.AssemblyResult;
import dk.grundskema.api.imports.assembly.ImportCounts;
import dk.grundskema.api.imports.assembly.ProblemAssembler;
import dk.grundskema.api.imports.assembly.UsedAnswers;
import dk.grundskema.api.imports.campsheet.BaseTimetableBuilder;
import dk.grundskema.api.imports.campsheet.CampVocabulary;
import dk.grundskema.api.imports.campsheet.NamedStaffDays;
import dk.grundskema.api.imports.interventions.ListedInterventionFactory;
import dk.grundskema.api.imports.interventions.ListedInterventions;
import dk.grundskema.api.imports.mappingfile.ImportMapping;
import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.ReadingHints;
import dk.grundskema.api.imports.source.SourceBellTime;
import dk.grundskema.api.imports.source.SourceData;
import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.api.imports.source.SourceReader;
import dk.grundskema.api.imports.table.TablePreview;
import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.engine.PreparedPlan;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Imports a school's files as a problem. The result is a complete problem, or none and all errors. The steps: read the mapping and the
 * school year, let a {@link SourceReader} read each file, assemble a problem, create interventions from the lists, and read the written
 * JSON back with the problem reader. Findings always name the place in the file.
 */
public final class FileImporter {
    private final PluginRegistry plugins;
    private final SourceReaderResolver recognition;
    private final Function<Problem, List<Finding>> validate;

    /**
     * @param plugins  intervention types
     * @param validate returns the plugins' findings for a problem
     */
    public FileImporter(PluginRegistry plugins, Function<Problem, List<Finding>> validate) {
        this(plugins, validate, SourceReaderRegistry.all(plugins));
    }

    /** @param readers readers of formats, in the order in which they are tried */
    FileImporter(PluginRegistry plugins, Function<Problem, List<Finding>> validate, List<SourceReader> readers) {
        this.plugins = plugins;
        this.recognition = new SourceReaderResolver(readers);
        this.validate = validate;
    }

    /** Imports files. No content of the files makes it throw. */
    public ImportResult importFiles(ImportRequest request) {
        var findings = new ArrayList<FileFinding>();
        ImportMapping mapping = readMapping(request.mapping(), findings);
        var year = SchoolYearSelection.of(request, mapping, findings);
        var hints = mapping.readingHints(year.span())
                .withCorrections(request.mended())
                .withDateResolver(year.years());
        List<SourceBellTime> bells = readBellTimes(request.bells(), hints, mapping, findings);
        SourceData source = recognition.readAll(request.files(), hints.withBells(bells));
        findings.addAll(source.findings());
        var settings = year.assemblySettings(request, mapping, bells, source, findings);
        AssemblyResult assembled = ProblemAssembler.assemble(source, settings);
        findings.addAll(assembled.findings());
        var baseTimetable =
                BaseTimetableBuilder.build(source.rows(), year.years(), CampVocabulary.ofListedStaff(source.staff()));
        if (request.camp() == null && baseTimetable.blocks() > 0) {
            var days = CampDays.of(baseTimetable.dates());
            if (days.isPresent()) {
                return importFiles(request.withCamp(days.get()));
            }
            findings.add(FileFinding.error(new SourceLocation("", ""), "import.base.no-camp-days"));
        }
        findings.addAll(baseTimetable.findings());
        var asked = new ListedInterventionFactory(plugins, request.language())
                .createInterventions(source.rows(), assembled.directory(), settings.horizon(), mapping.subjects());
        findings.addAll(asked.findings());
        ImportCounts understood =
                assembled.understood().withInterventions(asked.interventions().size());
        Problem problem = assembled.problem();
        if (problem == null) {
            return new ImportResult(
                    null,
                    null,
                    understood,
                    findings,
                    assembled.questions(),
                    mapping.ownNames(),
                    UsedAnswers.of(mapping, source),
                    mapping.inPlan());
        }
        boolean isWhole = !hasErrors(findings);
        var interventions = new ArrayList<>(asked.interventions());
        CampDays camp = request.camp();
        boolean hasOwnDays = !baseTimetable.dayKinds().elements().isEmpty();
        CampTemplate template = camp == null ? null : template(request.template(), camp, hasOwnDays, problem, findings);
        if (camp == null && request.template() != null) {
            findings.add(FileFinding.warning(new SourceLocation("", ""), "import.camp.template-unused"));
        }
        if (camp != null) {
            CampInterventionFactory.createIntervention(
                            camp, baseTimetable, template, plugins, request.language(), problem)
                    .ifPresent(interventions::add);
        }
        String text = problemText(problem, interventions, template);
        if (camp != null && !baseTimetable.staff().all().isEmpty()) {
            var locks = campLocks(text, baseTimetable.staff(), camp);
            findings.addAll(locks.findings());
            text = locks.locks().isEmpty()
                    ? text
                    : problemText(problem.withLocks(locks.locks(), problem.memberLocks()), interventions, template);
        }
        // If the import is incomplete, gaps in the problem mean nothing: report only errors within the parts.
        Function<Finding, FileFinding> placed = finding -> atListCell(finding, asked, request.output());
        findings.addAll((isWhole ? readAndValidate(text) : readErrors(text))
                .stream()
                        .filter(finding -> !asked.followsFromBrokenCell(finding.pointer()))
                        .map(placed)
                        .toList());
        return new ImportResult(
                hasErrors(findings) ? null : text,
                problem,
                understood,
                findings,
                assembled.questions(),
                mapping.ownNames(),
                UsedAnswers.of(mapping, source),
                mapping.inPlan());
    }

    /** Returns the tables of the files as they are read; files of other formats have none. No content of the files makes it throw. */
    public List<TablePreview> readTables(ImportRequest request) {
        ReadingHints hints = readMapping(request.mapping(), new ArrayList<>())
                .readingHints(null)
                .withCorrections(request.mended());
        return recognition.readTables(request.files(), hints);
    }

    private static boolean hasErrors(List<FileFinding> findings) {
        return findings.stream().anyMatch(each -> each.finding().isError());
    }

    private static ImportMapping readMapping(@Nullable NamedFile file, List<FileFinding> findings) {
        if (file == null) {
            return ImportMapping.defaults();
        }
        ReadResult<ImportMapping> read = new RecordReader(Map.of()).read(file.path(), ImportMapping.class);
        read.findings().forEach(finding -> findings.add(new FileFinding(file.name(), finding)));
        return read instanceof ReadResult.Success<ImportMapping> good ? good.value() : ImportMapping.defaults();
    }

    /** Returns the bell times; of the separate bell file, only bell times are used. */
    private List<SourceBellTime> readBellTimes(
            @Nullable NamedFile file, ReadingHints hints, ImportMapping mapping, List<FileFinding> findings) {
        var bells = new ArrayList<SourceBellTime>();
        if (file != null) {
            SourceData source = recognition.read(file, hints);
            findings.addAll(source.findings());
            bells.addAll(source.periods());
            if (source.periods().isEmpty() && !hasErrors(source.findings())) {
                findings.add(
                        FileFinding.error(new SourceLocation(file.name(), ""), "import.bells.no-times", file.name()));
            }
        }
        mapping.bells()
                .forEach(bell -> bells.add(new SourceBellTime(
                        new SourceLocation("", ""), bell.lesson(), bell.weekdays(), bell.start(), bell.end())));
        return bells;
    }

    /** Returns what of a template fits a camp, and says what is taken over and what does not fit. */
    private static @Nullable CampTemplate template(
            @Nullable CampTemplate template,
            CampDays camp,
            boolean hasOwnDays,
            Problem problem,
            List<FileFinding> findings) {
        if (template == null) {
            return null;
        }
        var nowhere = new SourceLocation("", "");
        findings.add(FileFinding.info(nowhere, "import.camp.template", template.title()));
        Set<String> kinds = problem.rooms().stream().map(Room::kind).collect(Collectors.toSet());
        var fitted = (hasOwnDays ? template.withoutBaseTimetable() : template).fitTo(camp, kinds);
        fitted.findings()
                .forEach(one -> findings.add(
                        FileFinding.warning(nowhere, one.code(), one.arguments().toArray())));
        return fitted.template();
    }

    /** Returns locks for the people that the base timetable names; none if the problem is not valid so far. */
    private CampLocks campLocks(String text, NamedStaffDays staff, CampDays days) {
        if (new ProblemReader(plugins).read(text) instanceof ReadResult.Success<Problem> good
                && validate.apply(good.value()).stream().noneMatch(Finding::isError)) {
            Problem problem = good.value();
            int last = problem.interventions().size() - 1; // the camp is added last
            if (last >= 0 && problem.interventions().get(last).type().equals(CampDays.TYPE)) {
                Demand camp = PreparedPlan.demands(plugins, problem).get(last);
                return new CampLockFactory(problem, camp).createLocks(staff, days);
            }
        }
        return new CampLocks(
                List.of(),
                staff.all().stream()
                        .map(one -> FileFinding.info(one.place(), "import.base.staff-errors", one.names()))
                        .toList());
    }

    private static String problemText(Problem problem, List<Json> interventions, @Nullable CampTemplate template) {
        var fields = new LinkedHashMap<>(RecordWriter.toJson(problem).fields());
        if (template != null) {
            fields.putAll(template.rules());
        }
        if (!interventions.isEmpty()) {
            fields.put("interventions", new Json.JsonArray(interventions));
        }
        return JsonFormatter.format(new Json.JsonObject(fields));
    }

    /** Moves a finding about parameters to the list cell that they come from, and names the student of its row. */
    private static FileFinding atListCell(Finding finding, ListedInterventions asked, String output) {
        return asked.locate(finding.pointer())
                .map(place -> new FileFinding(
                        place.file(),
                        new Finding(finding.code(), finding.severity(), place.where(), finding.arguments())))
                .map(placed ->
                        asked.findStudent(finding.pointer()).map(placed::about).orElse(placed))
                .orElseGet(() -> new FileFinding(output, finding));
    }

    private List<Finding> readErrors(String text) {
        return new ProblemReader(plugins)
                .read(text).findings().stream().filter(Finding::isError).toList();
    }

    /** Reads the JSON like any other reader, so that no unusable file is written. */
    private List<Finding> readAndValidate(String text) {
        var read = new ProblemReader(plugins).read(text);
        var found = new ArrayList<>(read.findings());
        if (read instanceof ReadResult.Success<Problem> good) {
            found.addAll(validate.apply(good.value()));
        }
        return found;
    }
}
