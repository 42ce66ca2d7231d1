package dk.grundskema.examples.comparison.cpsat;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.plugins.coteaching.ClassNeed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Facts of a class that gets co-teaching, in the form that the model needs.
 *
 * @param need               the class's request
 * @param lessons            its lessons, all of one length
 * @param preparation        its preparation; {@code null} means none
 * @param minutes            length of a lesson in minutes
 * @param asked              requested minutes a week
 * @param preparationMinutes minutes of preparation a week
 * @param weeks              number of weeks of the pattern
 */
record CoTaughtClassFacts(
        ClassNeed need,
        List<Session> lessons,
        @Nullable Session preparation,
        int minutes,
        int asked,
        int preparationMinutes,
        int weeks) {
    CoTaughtClassFacts {
        lessons = List.copyOf(lessons);
    }

    /** Returns the weight of one minute. */
    long weight() {
        return (long) weeks * need.need();
    }
}
