package dk.grundskema.solver.spi;

import java.util.Objects;

/**
 * A rule that looks at all duties of one person, room or student in a window of time: clash, rest as runs, gaps. Its cost
 * is a pure function of those duties.
 */
public final class TimelineRule implements Rule {
    /** Whose duties a rule looks at. */
    public enum Owner {
        /** Each member of staff. */
        STAFF,
        /** Each room. */
        ROOM,
        /** Each student. */
        STUDENT
    }

    /** How much of the time a rule looks at in one go; a duty belongs to the window in which it starts. */
    public enum Window {
        /** Each date of its own on which a duty starts. */
        DAY,
        /** The whole horizon at once, also for an owner who has no duty at all. */
        HORIZON
    }

    /** The cost of a window. */
    @FunctionalInterface
    public interface Cost {
        /** Charges for what the duties show; charges nothing if all is well. */
        void of(Duties duties, Charge charge);
    }

    private final RuleType type;
    private final Owner owner;
    private final Window window;
    private final Cost cost;

    private TimelineRule(RuleType type, Owner owner, Window window, Cost cost) {
        this.type = Objects.requireNonNull(type);
        this.owner = owner;
        this.window = window;
        this.cost = Objects.requireNonNull(cost);
    }

    @Override
    public RuleType type() {
        return type;
    }

    /** Whose duties it looks at. */
    public Owner owner() {
        return owner;
    }

    /** How much of the time it looks at in one go. */
    public Window window() {
        return window;
    }

    /** The cost of a window. */
    public Cost cost() {
        return cost;
    }

    /** A rule over each owner's windows. */
    public static TimelineRule timeline(RuleType type, Owner owner, Window window, Cost cost) {
        return new TimelineRule(type, owner, window, cost);
    }
}
