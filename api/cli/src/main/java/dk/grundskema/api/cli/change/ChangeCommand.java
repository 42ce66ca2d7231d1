package dk.grundskema.api.cli.change;

import dk.grundskema.api.cli.command.ArgumentValidator;
import dk.grundskema.api.cli.command.CommandContext;
import dk.grundskema.api.cli.command.CommandInput;
import dk.grundskema.api.cli.command.CommandInput.ValidInput;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.imports.ImportRequest.NamedFile;
import dk.grundskema.api.planning.change.ChangePlanner;
import dk.grundskema.api.planning.change.ChangePlanner.ChangedProblem;
import dk.grundskema.api.planning.change.FormedGroups;
import dk.grundskema.api.planning.change.StatedChange;
import dk.grundskema.api.planning.schooltimetable.SchoolTimetableReader;
import dk.grundskema.api.planning.schooltimetable.SchoolTimetableReader.TimetableFiles;
import dk.grundskema.api.planning.schooltimetable.SchoolTimetableReader.TimetableStart;
import dk.grundskema.api.planning.schooltimetable.SchoolTimetableReader.TimetableStart.ImpossibleStart;
import dk.grundskema.api.planning.schooltimetable.SchoolTimetableReader.TimetableStart.PossibleStart;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.SolveLimits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Changes a plan in use at a moment: previews what changes, and writes the changed problem, the plan and the preview. Its other name {@code replan} is for people who are
 * ill: {@code --absent} needs no moment.
 */
@Command(name = "change", aliases = "replan", sortOptions = false)
public final class ChangeCommand implements Callable<Integer> {
    private static final int DEFAULT_SECONDS = 5;
    private static final String NOW = "--now";
    private static final String AWAY = "--away";
    private static final String ROOM_GONE = "--room-gone";
    private static final String DAY_CLOSED = "--day-closed";
    private static final String DAY_OPENED = "--day-opened";
    private static final String HOURS = "--hours";
    private static final String STUDENT_LEAVES = "--student-leaves";
    private static final String STUDENT_MOVES = "--student-moves";
    private static final String STAFF_JOINS = "--staff-joins";
    private static final String ROOM_ADDED = "--room-added";
    private static final String STUDENT_JOINS = "--student-joins";
    private static final String LESSON_MOVED = "--lesson-moved";
    private static final String SUBJECT_DROPPED = "--subject-dropped";
    private static final String TO = "--to";
    private static final String SCHOOL_TIMETABLE = "--school-timetable";
    private static final String TIMETABLE_FROM = "--timetable-from";

