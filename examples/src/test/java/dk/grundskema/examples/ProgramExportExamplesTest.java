package dk.grundskema.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.timetable.TimetableEntry;
import dk.grundskema.api.documents.timetable.TimetableEntry.NamedEntity;
import dk.grundskema.api.documents.timetable.TimetableViews;
import dk.grundskema.api.exports.program.ExportScope;
import dk.grundskema.api.exports.program.ProgramExport;
import dk.grundskema.api.exports.program.ProgramFormat;
import dk.grundskema.api.imports.ImportRequest;
import dk.grundskema.api.imports.ImportRequest.NamedFile;
import dk.grundskema.api.imports.ImportResult;
import dk.grundskema.api.imports.assembly.StudentIdScheme;
import dk.grundskema.api.imports.assembly.StudentKey;
import dk.grundskema.api.planning.PlanExporter;
import dk.grundskema.api.planning.PlanNameResolver;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.planning.plansheet.ImportedPlan;
import dk.grundskema.api.planning.plansheet.PlanSheetPreview;
import dk.grundskema.domain.finding.Severity;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Plans of all examples, exported and read again by the importer of the format, and by FET if it is installed. What comes back is compared by
 * day, time, class, subject, staff and rooms. What is missing must be in the report of the export.
 */
@Tag("examples")
class ProgramExportExamplesTest {
    private static final PluginPlanningFacade PLANNING = new PluginPlanningFacade();
    private static final long STEPS = 100;
    private static final int TICK_MINUTES = 5;
    private static final Map<String, Plan> PLANS = new ConcurrentHashMap<>();

    /** A school year from July on without holidays, so that no meeting of an example falls on a day off. */
    private static final String MAPPING = """
            {"version": 1, "calendar": {"firstDay": "2026-07-27", "lastDay": "2027-06-25", "autumnWeek": 0,
             "winterWeek": 0, "publicHolidays": false}}
            """;

    @TempDir
    Path folder;

    private record Plan(Problem problem, Timetable timetable, PlanExporter exporter, TimetableViews views) {
        static Plan of(String example) {
            return PLANS.computeIfAbsent(example, Plan::solve);
        }

