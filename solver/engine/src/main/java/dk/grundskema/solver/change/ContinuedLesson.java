package dk.grundskema.solver.change;

import dk.grundskema.domain.demand.LessonId;
import java.util.regex.Pattern;

/** The ids of lessons that change within a plan: the changed lesson has the id of the former one and the first of its weeks, such as {@code dan-2026-W40}. */
public final class ContinuedLesson {
    private static final Pattern DATED = Pattern.compile("-\\d{4}-W\\d{2}(-\\d+)?$");

    private ContinuedLesson() {}

    /** Returns the id of the lesson that a lesson continues; its own if it continues none. */
    public static LessonId origin(LessonId lesson) {
        return new LessonId(DATED.matcher(lesson.value()).replaceFirst(""));
    }
}
