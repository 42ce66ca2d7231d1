package dk.grundskema.api.imports.assembly;

import dk.grundskema.api.imports.calendar.CalendarWishes;
import dk.grundskema.api.imports.calendar.SchoolCalendar;
import dk.grundskema.api.imports.calendar.SchoolYear;
import dk.grundskema.api.imports.mappingfile.ImportMapping;
import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.SourceBellTime;
import dk.grundskema.api.imports.source.SourceBusyTime;
import dk.grundskema.api.imports.source.SourceData;
import dk.grundskema.api.imports.source.SourceDays;
import dk.grundskema.api.imports.source.SourceGroup;
import dk.grundskema.api.imports.source.SourceLesson;
import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.api.imports.source.SourceRoom;
import dk.grundskema.api.imports.source.SourceStaffMember;
import dk.grundskema.api.imports.source.SourceStudent;
import dk.grundskema.api.imports.source.SourceText;
import dk.grundskema.api.imports.source.SourceTime;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Period;
import dk.grundskema.domain.timetable.Lesson;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Builds the content of files by hand; each line has its own place, {@code file row}. */
final class SourceFixture {
    final List<SourceLesson> lessons = new ArrayList<>();
    final List<SourceStaffMember> staff = new ArrayList<>();
    final List<SourceStudent> students = new ArrayList<>();
    final List<SourceGroup> groups = new ArrayList<>();
    final List<SourceRoom> rooms = new ArrayList<>();
    final List<SourceBusyTime> busy = new ArrayList<>();
    final List<SourceBellTime> periods = new ArrayList<>();
    String file = "skema.csv";
    private final List<String> exact = new ArrayList<>();
    static final StudentKey KEY = StudentKey.of("0".repeat(64)).orElseThrow();

    private StudentIdScheme ids = StudentIdScheme.of(() -> KEY);
    private int line;

    SourceLocation nextLocation() {
        return new SourceLocation(file, "line " + ++line);
    }

    static @Nullable SourceText text(String text, SourceLocation place) {
        return text.isEmpty() ? null : new SourceText(text, place);
    }

    static List<SourceText> texts(String text, SourceLocation place) {
        return Arrays.stream(text.split(","))
                .filter(each -> !each.isBlank())
                .map(each -> new SourceText(each.strip(), place))
                .toList();
    }

    /** A weekly lesson such as {@code lesson("1A", "MH", "DAN", "12", DayOfWeek.MONDAY, "08:00-08:45")}; several names with commas. */
    SourceFixture lesson(String classes, String teachers, String subject, String rooms, DayOfWeek day, String clock) {
        return coupled("", classes, "", teachers, subject, rooms, day, clock);
    }

    SourceFixture coupled(
            String coupling,
            String classes,
            String courses,
            String teachers,
            String subject,
            String rooms,
            DayOfWeek day,
            String clock) {
        return on(
                coupling,
                classes,
                courses,
                teachers,
                subject,
                rooms,
                new SourceDays.Weekly(day, new SourceDays.WeekPattern.All()),
                clock);
    }

    SourceFixture on(
            String coupling,
            String classes,
            String courses,
            String teachers,
            String subject,
            String rooms,
            SourceDays days,
            String clock) {
        SourceLocation place = nextLocation();
        lessons.add(new SourceLesson(
                place,
                coupling,
                texts(classes, place),
                texts(courses, place),
                List.of(),
                texts(teachers, place),
                text(subject, place),
                texts(rooms, place),
                days,
                clock(clock),
                false,
                false,
                ""));
        return this;
    }

