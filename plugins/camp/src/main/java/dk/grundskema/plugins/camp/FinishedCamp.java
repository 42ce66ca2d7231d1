package dk.grundskema.plugins.camp;

import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
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
 * View of a finished camp for check and report, derived from its parameters and the finished timetable alone. It deliberately shares no code with the
 * expansion or the rules, so that its judges do not repeat their errors.
 */
final class FinishedCamp {
    /** A date of the camp and its kind of day according to the parameters. */
    record FinishedCampDay(LocalDate date, DayKind kind) {
        IsoWeek week() {
            return IsoWeek.of(date);
        }

        boolean hasBlock(Predicate<Block> such) {
            return kind.blocks().stream().anyMatch(such);
        }
    }

    /** A meeting of the camp on one of its dates. */
    record DatedMeeting(Meeting meeting, LocalDate date) {
        boolean isOfKind(String kind) {
            return meeting.kind().equals(kind);
        }

        IsoWeek week() {
            return IsoWeek.of(date);
        }

        /** Returns the assigned staff, each once. */
        List<StaffId> staff() {
            return meeting.seats().stream()
                    .map(MeetingSeat::staffId)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
        }

        /** Returns whether somebody holds it: a staff member is assigned, or none is required. */
        boolean isHeldBySomebody() {
            return !staff().isEmpty() || meeting.seats().stream().noneMatch(MeetingSeat::required);
        }

        /** Returns whether exactly this team is invited. */
        boolean isOnlyFor(GroupId team) {
            return meeting.groupIds().equals(List.of(team));
        }

        boolean includesTeam(GroupId team) {
            return meeting.groupIds().contains(team);
        }
    }

    private final Intervention<CampParameters> camp;
    private final Problem problem;
    private final CampTexts texts;
    private final List<GroupId> teams;
    private final List<FinishedCampDay> days;
    private final Map<LocalDate, List<DatedMeeting>> meetingsByDate = new TreeMap<>();
    private final Map<GroupId, List<GroupMember>> members = new HashMap<>();

    FinishedCamp(Intervention<CampParameters> camp, Problem problem, Timetable timetable) {
        this.camp = camp;
        this.problem = problem;
        this.texts = new CampTexts(problem.language());
        this.teams = readTeams();
        this.days = readDays();
        problem.groups().forEach(group -> members.put(group.id(), group.members()));
        for (GroupMembers group : timetable.groups()) {
            members.put(group.id(), group.members());
        }
        for (Meeting meeting : timetable.meetings()) {
            if (meeting.interventionId().equals(camp.id())) {
                meeting.time()
                        .dates()
                        .forEach(date -> meetingsByDate
                                .computeIfAbsent(date, any -> new ArrayList<>())
                                .add(new DatedMeeting(meeting, date)));
            }
        }
        meetingsByDate
                .values()
                .forEach(some -> some.sort(Comparator.<DatedMeeting, LocalTime>comparing(
                                one -> one.meeting().start())
                        .thenComparing(one -> one.meeting().sessionId().value())));
    }

    Intervention<CampParameters> camp() {
        return camp;
    }

