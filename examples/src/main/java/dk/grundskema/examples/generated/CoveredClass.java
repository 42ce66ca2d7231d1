package dk.grundskema.examples.generated;

import java.util.EnumSet;
import java.util.Set;

/**
 * A made-up class that gets co-teaching.
 *
 * @param of         which class
 * @param isFirst    whether type 1, otherwise type 2
 * @param need       1 to 10
 * @param isParallel whether mathematics is taught to two groups side by side
 */
record CoveredClass(SchoolClass of, boolean isFirst, int need, boolean isParallel) {
    private static final Set<Subject> MAIN = EnumSet.of(
            Subject.FIRST_YEAR,
            Subject.DANISH,
            Subject.MATHEMATICS,
            Subject.ENGLISH,
            Subject.GERMAN,
            Subject.NATURE,
            Subject.HISTORY);

    /** Whole lessons a week that reach the guide's minimum of 10.5 or 14.5. */
    int lessons() {
        return isFirst ? 11 : 15;
    }

    /** Minutes of shared preparation a week, as the plugin has them unless told otherwise. */
    int preparation() {
        return isFirst ? 45 : 25;
    }

    /** Subjects of its own in which co-teaching may be, all of them for type 2. */
    Set<Subject> subjects() {
        Set<Subject> subjects = isFirst ? EnumSet.copyOf(MAIN) : EnumSet.allOf(Subject.class);
        subjects.removeIf(subject -> subject.lessons(of.year()) == 0);
        return subjects;
    }

    boolean takes(MadeLesson lesson) {
        return !lesson.isPart() && lesson.classes().contains(of) && subjects().contains(lesson.subject());
    }

    /** Whether a lesson with two adults takes a second room. */
    boolean isParallel(MadeLesson lesson) {
        return isParallel && lesson.subject() == Subject.MATHEMATICS;
    }
}
