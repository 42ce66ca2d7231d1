package dk.grundskema.examples.cpsat;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.plugins.coteaching.ClassNeed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A class that gets co-teaching, as the model wants to see it.
 *
 * @param need               what is asked
 * @param lessons            its lessons, all of one length
 * @param preparation        its preparation; {@code null} means none
 * @param minutes            of a lesson
 * @param asked              minutes a week that it is to have
 * @param preparationMinutes minutes of preparation a week
 * @param weeks              how many weeks the pattern lasts
 */
record CoveredByModel(
        ClassNeed need,
        List<Session> lessons,
        @Nullable Session preparation,
        int minutes,
        int asked,
        int preparationMinutes,
        int weeks) {
    CoveredByModel {
        lessons = List.copyOf(lessons);
    }

    /** What a minute of it weighs. */
    long weight() {
        return (long) weeks * need.need();
    }
}