        private static Plan solve(String example) {
            Problem problem = switch (PLANNING.readProblem(Path.of(example, "problem.json"))) {
                case ReadResult.Success<Problem> good -> good.value();
                case ReadResult.Failure<Problem> bad -> throw new AssertionError(bad.findings());
            };
            var request = new SolveRequest(problem, "0", SolveLimits.ofSteps(STEPS), 1, 1, null);
            try {
                Timetable timetable =
                        PLANNING.startSolve(request, progress -> {}).await();
                Locale danish = Locale.of("da");
                var texts = new Texts(danish, PLANNING.textBundles(danish), Function.identity());
                var demands = PLANNING.expandDemands(problem);
                var names = new PlanNameResolver(texts, problem, demands, PlanNameResolver.StudentNaming.NAMES);
                var exporter = new PlanExporter(PLANNING, texts, problem, names, demands);
                return new Plan(problem, timetable, exporter, exporter.allViews(timetable));
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** What a meeting has in common with the lesson that it comes back as, for five minutes of its time. */
    private record Tick(
            DayOfWeek day, int tick, String subject, Set<String> classes, Set<String> staff, Set<String> rooms) {}

    private record Period(int start, int end) {}

    private ProgramExport export(Plan plan, ProgramFormat format) {
        return plan.exporter().programFiles(format, plan.timetable(), ExportScope.wholePlan());
    }

    private List<NamedFile> write(ProgramExport export) throws IOException {
        var files = new ArrayList<NamedFile>();
        for (var file : export.files().entrySet()) {
            Path path = Files.write(folder.resolve(file.getKey()), file.getValue());
            files.add(new NamedFile(file.getKey(), path));
        }
        return files;
    }

    private ImportResult importFiles(List<NamedFile> files) throws IOException {
        Path mapping = Files.writeString(folder.resolve("mapping.json"), MAPPING);
        return PLANNING.importFiles(new ImportRequest(
                files.stream()
                        .filter(file -> !file.name().matches("gpu00[26].*"))
                        .toList(),
                null,
                new NamedFile("mapping.json", mapping),
                "2026/27",
                null,
                null,
                Language.DA,
                "problem.json",
                StudentIdScheme.of(StudentKey::random)));
    }

    private static int minute(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }

    /** The periods of a weekly file, from the aSc file, which has the same ones. */
    private List<Period> periods(Plan plan) {
        String xml = new String(export(plan, ProgramFormat.ASC).files().get("asc.xml"), StandardCharsets.UTF_8);
        return Pattern.compile("starttime=\"([\\d:]+)\" endtime=\"([\\d:]+)\"")
                .matcher(xml)
                .results()
                .map(found -> new Period(parse(found.group(1)), parse(found.group(2))))
                .toList();
    }

    private static int parse(String time) {
        int colon = time.indexOf(':');
        return Integer.parseInt(time.substring(0, colon)) * 60 + Integer.parseInt(time.substring(colon + 1));
    }

    /** Returns the ticks of a meeting that lie in a period within the meeting; all if there are no periods. */
    private static List<Integer> ticks(int start, int end, List<Period> periods) {
        var ticks = new ArrayList<Integer>();
        for (int at = start; at < end; at += TICK_MINUTES) {
            int minute = at;
            if (periods.isEmpty()
                    || periods.stream()
                            .anyMatch(period -> period.start() >= start
                                    && period.end() <= end
                                    && period.start() <= minute
                                    && minute < period.end())) {
                ticks.add(at);
            }
        }
        return ticks;
    }

    /** Lines of Untis without a common class and room do not say that their teachers are together. */
    private static Set<Tick> untisTicks(
            TimetableEntry entry, Plan plan, Collection<String> classNames, List<Period> periods) {
        Set<Tick> together = ticks(entry, untisClasses(entry, plan, classNames), periods);
        return together.stream()
                .flatMap(tick -> tick.staff().size() > 1
                                && tick.rooms().isEmpty()
                                && tick.classes().size() != 1
                        ? tick.staff().stream()
                                .map(teacher -> new Tick(
                                        tick.day(),
                                        tick.tick(),
                                        tick.subject(),
                                        tick.classes(),
                                        Set.of(teacher),
                                        Set.of()))
                        : Stream.of(tick))
                .collect(Collectors.toSet());
    }

    /** A course has lines of its students' classes; a group that is taken out of lessons has none. */
    private static Set<String> untisClasses(TimetableEntry entry, Plan plan, Collection<String> classNames) {
        Set<String> classes = new TreeSet<>(classes(entry, classNames));
        for (NamedEntity<GroupId> team : entry.teams()) {
            plan.problem().group(team.id()).stream()
                    .filter(group -> group.kind() == Group.Kind.COURSE)
                    .flatMap(group -> group.members().stream())
                    .flatMap(member -> plan.problem().student(member.studentId()).stream())
                    .flatMap(student -> Optional.ofNullable(student.classGroup()).stream())
                    .flatMap(id -> plan.problem().group(id).stream())
                    .forEach(group -> classes.add(normal(group.name())));
        }
        return classes;
    }

    private static Set<String> classes(TimetableEntry entry, Collection<String> classNames) {
        var teams = names(entry.teams().stream().map(NamedEntity::name).toList());
        return classNames.containsAll(teams) ? teams : Set.of();
    }

    private static Set<Tick> ticks(TimetableEntry entry, Set<String> classes, List<Period> periods) {
        var meeting = entry.occurrence().meeting();
        String subject = meeting.subject().isBlank() ? meeting.title() : meeting.subject();
        return ticks(minute(entry.start()), minute(entry.end()), periods).stream()
                .map(tick -> new Tick(
                        meeting.weekday(),
                        tick,
                        normal(subject),
                        classes,
                        names(entry.staff().stream().map(NamedEntity::name).toList()),
                        names(entry.rooms().stream().map(NamedEntity::name).toList())))
                .collect(Collectors.toSet());
    }

    private static Set<Tick> ticks(Lesson lesson, Problem imported, Collection<String> classNames) {
        var groups = names(lesson.groupIds().stream()
                .map(id -> imported.group(id).orElseThrow())
                .map(group -> group.name().replaceFirst(" Del \\d+$", ""))
                .toList());
        Set<String> classes = classNames.containsAll(groups) ? groups : Set.of();
        String subject = lesson.subject().isBlank() ? lesson.title() : lesson.subject();
        return ticks(minute(lesson.time().start()), minute(lesson.time().end()), List.of()).stream()
                .map(tick -> new Tick(
                        lesson.time().weekday(),
                        tick,
                        normal(subject),
                        classes,
                        names(lesson.teachers().stream()
                                .map(id ->
                                        imported.staffMember(id).orElseThrow().name())
                                .toList()),
                        names(lesson.rooms().stream()
                                .map(id -> imported.room(id).orElseThrow().name())
                                .toList())))
                .collect(Collectors.toSet());
    }

    private static Set<String> names(Collection<String> names) {
        return names.stream().map(ProgramExportExamplesTest::normal).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Case does not matter to importers, and tables have no commas within names. */
    private static String normal(String name) {
        return name.replace(",", " ").replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
    }

    /** Returns the names of classes and teams, and of groups whose classes are not known; other groups have other names in some formats. */
    private static Set<String> classNames(Plan plan) {
        Set<GroupId> withKnownClass = new HashSet<>();
        var inClass = plan.problem().students().stream()
                .filter(student -> student.classGroup() != null)
                .map(Student::id)
                .collect(Collectors.toSet());
        var inClasses = new HashSet<>(inClass);
        plan.problem().groups().stream()
                .filter(group -> group.kind() == Group.Kind.CLASS)
                .forEach(group -> group.members().forEach(member -> inClasses.add(member.studentId())));
        plan.problem().groups().stream()
                .filter(group -> group.kind() != Group.Kind.CLASS && group.kind() != Group.Kind.TEAM)
                .filter(group -> group.members().stream().anyMatch(member -> inClasses.contains(member.studentId())))
                .forEach(group -> withKnownClass.add(group.id()));
        Map<GroupId, String> names = new HashMap<>();
        plan.views().teams().forEach(team -> names.put(team.id(), team.name()));
        var formed = plan.timetable().groups().stream()
                .filter(group -> plan.problem().group(group.id()).isEmpty())
                .filter(group -> group.members().stream().anyMatch(member -> inClasses.contains(member.studentId())))
                .map(group -> group.id())
                .collect(Collectors.toSet());
        return names.entrySet().stream()
                .filter(each -> !withKnownClass.contains(each.getKey()) && !formed.contains(each.getKey()))
                .map(each -> normal(each.getValue()))
                .collect(Collectors.toSet());
    }

    private static int count(ProgramExport export, String... codes) {
        return export.findings().stream()
                .filter(finding -> List.of(codes).contains(finding.code()))
                .mapToInt(finding -> (Integer) finding.arguments().getFirst())
                .sum();
    }

    private void assertComesBack(String example, ProgramFormat format) throws IOException {
        Plan plan = Plan.of(example);
        ProgramExport export = export(plan, format);
        ImportResult result = importFiles(write(export));
        // The importer of tables refuses rows of nights.
        assertThat(result.findings())
                .filteredOn(each ->
                        each.finding().isError() && !each.finding().code().equals("import.time.order"))
                .isEmpty();
        Problem imported = Objects.requireNonNull(result.problem());
        Set<String> classNames = classNames(plan);
        Set<Tick> back = new HashSet<>();
        imported.lessons().forEach(lesson -> back.addAll(ticks(lesson, imported, classNames)));

        List<Period> periods = export.weeks().isEmpty() ? List.of() : periods(plan);
        Set<Tick> expected = new HashSet<>();
        var missing = new ArrayList<String>();
        for (TimetableEntry entry : plan.views().entries()) {
            boolean isDescribed = export.weeks().isEmpty()
                    || export.weeks().contains(entry.occurrence().week());
            boolean isForSomebody = !entry.teams().isEmpty()
                    || !entry.staff().isEmpty()
                    || !entry.rooms().isEmpty();
            if (entry.end().isAfter(entry.start()) && isForSomebody) {
                Set<Tick> own = format == ProgramFormat.UNTIS
                        ? untisTicks(entry, plan, classNames, periods)
                        : ticks(entry, classes(entry, classNames), periods);
                expected.addAll(own);
                if (isDescribed && (own.isEmpty() || !back.containsAll(own))) {
                    missing.add(entry.date() + " " + entry.start() + "-" + entry.end() + " "
                            + own.stream().filter(tick -> !back.contains(tick)).findFirst());
                }
            }
        }
        int reported = count(export, "export.off-grid", "export.single-dates", "export.untis.nobody");
        assertThat(missing)
                .as("what is missing is reported: %d meetings of %s in %s", reported, example, format)
                .hasSizeLessThanOrEqualTo(reported);
        assertThat(back).isNotEmpty();
        assertThat(back.stream().filter(tick -> !expected.contains(tick)).limit(20))
                .as("nothing is invented")
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = ProgramFormat.class,
            names = {"JSON"},
            mode = EnumSource.Mode.EXCLUDE)
    void schoolOf12ClassesComesBack(ProgramFormat format) throws IOException {
        assertComesBack("school-12-classes", format);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camp-3-weeks",
                "camp-4-weeks-overnight",
                "camp-autumn-clocks",
                "camp-too-few-staff",
                "guide-all-five",
                "school-30-classes",
                "small-groups"
            })
    void allOtherExamplesComeBack(String example) throws IOException {
        for (ProgramFormat format : ProgramFormat.values()) {
            if (format != ProgramFormat.JSON) {
                assertComesBack(example, format);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camp-3-weeks",
                "camp-4-weeks-overnight",
                "camp-autumn-clocks",
                "camp-too-few-staff",
                "guide-all-five",
                "school-12-classes",
                "school-30-classes",
                "small-groups"
            })
    void tablesReadAsAPlanChangeNothing(String example) throws IOException {
        Plan plan = Plan.of(example);
        for (ProgramFormat format : List.of(ProgramFormat.XLSX, ProgramFormat.CSV)) {
            ImportedPlan imported =
                    PLANNING.importPlan(plan.problem(), "0", plan.timetable(), write(export(plan, format)));
            PlanSheetPreview read = imported.preview();

            assertThat(read.findings())
                    .filteredOn(each -> each.finding().severity() != Severity.INFO)
                    .isEmpty();
            assertThat(read.changes()).isEmpty();
            assertThat(read.edits()).isEmpty();
            assertThat(read.rows()).isEqualTo(plan.views().entries().size());
            assertThat(imported.timetable("0").meetings())
                    .containsExactlyInAnyOrderElementsOf(plan.timetable().meetings());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"camp-4-weeks-overnight", "guide-all-five", "school-12-classes", "small-groups"})
    void fetPlacesEachActivityWhereTheFileLocksIt(String example) throws IOException, InterruptedException {
        Path program = List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
                .map(place -> Path.of(place, "fet-cl"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(Path.of(""));
        assumeTrue(
                !program.toString().isEmpty(),
                "FET's command line (fet-cl) is not installed, so that exported plans are not read by FET.");
        Path file =
                write(export(Plan.of(example), ProgramFormat.FET)).getFirst().path();
        Process process = new ProcessBuilder(program.toString(), "--inputfile=" + file, "--outputdir=" + folder)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile())
                .start();
        try {
            assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("said.txt")))
                .isZero();
        String solved = Files.readString(folder.resolve("timetables/plan/plan_activities.xml"));
        String given = Files.readString(file);
        var places = places(given, "<ConstraintActivityPreferredStartingTime>", "Activity_Id", "Preferred_");
        assertThat(places).hasSizeGreaterThan(50);
        assertThat(places(solved, "<Activity>", "Id", "")).isEqualTo(places);
        assertThat(rooms(solved, "<Activity>", "Id"))
                .isEqualTo(rooms(given, "<ConstraintActivityPreferredRoom>", "Activity_Id"));
    }

    private static Map<String, String> places(String xml, String element, String id, String prefix) {
        Map<String, String> places = new HashMap<>();
        for (String each : xml.split(element, -1)) {
            String day = value(each, prefix + "Day");
            if (!day.isEmpty() && !value(each, id).isEmpty()) {
                places.put(value(each, id), day + " " + value(each, prefix + "Hour"));
            }
        }
        return places;
    }

    private static Map<String, String> rooms(String xml, String element, String id) {
        Map<String, String> rooms = new HashMap<>();
        for (String each : xml.split(element, -1)) {
            String room = value(each, "Room");
            if (!room.isEmpty() && !value(each, id).isEmpty()) {
                rooms.put(value(each, id), room);
            }
        }
        return rooms;
    }

    /** Returns the text of the first element with a name; empty if there is none. */
    private static String value(String xml, String element) {
        var found =
                Pattern.compile("<" + element + ">([^<]*)</" + element + ">").matcher(xml);
        return found.find() ? found.group(1) : "";
    }
}
