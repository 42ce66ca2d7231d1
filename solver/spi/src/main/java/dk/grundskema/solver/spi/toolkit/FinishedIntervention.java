package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One intervention in a finished timetable. Used by checks and reports. It reads the timetable only and shares no code with the expansion of the
 * intervention or the declaration of its rules, so that checks are independent.
 */
public final class FinishedIntervention {
    /**
     * A meeting on one of its dates.
     *
     * @param meeting the meeting
     * @param date    date on which it starts
     */
    public record MeetingOnDate(Meeting meeting, LocalDate date) {
        /** Returns the week of the date. */
        public IsoWeek week() {
            return IsoWeek.of(date);
        }
    }

    private static final Comparator<MeetingOnDate> IN_TIME = Comparator.comparing(MeetingOnDate::date)
            .thenComparing(one -> one.meeting().start())
            .thenComparing(one -> one.meeting().sessionId().value());

    private static final Pattern NUMBERED = Pattern.compile("-.+-\\d+");

    private final String prefix;
    private final Problem problem;
    private final Map<String, Meeting> meetings = new LinkedHashMap<>();
    private final Map<GroupId, List<GroupMember>> members = new HashMap<>();
    private final List<GroupMembers> groups;

    /**
     * @param intervention the intervention
     * @param problem      its problem
     * @param timetable    the finished timetable
     */
    public FinishedIntervention(Intervention<?> intervention, Problem problem, Timetable timetable) {
        this.prefix = intervention.id() + "/";
        this.problem = problem;
        for (Meeting meeting : timetable.meetings()) {
            if (meeting.interventionId().equals(intervention.id())) {
                meetings.put(meeting.sessionId().value(), meeting);
            }
        }
        problem.groups().forEach(group -> members.put(group.id(), group.members()));
        timetable.groups().forEach(group -> members.put(group.id(), group.members()));
        groups = timetable.groups();
    }

    /**
     * Returns the part of a group's id after the intervention's id, with slashes between the parts; empty if the group belongs to another
     * intervention. If the id of a numbered group begins with the ids of two interventions, it belongs to the one with the longer id.
     */
    private Optional<String> ownPart(GroupId group) {
        String id = group.value();
        if (id.startsWith(prefix)) {
            return Optional.of(id.substring(prefix.length()));
        }
        String own = prefix.substring(0, prefix.length() - 1);
        boolean isNumbered = id.startsWith(own + "-")
                && NUMBERED.matcher(id.substring(own.length())).matches();
        if (!isNumbered || problem.group(group).isPresent()) {
            return Optional.empty();
        }
        boolean isOthers = problem.interventions().stream()
                .map(one -> one.id().value())
                .anyMatch(one -> one.length() > own.length() && id.startsWith(one + "-"));
        return isOthers
                ? Optional.empty()
                : Optional.of(id.substring(prefix.length()).replaceFirst("-(\\d+)$", "/$1"));
    }

    /** Returns all meetings of the intervention, in the timetable's order. */
    public List<Meeting> meetings() {
        return List.copyOf(meetings.values());
    }

    /** Returns its meetings of a kind, in the timetable's order. */
    public List<Meeting> meetings(String kind) {
        return meetings.values().stream().filter(one -> one.kind().equals(kind)).toList();
    }

    /**
     * Returns a meeting by the end of its session's id; empty if it is not held.
     *
     * @param id the part of the id after the intervention's id and a slash
     */
    public Optional<Meeting> meeting(String id) {
        return Optional.ofNullable(meetings.get(prefix + id));
    }

    /**
     * Returns the parts of a session's id after the intervention's id, split at slashes, as {@link DemandBuilder#sessionId} joined them. For a part
     * of a session that was split by date, the id of the original session counts.
     */
    public List<String> idParts(Meeting meeting) {
        String id = (meeting.originId() != null ? meeting.originId() : meeting.sessionId()).value();
        return id.startsWith(prefix) ? List.of(id.substring(prefix.length()).split("/", -1)) : List.of(id);
    }

    /**
     * Returns the parts of a group's id after the intervention's id, split at slashes; for {@link DemandBuilder#groupIds} the word and the number.
     * Empty if the group belongs to another intervention.
     */
    public List<String> idParts(GroupId group) {
        return ownPart(group).map(own -> List.of(own.split("/", -1))).orElse(List.of());
    }