    InterventionId id() {
        return camp.id();
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

    /** Returns the teams in order, given or formed. */
    List<GroupId> teams() {
        return teams;
    }

    /** Returns the days on which the base timetable has blocks, in order. */
    List<FinishedCampDay> days() {
        return days;
    }

    /** Returns the weeks of these days in order. */
    List<IsoWeek> weeks() {
        return days.stream().map(FinishedCampDay::week).distinct().toList();
    }

    /** Returns all meetings of the camp in the timetable, ordered by time; nobody may be in their seats. */
    List<DatedMeeting> heldMeetings() {
        return meetingsByDate.values().stream().flatMap(List::stream).toList();
    }

    /** Returns the meetings that were held on a date, ordered by time. */
    List<DatedMeeting> heldOn(LocalDate date) {
        return meetingsByDate.getOrDefault(date, List.of());
    }

    /** Returns all modules in the timetable, ordered by time; nobody may be in their seats. */
    List<DatedMeeting> heldModules() {
        return heldMeetings().stream().filter(one -> one.isOfKind("module")).toList();
    }

    /** Returns the staff who may be on duty, in the problem's order, without those who only visit or cover a lesson at home. */
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

    /** Returns the participating students in the problem's order: members of given teams, else the named students, else all. */
    List<Student> students() {
        List<GroupId> given = parameters().teams().given();
        Set<StudentId> named = new HashSet<>(given.isEmpty() ? parameters().students() : List.of());
        given.stream()
                .flatMap(team -> problem.group(team).stream())
                .flatMap(team -> team.members().stream())
                .forEach(member -> named.add(member.studentId()));
        boolean isForAll = given.isEmpty() && named.isEmpty();
        return problem.students().stream()
                .filter(one -> isForAll || named.contains(one.id()))
                .toList();
    }

    Set<StudentId> studentsOf(DatedMeeting one) {
        Set<StudentId> there = new HashSet<>(one.meeting().studentIds());
        for (GroupId group : one.meeting().groupIds()) {
            membersOf(group).stream()
                    .filter(member -> member.weeks().isEmpty() || member.weeks().contains(one.week()))
                    .forEach(member -> there.add(member.studentId()));
        }
        return there;
    }

    /** Returns whether a student is in a group in at least one week. */
    boolean isMember(GroupId group, StudentId student) {
        return membersOf(group).stream().anyMatch(member -> member.studentId().equals(student));
    }

    private List<GroupMember> membersOf(GroupId group) {
        return members.getOrDefault(group, List.of());
    }

    /** Returns the elapsed minutes of a meeting. */
    long durationMinutes(DatedMeeting one) {
        return interval(one).minutes();
    }

    /** Returns when a meeting is held as instants. */
    Interval interval(DatedMeeting one) {
        return one.meeting().time().interval(one.week(), problem.horizon().zone());
    }

    /** Returns whether the horizon closes a day of a week on which the base timetable has modules. */
    boolean isCutShort(IsoWeek week) {
        return problem.horizon().closedDays().stream()
                .filter(date -> IsoWeek.of(date).equals(week) && !date.isBefore(firstDay()) && !date.isAfter(lastDay()))
                .anyMatch(date ->
                        kindOf(date).filter(kind -> !kind.modules().isEmpty()).isPresent());
    }

    private List<GroupId> readTeams() {
        var given = parameters().teams().given();
        if (!given.isEmpty()) {
            return given;
        }
        IsoWeek first = IsoWeek.of(firstDay());
        long atStart = students().stream()
                .filter(one -> problem.weeksPresent(one.id()).contains(first))
                .count();
        var formed = new ArrayList<GroupId>();
        for (int number = 1; number <= parameters().teams().countFor((int) atStart); number++) {
            formed.add(new GroupId(camp.id().value() + "-team-" + number));
        }
        return formed;
    }

    private List<FinishedCampDay> readDays() {
        var found = new ArrayList<FinishedCampDay>();
        LocalDate first = firstDay();
        LocalDate last = lastDay();
        for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
            LocalDate each = date;
            if (!problem.horizon().isClosed(date)) {
                kindOf(date)
                        .filter(kind -> !kind.blocks().isEmpty())
                        .ifPresent(kind -> found.add(new FinishedCampDay(each, kind)));
            }
        }
        return List.copyOf(found);
    }

    /** Returns the first day, given or that of the horizon. */
    LocalDate firstDay() {
        LocalDate named = parameters().firstDay();
        return named != null ? named : problem.horizon().firstDay();
    }

    private LocalDate lastDay() {
        LocalDate named = parameters().lastDay();
        LocalDate sunday =
                firstDay().with(DayOfWeek.SUNDAY).plusWeeks(parameters().weeks() - 1L);
        return named != null && named.isBefore(sunday) ? named : sunday;
    }

    /** Returns the kind that names the date, else one for that end of the camp, else one for the weekday. */
    private Optional<DayKind> kindOf(LocalDate date) {
        @Nullable DayKind best = null;
        int bestRank = 0;
        for (DayKind kind : parameters().baseTimetable()) {
            int rank = matchRank(kind, date);
            if (rank > bestRank) {
                best = kind;
                bestRank = rank;
            }
        }
        return Optional.ofNullable(best);
    }

    private int matchRank(DayKind kind, LocalDate date) {
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