    /** {@code 08:00-08:45} by the clock; {@code 3} or {@code 3x2} by number. */
    private static SourceTime clock(String text) {
        if (text.contains(":")) {
            var ends = text.split("-", -1);
            return new SourceTime.Times(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
        }
        var parts = text.split("x", -1);
        return new SourceTime.Periods(parts[0], parts.length == 1 ? 1 : Integer.parseInt(parts[1]));
    }

    SourceFixture person(String key, String name) {
        SourceLocation place = nextLocation();
        staff.add(new SourceStaffMember(
                place, new SourceText(key, place), text(name, place), List.of(), null, null, List.of()));
        return this;
    }

    SourceFixture student(String key, String name, String classGroup, String courses) {
        SourceLocation place = nextLocation();
        students.add(new SourceStudent(
                place,
                new SourceText(key, place),
                new SourceText(name, place),
                text(classGroup, place),
                null,
                texts(courses, place),
                List.of()));
        return this;
    }

    SourceFixture schoolClass(String key) {
        SourceLocation place = nextLocation();
        groups.add(new SourceGroup(place, new SourceText(key, place), null, true, List.of(), List.of()));
        return this;
    }

    SourceFixture course(String key, String classes, String members) {
        SourceLocation place = nextLocation();
        groups.add(new SourceGroup(
                place, new SourceText(key, place), null, false, texts(classes, place), texts(members, place)));
        return this;
    }

    SourceFixture room(String key) {
        SourceLocation place = nextLocation();
        rooms.add(new SourceRoom(place, new SourceText(key, place), null, null, null));
        return this;
    }

    SourceFixture bell(String name, String clock) {
        var ends = clock.split("-", -1);
        periods.add(new SourceBellTime(
                nextLocation(), name, new TreeSet<>(), LocalTime.parse(ends[0]), LocalTime.parse(ends[1])));
        return this;
    }

    SourceFixture busy(String who, Period when) {
        SourceLocation place = nextLocation();
        busy.add(new SourceBusyTime(place, new SourceText(who, place), when));
        return this;
    }

    /** With other ids of students than usual. */
    SourceFixture withStudentIds(StudentIdScheme others) {
        ids = others;
        return this;
    }

    /** From here on in another file. */
    SourceFixture inFile(String other) {
        file = other;
        return this;
    }

    /** The present file is of a program whose names are exact. */
    SourceFixture exactly() {
        exact.add(file);
        return this;
    }

    SourceData build() {
        return new SourceData(
                lessons, staff, students, groups, rooms, busy, periods, List.of(), List.of(), Set.copyOf(exact));
    }

    /** Returns the assembled problem, by default for the school year 2026/27. */
    AssembledFixture assemble() {
        return assemble(ImportMapping.defaults());
    }

    AssembledFixture assemble(ImportMapping mapping) {
        var calendar = SchoolCalendar.of(new SchoolYear(2026), CalendarWishes.defaults());
        var settings = new AssemblySettings(
                "Skolen 2026/27",
                "Skolen",
                Language.DA,
                calendar,
                calendar.horizon(null, null, ZoneId.of("Europe/Copenhagen")),
                mapping,
                List.of(),
                "Lektion",
                ids);
        return new AssembledFixture(ProblemAssembler.assemble(build(), settings));
    }

    /** A mapping that says nothing but how staff are spelled. */
    static ImportMapping staffSpellings(String... spellings) {
        var staff = new TreeMap<String, String>();
        for (int i = 0; i < spellings.length; i += 2) {
            staff.put(spellings[i], spellings[i + 1]);
        }
        var usual = ImportMapping.defaults();
        return new ImportMapping(
                1,
                null,
                null,
                usual.headings(),
                staff,
                usual.classes(),
                usual.rooms(),
                usual.roomKinds(),
                usual.subjects(),
                List.of(),
                usual.files(),
                usual.days(),
                List.of(),
                usual.calendar(),
                usual.inPlan());
    }

    /** The result, with short accessors. */
    record AssembledFixture(AssemblyResult assembled) {
        Problem problem() {
            return Objects.requireNonNull(assembled.problem(), () -> String.valueOf(assembled.findings()));
        }

        List<Lesson> lessons() {
            return problem().lessons();
        }

        Lesson lesson(String id) {
            return lessons().stream()
                    .filter(each -> each.id().value().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(
                            lessons().stream().map(Lesson::id).toList()));
        }

        List<String> lessonIds() {
            return lessons().stream().map(each -> each.id().value()).toList();
        }

        /** {@code SEVERITY code place}, in order. */
        List<String> found() {
            return assembled.findings().stream()
                    .map(each -> "%s %s %s"
                            .formatted(
                                    each.finding().severity(),
                                    each.finding().code(),
                                    each.finding().pointer())
                            .strip())
                    .toList();
        }

        FileFinding finding(String code) {
            return assembled.findings().stream()
                    .filter(each -> each.finding().code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(found()));
        }
    }
}
