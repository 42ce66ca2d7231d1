package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.solver.spi.toolkit.FindingCollector;
import dk.grundskema.solver.spi.toolkit.LessonsByPerson;
import dk.grundskema.solver.spi.toolkit.RuleStrength;
import dk.grundskema.solver.spi.toolkit.WordMatcher;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Checks that the classes exist and have lessons that could have a co-teacher. */
final class ClassValidator {
    /** Tolerance for comparing numbers of lessons. */
    private static final double ROUNDING = 1e-6;

    private final CoTeachingContext context;
    private final Problem problem;
    private final FindingCollector findings;

    ClassValidator(CoTeachingContext context, FindingCollector findings) {
        this.context = context;
        this.problem = context.problem();
        this.findings = findings;
    }

    void check() {
        var classes = context.parameters().classes();
        if (classes.isEmpty()) {
            findings.error("classes.none", "classes");
        }
        var groups = CoTeachingValidation.groupIds(problem);
        for (int i = 0; i < classes.size(); i++) {
            ClassNeed need = classes.get(i);
            String place = "classes/" + i;
            findings.checkKnown(groups, need.groupId().value(), "unknown-group", place + "/groupId");
            for (int n = 0; n < need.never().size(); n++) {
                StaffId who = need.never().get(n);
                findings.checkKnown(
                        CoTeachingValidation.staffIds(problem), who.value(), "unknown-staff", place + "/never/" + n);
            }
            if (groups.contains(need.groupId().value())) {
                check(need, place);
            }
        }
    }

    private void check(ClassNeed need, String place) {
        subjects(need, place);
        var all = teachingOf(need.groupId());
        long bands = all.stream()
                .filter(lesson -> lesson.part() || lesson.groupIds().size() > 1)
                .count();
        var whole = all.stream()
                .filter(lesson -> !lesson.part() && lesson.groupIds().size() == 1)
                .toList();
        long covered = whole.stream()
                .filter(lesson -> lesson.staffIds().stream().distinct().count() >= CoTeachingContext.TWO_ADULTS)
                .count();
        long alone =
                whole.stream().filter(lesson -> lesson.staffIds().isEmpty()).count();
        if (context.eligible(need).isEmpty()) {
            findings.error("classes.no-lessons", place, need.groupId(), all.size(), bands, covered, alone);
            return;
        }
        if (bands > 0) {
            findings.info("classes.bands", place, need.groupId(), bands);
        }
        if (covered > 0) {
            findings.info("classes.two-adults", place, need.groupId(), covered);
        }
        if (alone > 0) {
            findings.warning("classes.without-teacher", place, need.groupId(), alone);
        }
        validateMinimum(need, place);
        validateDays(need, place + "/limits");
        rooms(need, place);
    }

    /** Reports subjects that the class does not have; most likely they are misspelled. */
    private void subjects(ClassNeed need, String place) {
        Set<String> own = subjects(teachingOf(need.groupId()));
        for (int i = 0; i < need.subjects().size(); i++) {
            subject(need, need.subjects().get(i), own, place + "/subjects/" + i);
        }
        for (String subject : need.subjectForms().keySet()) {
            subject(need, subject, own, place + "/subjectForms/" + Finding.escapePointerSegment(subject));
        }
    }

    private void subject(ClassNeed need, String subject, Collection<String> own, String place) {
        if (own.stream().anyMatch(one -> WordMatcher.isSame(one, subject))) {
            return;
        }
        var near = WordMatcher.nearest(subject, own);
        if (near.isPresent()) {
            findings.error("classes.unknown-subject-near", place, need.groupId(), subject, near.get());
        } else {
            findings.error("classes.unknown-subject", place, need.groupId(), subject, List.copyOf(own));
        }
    }

