package dk.grundskema.api.imports.table.grid;

import java.time.DayOfWeek;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Meaning of a column of a grid.
 *
 * @param days  its weekdays, at least one
 * @param owner its owner; {@code null} means that the grid has one for all columns
 * @param weeks weeks of its lessons
 */
record GridColumn(SortedSet<DayOfWeek> days, @Nullable GridOwner owner, StatedWeeks weeks) {
    /** Copies the days. */
    GridColumn {
        days = Collections.unmodifiableSortedSet(new TreeSet<>(days));
    }

    /** Whether two columns have a day in common, the same weeks and the same owner, so that they are halves. */
    boolean isHalfOf(GridColumn other) {
        boolean isSameOwner = owner == null
                ? other.owner == null
                : other.owner != null
                        && owner.name().text().equals(other.owner.name().text());
        return isSameOwner && weeks.pattern().equals(other.weeks.pattern()) && !Collections.disjoint(days, other.days);
    }
}
