package dk.grundskema.solver.moves;

import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.model.Plan;
import java.util.Arrays;

/** A move on paper: the decisions that it would change, and to what. Used again for one move after the other. */
final class Draft {
    private static final int UNTOUCHED = Integer.MIN_VALUE;

    private final Decisions decisions;
    private final int[] planned;
    private int[] touched = new int[16];
    private int count;
    private int[] standing;

    Draft(Plan plan) {
        this(plan.getWorkshop().blueprint().decisions(), plan.standing());
    }

    /** A draft over decisions as they stand in an array, which may change meanwhile. */
    Draft(Decisions decisions, int[] standing) {
        this.decisions = decisions;
        this.standing = standing;
        this.planned = new int[decisions.count()];
        Arrays.fill(planned, UNTOUCHED);
    }

    void begin(Plan newPlan) {
        standing = newPlan.standing();
        forget();
    }

    /** Takes back all that is planned. */
    void forget() {
        for (int i = 0; i < count; i++) {
            planned[touched[i]] = UNTOUCHED;
        }
        count = 0;
    }

    /** How a decision would stand. */
    int value(int decision) {
        return planned[decision] == UNTOUCHED ? standing[decision] : planned[decision];
    }

    /** Whether a decision may be set so. */
    boolean allows(int decision, int value) {
        return decisions.isOpen(decision) && decisions.allows(decision, value);
    }

    /** Plans a change, if the decision is open and the value in its range. */
    boolean set(int decision, int value) {
        if (!allows(decision, value)) {
            return false;
        }
        if (planned[decision] == UNTOUCHED) {
            if (count == touched.length) {
                touched = Arrays.copyOf(touched, 2 * count);
            }
            touched[count++] = decision;
        }
        planned[decision] = value;
        return true;
    }

    /** The move, or {@code null} if nothing would change. */
    @org.jspecify.annotations.Nullable
    PlanMove move(MoveKind kind) {
        int changes = 0;
        for (int i = 0; i < count; i++) {
            changes += planned[touched[i]] == standing[touched[i]] ? 0 : 1;
        }
        if (changes == 0) {
            return null;
        }
        int[] changed = new int[changes];
        int[] to = new int[changes];
        int place = 0;
        for (int i = 0; i < count; i++) {
            if (planned[touched[i]] != standing[touched[i]]) {
                changed[place] = touched[i];
                to[place++] = planned[touched[i]];
            }
        }
        return new PlanMove(kind, changed, to);
    }

    /** How many decisions are planned. */
    int count() {
        return count;
    }

    /** One of the decisions that are planned. */
    int decision(int place) {
        return touched[place];
    }
}
