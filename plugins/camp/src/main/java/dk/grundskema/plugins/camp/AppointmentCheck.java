package dk.grundskema.plugins.camp;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Workload;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
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

/** Re-derives from a finished timetable whether each student had the conversations, and each visit took place, as requested. */
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
    private final List<RuleViolation> faults = new ArrayList<>();

    /**
     * @param prefix   prefix of the ids of the camp's sessions
     * @param firstDay the camp's first day
     * @param students the participants
     * @param teams    each participant's teams
     * @param problem  problem that contains the camp and the visitors' lessons at home
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

    /** Registers a block that the base timetable puts on a date. */
    void addBlock(LocalDate date, Block block) {
        blocks.computeIfAbsent(date, fresh -> new HashSet<>()).add(block);
    }

    /** Returns all violations. Call it when all blocks are registered. */
    List<RuleViolation> faults() {
        Conversations conversations = parameters.conversations();
        if (conversations != null) {
            students.forEach(student -> checkConversations(student, conversations));
        }
        parameters.visits().forEach(this::checkVisit);
        return faults;
    }

    private void checkConversations(StudentId student, Conversations conversations) {
        var dates =
                datesWithBlock(block -> conversations.allowsBlock(block) && block.minutes() >= conversations.minutes());
        StaffId contact = null;
        for (Contact given : conversations.contacts()) {
            contact = given.student().equals(student) ? given.staff() : contact;
        }
        int missing = 0;
        for (int n = 0; n < conversations.perStudent(); n++) {
            var id = new SessionId(prefix + "conversation/" + student.value() + "/" + (n + 1));
            Meeting meeting = meetings.get(id);
            List<LocalDate> own = datesOfPart(dates, n, conversations.perStudent());
            if (meeting == null && !own.isEmpty() && own.stream().noneMatch(date -> isThere(student, date))) {
                continue;
            }
            if (meeting == null || !isConversation(meeting, student, conversations, own)) {
                missing++;
                continue;
            }
            StaffId holder = holder(meeting);
            if (contact != null && holder != null && !holder.equals(contact)) {
                missing++;
            }
            contact = contact == null ? holder : contact;
        }
        addFault("camp.conversations", missing, student);
    }

    private boolean isThere(StudentId student, LocalDate date) {
        return problem.weeksPresent(student).contains(IsoWeek.of(date));
    }

    private boolean isConversation(
            Meeting meeting, StudentId student, Conversations conversations, List<LocalDate> dates) {
        return meeting.kind().equals("conversation")
                && meeting.studentIds().equals(List.of(student))
                && meeting.groupIds().isEmpty()
                && durationMinutes(meeting) == conversations.minutes()
                && meeting.workload().equals(new Workload(true, FULL, conversations.preparationMinutes()))
                && isOnOneOf(dates, meeting)
                && blocksOf(meeting).stream()
                        .anyMatch(block -> conversations.allowsBlock(block) && isInside(meeting, block));
    }

    private static @Nullable StaffId holder(Meeting meeting) {
        return meeting.seats().isEmpty() ? null : meeting.seats().getFirst().staffId();
    }

    private void checkVisit(Visit visit) {
        var dates = datesWithBlock(visit::allowsBlock).stream()
                .filter(date -> isInWeeks(visit, date))
                .toList();
        int missing = 0;
        for (int n = 0; n < visit.times(); n++) {
            var id = new SessionId(prefix + "visit/" + visit.id() + "/" + (n + 1));
            Meeting meeting = meetings.get(id);
            missing += meeting != null && isVisit(meeting, visit, datesOfPart(dates, n, visit.times())) ? 0 : 1;
        }
        addFault("camp.visits", missing, visit.id());
    }

    private boolean isVisit(Meeting meeting, Visit visit, List<LocalDate> dates) {
        return meeting.kind().equals("visit")
                && meeting.workload().equals(UNPREPARED)
                && invitesVisitedStudents(visit, meeting)
                && isOnOneOf(dates, meeting)
                && blocksOf(meeting).stream()
                        .anyMatch(block -> visit.allowsBlock(block)
                                && meeting.start().equals(block.start())
                                && meeting.end().equals(block.end()))
                && meeting.seats().stream()
                        .map(MeetingSeat::staffId)
                        .allMatch(holder -> holder == null || visit.visitors().contains(holder));
    }

    /** Returns whether the meeting invites the visited students: all, or those of the visit's schools and teams. */
    private boolean invitesVisitedStudents(Visit visit, Meeting meeting) {
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

    private List<LocalDate> datesWithBlock(Predicate<Block> chosen) {
        var dates = new ArrayList<LocalDate>();
        blocks.forEach((date, ofDate) -> {
            if (ofDate.stream().anyMatch(block -> block.hasStudents() && chosen.test(block))) {
                dates.add(date);
            }
        });
        return dates;
    }

    /** Returns the dates for part n of count, n counted from 0: dates of whole weeks if there are at least count weeks. */
    private static List<LocalDate> datesOfPart(List<LocalDate> dates, int n, int count) {
        var byWeek = dates.stream().collect(Collectors.groupingBy(IsoWeek::of, TreeMap::new, Collectors.toList()));
        List<List<LocalDate>> units = byWeek.size() >= count
                ? List.copyOf(byWeek.values())
                : dates.stream().map(List::of).toList();
        int from = Math.floorDiv(n * units.size(), count);
        int until = Math.floorDiv((n + 1) * units.size(), count);
        return units.subList(from, until).stream().flatMap(List::stream).toList();
    }

    private static boolean isOnOneOf(List<LocalDate> dates, Meeting meeting) {
        var held = meeting.time().dates();
        return held.size() == 1 && dates.contains(held.getFirst());
    }

    private Set<Block> blocksOf(Meeting meeting) {
        return blocks.getOrDefault(meeting.time().firstDate(), Set.of());
    }

    private static boolean isInside(Meeting meeting, Block block) {
        long after = Duration.between(block.start(), meeting.start()).toMinutes();
        return block.hasStudents() && after >= 0 && after + durationMinutes(meeting) <= block.minutes();
    }

    private static long durationMinutes(Meeting meeting) {
        long minutes = Duration.between(meeting.start(), meeting.end()).toMinutes();
        return minutes > 0 ? minutes : minutes + Duration.ofDays(1).toMinutes();
    }

    private void addFault(String rule, int amount, Object about) {
        if (amount > 0) {
            faults.add(new RuleViolation(rule, Level.MEDIUM, amount, List.of(about)));
        }
    }
}
