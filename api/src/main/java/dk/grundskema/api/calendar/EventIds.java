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
final class EventIds {
    private static final String DOMAIN = "@grundskema";
    private static final int DIGITS = 32;

    private final String plan;
    private final Map<String, Integer> given = new HashMap<>();

    /** @param problem whose title and first site tell this plan from others in the same phone */
    EventIds(Problem problem) {
        this.plan = problem.title() + "\n" + problem.sites().getFirst().id();
    }

    /** The id of an occurrence; to be asked once for each, in the order of the timetable. */
    String of(Occurrence occurrence) {
        String digest = digest(plan + "\n" + occurrence.origin() + "\n" + occurrence.demandedWeek());
        int time = given.merge(digest, 1, Integer::sum);
        // Only in a timetable made by hand: an id twice in one calendar hides an event
        return time == 1 ? digest + DOMAIN : digest + "-" + time + DOMAIN;
    }

    /** The id of something to be done, which stays when its date moves. */
    String of(Task task) {
        return digest(plan + "\n" + task.taskId()) + DOMAIN;
    }

    private static String digest(String text) {
        return Sha256.of(text).substring(0, DIGITS);
    }
}
