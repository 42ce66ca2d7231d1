package dk.grundskema.api.planning.schooltimetable;

import dk.grundskema.api.imports.assembly.NameNormalizer;
import dk.grundskema.api.imports.mappingfile.LessonKey;
import dk.grundskema.api.imports.source.ImportQuestion;
import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.api.planning.schooltimetable.PlanAnswers.Named;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.Lesson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks which lessons of a new timetable replace which of the plan, where class and subject do not tell. */
final class LessonQuestions {
    /** Most lessons that one question offers. */
    private static final int MOST_CHOICES = 12;

    private final Function<GroupId, String> groupNames;
    private final Function<StaffId, String> staffNames;
    private final Map<String, Lesson> added;
    private final Map<String, Lesson> ended;
    private final Map<String, List<String>> addedByForm;
    private final Map<String, List<String>> endedByForm;
    private final Set<String> formsOfAll;

    /**
     * @param all        lessons of the new timetable
     * @param added      lessons that only the new timetable has
     * @param ended      lessons that only the plan has
     * @param groupNames name of each class
     * @param staffNames name of each staff member
     */
    LessonQuestions(
            List<Lesson> all,
            List<Lesson> added,
            List<Lesson> ended,
            Function<GroupId, String> groupNames,
            Function<StaffId, String> staffNames) {
        this.groupNames = groupNames;
        this.staffNames = staffNames;
        this.added = byKey(added);
        this.ended = byKey(ended);
        this.addedByForm = byForm(this.added.keySet());
        this.endedByForm = byForm(this.ended.keySet());
        this.formsOfAll = all.stream()
                .filter(one -> one.kind() == Lesson.Kind.TEACHING)
                .map(one -> withoutTeachers(key(one).toString()))
                .collect(Collectors.toSet());
    }

    private static Map<String, List<String>> byForm(Set<String> keys) {
        return keys.stream().collect(Collectors.groupingBy(LessonQuestions::withoutTeachers));
    }

    /** Returns teaching by its key; a number follows the teachers of the second of two lessons with the same key. */
    private Map<String, Lesson> byKey(List<Lesson> lessons) {
        var keys = new LinkedHashMap<String, Lesson>();
        lessons.stream()
                .filter(one -> one.kind() == Lesson.Kind.TEACHING)
                .sorted(Comparator.comparing((Lesson one) -> one.time().weekday())
                        .thenComparing(one -> one.time().start())
                        .thenComparing(Lesson::id))
                .forEach(one -> {
                    LessonKey key = key(one);
                    String text = key.toString();
                    for (int nth = 2; keys.putIfAbsent(text, one) != null; nth++) {
                        text = key.withTeachers((key.teachers() + " " + nth).strip())
                                .toString();
                    }
                });
        return keys;
    }

    private LessonKey key(Lesson lesson) {
        return new LessonKey(
                lesson.groupIds().stream().map(groupNames).collect(Collectors.joining(", ")),
                lesson.time().weekday(),
                lesson.time().start(),
                lesson.subject().isBlank() ? lesson.title() : lesson.subject(),
                lesson.teachers().stream().map(staffNames).collect(Collectors.joining(", ")));
    }

    /**
     * Returns the new lesson that a text names, also with other teachers, which may be named anew, if only one lesson is meant.
     *
     * @param texts all texts; a lesson that one of them names exactly is not meant by another
     */
    Optional<Named<Lesson>> findAdded(String text, Set<String> texts) {
        return find(added, addedByForm, text, texts);
    }

    /** Returns the lesson of the plan that a text names, likewise. */
    Optional<Named<Lesson>> findEnded(String text, Set<String> texts) {
        return find(ended, endedByForm, text, texts);
    }

    private static Optional<Named<Lesson>> find(
            Map<String, Lesson> lessons, Map<String, List<String>> byForm, String text, Set<String> texts) {
        Lesson exact = lessons.get(text);
        if (exact != null) {
            return Optional.of(Named.exact(exact));
        }
        List<String> meant = forms(text)
                .flatMap(form -> byForm.getOrDefault(form, List.of()).stream())
                .distinct()
                .toList();
        return meant.size() == 1 && !texts.contains(meant.getFirst())
                ? Optional.ofNullable(lessons.get(meant.getFirst())).map(one -> new Named<>(one, false))
                : Optional.empty();
    }

