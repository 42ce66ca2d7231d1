package dk.grundskema.plugins.camp;

import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A camp as it came out, read off its parameters and the finished timetable alone: on purpose it shares nothing with what expands a
 * camp, declares its rules or checks them.
 */
final class FinishedCamp {
    /** A date of the camp and what sort of day the parameters make it. */
    record Day(LocalDate date, DayKind kind) {
        IsoWeek week() {
            return IsoWeek.of(date);
        }

        boolean hasBlock(Predicate<Block> such) {
            return kind.blocks().stream().anyMatch(such);
        }
    }

    /** A meeting of the camp on one of its dates. */
    record Held(Meeting meeting, LocalDate date) {
        boolean is(String kind) {
            return meeting.kind().equals(kind);
        }

        IsoWeek week() {
            return IsoWeek.of(date);
        }

        /** Who is there, each once. */
        List<StaffId> staff() {
            return meeting.seats().stream()
                    .map(MeetingSeat::staffId)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
        }

        /** Whether exactly this team is asked to be there. */
        boolean isOnlyOf(GroupId team) {
            return meeting.groupIds().equals(List.of(team));
        }

        boolean has(GroupId team) {
            return meeting.groupIds().contains(team);
        }
    }

    private final Intervention<CampParameters> camp;
    private final Problem problem;
    private final CampTexts texts;
    private final List<GroupId> teams;
    private final List<Day> days;
    private final Map<LocalDate, List<Held>> held = new TreeMap<>();
    private final Map<GroupId, List<GroupMember>> members = new HashMap<>();

    FinishedCamp(Intervention<CampParameters> camp, Problem problem, Timetable timetable) {
        this.camp = camp;
        this.problem = problem;
        this.texts = new CampTexts(problem.language());
        this.teams = findTeams();
        this.days = findDays();
        problem.groups().forEach(group -> members.put(group.id(), group.members()));
        for (GroupMembers group : timetable.groups()) {
            members.put(group.id(), group.members());
        }
        for (Meeting meeting : timetable.meetings()) {
            if (meeting.interventionId().equals(camp.id())) {
                meeting.time()
                        .dates()
                        .forEach(date -> held.computeIfAbsent(date, any -> new ArrayList<>())
                                .add(new Held(meeting, date)));
            }
        }
        held.values()
                .forEach(some -> some.sort(Comparator.<Held, LocalTime>comparing(
                                one -> one.meeting().start())
                        .thenComparing(one -> one.meeting().sessionId().value())));
    }

    Intervention<CampParameters> camp() {
        return camp;
    }

    CampParameters parameters() {
        return camp.parameters();
    }

    Problem problem() {
        return problem;
    }

    CampTexts texts() {
        return texts;
    }

    /** The teams in order, given or formed. */
    List<GroupId> teams() {
        return teams;
    }

    /** The days on which the base timetable has something, in order. */
    List<Day> days() {
        return days;
    }

    /** The weeks of these days in order. */
    List<IsoWeek> weeks() {
        return days.stream().map(Day::week).distinct().toList();
    }

    /** All that was held, in order of time. */
    List<Held> held() {
        return held.values().stream().flatMap(List::stream).toList();
    }

    /** What was held on a date, in order of time. */
    List<Held> on(LocalDate date) {
        return held.getOrDefault(date, List.of());
    }

    /** All modules that were held, in order of time. */
    List<Held> modules() {
        return held().stream().filter(one -> one.is("module")).toList();
    }

    /** Who may be on duty, in the problem's order; those who only visit or cover a lesson at home may not. */
    List<StaffMember> staff() {
        var named = parameters().staff();
        var guests = new HashSet<StaffId>();
        parameters().visits().forEach(visit -> {
            guests.addAll(visit.visitors());
            guests.addAll(visit.cover());
        });
        return problem.staff().stream()
                .filter(one -> named.isEmpty() ? !guests.contains(one.id()) : named.contains(one.id()))
                .toList();
    }

