package dk.grundskema.plugins.intensivecourse;

import static dk.grundskema.solver.testkit.StaffBuilder.aStaffMember;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.intervention.Decision;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.problem.SeatLock;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.time.Period;
import dk.grundskema.solver.spi.toolkit.GroupSizes;
import dk.grundskema.solver.spi.toolkit.Participant;
import dk.grundskema.solver.spi.toolkit.SubjectShare;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import dk.grundskema.solver.testkit.SchoolBuilder;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A made-up school with the classes 7b and 8a, whose teachers ann (DAN) and bo (MAT) teach both but bo not 8a, from Monday to Thursday; W42 and W43
 * are holidays, W42 closed. The course is in them: a group of the students, three lessons a day, then two weeks with mentors.
 */
final class CourseBuilder {
    static final IsoWeek W41 = new IsoWeek(2026, 41);
    static final String MONDAY = "2026-10-12";
    private final SchoolBuilder school = SchoolBuilder.school(W41, 6);
    private final Set<String> rooms = new LinkedHashSet<>();

    // the course
    private List<LocalDate> dates = List.of(LocalDate.parse(MONDAY), LocalDate.parse("2026-10-13"));
    private int weeks = 2;
    private @Nullable SiteId site;
    private final List<Participant> participants = new ArrayList<>();
    private int smallest = 1;
    private int largest = 14;
    private @Nullable Integer groups;
    private List<LessonTime> times = List.of(time("09:00"), time("09:45"), time("11:00"));
    private List<SubjectShare> subjects = List.of(subject("DAN"), subject("MAT"));
    private List<StaffId> adults = List.of();
    private int teachers = 1;
    private int pedagogues = 1;
    private String pedagogueSkill = "pedagogue";
    private List<RoomId> courseRooms = List.of();
    private Mentoring mentoring = new Mentoring(2, 2, 45, 3, List.of(), List.of());
    private int handoverMinutes = 30;
    private List<UsableTime> usable = List.of();
    private @Nullable WorkRules work;
    private @Nullable Decision decision;

    private CourseBuilder() {
        for (int day = 0; day < 5; day++) {
            school.closed(LocalDate.parse(MONDAY).plusDays(day).toString());
        }
        school.group("7b", Group.Kind.CLASS).group("8a", Group.Kind.CLASS);
    }

    /** The usual school with four students, two of each class. */
    static CourseBuilder smallCourse() {
        return new CourseBuilder()
                .person("ann", "DAN")
                .person("bo", "MAT")
                .person("pia", "pedagogue")
                .student("s1", "7b")
                .student("s2", "7b")
                .student("s3", "8a")
                .student("s4", "8a")
                .lesson("dan-7b", "7b", DayOfWeek.MONDAY, "08:00", "ann")
                .lesson("mat-7b", "7b", DayOfWeek.TUESDAY, "13:30", "bo")
                .lesson("dan-8a", "8a", DayOfWeek.WEDNESDAY, "09:00", "ann");
    }

    static LessonTime time(String start) {
        return new LessonTime(LocalTime.parse(start), LocalTime.parse(start).plusMinutes(45));
    }

    static SubjectShare subject(String name) {
        return new SubjectShare(name, 1, "To be good at it", null);
    }

    CourseBuilder person(String id, String... skills) {
        school.teacher(id, skills);
        return this;
    }

    /** Somebody who cannot come on a date. */
    CourseBuilder personAway(String id, String date, String... skills) {
        school.staff(aStaffMember(id).skills(skills).except(Period.wholeDay(LocalDate.parse(date))));
        return this;
    }

    /** Somebody who cannot come for some time of a date. */
    CourseBuilder personAway(String id, String date, String from, String until, String skill) {
        LocalDate day = LocalDate.parse(date);
        school.staff(aStaffMember(id)
                .skills(skill)
                .except(new Period(day, day, new TreeSet<>(), LocalTime.parse(from), LocalTime.parse(until))));
        return this;
    }

    CourseBuilder student(String id, @Nullable String home) {
        participants.add(new Participant(new StudentId(id), 5));
        school.student(id, home, Availability.always());
        if (home != null) {
            school.joinClass(id, home);
        }
        return this;
    }

    CourseBuilder student(String id, String home, String at) {
        student(id, home);
        school.changeStudent(id, student -> student.site(at));
        return this;
    }

    /** A student leaves for good with a week. */
    CourseBuilder leaves(String id, IsoWeek from) {
        school.changeStudent(
                id,
                student -> student.except(new Period(from.date(DayOfWeek.MONDAY), null, new TreeSet<>(), null, null)));
        return this;
    }

