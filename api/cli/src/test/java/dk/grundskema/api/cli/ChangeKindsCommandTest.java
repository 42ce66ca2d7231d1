package dk.grundskema.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dk.grundskema.api.cli.CommandRunner.CommandOutput;
import dk.grundskema.api.cli.PlanInUse.Example;
import dk.grundskema.api.documents.timetable.Occurrence;
import dk.grundskema.api.exports.calendar.EventIdGenerator;
import dk.grundskema.api.planning.change.ChangePlanner;
import dk.grundskema.api.planning.change.ChangePlanner.ChangedProblem;
import dk.grundskema.api.planning.change.FormedGroups;
import dk.grundskema.api.planning.change.StatedChange;
import dk.grundskema.api.service.subscribe.clients.CalendarFileClient;
import dk.grundskema.api.service.subscribe.clients.ClientEvent;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.problem.MemberLock;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Horizon;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of change is previewed and made on the command line, for a camp, a school with co-teaching, and small groups. */
@Tag("commands")
class ChangeKindsCommandTest {
    @TempDir
    private static Path root;

    private static final Map<Example, PlanInUse> PLANS = new EnumMap<>(Example.class);
    private static final Map<List<Object>, WrittenChange> WRITTEN = new HashMap<>();

    /** Placeholders, ids with paths, keys of texts and rules, and constants. */
    private static final Pattern MOMENT_WRITTEN = Pattern.compile("DTSTAMP:[^\r\n]*");

    private static final Pattern RAW = Pattern.compile(
            "\\{\\d|\\b[a-z][\\w-]*/[a-z][\\w-]*|\\b[a-z][a-z-]+\\.[a-z][a-z-]+|\\b[A-Z]+_[A-Z_]+\\b|\\bnull\\b|@2\\d{3}-W");

    private static PlanInUse plan(Example example) {
        return PLANS.computeIfAbsent(example, one -> one.solve(root.resolve(one.name())));
    }

    static Stream<Arguments> changes() {
        return Stream.of(Example.values())
                .flatMap(example ->
                        TypedChange.of(plan(example), example).stream().map(kind -> Arguments.of(example, kind)));
    }

    /** Those that are planned twice: each kind in the first example that has it. */
    static Stream<Arguments> previews() {
        var kinds = EnumSet.noneOf(TypedChange.class);
        return changes().filter(one -> kinds.add((TypedChange) one.get()[1]));
    }

    private static CommandOutput change(PlanInUse plan, List<String> typed, String... more) {
        return plan.run(Stream.of(
                        List.of(
                                "change",
                                "problem.json",
                                "timetable.json",
                                "--now",
                                plan.now().toString()),
                        typed,
                        List.of("--steps", "1000", "--fresh-seconds", "0"),
                        List.of(more))
                .flatMap(List::stream)
                .toArray(String[]::new));
    }

    /** A change that was written into a folder of its name, in English. */
    private record WrittenChange(PlanInUse plan, CommandOutput output) {}

    /** Makes a change, unless another test has made it. */
    private static WrittenChange written(Example example, TypedChange kind) {
        PlanInUse plan = plan(example);
        return WRITTEN.computeIfAbsent(List.of(example, kind), any -> {
            CommandOutput changed =
                    change(plan, kind.arguments(plan, example), "--output", kind.name(), "--lang", "en");
            assertThat(changed.err()).isEmpty();
            return new WrittenChange(PlanInUse.read(plan.folder().resolve(kind.name()), plan.now()), changed);
        });
    }

