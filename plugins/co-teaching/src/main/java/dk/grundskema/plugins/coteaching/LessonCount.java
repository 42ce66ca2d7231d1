package dk.grundskema.plugins.coteaching;

/** Formats minutes as lessons with one decimal. */
final class LessonCount {
    private LessonCount() {}

    static double fromMinutes(long minutes, CoTeachingParameters parameters) {
        return fromMinutes(minutes, parameters.lessonMinutes());
    }

    static double fromMinutes(long minutes, int lessonMinutes) {
        return Math.round(minutes * 10.0 / lessonMinutes) / 10.0;
    }
}
