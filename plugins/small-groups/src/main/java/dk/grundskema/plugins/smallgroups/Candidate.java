package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.intervention.Need;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.toolkit.FindingCollector;
import dk.grundskema.solver.spi.toolkit.LessonsByPerson;
import dk.grundskema.solver.spi.toolkit.StudentCompanyWishes;
import dk.grundskema.solver.spi.toolkit.WordMatcher;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A student who would benefit from a group in a subject. Source: guide to school-supporting interventions, part C
 * (one area of competence, nearly the same starting level).
 *
 * @param studentId the student
 * @param subject   subject of the group, as the school writes it
 * @param area      area of competence within the subject, such as reading or fractions; empty means that any will do
 * @param level     starting level as the teachers judge it, 0 to 100; only differences matter, and the scale is ours
 * @param need      how much the student needs it, 1 to 10; more need goes first where time doesn't reach
 */
public record Candidate(
        StudentId studentId,
        String subject,
        @Default("\"\"") String area,
        @Default("50") int level,
        @Default("5") int need) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if a text or number is out of range */
    public Candidate {
        Need.check(
                        new RecordValidator()
                                .name("subject", subject)
                                .singleLine("area", area)
                                .range("level", level, 0, 100),
                        "need",
                        need)
                .throwIfInvalid();
    }

    /**
     * Adds findings about candidates: the errors {@code <plugin>.no-candidates} if there are none and {@code <plugin>.candidate-twice} with the
     * student and the subject; the warnings {@code <plugin>.no-timetable} for a student without any lesson, so that clashes are unknown,
     * {@code <plugin>.area-near} with both areas if only one candidate has an area and others have a similar spelling, and
     * {@code <plugin>.wishes-and-veto} for each chain of wishes that contradicts a veto.
     *
     * @param place pointer to the list below the parameters
     */
    public static void check(List<Candidate> some, Problem problem, FindingCollector findings, String place) {
        findings.errorUnless(!some.isEmpty(), "no-candidates", place);
        var lessons = LessonsByPerson.of(problem);
        Set<Object> seen = new HashSet<>();
        FindingCollector.forEach(some, place, (one, at) -> {
            boolean isLost = problem.student(one.studentId).isPresent()
                    && lessons.of(one.studentId).isEmpty();
            findings.warnIf(isLost, "no-timetable", at + "/studentId", one.studentId);
            boolean isNew = seen.add(List.of(one.studentId, WordMatcher.normalise(one.subject)));
            findings.errorUnless(isNew, "candidate-twice", at, one.studentId, one.subject);
            one.checkArea(some, findings, at + "/area");
        });
        var ids = some.stream().map(Candidate::studentId).toList();
        new StudentCompanyWishes(problem, ids).contradictions(findings, "wishes-and-veto", place);
    }

    private void checkArea(List<Candidate> all, FindingCollector findings, String place) {
        var others = all.stream()
                .filter(other -> !other.equals(this) && WordMatcher.isSame(other.subject, subject))
                .map(Candidate::area)
                .filter(other -> !other.isBlank())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!area.isBlank() && !WordMatcher.isAmong(others, area)) {
            WordMatcher.nearest(area, others).ifPresent(near -> findings.warning("area-near", place, area, near));
        }
    }
}
