package dk.grundskema.solver.spi;

import java.util.Objects;
import java.util.function.Function;

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
        /** Each calendar week of its own in which a duty starts, Monday to Sunday. */
        WEEK,
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
    private final Function<Object, Sight> sight;
    private final boolean growing;
    private final boolean sessionsOnly;

    private TimelineRule(
            RuleType type,
            Owner owner,
            Window window,
            Cost cost,
            Function<Object, Sight> sight,
            boolean growing,
            boolean sessionsOnly) {
        this.type = Objects.requireNonNull(type);
        this.owner = owner;
        this.window = window;
        this.cost = Objects.requireNonNull(cost);
        this.sight = Objects.requireNonNull(sight);
        this.growing = growing;
        this.sessionsOnly = sessionsOnly;
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
        return new TimelineRule(type, owner, window, cost, any -> Sight.EVERYTHING, false, false);
    }

    /**
     * The same rule, which says how much it has to see at once. In a window of a day or a week {@link Sight#nearby} means that dates
     * don't matter; the day or week is seen as a whole, and alike ones are looked at once.
     *
     * @param seen the sight for an owner, a {@code StaffMember}, a {@code Room} or a {@code Student}
     */
    public TimelineRule seeing(Function<Object, Sight> seen) {
        return new TimelineRule(type, owner, window, cost, seen, growing, sessionsOnly);
    }

    /** The same rule, which says that a duty less never costs more: where all that may be is fine, it needs no looking at. */
    public TimelineRule neverLessForMore() {
        return new TimelineRule(type, owner, window, cost, sight, true, sessionsOnly);
    }

    /**
     * The same rule, which says that the lessons of the existing timetable change nothing: its cost is the same with them among the duties or
     * without. It may be shown either.
     */
    public TimelineRule seeingSessionsOnly() {
        return new TimelineRule(type, owner, window, cost, sight, growing, true);
    }

    /** The same rule with another cost, for those who watch over what it charges. */
    public TimelineRule charging(Cost other) {
        return new TimelineRule(type, owner, window, other, sight, growing, sessionsOnly);
    }

    /** How much it has to see of an owner's duties at once. */
    public Sight sight(Object ofOwner) {
        return sight.apply(ofOwner);
    }

    /** Whether a duty less never costs more. */
    public boolean isNeverLessForMore() {
        return growing;
    }

    /** Whether lessons of the existing timetable change nothing. */
    public boolean isSeeingSessionsOnly() {
        return sessionsOnly;
    }
}
