package dk.grundskema.examples.comparison.courses;

import dk.grundskema.domain.finding.RecordValidator;
import java.time.DayOfWeek;
import java.util.List;

/**
 * Courses whose lectures get a period and a room in one week. The rooms are those of the problem. Periods take an hour each, the first begins at
 * 08:00.
 *
 * @param days      days of the week from Monday, 1 to 6
 * @param periods   periods of a day, 1 to 12
 * @param courses   the courses
 * @param curricula sets of courses that share students
 */
public record CourseParameters(int days, int periods, List<Course> courses, List<Curriculum> curricula) {
    /** Checks the ranges and copies the lists. */
    public CourseParameters {
        courses = List.copyOf(courses);
        curricula = List.copyOf(curricula);
        new RecordValidator()
                .range("days", days, 1, 6)
                .range("periods", periods, 1, 12)
                .notEmpty("courses", courses)
                .distinct("courses", courses.stream().map(Course::id).toList())
                .distinct("curricula", curricula.stream().map(Curriculum::id).toList())
                .throwIfInvalid();
    }

    /**
     * A course.
     *
     * @param id          short name, part of the ids of its lectures
     * @param teacher     short name of the teacher of all its lectures
     * @param lectures    number of lectures, 1 to 72
     * @param leastDays   number of days over which the lectures are to be spread, 1 to 6
     * @param students    number of students, 0 to 30000
     * @param unavailable periods in which no lecture may be held
     */
    public record Course(
            String id, String teacher, int lectures, int leastDays, int students, List<CoursePeriod> unavailable) {
        /** Checks the ranges and copies the list. */
        public Course {
            unavailable = List.copyOf(unavailable);
            new RecordValidator()
                    .name("id", id)
                    .name("teacher", teacher)
                    .range("lectures", lectures, 1, 72)
                    .range("leastDays", leastDays, 1, 6)
                    .range("students", students, 0, 30_000)
                    .distinct("unavailable", unavailable)
                    .throwIfInvalid();
        }
    }

    /**
     * A period of the week.
     *
     * @param day    day of the week
     * @param period number of the period in the day, 1 to 12
     */
    public record CoursePeriod(DayOfWeek day, int period) {
        /** Checks the range. */
        public CoursePeriod {
            new RecordValidator().range("period", period, 1, 12).throwIfInvalid();
        }
    }

    /**
     * A set of courses that share students.
     *
     * @param id      short name
     * @param courses ids of its courses
     */
    public record Curriculum(String id, List<String> courses) {
        /** Checks the name and copies the list. */
        public Curriculum {
            courses = List.copyOf(courses);
            new RecordValidator()
                    .name("id", id)
                    .notEmpty("courses", courses)
                    .distinct("courses", courses)
                    .throwIfInvalid();
        }
    }
}
