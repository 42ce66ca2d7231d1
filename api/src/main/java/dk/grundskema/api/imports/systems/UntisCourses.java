package dk.grundskema.api.imports.systems;

import dk.grundskema.api.imports.source.Said;
import dk.grundskema.api.imports.source.SourceGroup;
import dk.grundskema.api.imports.systems.SeparatedLines.Line;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Courses that students have chosen, of GPU015: student, lesson number, subject, alias, class. A course is the lessons of one number and
 * subject.
 *
 * @param names names of all courses
 */
record UntisCourses(Set<String> names) {
    /** Copies the names. */
    UntisCourses {
        names = Set.copyOf(names);
    }

    static UntisCourses of(List<Line> lines) {
        return new UntisCourses(lines.stream()
                .filter(UntisCourses::isWhole)
                .map(line -> name(line.field(1), line.field(2)))
                .collect(Collectors.toSet()));
    }

    /** Those of the file of course choices in the same folder; none if there is no such file. */
    static UntisCourses beside(Path timetable) {
        return UntisCourses.of(UntisBeside.lines(timetable, "GPU015"));
    }

    private static boolean isWhole(Line line) {
        return !line.field(0).isEmpty()
                && line.field(1).matches("\\d{1,9}")
                && !line.field(2).isEmpty();
    }

    private static String name(String number, String subject) {
        return subject + " (" + number + ")";
    }

    /** The course that the lessons of a number and subject are; empty if nobody has chosen it. */
    Optional<String> course(String number, String subject) {
        return Optional.of(name(number, subject)).filter(names::contains);
    }

    /** Notes the courses with their students. */
    void note(List<Line> lines, Notebook notes) {
        Map<String, List<Said>> students = new LinkedHashMap<>();
        Map<String, Set<String>> classes = new LinkedHashMap<>();
        for (Line line : lines) {
            if (!isWhole(line)) {
                notes.warning(line.where(), "import.untis.choice");
                continue;
            }
            String course = name(line.field(1), line.field(2));
            students.computeIfAbsent(course, any -> new ArrayList<>()).add(notes.said(line.field(0), line.where()));
            var of = classes.computeIfAbsent(course, any -> new TreeSet<>());
            Stream.of(line.field(4)).filter(each -> !each.isEmpty()).forEach(of::add);
        }
        students.forEach((course, all) -> notes.groups.add(new SourceGroup(
                all.getFirst().place(),
                new Said(course, all.getFirst().place()),
                null,
                false,
                classes.getOrDefault(course, Set.of()).stream()
                        .map(each -> new Said(each, all.getFirst().place()))
                        .toList(),
                all)));
    }
}