    @ParameterizedTest
    @MethodSource("previews")
    void previewInDanishWritesNothingAndSaysWhatIsWritten(Example example, TypedChange kind) throws IOException {
        PlanInUse plan = plan(example);
        List<Path> files = files(plan.folder());

        CommandOutput preview = change(plan, kind.arguments(plan, example), "--preview", "--lang", "da");

        assertThat(preview.err()).isEmpty();
        assertThat(files(plan.folder())).isEqualTo(files);
        String said = said(preview, " ændres");
        assertNoRawWords(said, plan);
        CommandOutput written = written(example, kind).output();
        assertThat(preview.code()).isEqualTo(written.code());
        assertThat(numbers(said, "Konflikter: (\\d+) før, (\\d+) efter")).isEqualTo(conflicts(written));
        assertThat(numbers(said, "Mangler: (\\d+) før, (\\d+) efter")).isEqualTo(shortfalls(written));
        if (example == Example.CAMP && kind == TypedChange.DAY_CLOSED) {
            assertThat(said).contains("Aftensmad: er aflyst", "Fritid: er aflyst", "Måltid (", "Ritual (");
        }
    }

    @ParameterizedTest
    @MethodSource("changes")
    void changeKeepsThePastAndHasTheFaultsThatItsListSays(Example example, TypedChange kind) {
        PlanInUse plan = plan(example);

        WrittenChange change = written(example, kind);

        PlanInUse after = change.plan();
        String said = said(change.output(), " change");
        assertThat(change.output().code()).isIn(0, 3);
        assertThat(after.changes()).contains(said.lines().map(String::strip).toList());
        assertNoRawWords(said, plan);
        if (example == Example.CAMP && kind == TypedChange.DAY_CLOSED) {
            assertThat(said).contains("Morgenmad: is cancelled", "Morgensamling: is cancelled", "Meal (", "Ritual (");
        }
        if (kind == TypedChange.EDITED_PROBLEM && example != Example.SCHOOL) {
            assertThat(said)
                    .as("what an intervention that ends earlier no longer asks for lacks nobody")
                    .contains("is cancelled")
                    .doesNotContain("Where nobody takes over");
        }
        assertThat(past(after)).isEqualTo(past(plan)).isNotEmpty();
        Map<Level, Long> faults = PlanInUse.PLANNING.checkTimetable(after.problem(), after.timetable()).stream()
                .collect(Collectors.groupingBy(RuleViolation::level, Collectors.counting()));
        assertThat(conflicts(change.output())).isEqualTo(List.of(0, 0));
        assertThat(faults).doesNotContainKey(Level.HARD);
        assertThat(faults.getOrDefault(Level.MEDIUM, 0L))
                .isEqualTo(shortfalls(change.output()).getLast().longValue());
    }

    private static ChangedProblem move(PlanInUse plan, Problem problem, StudentId student, GroupId team) {
        return move(plan, problem, student, team, plan.now());
    }

    private static ChangedProblem move(
            PlanInUse plan, Problem problem, StudentId student, GroupId team, LocalDateTime now) {
        return new ChangePlanner(PlanInUse.PLANNING, problem, plan.timetable(), now)
                .apply(List.of(new StatedChange.StudentMoves(student, team, plan.monday())));
    }

    @Test
    void studentChangesAFormedTeamWithTheNextWeekOnly() {
        PlanInUse plan = plan(Example.CAMP);
        Group second = plan.classesOrTeams().get(1);
        StudentId student =
                plan.classesOrTeams().getFirst().members().getFirst().studentId();
        LocalDateTime weekBefore = plan.now().minusWeeks(1);

        assertThat(move(plan, plan.problem(), student, second.id(), weekBefore).findings())
                .extracting(Finding::code, Finding::arguments)
                .containsExactly(tuple(
                        "change.later-move",
                        List.of(student, second.name(), plan.monday().minusWeeks(1), plan.monday())));
        assertThat(move(plan, plan.problem(), student, second.id()).findings()).noneMatch(Finding::isError);
    }

