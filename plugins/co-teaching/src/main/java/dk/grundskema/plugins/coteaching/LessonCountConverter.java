package dk.grundskema.plugins.coteaching;

/** Converts minutes to lessons, rounded to one decimal. */
final class LessonCountConverter {
    private LessonCountConverter() {}

    static double fromMinutes(long minutes, CoTeachingParameters parameters) {
        return fromMinutes(minutes, parameters.lessonMinutes());
    }

    static double fromMinutes(long minutes, int lessonMinutes) {
        return Math.round(minutes * 10.0 / lessonMinutes) / 10.0;
    }
}
