package dk.grundskema.examples.fet;

import dk.grundskema.api.imports.ImportResult;
import dk.grundskema.api.imports.source.ReadingHints;
import dk.grundskema.api.imports.source.SourceBellTime;
import dk.grundskema.api.imports.source.SourceData;
import dk.grundskema.api.imports.source.SourceDays;
import dk.grundskema.api.imports.source.SourceGroup;
import dk.grundskema.api.imports.source.SourceLesson;
import dk.grundskema.api.imports.source.SourceText;
import dk.grundskema.api.imports.source.SourceTime;
import dk.grundskema.api.imports.systems.fet.FetReader;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Lesson;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Compares an import with what {@link FetFacts} says about the file. */
final class FetComparison {
    private static final Map<String, DayOfWeek> ENGLISH = Stream.of(DayOfWeek.values())
            .collect(Collectors.toMap(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH), day -> day));

    /**
     * An hour of the week in the imported problem.
     *
     * @param weekday weekday
     * @param week    number of the alternating week, from 0
     * @param start   start of the hour
     */
    private record Cell(DayOfWeek weekday, int week, LocalTime start) {}

    private final FetFacts facts;
    private final SourceData source;
    private final List<String> differences = new ArrayList<>();

    private FetComparison(FetFacts facts, SourceData source) {
        this.facts = facts;
        this.source = source;
    }

    /** Returns the differences of a file's import from its facts; empty means none. */
    static List<String> compare(FetFacts facts, Path file, ImportResult imported) {
        var comparison = compareSource(facts, file);
        comparison.compareProblem(imported);
        return comparison.differences;
    }

    /** Compares what is read from a file with facts of another one that has the same timetable. */
    static FetComparison compareSource(FetFacts facts, Path file) {
        var source = new FetReader().read(file.toString(), file, ReadingHints.none());
        var comparison = new FetComparison(facts, source);
        comparison.comparePeople();
        comparison.compareClasses();
        comparison.compareActivities();
        comparison.compareTimes();
        return comparison;
    }

    List<String> differences() {
        return differences;
    }

    private void check(Object expected, Object actual, String what) {
        if (!expected.equals(actual)) {
            differences.add("%s: the file says (%s), the import (%s)".formatted(what, expected, actual));
        }
    }

    private static Set<String> texts(Collection<SourceText> texts) {
        return texts.stream().map(SourceText::text).collect(Collectors.toCollection(TreeSet::new));
    }

    private void comparePeople() {
        check(
                facts.teachers(),
                source.staff().stream().map(each -> each.key().text()).collect(Collectors.toCollection(TreeSet::new)),
                "teachers");
        check(
                facts.rooms(),
                source.rooms().stream().map(each -> each.key().text()).collect(Collectors.toCollection(TreeSet::new)),
                "rooms");
    }

    private List<String> classes() {
        return source.groups().stream()
                .filter(SourceGroup::isClass)
                .map(each -> each.key().text())
                .toList();
    }

    /** Each student belongs to a class, and no class is made of others. */
    private void compareClasses() {
        var classes = classes();
        var students = facts.smallestOf(new HashSet<>(facts.years()));
        students.removeAll(facts.smallestOf(new HashSet<>(classes)));
        students.removeIf(each -> each.startsWith(FetFacts.OTHERS));
        check(Set.of(), students, "students without a class");
        for (String one : classes) {
            var others = new HashSet<>(classes);
            others.remove(one);
            check(
                    false,
                    facts.smallestOf(others).containsAll(facts.smallestOf(Set.of(one))),
                    "other classes make " + one);
        }
        if (facts.smallest().size() == facts.years().size()) {
            check(facts.years(), classes, "years without groups");
        }
    }

    private List<FetFacts.Activity> placed() {
        return facts.placed().stream()
                .filter(each -> facts.days().contains(each.start().getFirst()))
                .filter(each -> {
                    int hour = facts.hours().indexOf(each.start().getLast());
                    return hour >= 0 && hour + each.duration() <= facts.hours().size();
                })
                .toList();
    }

    private void compareActivities() {
        Map<String, SourceLesson> lessons = new HashMap<>();
        source.lessons().forEach(lesson -> lessons.put(lesson.place().where(), lesson));
        check(source.lessons().size(), lessons.size(), "lessons of different activities");
        check(placed().size(), lessons.size(), "placed activities");
        check(facts.activities().size() - placed().size(), unplaced(), "unplaced activities");
        for (FetFacts.Activity activity : placed()) {
            String where = "activity " + activity.id();
            SourceLesson lesson = lessons.get(where);
            if (lesson == null) {
                differences.add(where + " is missing");
                continue;
            }
            check(activity.teachers(), texts(lesson.teachers()), where + " teachers");
            check(activity.rooms(), texts(lesson.rooms()), where + " rooms");
            SourceText subject = lesson.subject();
            check(activity.subject(), subject == null ? "" : subject.text(), where + " subject");
            var periods = ((SourceTime.PeriodRun) lesson.clock()).names();
            check(activity.duration(), periods.size(), where + " duration");
            String hour = activity.start().getLast();
            check(true, periods.getFirst().equals(hour) || periods.getFirst().startsWith(hour + " ("), where + " hour");
            var groups = texts(lesson.classes());
            groups.addAll(texts(lesson.courses()));
            check(facts.smallestOf(activity.students()), facts.smallestOf(groups), where + " students");
            check(activity.students().isEmpty(), lesson.busy(), where + " without students");
            check(!classes().containsAll(groups), lesson.part(), where + " part");
        }
    }

    private int unplaced() {
        return Stream.of("import.fet.no-times", "import.fet.not-placed", "import.fet.no-such-time")
                .flatMap(code -> source.findings().stream()
                        .map(each -> each.finding())
                        .filter(finding -> finding.code().equals(code)))
                .mapToInt(finding -> (int) finding.arguments().getFirst())
                .sum();
    }

    /** Each day of the file is one of the import, weekdays keep their names, and hours their order. */
    private void compareTimes() {
        Map<String, Set<String>> daysRead = new HashMap<>();
        Map<String, Set<String>> daysInFile = new HashMap<>();
        for (SourceLesson lesson : source.lessons()) {
            String id = lesson.place().where().replaceFirst("activity ", "");
            String day = facts.placed().stream()
                    .filter(each -> each.id().equals(id))
                    .findFirst()
                    .orElseThrow()
                    .start()
                    .getFirst();
            var weekly = (SourceDays.Weekly) lesson.days();
            String name = ((SourceTime.PeriodRun) lesson.clock()).names().getFirst();
            String part = name.replaceFirst("^.*(?= \\(\\d\\)$)", "");
            String read = weekly + (part.equals(name) ? "" : part);
            daysRead.computeIfAbsent(day, any -> new HashSet<>()).add(read);
            daysInFile.computeIfAbsent(read, any -> new HashSet<>()).add(day);
            if (ENGLISH.containsKey(day)) {
                check(Objects.requireNonNull(ENGLISH.get(day)), weekly.weekday(), "weekday of " + lesson.place());
            }
        }
        Stream.of(daysRead, daysInFile)
                .flatMap(each -> each.entrySet().stream())
                .filter(each -> each.getValue().size() > 1)
                .forEach(each -> differences.add("one day is several: " + each));
        var periods = source.periods();
        check(0, periods.size() % facts.hours().size(), "whole parts of a day");
        IntStream.range(0, periods.size())
                .forEach(i -> check(
                        true,
                        periods.get(i)
                                        .name()
                                        .startsWith(facts.hours()
                                                .get(i % facts.hours().size()))
                                && periods.get(i)
                                        .start()
                                        .isBefore(periods.get(i).end())
                                && (i == 0
                                        || !periods.get(i)
                                                .start()
                                                .isBefore(periods.get(i - 1).end())),
                        "hour " + periods.get(i)));
    }

    private void compareProblem(ImportResult imported) {
        imported.findings().stream()
                .filter(each -> each.finding().isError())
                .forEach(each -> differences.add("error " + each.finding()));
        Problem problem = imported.problem();
        if (problem == null) {
            differences.add("no problem");
            return;
        }
        check(
                classes().size(),
                (int) problem.groups().stream()
                        .filter(each -> each.kind() == Group.Kind.CLASS)
                        .count(),
                "classes of the problem");
        check(facts.teachers().size(), problem.staff().size(), "staff of the problem");
        check(facts.rooms().size(), problem.rooms().size(), "rooms of the problem");
        Map<StaffId, String> staff =
                problem.staff().stream().collect(Collectors.toMap(StaffMember::id, StaffMember::name));
        Map<GroupId, String> groups = problem.groups().stream().collect(Collectors.toMap(Group::id, Group::name));
        Map<RoomId, String> rooms = problem.rooms().stream().collect(Collectors.toMap(Room::id, Room::name));
        Set<List<Object>> inProblem = new HashSet<>();
        for (Lesson lesson : problem.lessons()) {
            for (Cell cell : cells(lesson, problem)) {
                lesson.staffIds().forEach(id -> inProblem.add(List.of(cell, "teacher", staff.get(id))));
                lesson.groupIds()
                        .forEach(id -> inProblem.add(List.of(cell, "group", groups.get(id), lesson.subject())));
                Stream.concat(Stream.ofNullable(lesson.roomId()), lesson.extraRoomIds().stream())
                        .forEach(id -> inProblem.add(List.of(cell, "room", rooms.get(id))));
            }
        }
        var inFile = factsByHour();
        Stream.concat(inFile.stream(), inProblem.stream())
                .filter(each -> !inFile.contains(each) || !inProblem.contains(each))
                .limit(5)
                .forEach(each ->
                        differences.add((inFile.contains(each) ? "not in the problem: " : "not in the file: ") + each));
    }

    /** Teachers, groups and rooms of each hour of the week, as the file has them. */
    private Set<List<Object>> factsByHour() {
        Map<String, SourceLesson> lessons = new HashMap<>();
        source.lessons().forEach(lesson -> lessons.put(lesson.place().where(), lesson));
        Map<String, SourceBellTime> periods =
                source.periods().stream().collect(Collectors.toMap(SourceBellTime::name, Function.identity()));
        var names = source.periods().stream().map(SourceBellTime::name).toList();
        Set<List<Object>> all = new HashSet<>();
        for (FetFacts.Activity activity : placed()) {
            SourceLesson lesson = lessons.get("activity " + activity.id());
            boolean isEmpty = activity.students().isEmpty()
                    && activity.teachers().isEmpty()
                    && activity.rooms().isEmpty();
            if (lesson == null || isEmpty) {
                continue;
            }
            var weekly = (SourceDays.Weekly) lesson.days();
            int week = weekly.which() instanceof SourceDays.WeekPattern.Rotation turns
                    ? turns.mask().indexOf(true)
                    : 0;
            int first = names.indexOf(
                    ((SourceTime.PeriodRun) lesson.clock()).names().getFirst());
            for (int i = first; i < first + activity.duration(); i++) {
                var cell = new Cell(
                        weekly.weekday(), week, periods.get(names.get(i)).start());
                activity.teachers().forEach(name -> all.add(List.of(cell, "teacher", name)));
                activity.rooms().forEach(name -> all.add(List.of(cell, "room", name)));
                groups(lesson).forEach(name -> all.add(List.of(cell, "group", name, activity.subject())));
            }
        }
        return all;
    }

    /** The groups of a lesson; a part of a class keeps the whole class busy, since its students are unknown. */
    private Set<String> groups(SourceLesson lesson) {
        var all = texts(lesson.classes());
        for (String course : texts(lesson.courses())) {
            all.add(course);
            var students = facts.smallestOf(Set.of(course));
            classes().stream()
                    .filter(each -> facts.smallestOf(Set.of(each)).stream().anyMatch(students::contains))
                    .forEach(all::add);
        }
        return all;
    }

    private List<Cell> cells(Lesson lesson, Problem problem) {
        int weeks = source.lessons().stream()
                .map(each -> ((SourceDays.Weekly) each.days()).which())
                .mapToInt(which -> which instanceof SourceDays.WeekPattern.Rotation turns
                        ? turns.mask().size()
                        : 1)
                .max()
                .orElse(1);
        // The first weeks of the plan have one turn of each; a lesson may be in several.
        int[] turns = IntStream.range(0, weeks)
                .filter(week -> lesson.time()
                        .weeks()
                        .contains(problem.horizon().allWeeks().get(week)))
                .toArray();
        return source.periods().stream()
                .filter(each -> !each.start().isBefore(lesson.time().start())
                        && !each.end().isAfter(lesson.time().end()))
                .flatMap(each -> IntStream.of(turns)
                        .mapToObj(week -> new Cell(lesson.time().weekday(), week, each.start())))
                .toList();
    }
}
