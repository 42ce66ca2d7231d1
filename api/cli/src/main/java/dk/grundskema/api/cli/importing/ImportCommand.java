package dk.grundskema.api.cli.importing;

import dk.grundskema.api.cli.command.BadInputException;
import dk.grundskema.api.cli.command.CommandContext;
import dk.grundskema.api.cli.command.CommonOptions;
import dk.grundskema.api.cli.command.ExitStatus;
import dk.grundskema.api.cli.command.OutputFiles;
import dk.grundskema.api.cli.output.LocatedFinding;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.imports.CampDays;
import dk.grundskema.api.imports.CampTemplate;
import dk.grundskema.api.imports.ImportRequest;
import dk.grundskema.api.imports.ImportRequest.NamedFile;
import dk.grundskema.api.imports.ImportResult;
import dk.grundskema.api.imports.assembly.StudentIdScheme;
import dk.grundskema.api.imports.calendar.SchoolYear;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.InvalidValueException;
import dk.grundskema.domain.finding.Severity;
import dk.grundskema.domain.intervention.Decision;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.problem.Problem;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Creates a problem from a school's files. */
@Command(name = "import", sortOptions = false)
public final class ImportCommand implements Callable<Integer> {
    private static final ZoneId SCHOOL_ZONE = ZoneId.of("Europe/Copenhagen");

