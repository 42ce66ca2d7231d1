package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.solver.spi.toolkit.Words;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a co-teacher complements a lesson's teachers. Source: guide, part A (competences that complement each other); what counts is ours: the
 * lesson's subject, or a skill that is no subject of the timetable, such as special needs, and that its teachers lack.
 */
final class Complement {
    private final Problem problem;
    private final Set<String> subjects;

    Complement(Problem problem) {
        this.problem = problem;
        this.subjects = problem.lessons().stream()
                .map(lesson -> Words.plain(lesson.subject()))
                .collect(Collectors.toSet());
    }

    /** Whether somebody brings something to a lesson; of whom no skill is known nothing can be said, so that counts as yes. */
    boolean brings(StaffMember coTeacher, Lesson lesson) {
        Set<String> skills = skills(coTeacher);
        if (skills.isEmpty() || skills.contains(Words.plain(lesson.subject()))) {
            return true;
        }
        lesson.staffIds().forEach(who -> problem.staffMember(who).ifPresent(one -> skills.removeAll(skills(one))));
        skills.removeAll(subjects);
        return !skills.isEmpty();
    }

    private static Set<String> skills(StaffMember one) {
        var skills = new HashSet<String>();
        one.skills().forEach(skill -> skills.add(Words.plain(skill)));
        return skills;
    }
}
