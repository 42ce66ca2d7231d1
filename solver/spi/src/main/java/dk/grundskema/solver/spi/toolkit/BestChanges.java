package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.time.MeetingTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a planner could change where something can't be had, and what each change would give. */
public final class BestChanges {
    private static final int MOST = 3;

    private record Change(String code, List<Object> arguments, long gives) {}

    private final List<Change> changes = new ArrayList<>();

    /**
     * A change that would do something.
     *
     * @param code  name of its finding without the plugin's id; the arguments are {@code what} and {@code gives}
     * @param what  what is to be changed: an id, a word
     * @param gives how much there would be then
     */
    public void offer(String code, Object what, long gives) {
        changes.add(new Change(code, List.of(what, gives), gives));
    }

    /** A part of the week that would do something if it were usable; the arguments are weekday, start, end and {@code gives}. */
    public void offer(String code, MeetingTime time, long gives) {
        changes.add(new Change(code, List.of(time.weekday(), time.start(), time.end(), gives), gives));
    }

    /**
     * Adds the three changes that would give most, as information.
     *
     * @param than  how much there is without a change; what gives no more is left out
     * @param place pointer below the parameters
     */
    public void report(FindingList found, long than, String place) {
        changes.stream()
                .filter(one -> one.gives > than)
                .sorted(Comparator.comparingLong(Change::gives).reversed())
                .limit(MOST)
                .forEach(one -> found.info(one.code, place, one.arguments.toArray()));
    }
}
