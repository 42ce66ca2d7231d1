package dk.grundskema.api.calendar;

import dk.grundskema.api.platform.Sha256;
import dk.grundskema.api.timetable.Occurrence;
import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.problem.Problem;
import java.util.HashMap;
import java.util.Map;

/**
 * What a calendar knows an event by for ever: the session and the week that were asked for, in this plan. They stay when the event
 * moves, gets other staff, another room or another subject. Only a digest is shown, for the id of a session may hold that of a student.
 */
public final class EventIds {
    private static final String DOMAIN = "@grundskema";
    private static final int DIGITS = 32;

    private final String plan;
    private final Map<String, String> otherwise;

    private EventIds(String plan, Map<String, String> otherwise) {
        this.plan = plan;
        this.otherwise = Map.copyOf(otherwise);
    }

    /** For files: the title and the first site tell the plan from others in the same phone. */
    public static EventIds of(Problem problem) {
        return new EventIds(problem.title() + "\n" + problem.sites().getFirst().id(), Map.of());
    }

    /**
     * For feeds, which whoever has the link can read: nobody can try out which session an id is of.
     *
     * @param secret    known to nobody else, of at least 128 bits, the same for all publications of a plan
     * @param otherwise ids of those occurrences, by {@link #key}, that took another's place in the course of time
     */
    public static EventIds secret(String secret, Map<String, String> otherwise) {
        return new EventIds(secret, otherwise);
    }

    /** What an occurrence is known by within its plan: the session and the week that were asked for. */
    public static String key(Occurrence occurrence) {
        return occurrence.origin() + "\n" + occurrence.demandedWeek();
    }

    /** Ids by {@link #key} that aren't what the keys themselves would give. */
    public Map<String, String> otherwise() {
        return otherwise;
    }

    /** The ids of a timetable's occurrences, one after the other. */
    Series series() {
        return new Series();
    }

    /** The id that belongs to a key, unless another has taken its place. */
    public String of(String key) {
        String taken = otherwise.get(key);
        return taken == null ? digest(plan + "\n" + key) + DOMAIN : taken;
    }

    /** The id of something to be done, which stays when its date moves. */
    String of(Task task) {
        return digest(plan + "\n" + task.taskId()) + DOMAIN;
    }

    private static String digest(String text) {
        return Sha256.of(text).substring(0, DIGITS);
    }

    /** Ids of one timetable's occurrences; each is to be asked for once, in the order of the timetable. */
    final class Series {
        private final Map<String, Integer> given = new HashMap<>();

        private Series() {}

        String of(Occurrence occurrence) {
            String key = key(occurrence);
            int time = given.merge(key, 1, Integer::sum);
            // Only in a timetable made by hand: an id twice in one calendar hides an event
            return time == 1 ? EventIds.this.of(key) : EventIds.this.of(key).replace("@", "-" + time + "@");
        }
    }
}
