package dk.grundskema.plugins.camp;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Workload;
import dk.grundskema.domain.finding.Fault;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Re-derives from a finished timetable whether each student had the conversations, and each visit was made, as asked. */
final class AppointmentCheck {
    private static final int FULL = 100;
    private static final Workload UNPREPARED = new Workload(true, FULL, 0);

    private final String prefix;
    private final CampParameters parameters;
    private final LocalDate firstMonday;
    private final Set<StudentId> students;
    private final List<GroupId> teams;
    private final Problem problem;
    private final SortedMap<LocalDate, Set<Block>> blocks = new TreeMap<>();
    private final Map<SessionId, Meeting> meetings;
    private final Set<SessionId> known = new HashSet<>();
    private final List<Fault> faults = new ArrayList<>();

    /**
     * @param prefix   how ids of the camp's sessions begin
     * @param firstDay the camp's first day
     * @param students who takes part
     * @param teams    in which teams
     * @param problem  of which the camp is, with what the visitors teach at home
     * @param meetings the camp's meetings
     */
    AppointmentCheck(
            String prefix,
            CampParameters parameters,
            LocalDate firstDay,
            Set<StudentId> students,
            List<GroupId> teams,
            Problem problem,
            Map<SessionId, Meeting> meetings) {
        this.prefix = prefix;
        this.parameters = parameters;
        this.firstMonday = firstDay.with(DayOfWeek.MONDAY);
        this.students = students;
        this.teams = teams;
        this.problem = problem;
        this.meetings = meetings;
    }

    /** A block that the base timetable puts on a date. */
    void on(LocalDate date, Block block) {
        blocks.computeIfAbsent(date, fresh -> new HashSet<>()).add(block);
    }

    /** Looks at everything; to be called when all blocks are known. */
    List<Fault> faults() {
        Conversations asked = parameters.conversations();
        if (asked != null) {
            students.forEach(student -> conversations(student, asked));
        }
        parameters.visits().forEach(this::visits);
        return faults;
    }

    /** Whether a meeting's id is that of a conversation or visit; to be called after {@link #faults}. */
    boolean isAppointment(SessionId id) {
        return known.contains(id);
    }

    private void conversations(StudentId student, Conversations asked) {
        var dates = dates(block -> asked.areIn(block) && block.minutes() >= asked.minutes());
        StaffId contact = null;
        for (Contact given : asked.contacts()) {
            contact = given.student().equals(student) ? given.staff() : contact;
        }
        int missing = 0;
        for (int n = 0; n < asked.perStudent(); n++) {
            var id = new SessionId(prefix + "conversation/" + student.value() + "/" + (n + 1));
            known.add(id);
            Meeting meeting = meetings.get(id);
            if (meeting == null || !isConversation(meeting, student, asked, part(dates, n, asked.perStudent()))) {
                missing++;
                continue;
            }
            StaffId holder = holder(meeting);
            if (contact != null && holder != null && !holder.equals(contact)) {
                missing++;
            }
            contact = contact == null ? holder : contact;
        }
        fault("camp.conversations", missing, student);
    }

    private boolean isConversation(Meeting meeting, StudentId student, Conversations asked, List<LocalDate> dates) {
        return meeting.kind().equals("conversation")
                && meeting.studentIds().equals(List.of(student))
                && meeting.groupIds().isEmpty()
                && minutes(meeting) == asked.minutes()
                && meeting.workload().equals(new Workload(true, FULL, asked.preparationMinutes()))
                && isOn(dates, meeting)
                && blocksOf(meeting).stream().anyMatch(block -> asked.areIn(block) && isInside(meeting, block));
    }

    private static @Nullable StaffId holder(Meeting meeting) {
        return meeting.seats().isEmpty() ? null : meeting.seats().getFirst().staffId();
    }

    private void visits(Visit visit) {
        var dates = dates(visit::isIn).stream()
                .filter(date -> isInWeeks(visit, date))
                .toList();
        int missing = 0;
        for (int n = 0; n < visit.times(); n++) {
            var id = new SessionId(prefix + "visit/" + visit.id() + "/" + (n + 1));
            known.add(id);
            Meeting meeting = meetings.get(id);
            missing += meeting != null && isVisit(meeting, visit, part(dates, n, visit.times())) ? 0 : 1;
        }
        fault("camp.visits", missing, visit.id());
        if (!visit.cover().isEmpty()) {
            visit.visitors().forEach(this::covers);
        }
    }

