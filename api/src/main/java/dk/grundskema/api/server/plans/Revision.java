package dk.grundskema.api.server.plans;

import dk.grundskema.api.server.identity.AccountId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One state of a plan. It never changes.
 *
 * @param id        which
 * @param plan      of which plan
 * @param number    counts the plan's revisions, from 1
 * @param parent    what it was made from; of a scenario's first one a revision of another plan; {@code null} means that it began there
 * @param code      what was done: key of a text
 * @param arguments what that text mentions; never names of students
 * @param author    who did it
 * @param made      when
 * @param problem   hash of its problem
 * @param timetable hash of its timetable; {@code null} means that there is none yet
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