    @Test
    void lockOfAPlannerKeepsAStudentInTheTeamAndThatOfAnEarlierMoveDoesNot() {
        PlanInUse plan = plan(Example.CAMP);
        Group first = plan.classesOrTeams().getFirst();
        Group second = plan.classesOrTeams().get(1);
        StudentId student = first.members().getFirst().studentId();

        ChangedProblem locked = move(
                plan,
                plan.problem().withLocks(List.of(), List.of(new MemberLock(student, first.id()))),
                student,
                second.id());
        change(
                plan,
                List.of(
                        "--student-moves",
                        student.value(),
                        second.name(),
                        plan.monday().toString()),
                "--output",
                "moved");
        PlanInUse moved = PlanInUse.read(plan.folder().resolve("moved"), plan.now());
        ChangedProblem back = move(moved, moved.problem(), student, first.id());

        assertThat(locked.findings())
                .extracting(Finding::code, Finding::arguments)
                .containsExactly(
                        tuple("change.contradicts-member-lock", List.of(student, first.name(), second.name())));
        var next = IsoWeek.of(plan.monday());
        assertThat(moved.problem().memberLocks()).containsExactly(new MemberLock(student, second.id(), next));
        assertThat(back.findings()).noneMatch(Finding::isError);
        assertThat(back.problem().memberLocks()).containsExactly(new MemberLock(student, first.id(), next));
    }

    @Test
    void previewSaysUntilWhenAStudentIsThereWhoMovesAndLeavesLater() {
        PlanInUse plan = plan(Example.CAMP);
        Group second = plan.classesOrTeams().get(1);
        String student = plan.classesOrTeams()
                .getFirst()
                .members()
                .getFirst()
                .studentId()
                .value();

        CommandOutput preview = plan.run(
                "change",
                "problem.json",
                "timetable.json",
                "--now",
                plan.now().minusWeeks(1).toString(),
                "--student-moves",
                student,
                second.name(),
                plan.monday().minusWeeks(1).toString(),
                "--student-leaves",
                student,
                plan.monday().toString(),
                "--steps",
                "200",
                "--fresh-seconds",
                "0",
                "--preview",
                "--lang",
                "en");

        assertThat(preview.err()).isEmpty();
        assertThat(preview.out()).containsPattern("is in " + second.name() + "\\s+from the week of .*\\s+to that of ");
    }

    @Test
    void studentWhoJoinsOrComesBackCanMoveInTheSameChangeAndTheCampKeepsItsTeams() {
        PlanInUse plan = plan(Example.CAMP);
        List<Group> teams = plan.classesOrTeams();
        StudentId leaver = teams.getFirst().members().getFirst().studentId();
        var operation = new ChangePlanner(PlanInUse.PLANNING, plan.problem(), plan.timetable(), plan.now());

        ChangedProblem changed = operation.apply(List.of(
                new StatedChange.StudentJoins("Per Holm", teams.getFirst().id(), plan.monday()),
                new StatedChange.StudentLeaves(leaver, plan.monday()),
                new StatedChange.StudentMoves(leaver, teams.get(1).id(), plan.monday()),
                new StatedChange.StudentMoves(leaver, teams.getLast().id(), plan.monday())));

        assertThat(changed.findings()).noneMatch(Finding::isError);
        var next = IsoWeek.of(plan.monday());
        StudentId joiner = changed.problem().students().getLast().id();
        assertThat(changed.problem().memberLocks())
                .containsExactly(
                        new MemberLock(joiner, teams.getFirst().id(), next),
                        new MemberLock(leaver, teams.getLast().id(), next));
        assertThat(changed.problem().student(leaver)).isEqualTo(plan.problem().student(leaver));
        assertThat(PlanInUse.PLANNING.expandDemands(changed.problem()).stream()
                        .flatMap(demand -> demand.groupings().stream())
                        .flatMap(grouping -> grouping.groups().stream()))
                .hasSameSizeAs(teams);
    }

    @Test
    void studentWhoIsNotOnTheListOfAnInterventionCannotJoinItsGroup() {
        PlanInUse plan = plan(Example.GROUPS);
        Group group = formedGroup(plan);

        ChangedProblem joined = new ChangePlanner(PlanInUse.PLANNING, plan.problem(), plan.timetable(), plan.now())
                .apply(List.of(new StatedChange.StudentJoins("Per Holm", group.id(), plan.monday())));

        assertThat(joined.findings())
                .extracting(Finding::code, Finding::arguments)
                .containsExactly(tuple("change.not-listed", List.of("Per Holm", group.name())));
    }

