package dk.grundskema.plugins.smallgroups;

import static dk.grundskema.solver.testkit.StaffBuilder.aStaffMember;

import dk.grundskema.domain.intervention.Decision;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.Site;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.Period;
import dk.grundskema.solver.spi.toolkit.RuleStrength;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import dk.grundskema.solver.testkit.SchoolBuilder;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A small school for tests: classes with a lesson an hour from 9 on, students of a class and the tutors named; usable are the hour before 9 and the
 * hour after 14. Five weeks from week 33 on, with groups in weeks 34 to 36, by default; two sessions of 30 minutes a week.
 */
final class SmallGroupsSchoolBuilder {
    static final IsoWeek W33 = new IsoWeek(2026, 33);

    private final SchoolBuilder school = SchoolBuilder.school(W33, 5)
            .firstSite("town", "Town school")
            .site(new Site(new SiteId("village"), "Village school"));

    @Nullable
    IsoWeek firstWeek = W33.plus(1);

    int weeks = 3;
    int sessionsPerWeek = 2;
    int sessionMinutes = 30;
    int smallest = 2;
    int largest = 4;
    int talkMinutes = 20;
    int preparationMinutes = 10;
    int tutorsPerGroup = 1;
    RuleStrength oneSessionADay = RuleStrength.WISH;

    @Nullable
    Integer mostGroups;

    @Nullable
    Double tutorHours;

    final List<Candidate> candidates = new ArrayList<>();
    final List<Tutor> tutors = new ArrayList<>();
    final List<UsableTime> usable = new ArrayList<>(List.of(usable("08:00", "09:00"), usable("14:00", "15:00")));
    final List<RoomId> named = new ArrayList<>();
    final List<StaffId> cover = new ArrayList<>();
    final List<ExcusedStudents> outside = new ArrayList<>();
    final List<Gathering> gatherings = new ArrayList<>();

    static UsableTime usable(String start, String end, DayOfWeek... days) {
        return new UsableTime(new TreeSet<>(List.of(days)), LocalTime.parse(start), LocalTime.parse(end));
    }

    SmallGroupsSchoolBuilder danish() {
        school.language(Language.DA);
        return this;
    }

    /** Sets the weeks of the horizon; lessons keep theirs. */
    SmallGroupsSchoolBuilder horizon(int value) {
        school.weeks(value);
        return this;
    }

    SmallGroupsSchoolBuilder closed(String date) {
        school.closed(date);
        return this;
    }

    SmallGroupsSchoolBuilder person(String id) {
        school.teachersIfAbsent(new StaffId(id));
        return this;
    }

    SmallGroupsSchoolBuilder room(String id) {
        return room(id, null, "classroom");
    }

    SmallGroupsSchoolBuilder room(String id, @Nullable SiteId site, String kind) {
        school.room(new Room(new RoomId(id), "Room " + id, site, kind, 30, Availability.always()));
        return this;
    }

    /** A student of a class; the class is added if it isn't there. */
    SmallGroupsSchoolBuilder student(String id, String className) {
        school.student(id, className, Availability.always()).joinClass(id, className);
        return this;
    }

    SmallGroupsSchoolBuilder company(String id, List<String> wished, List<String> never) {
        school.changeStudent(
                id,
                student -> student.wishedWith(wished.toArray(String[]::new)).neverWith(never.toArray(String[]::new)));
        return this;
    }

    /** A student who can't at some time of each day. */
    SmallGroupsSchoolBuilder away(String id, String from, String until) {
        var period = new Period(null, null, new TreeSet<>(), LocalTime.parse(from), LocalTime.parse(until));
        school.changeStudent(id, student -> student.except(period));
        return this;
    }

    /** A staff member who can't come on some days. */
    SmallGroupsSchoolBuilder staffAway(String id, String from, String until) {
        var period = new Period(LocalDate.parse(from), LocalDate.parse(until), new TreeSet<>(), null, null);
        school.staff(aStaffMember(id).except(period));
        return this;
    }

    /** A student who can't on a weekday. */
    SmallGroupsSchoolBuilder busyOn(String id, DayOfWeek day) {
        var period = new Period(null, null, new TreeSet<>(List.of(day)), null, null);
        school.changeStudent(id, student -> student.except(period));
        return this;
    }

    SmallGroupsSchoolBuilder candidate(String student, String subject, String area, int level, int need) {
        candidates.add(new Candidate(new StudentId(student), subject, area, level, need));
        return this;
    }

    SmallGroupsSchoolBuilder tutor(String id, String... subjects) {
        person(id);
        tutors.add(new Tutor(new StaffId(id), List.of(subjects), null, null, null));
        return this;
    }

    SmallGroupsSchoolBuilder lesson(
            String id, String className, String subject, DayOfWeek day, String start, String teacher) {
        person(teacher);
        school.lesson(id, school.lessonTime(day, start), subject, className, teacher);
        return this;
    }

    /** Danish at 9 and mathematics at 10 from Monday to Friday, by two teachers. */
    SmallGroupsSchoolBuilder week(String className, String danish, String maths) {
        for (int day = 1; day <= 5; day++) {
            lesson(className + "-dan-" + day, className, "DAN", DayOfWeek.of(day), "09:00", danish);
            lesson(className + "-mat-" + day, className, "MAT", DayOfWeek.of(day), "10:00", maths);
        }
        return this;
    }

    SmallGroupsSchoolBuilder lockMember(String student, String group) {
        school.memberLock(student, group);
        return this;
    }

    SmallGroupsSchoolBuilder excuse(String... who) {
        outside.add(new ExcusedStudents(
                new Decision("Head teacher", "No other time"),
                List.of(who).stream().map(StudentId::new).toList()));
        return this;
    }

    Intervention<SmallGroupsParameters> intervention() {
        return new Intervention<>(
                new InterventionId("sg"),
                "small-groups",
                "Small groups",
                new SmallGroupsParameters(
                        firstWeek,
                        weeks,
                        sessionsPerWeek,
                        sessionMinutes,
                        smallest,
                        largest,
                        mostGroups,
                        tutorHours,
                        candidates,
                        tutors,
                        usable,
                        named,
                        preparationMinutes,
                        talkMinutes,
                        cover,
                        outside,
                        gatherings,
                        tutorsPerGroup,
                        oneSessionADay));
    }

    Problem problem() {
        return school.intervention(intervention()).build();
    }

    /** Two classes, five candidates for Danish and two for mathematics, two tutors; one of them is their teacher. */
    static SmallGroupsSchoolBuilder withTwoClasses() {
        return new SmallGroupsSchoolBuilder()
                .student("a1", "4a")
                .student("a2", "4a")
                .student("a3", "4a")
                .student("b1", "4b")
                .student("b2", "4b")
                .week("4a", "ann", "max")
                .week("4b", "bob", "max")
                .room("r1")
                .room("r2")
                .candidate("a1", "DAN", "reading", 20, 9)
                .candidate("a2", "DAN", "reading", 25, 5)
                .candidate("a3", "DAN", "spelling", 40, 3)
                .candidate("b1", "DAN", "reading", 60, 8)
                .candidate("b2", "DAN", "spelling", 65, 1)
                .tutor("ann", "DAN")
                .tutor("tom");
    }
}
