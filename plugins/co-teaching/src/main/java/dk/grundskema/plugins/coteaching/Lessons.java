package dk.grundskema.plugins.coteaching;

/** Minutes as lessons, with one decimal, for people. */
final class Lessons {
    private Lessons() {}

    static double of(long minutes, CoTeachingParameters parameters) {
        return of(minutes, parameters.lessonMinutes());
    }

    static double of(long minutes, int lessonMinutes) {
        return Math.round(minutes * 10.0 / lessonMinutes) / 10.0;
    }
}
