package dk.grundskema.solver.change;

import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.TimeSlots;

/**
 * Counts the person-days that differ from the plan in use; a person-day is one staff member on one date. Updated as
 * seats are reassigned. The days of an absence do not count, because every repair changes them.
 */
final class ChangedPersonDays {
    private final TimeSlots spots;
    private final int firstDay;
    private final int[][] touched;
    private final boolean[][] free;
    private int count;

    ChangedPersonDays(Blueprint blueprint) {
        this.spots = blueprint.spots();
        int first = 0;
        int last = 0;
        for (int day : spots.day()) {
            first = Math.min(first, day);
            last = Math.max(last, day);
        }
        this.firstDay = first;
        this.touched = new int[blueprint.staff().size()][last - first + 1];
        this.free = new boolean[blueprint.staff().size()][last - first + 1];
    }

    /** Exempts a day of a person, because it changes in any case. */
    void exempt(int person, int day) {
        free[person][day - firstDay] = true;
    }

    /** Counts a session at a choice that is added to or removed from a person's days; the sign -1 reverts this. */
    void countSession(int person, int session, int slot, int sign) {
        if (person < 0 || slot < 0) {
            return;
        }
        for (int spot : spots.of()[session][slot]) {
            int day = spots.day()[spot] - firstDay;
            boolean before = touched[person][day] > 0;
            touched[person][day] += sign;
            if (!free[person][day] && before != touched[person][day] > 0) {
                count += sign;
            }
        }
    }

    /** Whether a person's day differs. */
    boolean isChanged(int person, int day) {
        return touched[person][day - firstDay] > 0;
    }

    /** Returns whether the day of a person other than {@code otherThan} differs on a date, without exempt days. */
    boolean isAnybodyElseChanged(int day, int otherThan) {
        for (int person = 0; person < touched.length; person++) {
            if (person != otherThan && touched[person][day - firstDay] > 0 && !free[person][day - firstDay]) {
                return true;
            }
        }
        return false;
    }

    /** Returns the number of changed person-days. */
    int count() {
        return count;
    }
}
