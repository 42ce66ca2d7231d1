package dk.grundskema.solver.spi;

/**
 * How much of an owner's duties a timeline rule has to see at once. A rule that says so is followed far faster where weeks repeat: only
 * duties near to a change are looked at again, and weeks that are alike are looked at once.
 *
 * @param kind    what it sees
 * @param minutes duties between which nothing is held for so many minutes or more don't influence each other's cost; 0 or more, and 0
 *     where {@code kind} is another than {@code NEARBY}
 */
public record Sight(Kind kind, long minutes) {
    /** What a rule sees. */
    public enum Kind {
        /** All duties of its window, and when in the calendar they are. */
        EVERYTHING,
        /**
         * Duties that are near to each other. Of each it looks at the session, whether it is work, the way to another, and when it is
         * compared with the others; its date is for messages only.
         */
        NEARBY,
        /** Each duty by itself, and when in the calendar it is: all together cost the sum of what each costs alone. */
        ALONE,
        /** Nothing: it charges this owner nothing, whatever the duties. */
        NOTHING
    }

    /** All duties at once. */
    public static final Sight EVERYTHING = new Sight(Kind.EVERYTHING, 0);

    /** Each duty by itself. */
    public static final Sight ALONE = new Sight(Kind.ALONE, 0);

    /** No duty. */
    public static final Sight NOTHING = new Sight(Kind.NOTHING, 0);

    /** @throws IllegalArgumentException if the minutes are negative, or given where they mean nothing */
    public Sight {
        if (minutes < 0 || (kind != Kind.NEARBY && minutes > 0)) {
            throw new IllegalArgumentException(
                    "The sight (%s) has (%d) minutes; 0 or more were expected, and none but for NEARBY.\nMaybe a break was counted backwards?"
                            .formatted(kind, minutes));
        }
    }

    /** Duties with less than so many minutes between them. */
    public static Sight nearby(long minutes) {
        return new Sight(Kind.NEARBY, minutes);
    }
}
