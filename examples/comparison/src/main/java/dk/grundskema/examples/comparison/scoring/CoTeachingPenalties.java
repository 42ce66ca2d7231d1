package dk.grundskema.examples.comparison.scoring;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.plugins.coteaching.CoTeacher;
import dk.grundskema.plugins.coteaching.CoTeachingType;
import java.time.DayOfWeek;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Penalties of the co-teaching rules: what each class of a school gets, and from which co-teachers. */
final class CoTeachingPenalties {
    private static final int MANY_LESSONS = 4;

    private final SchoolPlan plan;

    CoTeachingPenalties(SchoolPlan plan) {
        this.plan = plan;
    }

    /** Returns an amount of one class. */
    private interface ClassAmount {
        long amount(CoTaughtClass one);
    }

    private long sum(ClassAmount each) {
        return plan.classes().stream().mapToLong(each::amount).sum();
    }

    private long weight(CoTaughtClass one) {
        return (long) plan.weeks() * one.need().need();
    }

    /** Returns the minutes above budgets in a full week. */
    long overBudget() {
        Map<StaffId, Long> minutes = new HashMap<>();
        for (CoTaughtClass one : plan.classes()) {
            one.lessons().stream()
                    .filter(CoTaughtLesson::isTaken)
                    .forEach(lesson -> minutes.merge(
                            Objects.requireNonNull(lesson.coTeacher()), (long) lesson.minutes(), Long::sum));
            StaffId main = one.preparer(SchoolPlan.CO_TEACHER);
            if (main != null) {
                minutes.merge(main, (long) preparationMinutes(one), Long::sum);
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

    private int preparationMinutes(CoTaughtClass one) {
        var asked = plan.parameters().preparation();
        return switch (one.need().scheme()) {
            case TYPE_1 -> asked.minutesType1();
            case TYPE_2 -> asked.minutesType2();
            case TWO_ALWAYS -> asked.minutesTwoAlways();
        };
    }

    /** Returns the seats whose holder is not qualified. */
    long unqualified() {
        return sum(one -> countSeats(one, (who, lesson) -> {
            var schemes = plan.coTeacher(who).schemes();
            return !schemes.isEmpty() && !schemes.contains(one.need().scheme());
        }));
    }

    /** Returns the seats whose holder is vetoed. */
    long vetoed() {
        return sum(one -> countSeats(
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

    private interface SeatTest {
        boolean wrong(StaffId who, @Nullable CoTaughtLesson lesson);
    }

    private static long countSeats(CoTaughtClass one, SeatTest is) {
        long wrong = one.lessons().stream()
                .filter(lesson ->
                        lesson.coTeacher() != null && is.wrong(Objects.requireNonNull(lesson.coTeacher()), lesson))
                .count();
        StaffId main = one.preparer(SchoolPlan.CO_TEACHER);
        return wrong + (main != null && is.wrong(main, null) ? 1 : 0);
    }

    /** Returns the minutes missing to the minima, weighted with weeks and need. */
    long belowMinimum() {
        return sum(one -> one.isTwoAlways()
                ? 0
                : Math.max(0, one.askedMinutes(plan.parameters().lessonMinutes()) - one.givenMinutes()) * weight(one));
    }

    /** Returns the minutes with one adult in classes with two adults always. */
    long withOneAdult() {
        return sum(one -> one.isTwoAlways()
                ? (one.askedMinutes(plan.parameters().lessonMinutes()) - one.givenMinutes()) * weight(one)
                : 0);
    }

    /** Returns the missing minutes of preparation, in proportion to the given part of the minimum. */
    long unprepared() {
        return sum(one -> {
            long asked = one.askedMinutes(plan.parameters().lessonMinutes());
            long given = Math.min(asked, one.givenMinutes());
            boolean isComplete =
                    one.preparer(SchoolPlan.CO_TEACHER) != null && one.preparer(SchoolPlan.TEACHER) != null;
            int minutes = preparationMinutes(one);
            return given == 0 || isComplete || minutes == 0 ? 0 : Math.max(1, minutes * weight(one) * given / asked);
        });
    }

    /** Returns a quarter of the minutes of parallel lessons without a second room. */
    long withoutSecondRoom() {
        return sum(one -> one.lessons().stream()
                .filter(lesson -> lesson.isParallel() && lesson.isTaken() && !lesson.hasSecondRoom())
                .mapToLong(lesson -> Math.max(1, lesson.minutes() * weight(one) / 4))
                .sum());
    }

    long coTeacherWeeks() {
        return sum(one -> (long) one.lessonsByCoTeacher().size() * plan.weeks());
    }

    long fewLessonsEach() {
        return sum(one -> one.lessonsByCoTeacher().values().stream()
                .mapToLong(lessons -> (long) Math.max(0, MANY_LESSONS - lessons) * plan.weeks())
                .sum());
    }

    long withoutNeededSkill() {
        return sum(one -> countWeeks(
                one, lesson -> !plan.complements(Objects.requireNonNull(lesson.coTeacher()), lesson.lesson())));
    }

    long inexperienced() {
        return sum(one -> countWeeks(one, lesson -> {
            Integer years =
                    plan.coTeacher(Objects.requireNonNull(lesson.coTeacher())).yearsOfExperience();
            return years != null && years < plan.parameters().experienceYears();
        }));
    }

    private static long countWeeks(CoTaughtClass one, java.util.function.Predicate<CoTaughtLesson> which) {
        return one.lessons().stream()
                .filter(lesson -> lesson.isTaken() && which.test(lesson))
                .mapToLong(CoTaughtLesson::weeks)
                .sum();
    }

    long withoutCoTeacher() {
        return sum(one -> one.lessons().stream()
                .filter(lesson -> !lesson.isTaken())
                .mapToLong(lesson -> (long) lesson.weeks() * one.need().need())
                .sum());
    }

    /** Returns how many lessons fewer than the main co-teacher the preparing one has, times weeks. */
    long otherThanMainCoTeacher() {
        return sum(one -> lessonsBehind(one.preparer(SchoolPlan.CO_TEACHER), one.lessonsByCoTeacher()) * plan.weeks());
    }

    long otherThanMainTeacher() {
        return sum(one -> lessonsBehind(one.preparer(SchoolPlan.TEACHER), one.lessonsByTeacher()) * plan.weeks());
    }

    private static long lessonsBehind(@Nullable StaffId who, Map<StaffId, Integer> lessons) {
        return who == null || lessons.isEmpty() ? 0 : Collections.max(lessons.values()) - lessons.getOrDefault(who, 0);
    }

    /** Returns the lessons with two adults beyond an even share of their day. */
    long beyondEvenShare() {
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
            return one.need().scheme() == CoTeachingType.TWO_ALWAYS ? 0 : beyond * plan.weeks();
        });
    }
}
