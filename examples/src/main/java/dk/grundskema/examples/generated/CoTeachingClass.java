package dk.grundskema.examples.generated;

import java.util.EnumSet;
import java.util.Set;

/**
 * A generated class that gets co-teaching.
 *
 * @param of         the class
 * @param isFirst    whether type 1, otherwise type 2
 * @param need       1 to 10
 * @param isParallel whether mathematics is taught to two groups side by side
 */
record CoTeachingClass(SchoolClass of, boolean isFirst, int need, boolean isParallel) {
    private static final Set<SchoolSubject> MAIN = EnumSet.of(
            SchoolSubject.FIRST_YEAR,
            SchoolSubject.DANISH,
            SchoolSubject.MATHEMATICS,
            SchoolSubject.ENGLISH,
            SchoolSubject.GERMAN,
            SchoolSubject.NATURE,
            SchoolSubject.HISTORY);

    /** Returns the whole lessons a week that reach the guide's minimum of 10.5 or 14.5. */
    int lessons() {
        return isFirst ? 11 : 15;
    }

    /** Returns the minutes of shared preparation a week: the plugin's defaults. */
    int preparation() {
        return isFirst ? 45 : 25;
    }

    /** Returns the subjects in which co-teaching may be, all of them for type 2. */
    Set<SchoolSubject> subjects() {
        Set<SchoolSubject> subjects = isFirst ? EnumSet.copyOf(MAIN) : EnumSet.allOf(SchoolSubject.class);
        subjects.removeIf(subject -> subject.lessons(of.year()) == 0);
        return subjects;
    }

    boolean allowsLesson(GeneratedLesson lesson) {
        return !lesson.isPart() && lesson.classes().contains(of) && subjects().contains(lesson.subject());
    }

    /** Returns whether a lesson with two adults needs a second room. */
    boolean isParallel(GeneratedLesson lesson) {
        return isParallel && lesson.subject() == SchoolSubject.MATHEMATICS;
    }
}
