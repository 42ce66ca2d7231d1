package dk.grundskema.solver.check;

import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.demand.Relief;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.Site;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The duties of each person, room and student, ordered by start, then by end. Of duties at exactly the same time, lessons come first, then those at
 * a site that the problem lists earlier, so that travel does not depend on the order of files.
 */
final class DutyTimelines {
    private record TaughtLesson(StaffId staff, LessonId lesson, IsoWeek week) {}

    private final Map<StaffId, List<Duty>> staff = new HashMap<>();
    private final Map<RoomId, List<Duty>> rooms = new HashMap<>();
    private final Map<StaffId, List<Duty>> freed = new HashMap<>();
    private final Map<TaughtLesson, List<Interval>> stretches = new HashMap<>();
    private final Map<StaffId, List<Duty>> work = new HashMap<>();
    private final IdentityHashMap<Lesson, List<Duty>> ofLessons = new IdentityHashMap<>();
    private final Problem problem;
    private final GroupRoster attendance;
    private final List<CheckedMeeting> held;
    private final ZoneId zone;
    private @Nullable Map<StudentId, List<Duty>> students;

    private DutyTimelines(Problem problem, GroupRoster attendance, List<CheckedMeeting> held) {
        this.problem = problem;
        this.attendance = attendance;
        this.held = held;
        this.zone = problem.horizon().zone();
    }

    static DutyTimelines of(Problem problem, GroupRoster attendance, List<CheckedMeeting> held) {
        return new DutyTimelines(problem, attendance, held).with(problem.lessons(), held);
    }

    /** Returns timelines of which only that of one person is complete. */
    static DutyTimelines ofPerson(Problem problem, GroupRoster attendance, List<CheckedMeeting> held, StaffId person) {
        return new DutyTimelines(problem, attendance, held)
                .with(
                        problem.lessons().stream()
                                .filter(lesson -> lesson.staffIds().contains(person))
                                .toList(),
                        held.stream()
                                .filter(one -> one.holders().contains(person))
                                .toList());
    }

    private DutyTimelines with(List<Lesson> lessons, List<CheckedMeeting> meetings) {
        held.forEach(this::recordRelief);
        lessons.forEach(this::add);
        meetings.forEach(this::add);
        sort(staff);
        sort(rooms);
        return this;
    }

    private void sort(Map<?, List<Duty>> owners) {
        owners.values().forEach(duties -> duties.sort(chronological(problem)));
    }

    private static Comparator<Duty> chronological(Problem problem) {
        List<SiteId> sites = problem.sites().stream().map(Site::id).toList();
        return Comparator.comparing(Duty::interval)
                .thenComparing(duty -> !duty.isFact())
                .thenComparingInt(duty -> sites.indexOf(duty.site()));
    }

    /** Returns the duties of a lesson, in the order of its weeks. */
    private List<Duty> duties(Lesson lesson) {
        return ofLessons.computeIfAbsent(lesson, one -> {
            MeetingTime time = one.time();
            SiteId site = SiteResolver.siteOf(one, problem);
            return time.weeks().stream()
                    .map(week -> new Duty(time.interval(week, zone), time.date(week), site, null, false, one))
                    .toList();
        });
    }

    private void add(Lesson lesson) {
        Set<StaffId> busy = new HashSet<>(lesson.staffIds());
        for (Duty duty : duties(lesson)) {
            busy.forEach(person -> {
                var taught = new TaughtLesson(person, lesson.id(), duty.week());
                boolean isFreed = stretches.getOrDefault(taught, List.of()).stream()
                        .anyMatch(held -> held.start() <= duty.start() && held.end() >= duty.end());
                add(isFreed ? freed : staff, person, duty);
            });
            lesson.rooms().forEach(room -> add(rooms, room, duty));
        }
    }

    /** Records the times of a meeting that releases a staff member from a lesson; it does so only if its first seat is filled. */
    private void recordRelief(CheckedMeeting held) {
        Relief relief = held.session() == null ? null : held.session().relief();
        if (relief != null && held.holder(0) != null) {
            List<Interval> times = held.meeting().time().intervals(zone);
            relief.weeks()
                    .forEach(week -> stretches
                            .computeIfAbsent(
                                    new TaughtLesson(relief.staff(), relief.lesson(), week), fresh -> new ArrayList<>())
                            .addAll(times));
        }
    }

    /** Returns the lessons that a person is released from. */
    List<Duty> relievedLessonsOf(StaffId person) {
        return freed.getOrDefault(person, List.of());
    }

    private void add(CheckedMeeting held) {
        MeetingTime time = held.meeting().time();
        for (IsoWeek week : time.weeks()) {
            var duty = new Duty(time.interval(week, zone), time.date(week), held.site(), held, false, null);
            held.holders().forEach(person -> add(staff, person, duty));
            held.rooms().forEach(room -> add(rooms, room, duty));
        }
    }

    /** Students' duties take longest to build and are needed by few checks, so the first of these builds them. */
    private Map<StudentId, List<Duty>> students() {
        Map<StudentId, List<Duty>> current = students;
        if (current == null) {
            current = new HashMap<>();
            for (Lesson lesson : problem.lessons()) {
                for (Duty duty : duties(lesson)) {
                    for (StudentId student : attendance.students(lesson.groupIds(), lesson.studentIds(), duty.week())) {
                        add(current, student, duty);
                    }
                }
            }
            for (CheckedMeeting one : held) {
                if (one.lesson() == null) { // the students of a lesson are counted in the lesson
                    addStudents(one, current);
                }
            }
            sort(current);
            students = current;
        }
        return current;
    }

    private void addStudents(CheckedMeeting one, Map<StudentId, List<Duty>> all) {
        Meeting meeting = one.meeting();
        MeetingTime time = meeting.time();
        for (IsoWeek week : time.weeks()) {
            var duty = new Duty(time.interval(week, zone), time.date(week), one.site(), one, false, null);
            var excused = new Duty(duty.interval(), duty.date(), duty.site(), one, true, null);
            attendance
                    .students(meeting.groupIds(), meeting.studentIds(), week)
                    .forEach(student -> add(all, student, one.excuses(student) ? excused : duty));
        }
    }

    private static <T> void add(Map<T, List<Duty>> owners, T owner, Duty duty) {
        owners.computeIfAbsent(owner, any -> new ArrayList<>()).add(duty);
    }

    List<Duty> of(StaffId person) {
        return staff.getOrDefault(person, List.of());
    }

    /** Returns the duties of a person that count as work and against rest. */
    List<Duty> workOf(StaffId person) {
        return work.computeIfAbsent(
                person, any -> of(any).stream().filter(Duty::isWork).toList());
    }

    List<Duty> of(RoomId room) {
        return rooms.getOrDefault(room, List.of());
    }

    List<Duty> of(StudentId student) {
        return students().getOrDefault(student, List.of());
    }
}
