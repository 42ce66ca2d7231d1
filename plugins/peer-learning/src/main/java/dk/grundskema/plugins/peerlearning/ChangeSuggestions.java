package dk.grundskema.plugins.peerlearning;

import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.toolkit.FindingCollector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects changes that a planner could make where something is impossible, with the effect of each change. */
final class ChangeSuggestions {
    private static final int MOST = 3;

    private record Change(String code, List<Object> arguments, long gives) {}

    private final List<Change> changes = new ArrayList<>();

    /**
     * Adds a possible change.
     *
     * @param code  name of its finding without the plugin's id; the arguments are {@code what} and {@code gives}
     * @param what  what to change: an id, a word
     * @param gives the amount available after the change
     */
    void offer(String code, Object what, long gives) {
        changes.add(new Change(code, List.of(what, gives), gives));
    }

    /** Adds a part of the week that could be made usable; the arguments are weekday, start, end and {@code gives}. */
    void offer(String code, MeetingTime time, long gives) {
        changes.add(new Change(code, List.of(time.weekday(), time.start(), time.end(), gives), gives));
    }

    /**
     * Adds the three changes with the largest effect as information.
     *
     * @param than  the amount available without a change; changes that give no more are left out
     * @param place pointer below the parameters
     */
    void reportBest(FindingCollector found, long than, String place) {
        changes.stream()
                .filter(one -> one.gives > than)
                .sorted(Comparator.comparingLong(Change::gives).reversed())
                .limit(MOST)
                .forEach(one -> found.info(one.code, place, one.arguments.toArray()));
    }
}
