package dk.grundskema.api.imports.assembly;

import dk.grundskema.api.imports.calendar.CalendarWishes;
import dk.grundskema.api.imports.calendar.SchoolCalendar;
import dk.grundskema.api.imports.calendar.SchoolYear;
import dk.grundskema.api.imports.mapping.ImportMapping;
import dk.grundskema.api.imports.source.Clock;
import dk.grundskema.api.imports.source.Days;
import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.Place;
import dk.grundskema.api.imports.source.Said;
import dk.grundskema.api.imports.source.Source;
import dk.grundskema.api.imports.source.SourceBusy;
import dk.grundskema.api.imports.source.SourceGroup;
import dk.grundskema.api.imports.source.SourceLesson;
import dk.grundskema.api.imports.source.SourcePeriod;
import dk.grundskema.api.imports.source.SourcePerson;
import dk.grundskema.api.imports.source.SourceRoom;
import dk.grundskema.api.imports.source.SourceStudent;
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
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What files hold, made by hand: each line has its own place, {@code file row}. */
final class MadeSource {
    final List<SourceLesson> lessons = new ArrayList<>();
    final List<SourcePerson> staff = new ArrayList<>();
    final List<SourceStudent> students = new ArrayList<>();
    final List<SourceGroup> groups = new ArrayList<>();
    final List<SourceRoom> rooms = new ArrayList<>();
    final List<SourceBusy> busy = new ArrayList<>();
    final List<SourcePeriod> periods = new ArrayList<>();
    String file = "skema.csv";
    static final StudentKey KEY = StudentKey.of("0".repeat(64)).orElseThrow();

    private StudentIds ids = StudentIds.of(() -> KEY);
    private int line;

    Place place() {
        return new Place(file, "line " + ++line);
    }

    static @Nullable Said said(String text, Place place) {
        return text.isEmpty() ? null : new Said(text, place);
    }

    static List<Said> many(String text, Place place) {
        return Arrays.stream(text.split(","))
                .filter(each -> !each.isBlank())
                .map(each -> new Said(each.strip(), place))
                .toList();
    }

    /** A weekly lesson such as {@code lesson("1A", "MH", "DAN", "12", DayOfWeek.MONDAY, "08:00-08:45")}; several names with commas. */
    MadeSource lesson(String classes, String teachers, String subject, String rooms, DayOfWeek day, String clock) {
        return coupled("", classes, "", teachers, subject, rooms, day, clock);
    }

    MadeSource coupled(
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
                new Days.Weekly(day, new Days.Weeks.All()),
                clock);
    }

    MadeSource on(
            String coupling,
            String classes,
            String courses,
            String teachers,
            String subject,
            String rooms,
            Days days,
            String clock) {
        Place place = place();
        lessons.add(new SourceLesson(
                place,
                coupling,
                many(classes, place),
                many(courses, place),
                List.of(),
                many(teachers, place),
                said(subject, place),
                many(rooms, place),
                days,
                clock(clock),
                false,
                false,
                ""));
        return this;
    }

    /** {@code 08:00-08:45} by the clock; {@code 3} or {@code 3x2} by number. */
    private static Clock clock(String text) {
        if (text.contains(":")) {
            var ends = text.split("-", -1);
            return new Clock.Times(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
        }
        var parts = text.split("x", -1);
        return new Clock.Periods(parts[0], parts.length == 1 ? 1 : Integer.parseInt(parts[1]));
    }

    MadeSource person(String key, String name) {
        Place place = place();
        staff.add(new SourcePerson(place, new Said(key, place), said(name, place), List.of(), null, null, List.of()));
        return this;
    }

    MadeSource student(String key, String name, String classGroup, String courses) {
        Place place = place();
        students.add(new SourceStudent(
                place,
                new Said(key, place),
                new Said(name, place),
                said(classGroup, place),
                null,
                many(courses, place),
                List.of()));
        return this;
    }

    MadeSource schoolClass(String key) {
        Place place = place();
        groups.add(new SourceGroup(place, new Said(key, place), null, true, List.of(), List.of()));
        return this;
    }

    MadeSource course(String key, String classes, String members) {
        Place place = place();
        groups.add(
                new SourceGroup(place, new Said(key, place), null, false, many(classes, place), many(members, place)));
        return this;
    }

    MadeSource room(String key) {
        Place place = place();
        rooms.add(new SourceRoom(place, new Said(key, place), null, null, null));
        return this;
    }

    MadeSource bell(String name, String clock) {
        var ends = clock.split("-", -1);
        periods.add(
                new SourcePeriod(place(), name, new TreeSet<>(), LocalTime.parse(ends[0]), LocalTime.parse(ends[1])));
        return this;
    }

    MadeSource isBusy(String who, Period when) {
        Place place = place();
        busy.add(new SourceBusy(place, new Said(who, place), when));
        return this;
    }

    /** With other ids of students than usual. */
    MadeSource with(StudentIds others) {
        ids = others;
        return this;
    }

    /** From here on in another file. */
    MadeSource in(String other) {
        file = other;
        return this;
    }

    Source made() {
        return new Source(lessons, staff, students, groups, rooms, busy, periods, List.of(), List.of());
    }

    /** What is made of it, in the usual school year 2026/27. */
    Result assembled() {
        return assembled(ImportMapping.defaults());
    }

    Result assembled(ImportMapping mapping) {
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
        return new Result(Assembly.of(made(), settings));
    }

    /** A mapping that says nothing but how staff are spelled. */
    static ImportMapping staffAre(String... spellings) {
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
                usual.subjects(),
                List.of(),
                usual.files(),
                List.of(),
                usual.calendar());
    }

    /** What came of it, short to ask. */
    record Result(Assembled assembled) {
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
