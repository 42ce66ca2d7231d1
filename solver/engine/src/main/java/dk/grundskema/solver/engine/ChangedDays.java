package dk.grundskema.solver.engine;

import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Spots;

/**
 * Whose days differ from the plan in use: a person-day is one staff member on one date. Counted as seats are given away and
 * taken; whoever is away has to change the days of the absence in each repair, so these don't count.
 */
final class ChangedDays {
    private final Spots spots;
    private final int firstDay;
    private final int[][] touched;
    private final boolean[][] free;
    private int count;

    ChangedDays(Blueprint blueprint) {
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

    /** A day of a person that changes anyway. */
    void exempt(int person, int day) {
        free[person][day - firstDay] = true;
    }

    /** A session that is held at a choice comes to a person's days or goes from them; with the sign -1 it was taken back. */
    void touch(int person, int session, int slot, int sign) {
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
    boolean isTouched(int person, int day) {
        return touched[person][day - firstDay] > 0;
    }

    /** Whether somebody's day differs on a date, whom it counts for, other than one person's. */
    boolean isSomebodyTouched(int day, int otherThan) {
        for (int person = 0; person < touched.length; person++) {
            if (person != otherThan && touched[person][day - firstDay] > 0 && !free[person][day - firstDay]) {
                return true;
            }
        }
        return false;
    }

    /** How many person-days differ. */
    int count() {
        return count;
    }
}