    /**
     * Any lesson of a visitor with cover may be taken; whether it is taken when it has to be is the core's to say. What is held
     * under its name but isn't the lesson is nothing that was asked for.
     */
    private void covers(StaffId visitor) {
        for (Lesson lesson : problem.lessons()) {
            for (IsoWeek week :
                    lesson.staffIds().contains(visitor) ? lesson.time().weeks() : Set.<IsoWeek>of()) {
                var id = new SessionId(prefix + "cover/" + visitor + "/" + lesson.id() + "/" + week);
                Meeting meeting = meetings.get(id);
                if (meeting == null || isCover(meeting, lesson, week, visitor)) {
                    known.add(id);
                }
            }
        }
    }

    private static boolean isCover(Meeting meeting, Lesson lesson, IsoWeek week, StaffId visitor) {
        return meeting.kind().equals("cover")
                && meeting.workload().equals(UNPREPARED)
                && meeting.weeks().equals(Set.of(week))
                && meeting.weekday() == lesson.time().weekday()
                && meeting.start().equals(lesson.time().start())
                && meeting.end().equals(lesson.time().end())
                && !visitor.equals(holder(meeting));
    }

    private boolean isVisit(Meeting meeting, Visit visit, List<LocalDate> dates) {
        return meeting.kind().equals("visit")
                && meeting.workload().equals(UNPREPARED)
                && isToWhomItIs(visit, meeting)
                && isOn(dates, meeting)
                && blocksOf(meeting).stream()
                        .anyMatch(block -> visit.isIn(block)
                                && meeting.start().equals(block.start())
                                && meeting.end().equals(block.end()))
                && meeting.seats().stream()
                        .map(MeetingSeat::staffId)
                        .allMatch(holder -> holder == null || visit.visitors().contains(holder));
    }

    /** All students, or those of its schools and its teams. */
    private boolean isToWhomItIs(Visit visit, Meeting meeting) {
        boolean isToSome = !visit.schools().isEmpty() || !visit.teams().isEmpty();
        return meeting.groupIds().containsAll(isToSome ? visit.teams() : teams)
                && problem.students().stream()
                        .filter(student -> students.contains(student.id()))
                        .filter(student -> visit.schools().stream().anyMatch(school -> school.equals(student.school())))
                        .allMatch(student -> meeting.studentIds().contains(student.id()));
    }

    private boolean isInWeeks(Visit visit, LocalDate date) {
        long days = ChronoUnit.DAYS.between(firstMonday, date);
        return visit.weeks().isEmpty() || visit.weeks().contains((int) (days / 7) + 1);
    }

    private List<LocalDate> dates(Predicate<Block> chosen) {
        var dates = new ArrayList<LocalDate>();
        blocks.forEach((date, ofDate) -> {
            if (ofDate.stream().anyMatch(block -> block.hasStudents() && chosen.test(block))) {
                dates.add(date);
            }
        });
        return dates;
    }

    /** Which of the dates are for the n-th, counted from 0, of so many: those of whole weeks if there are as many. */
    private static List<LocalDate> part(List<LocalDate> dates, int n, int count) {
        var byWeek = dates.stream().collect(Collectors.groupingBy(IsoWeek::of, TreeMap::new, Collectors.toList()));
        List<List<LocalDate>> units = byWeek.size() >= count
                ? List.copyOf(byWeek.values())
                : dates.stream().map(List::of).toList();
        int from = Math.floorDiv(n * units.size(), count);
        int until = Math.floorDiv((n + 1) * units.size(), count);
        return units.subList(from, until).stream().flatMap(List::stream).toList();
    }

    private static boolean isOn(List<LocalDate> dates, Meeting meeting) {
        var held = meeting.time().dates();
        return held.size() == 1 && dates.contains(held.getFirst());
    }

    private Set<Block> blocksOf(Meeting meeting) {
        return blocks.getOrDefault(meeting.time().firstDate(), Set.of());
    }

    private static boolean isInside(Meeting meeting, Block block) {
        long after = Duration.between(block.start(), meeting.start()).toMinutes();
        return block.hasStudents() && after >= 0 && after + minutes(meeting) <= block.minutes();
    }

    private static long minutes(Meeting meeting) {
        long minutes = Duration.between(meeting.start(), meeting.end()).toMinutes();
        return minutes > 0 ? minutes : minutes + Duration.ofDays(1).toMinutes();
    }

    private void fault(String rule, int amount, Object about) {
        if (amount > 0) {
            faults.add(new Fault(rule, Level.MEDIUM, amount, List.of(about)));
        }
    }
}
