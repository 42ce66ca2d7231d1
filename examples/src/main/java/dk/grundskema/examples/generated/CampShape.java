package dk.grundskema.examples.generated;

import java.util.Arrays;
import java.util.Locale;

/**
 * How a generated camp differs from the usual one of its size. Limits and weights of the search were chosen on usual camps; the others show what
 * it does elsewhere.
 */
public enum CampShape {
    /** Staff for about the hours of their contracts, a few days off and wishes. */
    USUAL(100, 0),
    /** A tenth fewer staff where the usual camp has ten or more. */
    TIGHT_STAFF(90, 0),
    /** Also small camps have nights, and one adult more is awake. */
    MANY_NIGHTS(115, 1),
    /** Three subjects need rooms of which there are few, and no team has a subject twice in a row. */
    SPECIAL_ROOMS(100, 0),
    /** Half as many staff again, with contracts of 15 to 30 hours and one weekday off each week. */
    PART_TIME(150, 0),
    /** A third of the staff have many heavy wishes, all for the same evenings; the others have none. */
    UNEVEN_WISHES(100, 0);

    private static final int STAFF_A_TEAM_WITH_NIGHTS = 4;

    private final int staffPercent;
    private final int moreAtNight;

    CampShape(int staffPercent, int moreAtNight) {
        this.staffPercent = staffPercent;
        this.moreAtNight = moreAtNight;
    }

    /**
     * Returns the shape with a name, such as {@code tight-staff}.
     *
     * @throws IllegalArgumentException if there is none with that name
     */
    public static CampShape findByName(String name) {
        return Arrays.stream(values())
                .filter(shape -> shape.word().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no camp of the shape (%s), only (%s)."
                        .formatted(
                                name,
                                Arrays.stream(values()).map(CampShape::word).toList())));
    }

    /** Returns its name for tables and options. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the size with as many staff and nights as the shape has. */
    CampSize of(CampSize size) {
        return this == USUAL
                ? size
                : new CampSize(
                        size.name() + " " + word(),
                        size.students(),
                        staff(size),
                        size.teams(),
                        size.weeks(),
                        size.nights() || (moreAtNight > 0 && size.weeks() > 0));
    }

    private int staff(CampSize size) {
        int usual = moreAtNight > 0 && !size.nights() ? STAFF_A_TEAM_WITH_NIGHTS * size.teams() : size.staff();
        return Math.ceilDiv(usual * staffPercent, 100);
    }

    /** Returns how many adults more than usual are awake at night. */
    int moreAtNight() {
        return moreAtNight;
    }
}
