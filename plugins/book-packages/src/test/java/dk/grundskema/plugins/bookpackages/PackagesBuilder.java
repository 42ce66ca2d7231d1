package dk.grundskema.plugins.bookpackages;

import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.Period;
import dk.grundskema.plugins.bookpackages.BookPackagesParameters.Mode;
import dk.grundskema.plugins.bookpackages.BookPackagesParameters.Way;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import dk.grundskema.solver.testkit.SchoolBuilder;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A made-up school from W34 of 2026 with the classes 4b (of four) and 5a (of two); ann teaches 4b twice a week and 5a once, bo 5a twice. W42 is a
 * holiday, so that the lessons leave it out. Reading tools are sent home to 4b, on Thursdays.
 */
final class PackagesBuilder {
    static final IsoWeek W34 = new IsoWeek(2026, 34);
    private final SchoolBuilder school = SchoolBuilder.school(W34, 24);
    private final List<Receiver> receivers = new ArrayList<>();
    private final List<BookPackage> packages = new ArrayList<>();
    private final List<RoomId> rooms = new ArrayList<>();
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

    private PackagesBuilder() {
        school.teacher("ann").teacher("bo").teacher("cia");
        school.schoolClass("4b", "b1", "b2", "b3", "b4")
                .schoolClass("5a", "a1", "a2")
                .schoolClass("empty")
                .student("lone");
        lesson("dan-4b", "4b", DayOfWeek.MONDAY, "08:00", "ann");
        lesson("his-4b", "4b", DayOfWeek.THURSDAY, "08:00", "ann");
        lesson("eng-5a", "5a", DayOfWeek.MONDAY, "09:00", "ann");
        lesson("dan-5a", "5a", DayOfWeek.TUESDAY, "08:00", "bo");
        lesson("mat-5a", "5a", DayOfWeek.FRIDAY, "08:00", "bo");
    }

    /** Without recipients. */
    static PackagesBuilder withoutReceivers() {
        return new PackagesBuilder();
    }

    private void lesson(String id, String group, DayOfWeek day, String start, String teacher) {
        school.lesson(id, school.lessonTime(day, start), "", group, teacher);
    }

    private SortedSet<IsoWeek> schoolWeeks() {
        SortedSet<IsoWeek> some = school.allWeeks();
        some.remove(new IsoWeek(2026, 42));
        return some;
    }

    PackagesBuilder danish() {
        school.language(Language.DA);
        return this;
    }

    PackagesBuilder weeks(int value) {
        school.weeks(value);
        return this;
    }

    PackagesBuilder closed(String date) {
        school.closed(date);
        return this;
    }

    PackagesBuilder noLessons() {
        school.lessons(List.of());
        return this;
    }

    /** A student leaves for good on a Monday. */
    PackagesBuilder leaves(String id, String monday) {
        school.changeStudent(
                id, student -> student.except(new Period(LocalDate.parse(monday), null, new TreeSet<>(), null, null)));
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
        return school.changeLessons(lesson -> lesson.inWeeks(schoolWeeks()))
                .intervention(intervention())
                .build();
    }
}
