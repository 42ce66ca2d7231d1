package dk.grundskema.api.service.plan;

import dk.grundskema.api.platform.access.AccountId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One immutable state of a plan.
 *
 * @param id        id
 * @param plan      id of the plan
 * @param number    number within the plan, from 1
 * @param parent    revision it was made from; for the first revision of a scenario one of another plan; {@code null} if the plan starts here
 * @param code      what was done: key of a text
 * @param arguments arguments of that text; never names of students
 * @param author    account that made it
 * @param made      when it was made
 * @param problem   hash of its problem
 * @param timetable hash of its timetable; {@code null} if there is none yet
 * @param plugins   version of the parameters of each intervention type in it, by the type's id
 */
public record Revision(
        RevisionId id,
        PlanId plan,
        int number,
        @Nullable RevisionId parent,
        String code,
        List<String> arguments,
        AccountId author,
        Instant made,
        String problem,
        @Nullable String timetable,
        SortedMap<String, Integer> plugins) {
    /** Copies list and map. */
    public Revision {
        arguments = List.copyOf(arguments);
        plugins = Collections.unmodifiableSortedMap(new TreeMap<>(plugins));
    }
}
