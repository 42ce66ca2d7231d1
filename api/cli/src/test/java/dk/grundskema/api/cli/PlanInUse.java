package dk.grundskema.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.cli.CommandRunner.CommandOutput;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.timetable.ShortStaffNames;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.planning.change.FormedGroups;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A plan of an example in use, solved in few steps.
 *
 * @param folder    folder with {@code problem.json} and {@code timetable.json}, in which commands run
 * @param problem   its problem
 * @param timetable its timetable
 * @param now       moment of changes, within a day
 */
record PlanInUse(Path folder, Problem problem, Timetable timetable, LocalDateTime now) {
    static final PluginPlanningFacade PLANNING = new PluginPlanningFacade();
    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);
    private static final Path EXAMPLES =
            Path.of("../../examples").toAbsolutePath().normalize();

    /** Examples that are changed. */
    enum Example {
        CAMP("camp-3-weeks", "2026-09-16T10:00"),
        SCHOOL("school-12-classes", "2026-11-03T10:00"),
        GROUPS("small-groups", "2026-09-22T10:00");

        private final String name;
        private final LocalDateTime now;

        Example(String name, String now) {
            this.name = name;
            this.now = LocalDateTime.parse(now);
        }

        Path file(String ofExample) {
            return EXAMPLES.resolve(name).resolve(ofExample);
        }

        /** Solves the example in a folder. */
        PlanInUse solve(Path folder) {
            try {
                Files.createDirectories(folder);
                Files.copy(file("problem.json"), folder.resolve("problem.json"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            CommandOutput solved = new CommandRunner(folder, () -> PLANNING)
                    .run("solve", "problem.json", "--output", "timetable.json", "--steps", "400", "--searches", "1");
            assertThat(solved.code()).as(solved.err()).isIn(0, 3);
            return read(folder, now);
        }
    }

    /** Reads problem and timetable of a folder. */
    static PlanInUse read(Path folder, LocalDateTime now) {
        return new PlanInUse(
                folder,
                success(PLANNING.readProblem(folder.resolve("problem.json"))),
                success(PLANNING.readTimetable(folder.resolve("timetable.json"))),
                now);
    }

    private static <T> T success(ReadResult<T> result) {
        assertThat(result.findings()).isEmpty();
        return ((ReadResult.Success<T>) result).value();
    }

    LocalDate day() {
        return now.toLocalDate();
    }

    /** Returns the Monday after the moment: groups change by whole weeks. */
    LocalDate monday() {
        return day().plusDays(8L - day().getDayOfWeek().getValue());
    }

    /** Returns the meetings that begin on the day after the moment, by time. */
    private List<Meeting> toCome() {
        return timetable.meetings().stream()
                .filter(one -> one.time().dates().contains(day()) && one.start().isAfter(now.toLocalTime()))
                .filter(one -> one.seats().stream().anyMatch(seat -> seat.staffId() != null && !seat.locked()))
                .sorted(Comparator.comparing(Meeting::start).thenComparing(Meeting::sessionId))
                .toList();
    }

    /** Returns the person with the most seats on the rest of the day that the plan decided. */
    StaffMember busiest() {
        Map<StaffMember, Long> seats = toCome().stream()
                .flatMap(one -> one.seats().stream())
                .filter(seat -> seat.staffId() != null && !seat.locked())
                .map(MeetingSeat::staffId)
                .map(who -> problem.staffMember(Objects.requireNonNull(who)).orElseThrow())
                .collect(Collectors.groupingBy(who -> who, Collectors.counting()));
        return seats.entrySet().stream()
                .max(Map.Entry.<StaffMember, Long>comparingByValue()
                        .thenComparing(entry -> entry.getKey().id()))
                .orElseThrow()
                .getKey();
    }

    /** Returns the room of a meeting on the rest of the day. */
    Room room() {
        return toCome().stream()
                .flatMap(one -> Stream.ofNullable(one.roomId()))
                .findFirst()
                .flatMap(problem::room)
                .orElseThrow();
    }

    /** Returns the lessons of classes on the rest of the day, those with a second adult first. */
    List<Lesson> lessons() {
        return problem.lessons().stream()
                .filter(one ->
                        one.time().dates().contains(day()) && one.time().start().isAfter(now.toLocalTime()))
                .filter(one -> !one.groupIds().isEmpty())
                .sorted(Comparator.comparing((Lesson one) -> toCome().stream()
                        .noneMatch(meeting -> meeting.start().equals(one.time().start())
                                && meeting.groupIds().equals(one.groupIds()))))
                .toList();
    }

    /** Returns the classes, or the teams that the plan formed if there are none. */
    List<Group> classesOrTeams() {
        return classes().isEmpty() ? new FormedGroups(PLANNING, problem, timetable).all() : classes();
    }

    /** Returns the classes. */
    List<Group> classes() {
        return problem.groups().stream()
                .filter(one -> one.kind() == Group.Kind.CLASS)
                .toList();
    }

    /**
     * Days that a list of changes names; of many it names the first and the last.
     *
     * @param count number of days
     * @param first first day; {@code null} if there is none
     * @param last  last day
     */
    record DaysNamed(
            int count, @Nullable LocalDate first, @Nullable LocalDate last) {
        static DaysNamed of(SortedSet<LocalDate> days) {
            return days.isEmpty()
                    ? new DaysNamed(0, null, null)
                    : new DaysNamed(days.size(), days.getFirst(), days.getLast());
        }
    }

    /** Returns the days of a staff member that the list of changes, in English, names. */
    DaysNamed daysNamed(StaffId who) {
        Map<String, LocalDate> byText = new HashMap<>();
        problem.horizon()
                .firstDay()
                .datesUntil(problem.horizon().lastDay().plusDays(1))
                .forEach(day -> byText.put(day.format(ENGLISH_DAY), day));
        String name = "- " + new ShortStaffNames(problem.staff()).shortName(who) + ": ";
        SortedSet<LocalDate> days = new TreeSet<>();
        int more = 0;
        for (String line : changes().lines().filter(one -> one.startsWith(name)).toList()) {
            Matcher many = Pattern.compile("(\\d+) dates from (.+) to (.+)").matcher(line.substring(name.length()));
            List<String> named = many.matches()
                    ? List.of(many.group(2), many.group(3))
                    : List.of(line.substring(name.length()).split(", "));
            named.forEach(day -> days.add(byText.get(day)));
            more += many.matches() ? Integer.parseInt(many.group(1)) - 2 : 0;
        }
        DaysNamed named = DaysNamed.of(days);
        return new DaysNamed(named.count() + more, named.first(), named.last());
    }

    /** Returns the list of changes that was written. */
    String changes() {
        try {
            return Files.readString(folder.resolve("changes.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command in the folder. */
    CommandOutput run(String... args) {
        return new CommandRunner(folder, () -> PLANNING).run(args);
    }
}
