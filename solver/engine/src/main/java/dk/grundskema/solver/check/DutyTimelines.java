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
import java.util.function.BiConsumer;
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
    private final List<Lesson> ownLessons;
    private final List<CheckedMeeting> ownMeetings;
    private final ZoneId zone;
    private boolean hasStaffAndRooms;
    private @Nullable Map<StudentId, List<Duty>> students;

    private DutyTimelines(
            Problem problem,
            GroupRoster attendance,
            List<CheckedMeeting> held,
            List<Lesson> ownLessons,
            List<CheckedMeeting> ownMeetings) {
        this.problem = problem;
        this.attendance = attendance;
        this.held = held;
        this.ownLessons = ownLessons;
        this.ownMeetings = ownMeetings;
        this.zone = problem.horizon().zone();
    }

    static DutyTimelines of(Problem problem, GroupRoster attendance, List<CheckedMeeting> held) {
        return new DutyTimelines(problem, attendance, held, problem.lessons(), held);
    }

    /** Returns timelines of which only that of one person is complete. */
    static DutyTimelines ofPerson(Problem problem, GroupRoster attendance, List<CheckedMeeting> held, StaffId person) {
        return new DutyTimelines(
                problem,
                attendance,
                held,
                problem.lessons().stream()
                        .filter(lesson -> lesson.staffIds().contains(person))
                        .toList(),
                held.stream().filter(one -> one.holders().contains(person)).toList());
    }

    /** The first who asks about staff or rooms builds their timelines: whole municipalities have many, and an assessment asks about neither. */
    private void addStaffAndRooms() {
        if (!hasStaffAndRooms) {
            staff.clear(); // an attempt may have failed half way
            rooms.clear();
            freed.clear();
            stretches.clear();
            held.forEach(this::recordRelief);
            ownLessons.forEach(this::add);
            ownMeetings.forEach(this::add);
            sort(staff);
            sort(rooms);
            hasStaffAndRooms = true;
        }
    }

    /** Sorts by time, facts before meetings, and by the problem's order of sites. */
    private void sort(Map<?, List<Duty>> owners) {
        List<SiteId> sites = problem.sites().stream().map(Site::id).toList();
        Comparator<Duty> chronological = Comparator.comparing(Duty::interval)
                .thenComparing(duty -> !duty.isFact())
                .thenComparingInt(duty -> sites.indexOf(duty.site()));
        owners.values().forEach(duties -> duties.sort(chronological));
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
    synchronized List<Duty> relievedLessonsOf(StaffId person) {
        addStaffAndRooms();
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
            Map<StudentId, List<Duty>> all = current;
            forEachMeetingOfStudents((student, duty) -> add(all, student, duty));
            sort(current);
            students = current;
        }
        return current;
    }

    /** Passes on each student with each date of a meeting that the student has, in no order. Ordinary lessons, with support or without, are not among them. */
    void forEachMeetingOfStudents(BiConsumer<StudentId, Duty> receiver) {
        for (CheckedMeeting one : held) {
            if (one.lesson() != null) {
                continue; // the students of a lesson are counted in the lesson
            }
            Meeting meeting = one.meeting();
            MeetingTime time = meeting.time();
            for (IsoWeek week : time.weeks()) {
                var duty = new Duty(time.interval(week, zone), time.date(week), one.site(), one, false, null);
                var excused = new Duty(duty.interval(), duty.date(), duty.site(), one, true, null);
                attendance
                        .students(meeting.groupIds(), meeting.studentIds(), week)
                        .forEach(student -> receiver.accept(student, one.excuses(student) ? excused : duty));
            }
        }
    }

    private static <T> void add(Map<T, List<Duty>> owners, T owner, Duty duty) {
        owners.computeIfAbsent(owner, any -> new ArrayList<>()).add(duty);
    }

    synchronized List<Duty> of(StaffId person) {
        addStaffAndRooms();
        return staff.getOrDefault(person, List.of());
    }

    /** Returns the duties of a person that count as work and against rest. */
    synchronized List<Duty> workOf(StaffId person) {
        return work.computeIfAbsent(
                person, any -> of(any).stream().filter(Duty::isWork).toList());
    }

    synchronized List<Duty> of(RoomId room) {
        addStaffAndRooms();
        return rooms.getOrDefault(room, List.of());
    }

    synchronized List<Duty> of(StudentId student) {
        return students().getOrDefault(student, List.of());
    }
}