    /** Returns the meetings of a kind, date by date, in order of time. */
    public List<MeetingOnDate> meetingsByDate(String kind) {
        var held = new ArrayList<MeetingOnDate>();
        meetings(kind).forEach(one -> one.time().dates().forEach(date -> held.add(new MeetingOnDate(one, date))));
        held.sort(IN_TIME);
        return held;
    }

    /** Returns the meetings of a kind whose ids continue with {@code about} after the kind. */
    public List<Meeting> meetings(String kind, String about) {
        return meetings(kind).stream()
                .filter(one -> idParts(one).size() > 1 && idParts(one).get(1).equals(about))
                .toList();
    }

    /** Returns the students who are in a group in some week, given or joined, in order; empty also if there is no such group. */
    public List<StudentId> members(GroupId group) {
        return members.getOrDefault(group, List.of()).stream()
                .map(GroupMember::studentId)
                .distinct()
                .toList();
    }

    /**
     * Returns the groups of the intervention whose ids have a prefix, in the timetable's order.
     *
     * @param beginning prefix of the part after the intervention's id, with slashes between the parts, see {@link #idParts(GroupId)}
     */
    public List<GroupMembers> groupsByPrefix(String beginning) {
        return groups.stream()
                .filter(group -> ownPart(group.id())
                        .filter(part -> part.startsWith(beginning))
                        .isPresent())
                .toList();
    }

    /** Returns the students who are in a group in a week. */
    public List<StudentId> members(GroupId group, IsoWeek week) {
        return members.getOrDefault(group, List.of()).stream()
                .filter(one -> one.weeks().isEmpty() || one.weeks().contains(week))
                .map(GroupMember::studentId)
                .distinct()
                .toList();
    }

    /** Returns whether the members of a group are the same in all weeks; true for a group without members. */
    public boolean hasFixedMembers(GroupId group) {
        return members.getOrDefault(group, List.of()).stream()
                .allMatch(one -> one.weeks().isEmpty());
    }

    /** Returns the students of a meeting in a week: those of its groups, then the single ones, each once. */
    public Set<StudentId> students(Meeting meeting, IsoWeek week) {
        Set<StudentId> there = new LinkedHashSet<>();
        meeting.groupIds().forEach(group -> there.addAll(members(group, week)));
        there.addAll(meeting.studentIds());
        return there;
    }

    /** Returns the meetings of a kind that a student takes part in, date by date, in order of time. */
    public List<MeetingOnDate> meetingsByDateOf(StudentId student, String kind) {
        return meetingsByDate(kind).stream()
                .filter(one -> students(one.meeting(), one.week()).contains(student))
                .toList();
    }

    /** Returns the staff members in the seats of a meeting, each once, in order; empty seats are left out. */
    public static List<StaffId> staff(Meeting meeting) {
        return meeting.seats().stream()
                .map(MeetingSeat::staffId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Returns whether all seats of a meeting are filled. */
    public static boolean isFullyStaffed(Meeting meeting) {
        return meeting.seats().stream().allMatch(seat -> seat.staffId() != null);
    }

    /** Returns the staff members in the seats of a role of a meeting, each once, in order. */
    public static List<StaffId> staff(Meeting meeting, String role) {
        return meeting.seats().stream()
                .filter(seat -> seat.role().equals(role))
                .map(MeetingSeat::staffId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Returns the number of meetings in each week that has any. */
    public static SortedMap<IsoWeek, Integer> countByWeek(Collection<Meeting> meetings) {
        var held = new TreeMap<IsoWeek, Integer>();
        meetings.forEach(meeting -> meeting.weeks().forEach(week -> held.merge(week, 1, Integer::sum)));
        return held;
    }

    /** Returns the main rooms of some meetings, each once, in order; extra rooms are left out. */
    public static List<RoomId> rooms(Collection<Meeting> meetings) {
        return meetings.stream()
                .map(Meeting::roomId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Returns the elapsed minutes of a meeting on one of its dates. */
    public long minutes(MeetingOnDate one) {
        return interval(one).minutes();
    }

    /** Returns the wall-clock minutes of a meeting on one date. */
    public static long minutes(Meeting meeting) {
        return meeting.time().interval(meeting.weeks().first(), ZoneOffset.UTC).minutes();
    }

    /** Returns the interval of a meeting on one of its dates. */
    public Interval interval(MeetingOnDate one) {
        return one.meeting().time().interval(one.week(), problem.horizon().zone());
    }
}