    private final CommandContext context;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "PROBLEM.json", descriptionKey = "problem")
    private Path problemFile = Path.of("");

    @Parameters(index = "1", paramLabel = "TIMETABLE.json", descriptionKey = "timetable")
    private Path timetableFile = Path.of("");

    @Option(names = NOW, paramLabel = "MOMENT", descriptionKey = "now")
    private @Nullable String now;

    @Option(
            names = AWAY,
            arity = "3",
            hideParamSyntax = true,
            paramLabel = "<STAFF> <FROM> <UNTIL>",
            descriptionKey = "away")
    private List<String> away = List.of();

    @Option(
            names = StaffAbsences.OPTION,
            arity = "2",
            hideParamSyntax = true,
            paramLabel = "<STAFF> <FROM..UNTIL>",
            descriptionKey = "absent")
    private List<String> absent = List.of();

    @Option(
            names = ROOM_GONE,
            arity = "3",
            hideParamSyntax = true,
            paramLabel = "<ROOM> <FROM> <UNTIL>",
            descriptionKey = "room-gone")
    private List<String> roomGone = List.of();

    @Option(names = DAY_CLOSED, paramLabel = "DAY", descriptionKey = "day-closed")
    private List<String> dayClosed = List.of();

    @Option(names = DAY_OPENED, paramLabel = "DAY", descriptionKey = "day-opened")
    private List<String> dayOpened = List.of();

    @Option(
            names = HOURS,
            arity = "2",
            hideParamSyntax = true,
            paramLabel = "<STAFF> <HOURS>",
            descriptionKey = "hours")
    private List<String> hours = List.of();

    @Option(
            names = STUDENT_LEAVES,
            arity = "2",
            hideParamSyntax = true,
            paramLabel = "<STUDENT> <FROM>",
            descriptionKey = "student-leaves")
    private List<String> studentLeaves = List.of();

    @Option(
            names = STUDENT_MOVES,
            arity = "3",
            hideParamSyntax = true,
            paramLabel = "<STUDENT> <GROUP> <FROM>",
            descriptionKey = "student-moves")
    private List<String> studentMoves = List.of();

    @Option(
            names = STAFF_JOINS,
            arity = "5",
            hideParamSyntax = true,
            paramLabel = "<NAME> <HOURS> <SKILLS> <WEEKDAYS> <FROM>",
            descriptionKey = "staff-joins")
    private List<String> staffJoins = List.of();

    @Option(
            names = ROOM_ADDED,
            arity = "5",
            hideParamSyntax = true,
            paramLabel = "<NAME> <KIND> <CAPACITY> <SITE> <FROM>",
            descriptionKey = "room-added")
    private List<String> roomAdded = List.of();

    @Option(
            names = STUDENT_JOINS,
            arity = "3",
            hideParamSyntax = true,
            paramLabel = "<NAME> <GROUP> <FROM>",
            descriptionKey = "student-joins")
    private List<String> studentJoins = List.of();

    @Option(
            names = LESSON_MOVED,
            arity = "5",
            hideParamSyntax = true,
            paramLabel = "<LESSON> <FROM> <WEEKDAY> <TIME> <ROOM>",
            descriptionKey = "lesson-moved")
    private List<String> lessonMoved = List.of();

    @Option(
            names = SUBJECT_DROPPED,
            arity = "3",
            hideParamSyntax = true,
            paramLabel = "<SUBJECT> <GROUP> <FROM>",
            descriptionKey = "subject-dropped")
    private List<String> subjectDropped = List.of();

    @Option(names = SCHOOL_TIMETABLE, paramLabel = "FILE", descriptionKey = "school-timetable")
    private List<Path> schoolTimetable = List.of();

    @Option(names = TIMETABLE_FROM, paramLabel = "DAY", descriptionKey = "timetable-from")
    private @Nullable String timetableFrom;

    @Option(names = "--bells", paramLabel = "FILE", descriptionKey = "bells")
    private @Nullable Path bells;

    @Option(names = "--mapping", paramLabel = "MAPPING.json", descriptionKey = "mapping")
    private @Nullable Path mapping;

    @Option(names = TO, paramLabel = "PROBLEM.json", descriptionKey = "to")
    private @Nullable Path to;

    @Option(names = "--output", paramLabel = "FOLDER", descriptionKey = "output")
    private @Nullable Path output;

    @Option(names = "--preview", descriptionKey = "preview")
    private boolean preview;

    @Option(names = "--seconds", paramLabel = "N", descriptionKey = "seconds")
    private @Nullable Integer seconds;

    @Option(names = "--steps", paramLabel = "N", descriptionKey = "steps")
    private @Nullable Long steps;

    @Option(names = "--fresh-seconds", paramLabel = "N", descriptionKey = "fresh-seconds")
    private @Nullable Integer freshSeconds;

    /** @param context context of the command */
    public ChangeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        SolveLimits limits = limits();
        var intake = new CommandInput(context);
        intake.problem(problemFile);
        intake.timetable(timetableFile);
        Optional<ChangeCommandRun.Change> change = readChange(intake);
        Path folder = output == null ? null : context.resolve(output);
        if (folder != null) {
            checkFolder(intake, folder);
        }
        ValidInput taken = intake.finish();
        return new ChangeCommandRun(context, taken, change.orElseThrow(), limits, freshLimits())
                .run(folder)
                .code();
    }

    private SolveLimits limits() {
        var arguments = new ArgumentValidator(spec, context.commandTexts());
        if (seconds != null && steps != null) {
            throw arguments.invalidArgument("usage.seconds-and-steps");
        }
        arguments.checkRange("--seconds", seconds, ArgumentValidator.MOST_SECONDS);
        arguments.checkRange("--steps", steps, Long.MAX_VALUE);
        if (freshSeconds != null && freshSeconds != 0) {
            arguments.checkRange("--fresh-seconds", freshSeconds, ArgumentValidator.MOST_SECONDS);
        }
        if (now == null && absent.isEmpty()) {
            throw arguments.invalidArgument("usage.no-moment");
        }
        if (preview == (output != null)) {
            throw arguments.invalidArgument("usage.output-or-preview");
        }
        if (schoolTimetable.isEmpty() && (timetableFrom != null || bells != null || mapping != null)) {
            throw arguments.invalidArgument("usage.no-school-timetable");
        }
        if (to == null && schoolTimetable.isEmpty() && changeCount() == 0) {
            throw arguments.invalidArgument("usage.no-change");
        }
        return steps != null
                ? SolveLimits.ofSteps(steps)
                : SolveLimits.of(Duration.ofSeconds(seconds == null ? DEFAULT_SECONDS : seconds));
    }

    private int changeCount() {
        return away.size()
                + absent.size()
                + roomGone.size()
                + dayClosed.size()
                + dayOpened.size()
                + hours.size()
                + studentLeaves.size()
                + studentMoves.size()
                + staffJoins.size()
                + roomAdded.size()
                + studentJoins.size()
                + lessonMoved.size()
                + subjectDropped.size();
    }

    /** Returns limits for planning afresh, which takes place on request only: who changes a plan this morning waits for the least change. */
    private @Nullable SolveLimits freshLimits() {
        if (freshSeconds == null || freshSeconds == 0) {
            return null;
        }
        return steps != null ? SolveLimits.ofSteps(steps) : SolveLimits.of(Duration.ofSeconds(freshSeconds));
    }

    /** Refuses a folder that is a file, or that has the input in it: nothing that is read is overwritten. */
    private void checkFolder(CommandInput intake, Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            intake.addFindings("--output", List.of(Finding.error("changing.no-folder", "", folder)));
            return;
        }
        for (String name : ChangeCommandRun.FILES) {
            Path file = folder.resolve(name);
            intake.checkNoInput(file, problemFile);
            intake.checkNoInput(file, timetableFile);
            Stream.concat(
                            schoolTimetable.stream(),
                            Stream.of(to, bells, mapping).filter(Objects::nonNull))
                    .forEach(input -> intake.checkNoInput(file, input));
        }
    }

    /** Returns the change; empty if there are errors, which are collected in any case. */
    private Optional<ChangeCommandRun.Change> readChange(CommandInput intake) {
        Problem problem = intake.problem();
        Timetable timetable = intake.timetable();
        boolean isPlanUsable = !intake.hasErrors();
        List<StatedChange> changes = new ArrayList<>();
        if (to != null) {
            ReadResult<Problem> reading = context.planning().readProblem(context.resolve(to));
            intake.addFindings(to, reading.findings());
            if (reading instanceof ReadResult.Success<Problem> good) {
                changes.add(new StatedChange.ReplacedProblem(good.value()));
            } else {
                isPlanUsable = false;
            }
        }
        if (problem == null) {
            return Optional.empty();
        }
        Problem known = changes.isEmpty() ? problem : ((StatedChange.ReplacedProblem) changes.getFirst()).problem();
        StaffAbsences absences = StaffAbsences.parse(absent, known, intake);
        Optional<LocalDateTime> at = readMoment(intake, problem, absences);
        if (!schoolTimetable.isEmpty() && at.isPresent()) {
            Optional<Problem> merged = readSchoolTimetable(intake, known, at.get());
            merged.map(StatedChange.ReplacedProblem::new).ifPresent(changes::add);
            isPlanUsable &= merged.isPresent();
            known = merged.orElse(known);
        }
        if (!absences.changes().isEmpty() && timetable != null && at.isPresent() && isPlanUsable) {
            known = absences.releaseLocks(known, timetable, at.get());
            changes.add(new StatedChange.ReplacedProblem(known));
        }
        changes.addAll(absences.changes());
        Problem toChange = known;
        FormedGroups formed = timetable == null ? null : new FormedGroups(context.planning(), problem, timetable);
        parse(
                intake,
                () -> new ChangeParser(toChange, formed == null ? List::of : formed::all),
                at.map(LocalDateTime::toLocalDate),
                changes);
        if (timetable == null || at.isEmpty() || !isPlanUsable) {
            return Optional.empty();
        }
        var operation = new ChangePlanner(context.planning(), problem, timetable, at.get());
        ChangedProblem changed = operation.apply(changes);
        addChangeFindings(intake, changed);
        return Optional.of(new ChangeCommandRun.Change(
                operation,
                changed.problem(),
                StaffAbsences.remaining(changes, changed.problem(), at.get()),
                context.resolve(to == null ? problemFile : Objects.requireNonNull(to))));
    }

    /** Returns the stated moment, else that of the absences; empty if it is malformed or unknown. */
    private Optional<LocalDateTime> readMoment(CommandInput intake, Problem problem, StaffAbsences absences) {
        if (now == null) {
            return absences.firstMoment(problem.horizon());
        }
        var parser = new ChangeParser(problem);
        Optional<LocalDateTime> stated = parser.parseNow(now);
        intake.addFindings(NOW, parser.findings());
        return stated;
    }

    /** Adds what speaks against a change, with the option that it is about if there is only one. */
    private void addChangeFindings(CommandInput intake, ChangedProblem changed) {
        Map<Boolean, List<Finding>> ofMoment = changed.findings().stream()
                .collect(Collectors.partitioningBy(one -> one.code().equals("change.outside-plan")));
        intake.addFindings(NOW, ofMoment.getOrDefault(true, List.of()));
        String only = to != null && changeCount() == 0 ? TO : "";
        if (to == null && schoolTimetable.isEmpty() && changeCount() == absent.size()) {
            only = StaffAbsences.OPTION;
        }
        intake.addFindings(only, ofMoment.getOrDefault(false, List.of()));
    }

    /** Returns a problem with the school's new timetable; empty if there are errors, which are collected. */
    private Optional<Problem> readSchoolTimetable(CommandInput intake, Problem problem, LocalDateTime at) {
        LocalDate day = null;
        if (timetableFrom != null) {
            var parser = new ChangeParser(problem);
            day = parser.parseDay(timetableFrom).orElse(null);
            intake.addFindings(TIMETABLE_FROM, parser.findings());
            if (day == null) {
                return Optional.empty();
            }
        }
        TimetableStart start = SchoolTimetableReader.start(problem.horizon(), at, day);
        if (start instanceof ImpossibleStart impossible) {
            intake.addFindings(impossible.isOfFirstDay() ? TIMETABLE_FROM : NOW, List.of(impossible.finding()));
            return Optional.empty();
        }
        LocalDateTime from = ((PossibleStart) start).from();
        var read = new SchoolTimetableReader(context.planning())
                .read(
                        problem,
                        new TimetableFiles(
                                schoolTimetable.stream().map(this::named).toList(),
                                bells == null ? null : named(bells),
                                mapping == null ? null : named(mapping),
                                false,
                                Set.of()),
                        from);
        read.findings()
                .forEach(one -> intake.addFindings(
                        one.file().isEmpty() ? SCHOOL_TIMETABLE : one.file(), List.of(one.finding())));
        intake.addFindings(SCHOOL_TIMETABLE, read.unansweredFindings());
        return Optional.ofNullable(read.problem());
    }

    private NamedFile named(Path given) {
        return new NamedFile(given.toString(), context.resolve(given));
    }

    private interface ChangeReader {
        Optional<StatedChange> read(ChangeParser parser, List<String> values);
    }

    /** @param today day of the moment of the change; empty if it is malformed */
    private void parse(
            CommandInput intake,
            Supplier<ChangeParser> parsers,
            Optional<LocalDate> today,
            List<StatedChange> changes) {
        parse(
                intake,
                parsers,
                changes,
                AWAY,
                away,
                3,
                (it, of) -> it.parseAway(of.get(0), of.get(1), of.get(2)).map(away -> away));
        parse(
                intake,
                parsers,
                changes,
                ROOM_GONE,
                roomGone,
                3,
                (it, of) -> it.parseRoomGone(of.get(0), of.get(1), of.get(2)));
        parse(intake, parsers, changes, DAY_CLOSED, dayClosed, 1, (it, of) -> it.parseClosed(of.getFirst()));
        parse(intake, parsers, changes, DAY_OPENED, dayOpened, 1, (it, of) -> it.parseOpened(of.getFirst()));
        parse(intake, parsers, changes, HOURS, hours, 2, (it, of) -> it.parseHours(of.get(0), of.get(1)));
        parse(
                intake,
                parsers,
                changes,
                STUDENT_LEAVES,
                studentLeaves,
                2,
                (it, of) -> it.parseLeaves(of.get(0), of.get(1)));
        parse(
                intake,
                parsers,
                changes,
                STUDENT_MOVES,
                studentMoves,
                3,
                (it, of) -> it.parseMoves(of.get(0), of.get(1), of.get(2)));
        parse(intake, parsers, changes, STAFF_JOINS, staffJoins, 5, (it, of) -> it.parseStaffJoins(of, today));
        parse(intake, parsers, changes, ROOM_ADDED, roomAdded, 5, (it, of) -> it.parseRoomAdded(of, today));
        parse(
                intake,
                parsers,
                changes,
                STUDENT_JOINS,
                studentJoins,
                3,
                (it, of) -> it.parseStudentJoins(of.get(0), of.get(1), of.get(2)));
        parse(intake, parsers, changes, LESSON_MOVED, lessonMoved, 5, ChangeParser::parseLessonMoved);
        parse(
                intake,
                parsers,
                changes,
                SUBJECT_DROPPED,
                subjectDropped,
                3,
                (it, of) -> it.parseSubjectDropped(of.get(0), of.get(1), of.get(2)));
    }

    private static void parse(
            CommandInput intake,
            Supplier<ChangeParser> parsers,
            List<StatedChange> changes,
            String option,
            List<String> values,
            int arity,
            ChangeReader reader) {
        ChangeParser parser = parsers.get();
        for (int i = 0; i + arity <= values.size(); i += arity) {
            reader.read(parser, values.subList(i, i + arity)).ifPresent(changes::add);
        }
        intake.addFindings(option, parser.findings());
    }
}