    private final CommandContext context;

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "files")
    private List<Path> files = List.of();

    @Option(names = "--output", paramLabel = "PROBLEM.json", descriptionKey = "output")
    private @Nullable Path output;

    @Option(names = "--school-year", paramLabel = "2026/27", descriptionKey = "school-year")
    private @Nullable String schoolYear;

    @Option(names = "--weeks", paramLabel = "33-51", descriptionKey = "weeks")
    private @Nullable String weeks;

    @ArgGroup(exclusive = false, multiplicity = "0..1")
    private @Nullable CampOptions camp;

    /** The camp that the files are of. */
    static final class CampOptions {
        @Option(
                names = "--camp",
                required = true,
                paramLabel = "2026-09-07..2026-09-25",
                descriptionKey = "camp",
                converter = CampDaysConverter.class)
        private @Nullable CampDays days;

        @Option(names = "--like", paramLabel = "PROBLEM.json", descriptionKey = "like")
        private @Nullable Path like;

        @ArgGroup(exclusive = false, multiplicity = "0..1")
        private @Nullable DecisionOptions decision;
    }

    /** The decision that students miss lessons for the camp. */
    static final class DecisionOptions {
        @Option(names = "--decided-by", required = true, paramLabel = "NAME", descriptionKey = "decided-by")
        private String by = "";

        @Option(names = "--reason", required = true, paramLabel = "TEXT", descriptionKey = "reason")
        private String reason = "";
    }

    @Option(names = "--bells", paramLabel = "FILE", descriptionKey = "bells")
    private @Nullable Path bells;

    @Option(names = "--mapping", paramLabel = "MAPPING.json", descriptionKey = "mapping")
    private @Nullable Path mapping;

    @Option(names = "--key", paramLabel = "FILE", descriptionKey = "key")
    private @Nullable Path key;

    @Option(names = "--title", paramLabel = "TEXT", descriptionKey = "title")
    private @Nullable String title;

    @Option(names = "--language", paramLabel = "da|en", descriptionKey = "language")
    private CommonOptions.@Nullable LanguageOption language;

    @Option(names = "--accept-warnings", descriptionKey = "accept-warnings")
    private boolean acceptWarnings;

    @Option(names = "--all", descriptionKey = "all")
    private boolean all;

    /** Converts the first and last day of a camp. */
    static final class CampDaysConverter implements ITypeConverter<CampDays> {
        @Override
        public CampDays convert(String text) {
            return CampDays.parse(text).orElseThrow(() -> new TypeConversionException(text));
        }
    }

    /** @param context context of the command */
    public ImportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Path target =
                output == null ? OutputFiles.findFreeFile(context.environment().folder(), "problem") : output;
        StudentKeyFile keyFile = key == null
                ? StudentKeyFile.ofUser(context.environment().environment())
                : StudentKeyFile.ofNamedFile(key, context.environment());
        StudentIdScheme ids = StudentIdScheme.of(keyFile);
        var findings = new ArrayList<>(destinationFindings(target));
        CampTemplate template = readTemplate(findings);
        ImportResult imported = context.planning().importFiles(createRequest(target, ids, schoolYear, template));
        if (isYearUnknown(imported)) {
            String assumed = currentSchoolYear();
            findings.add(new LocatedFinding("", Finding.warning("import.year.assumed", "", assumed)));
            imported = context.planning().importFiles(createRequest(target, ids, assumed, template));
        }
        keyFile.creationNotice().ifPresent(findings::add);
        imported.findings().forEach(each -> findings.add(new LocatedFinding(each.file(), each.finding())));
        var texts = context.texts()
                .withNames(
                        imported.problem() == null ? context.studentNaming() : context.bareNames(imported.problem()));
        var print = new ImportReportPrinter(context.screen(), texts, all);
        boolean hasErrors = findings.stream().anyMatch(each -> each.finding().isError());
        boolean hasWarnings = findings.stream().anyMatch(each -> each.finding().severity() == Severity.WARNING);
        if (hasErrors || (hasWarnings && !acceptWarnings)) {
            print.printRefused(findings, imported.understood());
            return ExitStatus.BAD_INPUT.code();
        }
        var refusal = context.planning().write(Objects.requireNonNull(imported.json()), context.resolve(target));
        if (!refusal.isEmpty()) {
            throw new BadInputException(
                    LocatedFinding.inFile(target.toString(), refusal),
                    context.bareNames(Objects.requireNonNull(imported.problem())));
        }
        print.printWritten(findings, imported.understood(), target);
        return ExitStatus.FINE.code();
    }

    private static boolean isYearUnknown(ImportResult imported) {
        return imported.findings().stream()
                .anyMatch(each -> each.finding().code().equals("import.year.unknown"));
    }

    private String currentSchoolYear() {
        return SchoolYear.of(LocalDate.ofInstant(context.environment().clock().instant(), SCHOOL_ZONE))
                .toString();
    }

    /** Reads the earlier camp; {@code null} if none is named or there are errors, which are added. */
    private @Nullable CampTemplate readTemplate(List<LocatedFinding> findings) {
        Path like = camp == null ? null : camp.like;
        if (like == null) {
            return null;
        }
        ReadResult<Problem> read = context.planning().readProblem(context.resolve(like));
        List<Finding> errors = read.findings().stream().filter(Finding::isError).toList();
        Optional<CampTemplate> template = read instanceof ReadResult.Success<Problem> good && errors.isEmpty()
                ? CampTemplate.of(good.value())
                : Optional.empty();
        findings.addAll(LocatedFinding.inFile(
                like.toString(),
                template.isEmpty() && errors.isEmpty()
                        ? List.of(Finding.error("import.camp.no-template", "/interventions"))
                        : errors));
        return template.orElse(null);
    }

    private ImportRequest createRequest(
            Path target, StudentIdScheme ids, @Nullable String year, @Nullable CampTemplate template) {
        Language spoken =
                language == null ? Language.of(context.commandTexts().locale()) : Language.valueOf(language.name());
        var plain = new ImportRequest(
                files.stream().map(this::namedFile).toList(),
                bells == null ? null : namedFile(bells),
                mapping == null ? null : namedFile(mapping),
                year,
                weeks,
                title,
                spoken,
                target.toString(),
                ids);
        ImportRequest request = template == null ? plain : plain.withTemplate(template);
        CampDays days = camp == null ? null : camp.days;
        DecisionOptions decided = camp == null ? null : camp.decision;
        if (days == null || decided == null) {
            return days == null ? request : request.withCamp(days);
        }
        try {
            return request.withCamp(days.withDecision(new Decision(decided.by, decided.reason)));
        } catch (InvalidValueException e) {
            throw new BadInputException(
                    LocatedFinding.inFile("--decided-by, --reason", e.findings()), Function.identity());
        }
    }

    private NamedFile namedFile(Path given) {
        return new NamedFile(given.toString(), context.resolve(given));
    }

    /** Returns why the destination cannot be written: no access, or it would overwrite an input file; empty if it can. */
    private List<LocatedFinding> destinationFindings(Path given) {
        Path target = context.resolve(given);
        var inputs = Stream.concat(
                files.stream(),
                Stream.of(bells, mapping, key, camp == null ? null : camp.like).filter(Objects::nonNull));
        List<Finding> findings = Stream.concat(
                        OutputFiles.writeRefusal(target).stream(),
                        inputs.flatMap(input -> OutputFiles.overwriteRefusal(target, context.resolve(input)).stream()))
                .toList();
        return LocatedFinding.inFile(given.toString(), findings);
    }
}