    CourseBuilder participant(String id, int need) {
        participants.removeIf(one -> one.studentId().value().equals(id));
        participants.add(new Participant(new StudentId(id), need));
        return this;
    }

    /** Weekly but in the holidays. */
    CourseBuilder lesson(String id, String home, DayOfWeek day, String start, String... who) {
        var time = school.lessonTime(day, start);
        var held = new TreeSet<>(time.weeks());
        held.remove(W41.plus(1));
        held.remove(W41.plus(2));
        return lesson(id, home, new MeetingTime(held, day, time.start(), time.end()), who);
    }

    CourseBuilder lesson(String id, String home, MeetingTime time, String... who) {
        school.lesson(id, time, "", home, who);
        return this;
    }

    CourseBuilder noLessons() {
        school.lessons(List.of());
        return this;
    }

    CourseBuilder room(String id) {
        school.room(id, 30);
        rooms.add(id);
        courseRooms = rooms.stream().map(RoomId::new).toList();
        return this;
    }

    CourseBuilder courseRooms(String... ids) {
        courseRooms = Arrays.stream(ids).map(RoomId::new).toList();
        return this;
    }

    CourseBuilder otherSite(String id) {
        school.site(id);
        return this;
    }

    CourseBuilder site(String id) {
        site = new SiteId(id);
        return this;
    }

    /** Before any lesson is added. */
    CourseBuilder horizonWeeks(int value) {
        school.weeks(value);
        return this;
    }

    CourseBuilder danish() {
        school.language(Language.DA);
        return this;
    }

    CourseBuilder dates(String... values) {
        dates = Arrays.stream(values).map(LocalDate::parse).toList();
        return this;
    }

    CourseBuilder weeks(int value) {
        weeks = value;
        return this;
    }

    CourseBuilder sizes(int least, int most, @Nullable Integer count) {
        smallest = least;
        largest = most;
        groups = count;
        return this;
    }

    CourseBuilder times(LessonTime... values) {
        times = List.of(values);
        return this;
    }

    CourseBuilder subjects(SubjectShare... values) {
        subjects = List.of(values);
        return this;
    }

    CourseBuilder adults(int ofTeachers, int ofPedagogues) {
        teachers = ofTeachers;
        pedagogues = ofPedagogues;
        return this;
    }

    CourseBuilder pedagogueSkill(String value) {
        pedagogueSkill = value;
        return this;
    }

    CourseBuilder staff(String... ids) {
        adults = Arrays.stream(ids).map(StaffId::new).toList();
        return this;
    }

    CourseBuilder mentoring(int count, int aWeek, int minutes, int mentees, String... mentors) {
        mentoring = new Mentoring(
                count,
                aWeek,
                minutes,
                mentees,
                Arrays.stream(mentors).map(StaffId::new).toList(),
                List.of());
        return this;
    }

    CourseBuilder handover(int minutes) {
        handoverMinutes = minutes;
        return this;
    }

    CourseBuilder usable(String start, String end, DayOfWeek... days) {
        usable = List.of(new UsableTime(new TreeSet<>(List.of(days)), LocalTime.parse(start), LocalTime.parse(end)));
        return this;
    }

    CourseBuilder work(WorkRules value) {
        work = value;
        return this;
    }

    CourseBuilder withDecision() {
        decision = new Decision("The head", "The only week");
        return this;
    }

    CourseBuilder lockTime(String session, MeetingTime time) {
        school.lock(new SessionLock(new SessionId(session), time, null, null, List.of()));
        return this;
    }

    CourseBuilder lockSeat(String session, int position, String who) {
        school.lock(new SessionLock(
                new SessionId(session), null, null, null, List.of(new SeatLock(position, new StaffId(who)))));
        return this;
    }

    CourseBuilder join(String student, String group) {
        school.memberLock(student, group);
        return this;
    }

    IntensiveCourseParameters parameters() {
        return new IntensiveCourseParameters(
                dates,
                weeks,
                site,
                participants,
                new GroupSizes(smallest, largest, groups),
                times,
                subjects,
                adults,
                teachers,
                pedagogues,
                pedagogueSkill,
                courseRooms,
                15,
                mentoring,
                handoverMinutes,
                2,
                usable,
                work,
                decision);
    }

    Intervention<IntensiveCourseParameters> course() {
        return new Intervention<>(new InterventionId("turbo"), "intensive-course", "Turbo", parameters());
    }

    Problem problem() {
        return school.intervention(course()).build();
    }
}