    private static Set<String> subjects(List<Lesson> lessons) {
        return lessons.stream()
                .map(Lesson::subject)
                .filter(subject -> !subject.isBlank())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Lesson> teachingOf(GroupId group) {
        return LessonsByPerson.of(problem).of(group).stream()
                .filter(lesson -> lesson.kind() == Lesson.Kind.TEACHING)
                .toList();
    }

    private void validateMinimum(ClassNeed need, String place) {
        if (isAlways(need)) {
            return;
        }
        double guide = need.scheme().guideLessons();
        double asked = requestedLessons(need);
        double all = lessons(EligibleMinutes.inFullWeek(context, need));
        if (asked > all) {
            findings.warning("classes.minimum-above-lessons", place + "/lessonsPerWeek", need.groupId(), asked, all);
        }
        double inGuideLessons =
                asked * context.parameters().lessonMinutes() / CoTeachingParameters.GUIDE_LESSON_MINUTES;
        if (inGuideLessons < guide - ROUNDING) {
            findings.info(
                    "classes.below-guide", place + "/lessonsPerWeek", need.groupId(), asked, guide, need.scheme());
        }
    }

    /** Reports days with fewer lessons than asked, and numbers for each day that contradict the class's minimum. */
    private void validateDays(ClassNeed need, String place) {
        ClassLimits limits = need.limitsOrNone();
        if (limits.lessonsADay() == RuleStrength.OFF) {
            return;
        }
        var counts = DailyLessonCounts.inAllWeeks(context, need);
        boolean isRequired = limits.lessonsADay() == RuleStrength.REQUIREMENT;
        counts.fewest(lesson -> true).forEach((day, lessons) -> {
            if (lessons < limits.leastLessonsADay()) {
                Object[] arguments = {need.groupId(), day, lessons, limits.leastLessonsADay()};
                String at = place + "/leastLessonsADay";
                findings.errorUnless(!isRequired, "classes.short-day", at, arguments);
                findings.warnIf(!isRequired, "classes.short-day", at, arguments);
            }
        });
        Integer most = limits.mostLessonsADay();
        if (most != null) {
            double asked = isAlways(need) ? lessons(EligibleMinutes.inFullWeek(context, need)) : requestedLessons(need);
            double reached = lessons(counts.mostMinutes(most));
            findings.warnIf(
                    reached < asked - ROUNDING,
                    "classes.days-below-minimum",
                    place + "/mostLessonsADay",
                    need.groupId(),
                    most,
                    reached,
                    asked);
        }
        if (limits.costBeyondMinimum() && !isAlways(need)) {
            long longest = context.eligible(need).stream()
                    .mapToLong(CoTeachingContext::minutes)
                    .max()
                    .orElse(0);
            double least = lessons(counts.leastMinutes(limits.leastLessonsADay()));
            findings.warnIf(
                    least >= requestedLessons(need) + lessons(longest),
                    "classes.days-above-minimum",
                    place + "/leastLessonsADay",
                    need.groupId(),
                    limits.leastLessonsADay(),
                    least,
                    requestedLessons(need));
        }
    }

    private static boolean isAlways(ClassNeed need) {
        return need.scheme() == CoTeachingType.TWO_ALWAYS;
    }

    private double requestedLessons(ClassNeed need) {
        return need.requestedLessons(context.parameters().lessonMinutes());
    }

    private double lessons(long minutes) {
        return LessonCountConverter.fromMinutes(minutes, context.parameters());
    }

    /** Returns whether any lesson in two groups has a room that could be the second one. */
    private boolean hasSecondRoom(ClassNeed need) {
        var rooms = new SecondRooms(context);
        return context.eligible(need).stream()
                .filter(lesson -> need.formOf(lesson.subject()) == TeachingForm.PARALLEL)
                .anyMatch(lesson -> !rooms.of(lesson).isEmpty());
    }

    private void rooms(ClassNeed need, String place) {
        boolean isParallel =
                need.form() == TeachingForm.PARALLEL || need.subjectForms().containsValue(TeachingForm.PARALLEL);
        if (isParallel && !hasSecondRoom(need)) {
            findings.warning("classes.parallel-without-rooms", place + "/form", need.groupId());
        }
    }
}
