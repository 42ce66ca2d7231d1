package dk.grundskema.solver.ledger;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Delivery;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.InterventionType;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Builds the ledger of a finished timetable. It assigns each date of each meeting to the weeks of its students, classes and staff members, and
 * compares it with ordinary lessons and with the deliveries that were entered.
 */
public final class LedgerBuilder {
    private record MeetingDate(SessionId session, LocalDate date) {}

    private final Problem problem;
    private final Timetable timetable;
    private final OrdinaryLessons ordinary;
    private final StudentWeekCollector students;
    private final ClassWeekCollector classes;
    private final StaffWeekCollector staff;
    private final Map<InterventionId, InterventionType> types = new LinkedHashMap<>();
    private final Map<MeetingDate, Delivery> deliveries = new HashMap<>();

    private LedgerBuilder(Problem problem, Timetable timetable, Function<String, Optional<InterventionType>> typeById) {
        this.problem = problem;
        this.timetable = timetable;
        this.ordinary = new OrdinaryLessons(problem, timetable);
        for (Intervention<?> one : problem.interventions()) {
            typeById.apply(one.type()).ifPresent(type -> types.put(one.id(), type));
        }
        List<String> order =
                types.values().stream().map(InterventionType::id).distinct().toList();
        this.students = new StudentWeekCollector(problem, ordinary, order);
        this.classes = new ClassWeekCollector(problem, ordinary, order);
        this.staff = new StaffWeekCollector(problem, order);
        timetable.deliveries().forEach(one -> deliveries.put(new MeetingDate(one.sessionId(), one.date()), one));
    }

    /**
     * Builds the ledger of a finished timetable.
     *
     * @param problem   a problem in which neither its reader nor a plugin found an error
     * @param timetable a timetable in which the checker found no unknown reference
     * @param typeById  returns an intervention type by its id; interventions of unknown type are left out
     */
    public static Ledger build(
            Problem problem, Timetable timetable, Function<String, Optional<InterventionType>> typeById) {
        return new LedgerBuilder(problem, timetable, typeById).build();
    }

    private Ledger build() {
        timetable.meetings().forEach(this::addMeeting);
        timetable.tasks().forEach(this::addTask);
        List<StudentWeek> lines = students.studentWeeks();
        return new Ledger(
                lines,
                classes.classWeeks(lines),
                staff.staffWeeks(),
                timetable.deliveries().stream()
                        .filter(one -> !one.held())
                        .sorted(Comparator.comparing(Delivery::date))
                        .toList());
    }

    private void addMeeting(Meeting meeting) {
        InterventionType type = types.get(meeting.interventionId());
        if (type == null) {
            return;
        }
        List<Lesson> lessons = ordinary.lessonsHeldAs(meeting);
        Set<StaffId> teachers = new HashSet<>();
        lessons.forEach(lesson -> teachers.addAll(lesson.staffIds()));
        List<StaffId> onDuty = meeting.seats().stream()
                .map(MeetingSeat::staffId)
                .filter(who -> who != null && !teachers.contains(who))
                .distinct()
                .toList();
        for (IsoWeek week : meeting.weeks()) {
            Interval interval = meeting.time().interval(week, problem.horizon().zone());
            onDuty.forEach(who -> staff.addWork(who, week, type.id(), interval.minutes(), meeting.workload()));
            if (lessons.isEmpty() || !onDuty.isEmpty()) {
                addParticipants(meeting, type, week, interval, !lessons.isEmpty());
            }
        }
    }

    private void addParticipants(
            Meeting meeting, InterventionType type, IsoWeek week, Interval interval, boolean isLesson) {
        LocalDate date = meeting.time().date(week);
        Delivery delivery = deliveries.get(new MeetingDate(meeting.sessionId(), date));
        boolean isHeld = isHeldBySomebody(meeting);
        if (isHeld) {
            meeting.groupIds()
                    .forEach(group ->
                            classes.addWholeClass(group, week, support(type, interval.minutes(), delivery, null)));
        }
        for (StudentId student : ordinary.students(meeting.groupIds(), meeting.studentIds(), week)) {
            if (isHeld) {
                students.addSupport(student, week, support(type, interval.minutes(), delivery, student));
            }
            if (!isLesson) {
                addAffectedLessons(meeting, type, student, date, interval);
            }
        }
    }

    /** A meeting that needs an adult and has none is no support. The lessons that it overlaps are lost all the same. */
    private static boolean isHeldBySomebody(Meeting meeting) {
        return meeting.seats().stream().noneMatch(MeetingSeat::required)
                || meeting.seats().stream().anyMatch(seat -> seat.staffId() != null);
    }

    private static SupportTotal support(
            InterventionType type, long minutes, @Nullable Delivery delivery, @Nullable StudentId student) {
        boolean isReceived = delivery != null
                && delivery.held()
                && (student == null || !delivery.absent().contains(student));
        return new SupportTotal(
                type.id(), type.category(), minutes, 0, delivery == null ? 0 : minutes, isReceived ? minutes : 0);
    }

    /** A meeting past midnight may overlap lessons of its own day and of the next. */
    private void addAffectedLessons(
            Meeting meeting, InterventionType type, StudentId student, LocalDate date, Interval interval) {
        for (LocalDate day : meeting.time().endsNextDay() ? List.of(date, date.plusDays(1)) : List.of(date)) {
            for (Lesson lesson : ordinary.lessons(student, day)) {
                Interval taught = lesson.time()
                        .interval(IsoWeek.of(day), problem.horizon().zone());
                long minutes = Math.min(interval.end(), taught.end()) - Math.max(interval.start(), taught.start());
                if (minutes > 0) {
                    students.addAffectedLesson(
                            student,
                            new AffectedLesson(
                                    day,
                                    lesson.id(),
                                    minutes,
                                    meeting.interventionId(),
                                    effectOn(meeting, type, student)));
                }
            }
        }
    }

    private static AffectedLesson.LessonEffect effectOn(Meeting meeting, InterventionType type, StudentId student) {
        if (meeting.excusedStudentIds().contains(student)) {
            return AffectedLesson.LessonEffect.BY_DECISION;
        }
        return type.category() == InterventionType.Category.IN_CLASS
                ? AffectedLesson.LessonEffect.INSIDE
                : AffectedLesson.LessonEffect.WITHOUT_DECISION;
    }

    private void addTask(Task task) {
        InterventionType type = types.get(task.interventionId());
        if (type == null || task.staffId() == null) {
            return; // nobody does it, so that nobody gets it
        }
        IsoWeek week = IsoWeek.of(task.date());
        task.studentIds()
                .forEach(student ->
                        students.addSupport(student, week, new SupportTotal(type.id(), type.category(), 0, 1, 0, 0)));
        staff.addTask(task.staffId(), week, type.id());
    }
}
