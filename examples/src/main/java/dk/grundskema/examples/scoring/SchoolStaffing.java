package dk.grundskema.examples.scoring;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.plugins.coteaching.CoTeacher;
import dk.grundskema.plugins.coteaching.Scheme;
import java.time.DayOfWeek;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What each class of a school gets, and from whom: amounts of the rules of co-teaching. */
final class SchoolStaffing {
    private static final int MANY_LESSONS = 4;

    private final SchoolPlan plan;

    SchoolStaffing(SchoolPlan plan) {
        this.plan = plan;
    }

    /** A number of one class. */
    private interface OfClass {
        long amount(CoTaughtClass one);
    }

    private long sum(OfClass each) {
        return plan.classes().stream().mapToLong(each::amount).sum();
    }

    private long weight(CoTaughtClass one) {
        return (long) plan.weeks() * one.need().need();
    }

    /** Minutes above budgets in a full week. */
    long overBudget() {
        Map<StaffId, Long> minutes = new HashMap<>();
        for (CoTaughtClass one : plan.classes()) {
            one.lessons().stream()
                    .filter(CoTaughtLesson::isTaken)
                    .forEach(lesson -> minutes.merge(
                            Objects.requireNonNull(lesson.coTeacher()), (long) lesson.minutes(), Long::sum));
            StaffId main = one.prepares(SchoolPlan.CO_TEACHER);
            if (main != null) {
                minutes.merge(main, (long) preparation(one), Long::sum);
            }
        }
        long over = 0;
        for (CoTeacher one : plan.parameters().pool()) {
            Integer own = one.minutesPerWeek();
            Double lessons = one.lessonsPerWeek();
            if (own == null && lessons == null) {
                throw new IllegalArgumentException("(%s) has no budget.".formatted(one.staffId()));
            }
            long budget = own != null
                    ? own
                    : Math.round(
                            Objects.requireNonNull(lessons) * plan.parameters().lessonMinutes());
            over += Math.max(0, minutes.getOrDefault(one.staffId(), 0L) - budget);
        }
        return over;
    }

    private int preparation(CoTaughtClass one) {
        var asked = plan.parameters().preparation();
        return switch (one.need().scheme()) {
            case TYPE_1 -> asked.minutesType1();
            case TYPE_2 -> asked.minutesType2();
            case TWO_ALWAYS -> asked.minutesTwoAlways();
        };
    }

    /** Seats whose holder isn't qualified. */
    long unqualified() {
        return sum(one -> seats(one, (who, lesson) -> {
            var schemes = plan.coTeacher(who).schemes();
            return !schemes.isEmpty() && !schemes.contains(one.need().scheme());
        }));
    }

    /** Seats whose holder isn't wanted there. */
    long vetoed() {
        return sum(one -> seats(
                one,
                (who, lesson) -> one.need().never().contains(who)
                        || plan.coTeacher(who)
                                .neverClasses()
                                .contains(one.need().groupId())
                        || (lesson != null
                                && !Collections.disjoint(
                                        plan.coTeacher(who).neverColleagues(),
                                        lesson.lesson().staffIds()))));
    }

    private interface SeatIs {
        boolean wrong(StaffId who, @Nullable CoTaughtLesson lesson);
    }

    private static long seats(CoTaughtClass one, SeatIs is) {
        long wrong = one.lessons().stream()
                .filter(lesson ->
                        lesson.coTeacher() != null && is.wrong(Objects.requireNonNull(lesson.coTeacher()), lesson))
                .count();
        StaffId main = one.prepares(SchoolPlan.CO_TEACHER);
        return wrong + (main != null && is.wrong(main, null) ? 1 : 0);
    }

    /** Minutes that are missing to the minima, with weeks and need. */
    long belowMinimum() {
        return sum(one -> one.isTwoAlways()
                ? 0
                : Math.max(0, one.asked(plan.parameters().lessonMinutes()) - one.given()) * weight(one));
    }

