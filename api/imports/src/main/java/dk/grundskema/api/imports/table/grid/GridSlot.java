package dk.grundskema.api.imports.table.grid;

import dk.grundskema.api.imports.source.SourceDays.WeekPattern;

/**
 * A lesson time in a grid: one row, or several that belong together.
 *
 * @param first first row
 * @param last  last row
 * @param label its time: {@link GridLabel.Times} or {@link GridLabel.Numbers}
 * @param weeks weeks of its lessons, unless their cells say others
 */
record GridSlot(int first, int last, GridLabel label, WeekPattern weeks) {
    /** Returns the same time in these weeks, if it has no weeks of its own. */
    GridSlot inWeeks(WeekPattern others) {
        return weeks instanceof WeekPattern.All ? new GridSlot(first, last, label, others) : this;
    }

    /** Whether another slot begins in the minute in which this one ends. */
    boolean touches(GridSlot next) {
        return label instanceof GridLabel.Times own
                && next.label instanceof GridLabel.Times other
                && own.end().equals(other.start());
    }
}
