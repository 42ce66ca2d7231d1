package dk.grundskema.solver.spi;

import java.util.Objects;
import java.util.function.Function;

/** A rule over all duties of one person, room or student in a window of time: clashes, rest, gaps. The cost is a pure function of those duties. */
public final class TimelineRule implements Rule {
    /** Kind of owner of the duties. */
    public enum Owner {
        /** Each staff member. */
        STAFF,
        /** Each room. */
        ROOM,
        /** Each student. */
        STUDENT
    }

    /** The part of the horizon that a rule sees in one evaluation; a duty belongs to the window in which it starts. */
    public enum Window {
        /** Each date on which a duty starts. */
        DAY,
        /** Each calendar week in which a duty starts, Monday to Sunday. */
        WEEK,
        /** The whole horizon, also for an owner without duties. */
        HORIZON
    }

    /** Calculates the cost of a window. */
    @FunctionalInterface
    public interface Cost {
        /** Charges for violations in the duties; charges nothing if there are none. */
        void charge(Duties duties, PenaltyCollector charge);
    }

    private final RuleType type;
    private final Owner owner;
    private final Window window;
    private final Cost cost;
    private final Function<Object, DutyVisibility> visibility;
    private final boolean monotone;
    private final boolean sessionsOnly;

    private TimelineRule(
            RuleType type,
            Owner owner,
            Window window,
            Cost cost,
            Function<Object, DutyVisibility> visibility,
            boolean monotone,
            boolean sessionsOnly) {
        this.type = Objects.requireNonNull(type);
        this.owner = owner;
        this.window = window;
        this.cost = Objects.requireNonNull(cost);
        this.visibility = Objects.requireNonNull(visibility);
        this.monotone = monotone;
        this.sessionsOnly = sessionsOnly;
    }

    @Override
    public RuleType type() {
        return type;
    }

    /** Returns the kind of owner. */
    public Owner owner() {
        return owner;
    }

    /** Returns the window of one evaluation. */
    public Window window() {
        return window;
    }

    /** Returns the cost function. */
    public Cost cost() {
        return cost;
    }

    /** Returns a rule over the windows of each owner. */
    public static TimelineRule timeline(RuleType type, Owner owner, Window window, Cost cost) {
        return new TimelineRule(type, owner, window, cost, any -> DutyVisibility.EVERYTHING, false, false);
    }

    /**
     * Returns the same rule with a limit on what it needs to see at once. With {@link DutyVisibility#nearby} in a window of a day or a week, dates
     * do not matter; the engine evaluates the whole day or week, and equal ones once.
     *
     * @param seen the visibility for an owner, a {@code StaffMember}, a {@code Room} or a {@code Student}
     */
    public TimelineRule withVisibility(Function<Object, DutyVisibility> seen) {
        return new TimelineRule(type, owner, window, cost, seen, monotone, sessionsOnly);
    }

    /**
     * Returns the same rule, declared monotone: fewer duties never cost more. If all possible duties together cost nothing, the engine skips the
     * evaluation.
     */
    public TimelineRule monotone() {
        return new TimelineRule(type, owner, window, cost, visibility, true, sessionsOnly);
    }

    /**
     * Returns the same rule, declared independent of lessons of the existing timetable: its cost is the same with or without them. The engine may
     * pass either.
     */
    public TimelineRule ignoringLessons() {
        return new TimelineRule(type, owner, window, cost, visibility, monotone, true);
    }

    /** Returns the same rule with another cost function, for callers that monitor what it charges. */
    public TimelineRule withCost(Cost other) {
        return new TimelineRule(type, owner, window, other, visibility, monotone, sessionsOnly);
    }

    /** Returns how much of an owner's duties the rule needs to see at once. */
    public DutyVisibility visibility(Object ofOwner) {
        return visibility.apply(ofOwner);
    }

    /** Returns whether fewer duties never cost more. */
    public boolean isMonotone() {
        return monotone;
    }

    /** Returns whether lessons of the existing timetable do not affect the cost. */
    public boolean isIgnoringLessons() {
        return sessionsOnly;
    }
}
