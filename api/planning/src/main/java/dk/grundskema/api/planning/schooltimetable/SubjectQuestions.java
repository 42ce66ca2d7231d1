package dk.grundskema.api.planning.schooltimetable;

import dk.grundskema.api.documents.json.SpellingSuggester;
import dk.grundskema.api.imports.assembly.NameNormalizer;
import dk.grundskema.api.imports.source.ImportQuestion;
import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.api.planning.schooltimetable.PlanAnswers.Named;
import dk.grundskema.domain.timetable.Lesson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks which subjects of a new timetable are subjects of the plan with another name. Lessons of a subject that is known by its name are no question here. */
final class SubjectQuestions {
    /** Most subjects that one question offers. */
    private static final int MOST_CHOICES = 12;

    /** Fewest lessons of a subject for which it is asked about; one lesson alone is a question about that lesson. */
    private static final int FEWEST_LESSONS = 2;

    private final PlanAnswers<String> answers;
    private final Map<String, List<Lesson>> added;
    private final Map<String, List<Lesson>> ended;
    private final Map<String, String> renamed = new HashMap<>();

    /**
     * Applies what the mapping says.
     *
     * @param ofPlan  all lessons of the plan
     * @param ending  lessons of the plan in the weeks to come that the new timetable replaces
     * @param lessons lessons of the new timetable in the weeks to come, with the plan's ids of classes and people
     * @param answers what the mapping says
     */
    SubjectQuestions(List<Lesson> ofPlan, List<Lesson> ending, List<Lesson> lessons, PlanAnswers<String> answers) {
        this.answers = answers;
        Map<String, List<Lesson>> imported = bySubject(lessons);
        added = new LinkedHashMap<>(imported);
        added.keySet().removeAll(bySubject(ofPlan).keySet());
        ended = bySubject(ending);
        ended.keySet().removeAll(imported.keySet());
        answers.apply(
                word -> find(added, word),
                word -> find(ended, word),
                word -> imported.containsKey(NameNormalizer.normalize(word)),
                (one, same) -> renamed.put(one, name(ended.getOrDefault(same, List.of()))));
    }

    private static Map<String, List<Lesson>> bySubject(List<Lesson> lessons) {
        return lessons.stream()
                .filter(one -> one.kind() == Lesson.Kind.TEACHING)
                .collect(Collectors.groupingBy(
                        one -> NameNormalizer.normalize(subject(one)), LinkedHashMap::new, Collectors.toList()));
    }

    /** Returns the subject of a lesson, or its title if it has none. */
    static String subject(Lesson lesson) {
        return lesson.subject().isBlank() ? lesson.title() : lesson.subject();
    }

    private static String name(List<Lesson> lessons) {
        return subject(lessons.getFirst());
    }

    private static Optional<Named<String>> find(Map<String, List<Lesson>> subjects, String word) {
        return Optional.of(NameNormalizer.normalize(word))
                .filter(subjects::containsKey)
                .map(Named::exact);
    }

    /** Returns the plan's name of a subject or title of the new timetable. */
    String planName(String name) {
        return renamed.getOrDefault(NameNormalizer.normalize(name), name);
    }

    /** Returns a question about each subject of the new timetable alone that may be one of the plan: both have lessons in one class. */
    List<ImportQuestion> questions() {
        var questions = new ArrayList<ImportQuestion>();
        var free = new LinkedHashMap<>(ended);
        renamed.values().forEach(one -> free.remove(NameNormalizer.normalize(one)));
        added.forEach((subject, lessons) -> {
            if (lessons.size() >= FEWEST_LESSONS && !renamed.containsKey(subject) && !answers.isNew(subject)) {
                question(subject, lessons, free).ifPresent(questions::add);
            }
        });
        return questions;
    }

    /**
     * A subject that only the plan has.
     *
     * @param name    its name
     * @param common  lessons of another subject of which it has one in the same class at the same time, or in the same class with the same teacher
     */
    private record Candidate(String name, long common) {}

    private static Optional<ImportQuestion> question(
            String subject, List<Lesson> lessons, Map<String, List<Lesson>> free) {
        String word = name(lessons);
        List<Candidate> candidates = free.entrySet().stream()
                .filter(one -> shareClass(one.getValue(), lessons))
                .sorted(Comparator.comparingInt(
                        (Map.Entry<String, List<Lesson>> one) -> SpellingSuggester.editDistance(one.getKey(), subject)))
                .map(one -> new Candidate(name(one.getValue()), countCommon(lessons, one.getValue())))
                .sorted(Comparator.comparingLong(Candidate::common).reversed())
                .limit(MOST_CHOICES)
                .toList();
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        var meanings = new ArrayList<>(List.of(word));
        candidates.forEach(one -> meanings.add(one.name()));
        Candidate first = candidates.getFirst();
        return Optional.of(new ImportQuestion(
                ImportQuestion.Kind.PLAN_SUBJECT,
                word,
                new SourceLocation("", ""),
                meanings,
                2 * first.common() >= lessons.size() ? first.name() : null));
    }

    private static boolean shareClass(List<Lesson> some, List<Lesson> others) {
        return !Collections.disjoint(groups(some), groups(others));
    }

    private static Set<Object> groups(List<Lesson> lessons) {
        return lessons.stream().flatMap(one -> one.groupIds().stream()).collect(Collectors.toSet());
    }

    private static long countCommon(List<Lesson> lessons, List<Lesson> others) {
        Set<Object> places = new HashSet<>();
        others.forEach(one -> places.addAll(places(one)));
        return lessons.stream()
                .filter(one -> !Collections.disjoint(places(one), places))
                .count();
    }

    /** Returns each class of a lesson with its time, and with each teacher. */
    private static Set<Object> places(Lesson lesson) {
        Set<Object> places = new HashSet<>();
        lesson.groupIds().forEach(group -> {
            places.add(List.of(group, lesson.time().weekday(), lesson.time().start()));
            lesson.staffIds().forEach(person -> places.add(List.of(group, person)));
        });
        return places;
    }
}
