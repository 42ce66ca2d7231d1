package dk.grundskema.solver.spi;

/**
 * How much of an owner's duties a timeline rule needs to see at once. A rule that declares a limit is evaluated much faster where weeks repeat: the
 * engine re-evaluates only duties near a change, and evaluates equal weeks once.
 *
 * @param kind    what the rule sees
 * @param minutes duties separated by a break of at least this many minutes do not influence each other's cost; 0 or more, and 0 unless {@code kind}
 *     is {@code NEARBY}
 */
public record DutyVisibility(Kind kind, long minutes) {
    /** The range of duties that a rule sees. */
    public enum Kind {
        /** All duties of its window and their dates. */
        EVERYTHING,
        /**
         * Duties near each other. The rule may use the session, whether the duty is work, travel times and relative times; dates only for messages.
         */
        NEARBY,
        /** Each duty by itself, with its date. The total cost is the sum of the costs of the single duties. */
        ALONE,
        /** Nothing: the rule never charges this owner. */
        NOTHING
    }

    /** All duties at once. */
    public static final DutyVisibility EVERYTHING = new DutyVisibility(Kind.EVERYTHING, 0);

    /** Each duty by itself. */
    public static final DutyVisibility ALONE = new DutyVisibility(Kind.ALONE, 0);

    /** No duty. */
    public static final DutyVisibility NOTHING = new DutyVisibility(Kind.NOTHING, 0);

    /** @throws IllegalArgumentException if the minutes are negative, or positive for a kind other than {@link Kind#NEARBY} */
    public DutyVisibility {
        if (minutes < 0 || (kind != Kind.NEARBY && minutes > 0)) {
            throw new IllegalArgumentException(
                    "The sight (%s) has (%d) minutes; 0 or more were expected, and none but for NEARBY.\nMaybe a break was counted backwards?"
                            .formatted(kind, minutes));
        }
    }

    /** Returns the visibility of duties separated by breaks shorter than the given minutes. */
    public static DutyVisibility nearby(long minutes) {
        return new DutyVisibility(Kind.NEARBY, minutes);
    }
}
