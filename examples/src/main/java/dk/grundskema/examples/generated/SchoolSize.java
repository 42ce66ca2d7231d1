package dk.grundskema.examples.generated;

/**
 * Size of a generated school.
 *
 * @param classes   number of classes, 1 to 120; the ten years from 0 to 9 in turn
 * @param covered   number of classes with co-teaching, 0 to {@code classes}; half of them of type 1, the others of type 2
 * @param shortPool whether the pool of co-teachers has too few hours for all minima
 */
public record SchoolSize(int classes, int covered, boolean shortPool) {
    /** Two classes, one with co-teaching: small enough to prove the best plan quickly. */
    public static final SchoolSize TINY = new SchoolSize(2, 1, false);

    /** @throws IllegalArgumentException if a number is out of range */
    public SchoolSize {
        if (classes < 1 || classes > 120 || covered < 0 || covered > classes) {
            throw new IllegalArgumentException(
                    "A school of (%d) classes, (%d) of them with co-teaching, can't be made.\nMaybe the two were exchanged?"
                            .formatted(classes, covered));
        }
    }

    /** Returns a school with that many classes, one in three of which gets co-teaching. */
    public static SchoolSize of(int classes) {
        return classes == 2 ? TINY : new SchoolSize(classes, Math.max(1, classes / 3), false);
    }

    /** Returns the same school with too few hours in its pool. */
    public SchoolSize withShortPool() {
        return new SchoolSize(classes, covered, true);
    }
}