    private static Group formedGroup(PlanInUse plan) {
        return new FormedGroups(PlanInUse.PLANNING, plan.problem(), plan.timetable())
                .all()
                .getFirst();
    }

    private static List<Integer> conflicts(CommandOutput written) {
        return numbers(written.out(), "Conflicts: (\\d+) before, (\\d+) after");
    }

    private static List<Integer> shortfalls(CommandOutput written) {
        return numbers(written.out(), "Shortfalls: (\\d+) before, (\\d+) after");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted().toList();
        }
    }

    /** Returns the preview that was printed: without notes about the problem before it, and what was written after it. */
    private static String said(CommandOutput output, String summary) {
        List<String> lines = output.out().lines().toList();
        int first = IntStream.range(0, lines.size())
                .filter(line -> lines.get(line).contains(summary))
                .findFirst()
                .orElseThrow();
        return String.join("\n", lines.subList(first, lines.size() - 1));
    }

    /** A calendar that a change has changed. */
    private record ChangedCalendar(TypedChange kind, OwnedCalendar owner, PlanInUse plan, Path before, Path after) {
        /** Returns all that a change has changed. Of nobody else the list of changes names a day. */
        static List<ChangedCalendar> find(TypedChange kind, PlanInUse plan, Path before, PlanInUse changed) {
            Path after = calendars(changed);
            Map<Boolean, List<ChangedCalendar>> all = OwnedCalendar.of(plan.problem()).stream()
                    .map(owner -> new ChangedCalendar(
                            kind, owner, changed, before.resolve(owner.file()), after.resolve(owner.file())))
                    .collect(Collectors.partitioningBy(one -> !text(one.before).equals(text(one.after))));
            all.get(false)
                    .forEach(one -> one.owner()
                            .assertSaid(List.of(), List.of(), plan, changed, EventIdGenerator.of(plan.problem())));
            return all.get(true);
        }

        /** Returns the text without the moments at which it was written. */
        private static String text(Path file) {
            try {
                return Files.exists(file)
                        ? MOMENT_WRITTEN.matcher(Files.readString(file)).replaceAll("")
                        : "";
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Path calendars(PlanInUse plan) {
        CommandOutput written =
                plan.run("calendars", "problem.json", "timetable.json", "calendars", "--confirm-open-seats");
        assertThat(written.code()).as(written.err()).isZero();
        return plan.folder().resolve("calendars");
    }

    @ParameterizedTest
    @EnumSource
    void clientsShowTheChangesInTheCalendarsOfThoseConcernedAndNothingElse(Example example, @TempDir Path home)
            throws IOException {
        PlanInUse plan = plan(example);
        Path before = calendars(plan);
        List<ChangedCalendar> changed = TypedChange.of(plan, example).stream()
                .flatMap(kind -> ChangedCalendar.find(
                        kind, plan, before, written(example, kind).plan())
                        .stream())
                .toList();
        assertThat(changed.stream().map(ChangedCalendar::kind)).contains(TypedChange.AWAY, TypedChange.DAY_CLOSED);
        assertThat(changed)
                .as("some calendars stay as they are")
                .hasSizeLessThan(TypedChange.of(plan, example).size()
                        * OwnedCalendar.of(plan.problem()).size());
        List<ChangedCalendar> oneOfEachKind = Stream.of(TypedChange.values())
                .flatMap(kind ->
                        changed.stream().filter(one -> one.kind() == kind).limit(1))
                .toList();

        assertShown(changed, CalendarFileClient.ICAL_JS, home.resolve("ical.js"), plan);
        assertShown(oneOfEachKind, CalendarFileClient.KHAL, home.resolve("khal"), plan);
    }

    private static void assertShown(
            List<ChangedCalendar> calendars, CalendarFileClient client, Path home, PlanInUse plan) throws IOException {
        Horizon horizon = plan.problem().horizon();
        Map<Path, List<ClientEvent>> shown =
                client.read(home, horizon.zone(), files(calendars.stream()), horizon.firstDay(), horizon.lastDay());
        var ids = EventIdGenerator.of(plan.problem());
        assertThat(calendars)
                .as("something was held before the moment")
                .anySatisfy(one -> assertThat(eventsBefore(shown.getOrDefault(one.before(), List.of()), plan))
                        .isNotEmpty());
        for (ChangedCalendar one : calendars) {
            List<ClientEvent> was = shown.getOrDefault(one.before(), List.of());
            List<ClientEvent> is = shown.getOrDefault(one.after(), List.of());
            one.owner().assertShown(was, plan, ids);
            one.owner().assertShown(is, one.plan(), ids);
            assertThat(eventsBefore(is, plan)).isEqualTo(eventsBefore(was, plan));
            one.owner().assertSaid(was, is, plan, one.plan(), ids);
        }
    }

    private static List<Path> files(Stream<ChangedCalendar> some) {
        return some.flatMap(one -> Stream.of(one.before(), one.after()))
                .filter(Files::exists)
                .distinct()
                .toList();
    }

    private static List<ClientEvent> eventsBefore(List<ClientEvent> events, PlanInUse plan) {
        return events.stream()
                .filter(one -> one.start().compareTo(plan.now().toString().replace('T', ' ')) < 0)
                .toList();
    }

    private static List<Integer> numbers(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as("%s in %s", pattern, text).isTrue();
        var numbers = new ArrayList<Integer>();
        for (int group = 1; group <= found.groupCount(); group++) {
            numbers.add(Integer.valueOf(found.group(group)));
        }
        return numbers;
    }

    /** Checks that there is no placeholder, key or constant in a text, and no id unless it is a word of a title. */
    private static void assertNoRawWords(String text, PlanInUse plan) {
        assertThat(RAW.matcher(text).results().map(MatchResult::group)).isEmpty();
        Problem problem = plan.problem();
        Set<String> words = words(text);
        plan.timetable().meetings().forEach(one -> words.removeAll(words(one.title())));
        assertThat(Stream.of(problem.staff(), problem.rooms(), problem.groups(), problem.lessons())
                        .flatMap(List::stream)
                        .map(ChangeKindsCommandTest::id)
                        .filter(words::contains))
                .isEmpty();
    }

    private static String id(Object one) {
        return switch (one) {
            case StaffMember person -> person.id().value();
            case Room room -> room.id().value();
            case Group group -> group.id().value();
            case Lesson lesson -> lesson.id().value();
            default -> throw new IllegalArgumentException(one.toString());
        };
    }

    private static Set<String> words(String text) {
        return new HashSet<>(List.of(text.split("[^\\p{L}\\d.-]+")));
    }

    /** Returns everything that people see of what began before the moment, date by date. */
    private static List<String> past(PlanInUse plan) {
        return Occurrence.of(plan.timetable()).stream()
                .filter(one -> one.date().atTime(one.meeting().start()).isBefore(plan.now()))
                .map(one -> {
                    Meeting meeting = one.meeting();
                    return Stream.of(
                                    one.originalSessionId(),
                                    one.demandedWeek(),
                                    one.date(),
                                    meeting.start(),
                                    meeting.end(),
                                    meeting.title(),
                                    meeting.subject(),
                                    meeting.form(),
                                    meeting.roomId(),
                                    meeting.extraRoomIds(),
                                    meeting.groupIds(),
                                    meeting.studentIds(),
                                    members(plan, one),
                                    meeting.seats().stream()
                                            .map(MeetingSeat::staffId)
                                            .toList())
                            .map(String::valueOf)
                            .toList()
                            .toString();
                })
                .sorted()
                .toList();
    }

    private static List<String> members(PlanInUse plan, Occurrence one) {
        return plan.timetable().groups().stream()
                .filter(group -> one.meeting().groupIds().contains(group.id()))
                .flatMap(group -> group.members().stream())
                .filter(member -> member.weeks().isEmpty() || member.weeks().contains(one.week()))
                .map(GroupMember::studentId)
                .map(Id::value)
                .sorted()
                .toList();
    }
}