    /** Returns whether the new timetable has a lesson that a text names, also with other teachers. */
    boolean isKnown(String text) {
        return forms(text).anyMatch(formsOfAll::contains);
    }

    /** Returns a text without teachers, and as a whole: what looks like teachers at its end may belong to the subject. */
    private static Stream<String> forms(String text) {
        return Stream.of(withoutTeachers(text), NameNormalizer.normalize(text)).distinct();
    }

    private static String withoutTeachers(String text) {
        return NameNormalizer.normalize(LessonKey.parse(text)
                .map(one -> one.withTeachers("").toString())
                .orElse(text));
    }

    /**
     * Returns a question about each new lesson that may replace one of the plan.
     *
     * @param answers  what is known already
     * @param replaced lessons of the plan that known answers replace, and the new lessons that replace them
     * @param isAsked  whether a question about its subject comes before one about a lesson
     */
    List<ImportQuestion> questions(
            PlanAnswers<Lesson> answers, Map<Lesson, Lesson> replaced, Predicate<Lesson> isAsked) {
        Set<Lesson> known = new HashSet<>(replaced.values());
        var questions = new ArrayList<ImportQuestion>();
        added.forEach((key, lesson) -> {
            if (known.contains(lesson) || answers.isNew(lesson) || isAsked.test(lesson)) {
                return;
            }
            List<String> candidates = ended.entrySet().stream()
                    .filter(one -> !replaced.containsKey(one.getValue()) && isCandidate(one.getValue(), lesson))
                    .sorted(Comparator.comparingInt((Map.Entry<String, Lesson> one) -> rank(one.getValue(), lesson))
                            .thenComparing(one -> distance(one.getValue(), lesson)))
                    .limit(MOST_CHOICES)
                    .map(Map.Entry::getKey)
                    .filter(one -> !one.equals(key))
                    .toList();
            if (!candidates.isEmpty()) {
                var meanings = new ArrayList<String>();
                meanings.add(key);
                meanings.addAll(candidates);
                questions.add(new ImportQuestion(
                        ImportQuestion.Kind.PLAN_LESSON, key, new SourceLocation("", ""), meanings, null));
            }
        });
        return questions;
    }

    private static boolean isCandidate(Lesson ofPlan, Lesson lesson) {
        return shareClass(ofPlan, lesson) || (shareTeacher(ofPlan, lesson) && haveSameSubject(ofPlan, lesson));
    }

    /** Returns how plausible it is that a lesson replaces one of the plan; 0 is most plausible. */
    private static int rank(Lesson ofPlan, Lesson lesson) {
        boolean isInClass = shareClass(ofPlan, lesson);
        if (isInClass && haveSameTime(ofPlan, lesson)) {
            return 0;
        }
        if (isInClass && shareTeacher(ofPlan, lesson)) {
            return 1;
        }
        return isInClass ? 3 : 2;
    }

    private static boolean shareClass(Lesson one, Lesson other) {
        return !Collections.disjoint(one.groupIds(), other.groupIds());
    }

    private static boolean shareTeacher(Lesson one, Lesson other) {
        return !Collections.disjoint(one.staffIds(), other.staffIds());
    }

    private static boolean haveSameSubject(Lesson one, Lesson other) {
        return NameNormalizer.normalize(one.subject()).equals(NameNormalizer.normalize(other.subject()));
    }

    private static boolean haveSameTime(Lesson one, Lesson other) {
        return one.time().weekday() == other.time().weekday()
                && one.time().start().equals(other.time().start());
    }

    /** Returns how far apart two lessons are within the week. */
    private static Duration distance(Lesson one, Lesson other) {
        return Duration.ofDays(Math.abs(
                        one.time().weekday().getValue() - other.time().weekday().getValue()))
                .plus(Duration.between(one.time().start(), other.time().start()).abs());
    }
}
