package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.finding.Figure;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.solver.spi.toolkit.FinishedIntervention;
import dk.grundskema.solver.spi.toolkit.PluginViolations;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Checks the rules of {@link StaffRules} on a finished timetable. Reads the meetings only and deliberately shares no code with the rules.
 *
 * @param finished the finished intervention
 * @param faults   receives the violations
 */
record StaffCheck(FinishedIntervention finished, PluginViolations faults) {
    /** Checks the hard rule that the holders of a role have valid training on each date of a meeting. */
    void untrained(String rule, String role, List<Tutor> tutors) {
        for (Meeting meeting : finished.meetings()) {
            for (StaffId who : FinishedIntervention.staff(meeting, role)) {
                faults.hard(rule, isTrained(who, meeting, tutors) ? 0 : 1, meeting.sessionId(), who);
            }
        }
    }

    /** Returns whether a staff member is a tutor with valid training in a meeting's subject on each of its dates. */
    static boolean isTrained(StaffId who, Meeting meeting, List<Tutor> tutors) {
        for (Tutor one : tutors) {
            boolean isSubject = one.subjects().isEmpty();
            for (String subject : one.subjects()) {
                isSubject |= subject.strip().equalsIgnoreCase(meeting.subject().strip());
            }
            var from = one.trainedFrom();
            var until = one.trainedUntil();
            boolean isValid = meeting.time().dates().stream()
                    .noneMatch(date -> (from != null && date.isBefore(from)) || (until != null && date.isAfter(until)));
            if (one.staffId().equals(who) && isSubject && isValid) {
                return true;
            }
        }
        return false;
    }

    /**
     * Checks the hard rule on a maximum total of the weekly sessions of a kind, in the week with the most. A session that was split by date counts in
     * the weeks of its parts, and others in all weeks.
     *
     * @param each   amount that a session adds for each of its staff members
     * @param shared returns the key of the total, such as the person, or one key for all
     * @param most   returns the maximum of a key
     */
    <K> void atMost(String rule, String kind, long each, Function<StaffId, K> shared, ToLongFunction<K> most) {
        List<Meeting> meetings = finished.meetings(kind);
        Map<Object, Long> parts = new HashMap<>();
        SortedSet<IsoWeek> weeks = new TreeSet<>();
        for (Meeting meeting : meetings) {
            parts.merge(finished.idParts(meeting), 1L, Long::sum);
            weeks.addAll(meeting.weeks());
        }
        Map<K, Long> mostHeld = new LinkedHashMap<>();
        for (IsoWeek week : weeks) {
            Map<StaffId, Set<Object>> held = new TreeMap<>();
            for (Meeting meeting : meetings) {
                Object session = finished.idParts(meeting);
                if (Objects.equals(parts.get(session), 1L) || meeting.weeks().contains(week)) {
                    FinishedIntervention.staff(meeting)
                            .forEach(who -> held.computeIfAbsent(who, any -> new HashSet<>())
                                    .add(session));
                }
            }
            Map<K, Long> totals = new LinkedHashMap<>();
            held.forEach((who, sessions) -> totals.merge(shared.apply(who), each * sessions.size(), Long::sum));
            totals.forEach((key, total) -> mostHeld.merge(key, total, Long::max));
        }
        mostHeld.forEach((key, total) -> {
            long limit = most.applyAsLong(key);
            faults.hard(rule, total - limit, key, new Figure(total), new Figure(limit));
        });
    }
}
