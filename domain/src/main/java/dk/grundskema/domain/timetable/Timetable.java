package dk.grundskema.domain.timetable;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.finding.RecordValidator;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A finished timetable.
 *
 * @param version    version of the format, {@link #VERSION}
 * @param problem    hash of the problem that it is of, as hexadecimal text
 * @param zone       time zone of its wall-clock times
 * @param seed       seed of the search that found it
 * @param score      its score
 * @param rules      what each rule cost
 * @param groups     members of each group
 * @param meetings   what is held
 * @param tasks      tasks on a date
 * @param deliveries records of meetings that took place or were cancelled, in any order; empty means that none was entered
 */
public record Timetable(
        int version,
        String problem,
        ZoneId zone,
        long seed,
        Score score,
        List<RuleResult> rules,
        List<GroupMembers> groups,
        List<Meeting> meetings,
        List<Task> tasks,
        List<Delivery> deliveries) {
    /** The version of the format that this product writes. */
    public static final int VERSION = 1;

    /** @throws dk.grundskema.domain.finding.InvalidValueException if the version is unknown, or a group, session or delivery occurs twice */
    public Timetable {
        rules = List.copyOf(rules);
        groups = List.copyOf(groups);
        meetings = List.copyOf(meetings);
        tasks = List.copyOf(tasks);
        deliveries = List.copyOf(deliveries);
        new RecordValidator()
                .require(version == VERSION, "version", "format.unknown-version", version, VERSION)
                .distinct("groups", groups.stream().map(GroupMembers::id).toList())
                .distinct("meetings", meetings.stream().map(Meeting::sessionId).toList())
                .distinct(
                        "deliveries",
                        deliveries.stream()
                                .map(one -> one.sessionId() + " " + one.date())
                                .toList())
                .throwIfInvalid();
    }

    /**
     * Returns a timetable in which nothing is planned.
     *
     * @param problem  hash of its problem; may be empty
     * @param zone     time zone of its wall-clock times
     */
    public static Timetable empty(String problem, ZoneId zone) {
        return new Timetable(
                VERSION, problem, zone, 0, new Score(0, 0, 0), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /**
     * Returns the same timetable with those deliveries of an earlier one whose meetings are still held on their dates.
     *
     * @param earlier the deliveries that were entered
     */
    public Timetable withDeliveries(List<Delivery> earlier) {
        Map<SessionId, Meeting> held = new HashMap<>();
        meetings.forEach(meeting -> held.put(meeting.sessionId(), meeting));
        return new Timetable(
                version,
                problem,
                zone,
                seed,
                score,
                rules,
                groups,
                meetings,
                tasks,
                earlier.stream()
                        .filter(one -> {
                            Meeting meeting = held.get(one.sessionId());
                            return meeting != null && meeting.time().dates().contains(one.date());
                        })
                        .toList());
    }

    /** Returns the same timetable with other meetings. Score, rules and everything else stay as they are. */
    public Timetable withMeetings(List<Meeting> others) {
        return new Timetable(version, problem, zone, seed, score, rules, groups, others, tasks, deliveries);
    }

    /** Creates a timetable without deliveries. */
    public Timetable(
            int version,
            String problem,
            ZoneId zone,
            long seed,
            Score score,
            List<RuleResult> rules,
            List<GroupMembers> groups,
            List<Meeting> meetings,
            List<Task> tasks) {
        this(version, problem, zone, seed, score, rules, groups, meetings, tasks, List.of());
    }
}
