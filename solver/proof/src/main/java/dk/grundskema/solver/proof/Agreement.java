package dk.grundskema.solver.proof;

import java.util.Locale;

/** Who must agree to a change, in the order in which they are asked. */
public enum Agreement {
    /** The planner may do it alone. */
    PLANNER,
    /** The colleague whose time or work it is. */
    COLLEAGUE,
    /** The head of the school. */
    HEAD,
    /** It is an exception from what the law says where nothing is agreed; the agreement must exist in writing. */
    EXCEPTION_FROM_LAW;

    /** Returns the key of its text. */
    public String key() {
        return "proof.agree." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
