package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.solver.spi.toolkit.WordMatcher;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Determines whether a co-teacher complements a lesson's teachers. Source: guide, part A (competences that complement each
 * other). What counts is ours: the lesson's subject, or a skill that is not a subject of the timetable, such as special needs,
 * and that its teachers lack.
 */
final class ComplementarySkills {
    private final Problem problem;
    private final Set<String> subjects;

    ComplementarySkills(Problem problem) {
        this.problem = problem;
        this.subjects = problem.lessons().stream()
                .map(lesson -> WordMatcher.normalise(lesson.subject()))
                .collect(Collectors.toSet());
    }

    /** Returns whether the co-teacher adds a skill to the lesson; true if none of the co-teacher's skills are known. */
    boolean complements(StaffMember coTeacher, Lesson lesson) {
        Set<String> skills = skills(coTeacher);
        if (skills.isEmpty() || skills.contains(WordMatcher.normalise(lesson.subject()))) {
            return true;
        }
        lesson.staffIds().forEach(who -> problem.staffMember(who).ifPresent(one -> skills.removeAll(skills(one))));
        skills.removeAll(subjects);
        return !skills.isEmpty();
    }

    private static Set<String> skills(StaffMember one) {
        var skills = new HashSet<String>();
        one.skills().forEach(skill -> skills.add(WordMatcher.normalise(skill)));
        return skills;
    }
}
