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

/** Makes the ledger of a finished timetable. */
public final class LedgerMaker {
    private record Held(SessionId session, LocalDate date) {}

    private final Problem problem;
    private final Timetable timetable;
    private final OrdinaryWeek ordinary;
    private final StudentPages students;
    private final ClassPages classes;
    private final StaffPages staff;
    private final Map<InterventionId, InterventionType> types = new LinkedHashMap<>();
    private final Map<Held, Delivery> deliveries = new HashMap<>();

    private LedgerMaker(Problem problem, Timetable timetable, Function<String, Optional<InterventionType>> typeById) {
        this.problem = problem;
        this.timetable = timetable;
        this.ordinary = new OrdinaryWeek(problem, timetable);
        for (Intervention<?> one : problem.interventions()) {
            typeById.apply(one.type()).ifPresent(type -> types.put(one.id(), type));
        }
        List<String> order =
                types.values().stream().map(InterventionType::id).distinct().toList();
        this.students = new StudentPages(problem, ordinary, order);
        this.classes = new ClassPages(problem, ordinary, order);
        this.staff = new StaffPages(problem, order);
        timetable.deliveries().forEach(one -> deliveries.put(new Held(one.sessionId(), one.date()), one));
    }

    /**
     * The ledger of a finished timetable.
     *
     * @param problem   a problem in which neither its reader nor a plugin found an error
     * @param timetable a timetable in which the checker found nothing unknown
     * @param typeById  an intervention type by its id; what belongs to one that is not known is left out
     */
    public static Ledger make(
            Problem problem, Timetable timetable, Function<String, Optional<InterventionType>> typeById) {
        return new LedgerMaker(problem, timetable, typeById).make();
    }

    private Ledger make() {
        timetable.meetings().forEach(this::meeting);
        timetable.tasks().forEach(this::task);
        List<StudentWeek> lines = students.lines();
        return new Ledger(
                lines,
                classes.lines(lines),
                staff.lines(),
                timetable.deliveries().stream()
                        .filter(one -> !one.held())
                        .sorted(Comparator.comparing(Delivery::date))
                        .toList());
    }

    private void meeting(Meeting meeting) {
        InterventionType type = types.get(meeting.interventionId());
        if (type == null) {
            return;
        }
        List<Lesson> lessons = ordinary.asLesson(meeting);
        Set<StaffId> teachers = new HashSet<>();
        lessons.forEach(lesson -> teachers.addAll(lesson.staffIds()));
        List<StaffId> onDuty = meeting.seats().stream()
                .map(MeetingSeat::staffId)
                .filter(who -> who != null && !teachers.contains(who))
                .distinct()
                .toList();
        for (IsoWeek week : meeting.weeks()) {
            Interval interval = meeting.time().interval(week, problem.horizon().zone());
            onDuty.forEach(who -> staff.work(who, week, type.id(), interval.minutes(), meeting.workload()));
            if (lessons.isEmpty() || !onDuty.isEmpty()) {
                takePart(meeting, type, week, interval, !lessons.isEmpty());
            }
        }
    }

    private void takePart(Meeting meeting, InterventionType type, IsoWeek week, Interval interval, boolean isLesson) {
        LocalDate date = meeting.time().date(week);
        Delivery delivery = deliveries.get(new Held(meeting.sessionId(), date));
        meeting.groupIds()
                .forEach(group -> classes.whole(group, week, support(type, interval.minutes(), delivery, null)));
        for (StudentId student : ordinary.students(meeting.groupIds(), meeting.studentIds(), week)) {
            students.support(student, week, support(type, interval.minutes(), delivery, student));
            if (!isLesson) {
                touch(meeting, type, student, date, interval);
            }
        }
    }

    private static Support support(
            InterventionType type, long minutes, @Nullable Delivery delivery, @Nullable StudentId student) {
        boolean isReceived = delivery != null
                && delivery.held()
                && (student == null || !delivery.absent().contains(student));
        return new Support(
                type.id(), type.category(), minutes, 0, delivery == null ? 0 : minutes, isReceived ? minutes : 0);
    }

    /** A meeting past midnight may fall on lessons of its own day and of the next. */
    private void touch(Meeting meeting, InterventionType type, StudentId student, LocalDate date, Interval interval) {
        for (LocalDate day : meeting.time().endsNextDay() ? List.of(date, date.plusDays(1)) : List.of(date)) {
            for (Lesson lesson : ordinary.lessons(student, day)) {
                Interval taught = lesson.time()
                        .interval(IsoWeek.of(day), problem.horizon().zone());
                long minutes = Math.min(interval.end(), taught.end()) - Math.max(interval.start(), taught.start());
                if (minutes > 0) {
                    students.touched(
                            student,
                            new Touched(
                                    day, lesson.id(), minutes, meeting.interventionId(), how(meeting, type, student)));
                }
            }
        }
    }

    private static Touched.How how(Meeting meeting, InterventionType type, StudentId student) {
        if (meeting.excusedStudentIds().contains(student)) {
            return Touched.How.BY_DECISION;
        }
        return type.category() == InterventionType.Category.IN_CLASS
                ? Touched.How.INSIDE
                : Touched.How.WITHOUT_DECISION;
    }

    private void task(Task task) {
        InterventionType type = types.get(task.interventionId());
        if (type == null) {
            return;
        }
        IsoWeek week = IsoWeek.of(task.date());
        task.studentIds()
                .forEach(student ->
                        students.support(student, week, new Support(type.id(), type.category(), 0, 1, 0, 0)));
        if (task.staffId() != null) {
            staff.task(task.staffId(), week, type.id());
        }
    }
}
