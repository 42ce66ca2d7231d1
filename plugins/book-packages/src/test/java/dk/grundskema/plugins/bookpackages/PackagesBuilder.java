package dk.grundskema.plugins.bookpackages;

import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.Site;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.Horizon;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.plugins.bookpackages.BookPackagesParameters.Mode;
import dk.grundskema.plugins.bookpackages.BookPackagesParameters.Way;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A made-up school from W34 of 2026 with the classes 4b (of four) and 5a (of two); ann teaches 4b twice a week and 5a once, bo 5a twice. W42 is a
 * holiday, so that the lessons leave it out. Reading tools are sent home to 4b, on Thursdays.
 */
final class PackagesBuilder {
    static final IsoWeek W34 = new IsoWeek(2026, 34);
    private final TreeSet<LocalDate> closed = new TreeSet<>();
    private final List<Function<SortedSet<IsoWeek>, Lesson>> lessons = new ArrayList<>();
    private final List<Receiver> receivers = new ArrayList<>();
    private final List<BookPackage> packages = new ArrayList<>();
    private final List<RoomId> rooms = new ArrayList<>();
    private int weeks = 24;
    private Language language = Language.EN;
    private Mode mode = Mode.READING_TOOLS;
    private Way way = Way.SENT_HOME;
    private @Nullable IsoWeek firstWeek;
    private @Nullable StaffId sender;
    private List<UsableTime> usable = List.of();
    private int percent = 50;
    private int parentsDays = 7;

    static PackagesBuilder readingTools() {
        return withoutReceivers().toClass("4b");
    }

    /** Without recipients. */
    static PackagesBuilder withoutReceivers() {
        return new PackagesBuilder()
                .lesson("dan-4b", "4b", DayOfWeek.MONDAY, "08:00", "ann")
                .lesson("his-4b", "4b", DayOfWeek.THURSDAY, "08:00", "ann")
                .lesson("eng-5a", "5a", DayOfWeek.MONDAY, "09:00", "ann")
                .lesson("dan-5a", "5a", DayOfWeek.TUESDAY, "08:00", "bo")
                .lesson("mat-5a", "5a", DayOfWeek.FRIDAY, "08:00", "bo");
    }

    private PackagesBuilder lesson(String id, String group, DayOfWeek day, String start, String teacher) {
        lessons.add(some -> new Lesson(
                new LessonId(id),
                id,
                new MeetingTime(
                        some,
                        day,
                        LocalTime.parse(start),
                        LocalTime.parse(start).plusMinutes(45)),
                null,
                null,
                List.of(new GroupId(group)),
                List.of(),
                List.of(new StaffId(teacher))));
        return this;
    }

    private List<Lesson> lessons() {
        var some = new TreeSet<IsoWeek>();
        for (int week = 0; week < weeks; week++) {
            some.add(W34.plus(week));
        }
        some.remove(new IsoWeek(2026, 42));
        return lessons.stream().map(lesson -> lesson.apply(some)).toList();
    }

    PackagesBuilder danish() {
        language = Language.DA;
        return this;
    }

    PackagesBuilder weeks(int value) {
        weeks = value;
        return this;
    }

    PackagesBuilder closed(String date) {
        closed.add(LocalDate.parse(date));
        return this;
    }

    PackagesBuilder noLessons() {
        lessons.clear();
        return this;
    }

    PackagesBuilder family() {
        mode = Mode.FAMILY_READING;
        return this;
    }

    /** Handed out on Mondays to Wednesdays between these times. */
    PackagesBuilder handedOut(String from, String until) {
        way = Way.HANDED_OUT;
        usable = List.of(new UsableTime(
                new TreeSet<>(List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY)),
                LocalTime.parse(from),
                LocalTime.parse(until)));
        return this;
    }

    PackagesBuilder onMondaysOnly() {
        UsableTime one = usable.getFirst();
        usable = List.of(new UsableTime(new TreeSet<>(List.of(DayOfWeek.MONDAY)), one.start(), one.end()));
        return this;
    }

    PackagesBuilder handedOutAnyTime() {
        way = Way.HANDED_OUT;
        return this;
    }

    PackagesBuilder percent(int value) {
        percent = value;
        return this;
    }

    PackagesBuilder parentsDays(int value) {
        parentsDays = value;
        return this;
    }

    PackagesBuilder from(String week) {
        firstWeek = IsoWeek.parse(week);
        return this;
    }

    PackagesBuilder sender(String id) {
        sender = new StaffId(id);
        return this;
    }

    PackagesBuilder room(String id) {
        rooms.add(new RoomId(id));
        return this;
    }

    PackagesBuilder toClass(String id) {
        receivers.add(new Receiver(null, new GroupId(id), ""));
        return this;
    }

    PackagesBuilder toStudent(String id, String speaking) {
        receivers.add(new Receiver(new StudentId(id), null, speaking));
        return this;
    }

    PackagesBuilder pack(String theme, String roleModel, @Nullable String date, @Nullable Integer stock) {
        packages.add(new BookPackage(theme, roleModel, date == null ? null : LocalDate.parse(date), stock));
        return this;
    }

    Intervention<BookPackagesParameters> intervention() {
        return new Intervention<>(
                new InterventionId("books"),
                "book-packages",
                "Book packages",
                new BookPackagesParameters(
                        mode,
                        way,
                        receivers,
                        packages,
                        firstWeek,
                        DayOfWeek.THURSDAY,
                        parentsDays,
                        sender,
                        15,
                        usable,
                        percent,
                        rooms));
    }

    Problem problem() {
        return new Problem(
                Problem.VERSION,
                "School",
                language,
                new Horizon(W34, weeks, ZoneId.of("Europe/Copenhagen"), closed),
                List.of(new Site(new SiteId("school"), "School")),
                List.of(),
                List.of(),
                List.of(),
                List.of(person("ann"), person("bo"), person("cia")),
                List.of(
                        student("b1", "4b"),
                        student("b2", "4b"),
                        student("b3", "4b"),
                        student("b4", "4b"),
                        student("a1", "5a"),
                        student("a2", "5a"),
                        student("lone", null)),
                List.of(group("4b", "b1", "b2", "b3", "b4"), group("5a", "a1", "a2"), group("empty")),
                lessons(),
                WorkRules.defaults(),
                List.of(intervention()),
                List.of(),
                List.of(),
                new TreeMap<>());
    }

    private static StaffMember person(String id) {
        return new StaffMember(
                new StaffId(id),
                "Staff " + id,
                new TreeSet<>(),
                Availability.always(),
                37,
                0,
                List.of(),
                null,
                null,
                null);
    }

    private static Student student(String id, @Nullable String home) {
        return new Student(
                new StudentId(id),
                "Student " + id,
                null,
                home == null ? null : new GroupId(home),
                Availability.always(),
                new TreeSet<>(),
                new TreeSet<>());
    }

    private static Group group(String id, String... members) {
        return new Group(
                new GroupId(id),
                id,
                Group.Kind.CLASS,
                List.of(members).stream()
                        .map(one -> GroupMember.always(new StudentId(one)))
                        .toList());
    }
}