    /** The students who take part, in the problem's order. */
    List<Student> students() {
        var named = new HashSet<>(parameters().students());
        parameters().teams().given().forEach(team -> membersOf(team).forEach(one -> named.add(one.studentId())));
        return problem.students().stream()
                .filter(one -> named.isEmpty() || named.contains(one.id()))
                .toList();
    }

    /** The students of a meeting. */
    Set<StudentId> studentsOf(Held one) {
        Set<StudentId> there = new HashSet<>(one.meeting().studentIds());
        for (GroupId group : one.meeting().groupIds()) {
            membersOf(group).stream()
                    .filter(member -> member.weeks().isEmpty() || member.weeks().contains(one.week()))
                    .forEach(member -> there.add(member.studentId()));
        }
        return there;
    }

    /** Whether a student is in a group in some week. */
    boolean isIn(GroupId group, StudentId student) {
        return membersOf(group).stream().anyMatch(member -> member.studentId().equals(student));
    }

    private List<GroupMember> membersOf(GroupId group) {
        return members.getOrDefault(group, List.of());
    }

    /** Elapsed minutes of a meeting. */
    long minutes(Held one) {
        return interval(one).minutes();
    }

    /** When a meeting is held, in true time. */
    Interval interval(Held one) {
        return one.meeting().time().interval(one.week(), problem.horizon().zone());
    }

    /** Whether the horizon closes some day of a week on which the base timetable would have modules. */
    boolean isCutShort(IsoWeek week) {
        return problem.horizon().closedDays().stream()
                .filter(date -> IsoWeek.of(date).equals(week) && !date.isBefore(firstDay()) && !date.isAfter(lastDay()))
                .anyMatch(date ->
                        kindOf(date).filter(kind -> !kind.modules().isEmpty()).isPresent());
    }

    private List<GroupId> findTeams() {
        var given = parameters().teams().given();
        if (!given.isEmpty()) {
            return given;
        }
        var named = parameters().students();
        long students = problem.students().stream()
                .filter(one -> named.isEmpty() || named.contains(one.id()))
                .count();
        var formed = new ArrayList<GroupId>();
        for (int number = 1; number <= parameters().teams().countFor((int) students); number++) {
            formed.add(new GroupId(camp.id().value() + "-team-" + number));
        }
        return formed;
    }

    private List<Day> findDays() {
        var found = new ArrayList<Day>();
        LocalDate first = firstDay();
        LocalDate last = lastDay();
        for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
            LocalDate each = date;
            if (!problem.horizon().isClosed(date)) {
                kindOf(date).filter(kind -> !kind.blocks().isEmpty()).ifPresent(kind -> found.add(new Day(each, kind)));
            }
        }
        return List.copyOf(found);
    }

    private LocalDate firstDay() {
        LocalDate named = parameters().firstDay();
        return named != null ? named : problem.horizon().firstDay();
    }

    private LocalDate lastDay() {
        LocalDate named = parameters().lastDay();
        LocalDate sunday =
                firstDay().with(DayOfWeek.SUNDAY).plusWeeks(parameters().weeks() - 1L);
        return named != null && named.isBefore(sunday) ? named : sunday;
    }

    /** A kind that names the date, else one for that end of the camp, else one for the weekday. */
    private Optional<DayKind> kindOf(LocalDate date) {
        @Nullable DayKind best = null;
        int bestRank = 0;
        for (DayKind kind : parameters().baseTimetable()) {
            int rank = rank(kind, date);
            if (rank > bestRank) {
                best = kind;
                bestRank = rank;
            }
        }
        return Optional.ofNullable(best);
    }

    private int rank(DayKind kind, LocalDate date) {
        if (kind.dates().contains(date)) {
            return 4;
        }
        if (kind.occasion() == DayKind.Occasion.FIRST_DAY && date.equals(firstDay())) {
            return 3;
        }
        if (kind.occasion() == DayKind.Occasion.LAST_DAY && date.equals(lastDay())) {
            return 2;
        }
        return kind.weekdays().contains(date.getDayOfWeek()) ? 1 : 0;
    }
}