    /** Minutes with one adult where there are always to be two. */
    long oneAdult() {
        return sum(one ->
                one.isTwoAlways() ? (one.asked(plan.parameters().lessonMinutes()) - one.given()) * weight(one) : 0);
    }

    /** Minutes of preparation that are missing, in proportion to what is given of the minimum. */
    long unprepared() {
        return sum(one -> {
            long asked = one.asked(plan.parameters().lessonMinutes());
            long given = Math.min(asked, one.given());
            boolean isComplete =
                    one.prepares(SchoolPlan.CO_TEACHER) != null && one.prepares(SchoolPlan.TEACHER) != null;
            int minutes = preparation(one);
            return given == 0 || isComplete || minutes == 0 ? 0 : Math.max(1, minutes * weight(one) * given / asked);
        });
    }

    /** A quarter of the minutes of parallel lessons without a second room. */
    long withoutSecondRoom() {
        return sum(one -> one.lessons().stream()
                .filter(lesson -> lesson.isParallel() && lesson.isTaken() && !lesson.hasSecondRoom())
                .mapToLong(lesson -> Math.max(1, lesson.minutes() * weight(one) / 4))
                .sum());
    }

    long coTeachers() {
        return sum(one -> (long) one.lessonsOf().size() * plan.weeks());
    }

    long fewLessonsEach() {
        return sum(one -> one.lessonsOf().values().stream()
                .mapToLong(lessons -> (long) Math.max(0, MANY_LESSONS - lessons) * plan.weeks())
                .sum());
    }

    long nothingBrought() {
        return sum(one ->
                weeks(one, lesson -> !plan.brings(Objects.requireNonNull(lesson.coTeacher()), lesson.lesson())));
    }

    long newHere() {
        return sum(one -> weeks(one, lesson -> {
            Integer years =
                    plan.coTeacher(Objects.requireNonNull(lesson.coTeacher())).yearsOfExperience();
            return years != null && years < plan.parameters().experienceYears();
        }));
    }

    private static long weeks(CoTaughtClass one, java.util.function.Predicate<CoTaughtLesson> which) {
        return one.lessons().stream()
                .filter(lesson -> lesson.isTaken() && which.test(lesson))
                .mapToLong(CoTaughtLesson::weeks)
                .sum();
    }

    long unused() {
        return sum(one -> one.lessons().stream()
                .filter(lesson -> !lesson.isTaken())
                .mapToLong(lesson -> (long) lesson.weeks() * one.need().need())
                .sum());
    }

    /** How many lessons fewer than another whoever prepares has. */
    long otherThanMainCoTeacher() {
        return sum(one -> behind(one.prepares(SchoolPlan.CO_TEACHER), one.lessonsOf()) * plan.weeks());
    }

    long otherThanMainTeacher() {
        return sum(one -> behind(one.prepares(SchoolPlan.TEACHER), one.lessonsWith()) * plan.weeks());
    }

    private static long behind(@Nullable StaffId who, Map<StaffId, Integer> lessons) {
        return who == null || lessons.isEmpty() ? 0 : Collections.max(lessons.values()) - lessons.getOrDefault(who, 0);
    }

    /** Lessons with two adults beyond an even share of their day. */
    long crowded() {
        return sum(one -> {
            Map<DayOfWeek, Integer> days = new EnumMap<>(DayOfWeek.class);
            int all = 0;
            for (CoTaughtLesson lesson : one.lessons()) {
                days.merge(lesson.lesson().time().weekday(), lesson.isTaken() ? 1 : 0, Integer::sum);
                all += lesson.isTaken() ? 1 : 0;
            }
            int share = days.isEmpty() ? 0 : Math.ceilDiv(all, days.size());
            long beyond = days.values().stream()
                    .mapToLong(lessons -> Math.max(0, lessons - share))
                    .sum();
            return one.need().scheme() == Scheme.TWO_ALWAYS ? 0 : beyond * plan.weeks();
        });
    }
}
