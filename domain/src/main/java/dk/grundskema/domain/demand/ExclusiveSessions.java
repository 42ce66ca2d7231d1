package dk.grundskema.domain.demand;

import dk.grundskema.domain.finding.Level;
import java.util.List;

/**
 * Sessions that exclude each other: no two at the same time, such as the lectures of a course, or no two of one staff member on one date, such as
 * the shifts of a roster.
 *
 * @param name     what the sessions have in common, as messages name it
 * @param kind     what is excluded
 * @param level    hard: never. Medium: a guideline. Soft: a wish
 * @param weight   cost of a unit, see {@link Kind}, before the weight of the rule: 1 to 1,000
 * @param sessions at least one session of the same demand, each once; no guest, and at the same time no relief, since these are not always held
 */
public record ExclusiveSessions(String name, Kind kind, Level level, int weight, List<SessionId> sessions) {
    /** What sessions exclude. */
    public enum Kind {
        /** No two are held at the same time. The unit is a minute of each session beyond the first. */
        SAME_TIME,
        /** No staff member has seats in two that start on the same date. The unit is each seat beyond the first. */
        SAME_PERSON_AND_DATE
    }

    /** @throws IllegalArgumentException if there is no session, one is named twice, or the weight is out of range */
    public ExclusiveSessions {
        sessions = List.copyOf(sessions);
        if (sessions.isEmpty() || sessions.stream().distinct().count() < sessions.size()) {
            throw new IllegalArgumentException(
                    "The exclusive sessions (%s) are (%s); at least one was expected, and each once.\nMaybe a list was joined twice?"
                            .formatted(name, sessions));
        }
        if (weight < 1 || weight > 1_000) {
            throw new IllegalArgumentException(
                    "The exclusive sessions (%s) have the weight (%d); 1 to 1,000 was expected.\nMaybe change the weight of the rule instead?"
                            .formatted(name, weight));
        }
    }
}
