package dk.grundskema.examples.generated;

/**
 * Size of a generated municipality.
 *
 * @param schools number of schools, 2 to 60
 * @param classes number of classes of each school, 8 to 60
 */
public record MunicipalitySize(int schools, int classes) {
    /** 32 schools with about 20,000 lessons a week in total. */
    public static final MunicipalitySize USUAL = new MunicipalitySize(32, 21);

    /** @throws IllegalArgumentException if a number is out of range */
    public MunicipalitySize {
        if (schools < 2 || schools > 60 || classes < 8 || classes > 60) {
            throw new IllegalArgumentException(
                    "A municipality of (%d) schools with (%d) classes each can't be made.\nMaybe the two were exchanged?"
                            .formatted(schools, classes));
        }
    }

    /**
     * Returns the candidates for small groups at each school, and the groups that its tutors' hours allow, without a shared
     * tutor's.
     */
    GroupsSize groups() {
        return new GroupsSize("municipality", 24, 3, 5, classes, true);
    }
}
