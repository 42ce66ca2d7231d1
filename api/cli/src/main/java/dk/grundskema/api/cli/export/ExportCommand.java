package dk.grundskema.api.cli.export;

import dk.grundskema.api.cli.command.BadInputException;
import dk.grundskema.api.cli.command.CommandContext;
import dk.grundskema.api.cli.command.CommandInput;
import dk.grundskema.api.cli.command.CommandInput.ValidInput;
import dk.grundskema.api.cli.command.ExitStatus;
import dk.grundskema.api.cli.command.OutputNotWrittenException;
import dk.grundskema.api.cli.output.FindingPrinter;
import dk.grundskema.api.cli.output.LocatedFinding;
import dk.grundskema.api.documents.file.ManagedFolder;
import dk.grundskema.api.exports.program.ExportScope;
import dk.grundskema.api.exports.program.ProgramExport;
import dk.grundskema.api.exports.program.ProgramFormat;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Writes a timetable or a school's existing lessons, or one person's or class's part of it, as files of another program. */
@Command(name = "export", sortOptions = false)
public final class ExportCommand implements Callable<Integer> {
    private static final String PURPOSE = "export";

    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "PROBLEM.json", descriptionKey = "problem")
    private Path problemFile = Path.of("");

    @Parameters(index = "1", arity = "0..1", paramLabel = "TIMETABLE.json", descriptionKey = "timetable")
    private @Nullable Path timetableFile;

    @Option(
            names = "--format",
            required = true,
            paramLabel = "asc|untis|fet|csv|xlsx|json",
            descriptionKey = "format",
            converter = FormatConverter.class)
    private ProgramFormat format = ProgramFormat.CSV;

    @Option(names = "--output", required = true, paramLabel = "DIR", descriptionKey = "output")
    private Path folder = Path.of("");

    @ArgGroup(exclusive = true, multiplicity = "0..1")
    private @Nullable Part part;

    /** The part of the plan that is exported: of one person or of one class. */
    static final class Part {
        @Option(names = "--staff", paramLabel = "ID", descriptionKey = "staff")
        private @Nullable String staff;

        @Option(names = "--class", paramLabel = "ID", descriptionKey = "class")
        private @Nullable String group;
    }

    /** Converts the names of formats. */
    static final class FormatConverter implements ITypeConverter<ProgramFormat> {
        @Override
        public ProgramFormat convert(String word) {
            return ProgramFormat.of(word).orElseThrow(() -> new TypeConversionException(word));
        }
    }

    /** @param context context of the command */
    public ExportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var target = new ManagedFolder(context.resolve(folder), PURPOSE);
        var intake = new CommandInput(context);
        intake.problem(problemFile);
        readTimetable(intake);
        intake.addFindings(folder, target.findWriteObstacles(List.of()));
        checkPart(intake);
        ValidInput taken = intake.finish();
        ProgramExport export =
                context.planExporter(taken.problem()).programFiles(format, timetable(taken), scope(taken.problem()));
        var refusals = target.findWriteObstacles(export.files().keySet());
        if (!refusals.isEmpty()) {
            throw new BadInputException(
                    LocatedFinding.inFile(folder.toString(), refusals), context.names(taken.problem()));
        }
        OutputNotWrittenException.throwIfAny(folder, target.write(export.files()));
        report(export, taken);
        return ExitStatus.FINE.code();
    }

    /** Reads the timetable. Without one the school's existing lessons are exported; it is an error if there are none, or if the format has none. */
    private void readTimetable(CommandInput intake) {
        if (timetableFile != null) {
            intake.timetable(timetableFile);
            return;
        }
        Problem problem = intake.problem();
        if (problem != null && (problem.lessons().isEmpty() || format == ProgramFormat.JSON)) {
            intake.addFindings(problemFile, List.of(Finding.error("export.no-timetable", "")));
        }
    }

    private static Timetable timetable(ValidInput taken) {
        Timetable given = taken.timetable();
        return given == null
                ? Timetable.empty(taken.hash(), taken.problem().horizon().zone())
                : given;
    }

    /** Reports a person or class that the problem does not have, with the other findings. */
    private void checkPart(CommandInput intake) {
        Problem problem = intake.problem();
        if (problem == null || part == null) {
            return;
        }
        if (part.staff != null && staff(problem, part.staff) == null) {
            intake.addFindings("--staff", List.of(Finding.error("export.no-such-staff", "", part.staff)));
        }
        if (part.group != null && group(problem, part.group) == null) {
            intake.addFindings("--class", List.of(Finding.error("export.no-such-class", "", part.group)));
        }
    }

    private ExportScope scope(Problem problem) {
        return part == null
                ? ExportScope.wholePlan()
                : new ExportScope(
                        part.staff == null ? null : staff(problem, part.staff),
                        part.group == null ? null : group(problem, part.group));
    }

    private static @Nullable StaffId staff(Problem problem, String id) {
        return problem.staff().stream()
                .map(StaffMember::id)
                .filter(each -> each.value().equals(id))
                .findFirst()
                .orElse(null);
    }

    private @Nullable GroupId group(Problem problem, String id) {
        Stream<Group> formed = context.planning().expandDemands(problem).stream()
                .flatMap(demand -> demand.groupings().stream())
                .flatMap(grouping -> grouping.groups().stream());
        return Stream.concat(problem.groups().stream(), formed)
                .map(Group::id)
                .filter(each -> each.value().equals(id))
                .findFirst()
                .orElse(null);
    }

    private void report(ProgramExport export, ValidInput taken) {
        new FindingPrinter(context.screen(), taken.texts())
                .printFindings(LocatedFinding.inFile(format.word(), export.findings()));
        Path full = context.resolve(folder).toAbsolutePath().normalize();
        context.screen()
                .printLine(taken.texts().text("export.written", export.files().size(), full));
        if (!export.weeks().isEmpty()) {
            context.screen().printLine(taken.texts().text("export.weeks", export.weeks()));
        }
    }
}
