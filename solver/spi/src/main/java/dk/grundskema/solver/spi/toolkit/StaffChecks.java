package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.Meeting;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * What a finished timetable says of the rules among {@link StaffRules}: read off its meetings alone, on purpose without a line in common with the
 * rules.
 *
 * @param finished the intervention as it came out
 * @param faults   takes what is broken
 */
public record StaffChecks(Finished finished, FaultList faults) {
    /** The hard rule that who has a role in a meeting has valid training on each of its dates. */
    public void untrained(String rule, String role, List<Tutor> tutors) {
        for (Meeting meeting : finished.meetings()) {
            for (StaffId who : Finished.staff(meeting, role)) {
                faults.hard(rule, isTrained(who, meeting, tutors) ? 0 : 1, meeting.sessionId(), who);
            }
        }
    }

    /** Whether somebody is a tutor with valid training in a meeting's subject on each of its dates. */
    public static boolean isTrained(StaffId who, Meeting meeting, List<Tutor> tutors) {
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
     * The hard rule that what the weekly sessions of a kind add up to stays below a most; parts of one that was split by date are one.
     *
     * @param each   what each adds for everybody in it
     * @param shared under which key it counts, such as the person, or one key for all
     * @param most   the most under a key
     */
    public <K> void atMost(String rule, String kind, long each, Function<StaffId, K> shared, ToLongFunction<K> most) {
        Map<StaffId, Set<Object>> held = new TreeMap<>();
        for (Meeting meeting : finished.meetings(kind)) {
            Finished.staff(meeting)
                    .forEach(who ->
                            held.computeIfAbsent(who, any -> new HashSet<>()).add(finished.parts(meeting)));
        }
        Map<K, Long> totals = new LinkedHashMap<>();
        held.forEach((who, sessions) -> totals.merge(shared.apply(who), each * sessions.size(), Long::sum));
        totals.forEach((key, total) -> faults.hard(rule, total - most.applyAsLong(key), key));
    }
}
