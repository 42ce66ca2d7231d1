package dk.grundskema.api.exports.calendar;

import dk.grundskema.api.documents.file.Sha256;
import dk.grundskema.api.documents.timetable.Occurrence;
import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.problem.Problem;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Generates permanent event ids from the plan and the session and week of the request. They stay the same when the event moves, or gets another staff
 * member, room or subject. The id is a digest, because a session id may contain a student's id.
 */
public final class EventIdGenerator {
    private static final String DOMAIN = "@grundskema";
    private static final int DIGITS = 32;
    private static final String WEEK_SEPARATOR = "\n";

    private final String plan;
    private final Map<String, String> recorded;

    private EventIdGenerator(String plan, Map<String, String> recorded) {
        this.plan = plan;
        this.recorded = Map.copyOf(recorded);
    }

    /** Returns the generator for files: title and first site distinguish the plan from others on the same phone. */
    public static EventIdGenerator of(Problem problem) {
        return new EventIdGenerator(
                problem.title() + "\n" + problem.sites().getFirst().id(), Map.of());
    }

    /**
     * Returns the generator for feeds, which anyone with the link can read. The secret prevents readers from guessing which session an id belongs to.
     *
     * @param secret   secret of at least 128 bits, the same for all publications of a plan
     * @param recorded ids, by {@link #occurrenceKey}, as in {@link #recordedIds}
     */
    public static EventIdGenerator withSecret(String secret, Map<String, String> recorded) {
        return new EventIdGenerator(secret, recorded);
    }

    /** Returns the key of an occurrence within its plan: the session and week of the request. */
    public static String occurrenceKey(Occurrence occurrence) {
        return occurrence.originalSessionId() + WEEK_SEPARATOR + occurrence.demandedWeek();
    }

    /**
     * Returns the ids, by {@link #occurrenceKey}, of occurrences that replaced others in earlier publications, and of lessons that stay in calendars
     * although the plan adds nobody to them any more.
     */
    public Map<String, String> recordedIds() {
        return recorded;
    }

    /** Returns the sessions of the recorded ids. */
    Set<String> recordedSessions() {
        return recorded.keySet().stream()
                .map(key -> key.substring(0, key.lastIndexOf(WEEK_SEPARATOR)))
                .collect(Collectors.toSet());
    }

    /** Creates the ids of a timetable's occurrences, one after the other. */
    OccurrenceIdSeries newSeries() {
        return new OccurrenceIdSeries();
    }

    /** Returns the recorded id of a key, or the id generated from it. */
    public String of(String key) {
        String taken = recorded.get(key);
        return taken == null ? digest(plan + "\n" + key) + DOMAIN : taken;
    }

    /** Returns the id of a task; it stays the same when the date changes. */
    String of(Task task) {
        return digest(plan + "\n" + task.taskId()) + DOMAIN;
    }

    private static String digest(String text) {
        return Sha256.of(text).substring(0, DIGITS);
    }

    /** Ids of one timetable's occurrences; ask for each once, in the order of the timetable. */
    final class OccurrenceIdSeries {
        private final Map<String, Integer> given = new HashMap<>();

        private OccurrenceIdSeries() {}

        String of(Occurrence occurrence) {
            String key = occurrenceKey(occurrence);
            int time = given.merge(key, 1, Integer::sum);
            // Repeated keys occur only in timetables made by hand; a duplicate id in one calendar would hide an event
            return time == 1
                    ? EventIdGenerator.this.of(key)
                    : EventIdGenerator.this.of(key).replace("@", "-" + time + "@");
        }
    }
}
