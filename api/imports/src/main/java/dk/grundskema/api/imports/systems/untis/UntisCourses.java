package dk.grundskema.api.imports.systems.untis;

import dk.grundskema.api.imports.source.SourceGroup;
import dk.grundskema.api.imports.source.SourceText;
import dk.grundskema.api.imports.systems.file.SystemSourceBuilder;
import dk.grundskema.api.imports.systems.untis.DelimitedLineParser.Line;
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
 * Courses chosen by students, from GPU015: student, lesson number, subject, alias, class. A course is the lessons of one number and
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
                .filter(UntisCourses::isComplete)
                .map(line -> courseName(line.field(1), line.field(2)))
                .collect(Collectors.toSet()));
    }

    /** Returns the courses of the course choice file in the same folder; none if there is no such file. */
    static UntisCourses ofSiblingFile(Path timetable) {
        return UntisCourses.of(UntisSiblingFiles.readLines(timetable, "GPU015"));
    }

    private static boolean isComplete(Line line) {
        return !line.field(0).isEmpty()
                && line.field(1).matches("\\d{1,9}")
                && !line.field(2).isEmpty();
    }

    private static String courseName(String number, String subject) {
        return subject + " (" + number + ")";
    }

    /** Returns the course of a lesson number and subject; empty if no student has chosen it. */
    Optional<String> findCourse(String number, String subject) {
        return Optional.of(courseName(number, subject)).filter(names::contains);
    }

    /** Adds the courses with their students. */
    void addCourses(List<Line> lines, SystemSourceBuilder source) {
        Map<String, List<SourceText>> students = new LinkedHashMap<>();
        Map<String, Set<String>> classes = new LinkedHashMap<>();
        for (Line line : lines) {
            if (!isComplete(line)) {
                source.warning(line.where(), "import.untis.choice");
                continue;
            }
            String course = courseName(line.field(1), line.field(2));
            students.computeIfAbsent(course, any -> new ArrayList<>()).add(source.text(line.field(0), line.where()));
            var of = classes.computeIfAbsent(course, any -> new TreeSet<>());
            Stream.of(line.field(4)).filter(each -> !each.isEmpty()).forEach(of::add);
        }
        students.forEach((course, all) -> source.groups.add(new SourceGroup(
                all.getFirst().place(),
                new SourceText(course, all.getFirst().place()),
                null,
                false,
                classes.getOrDefault(course, Set.of()).stream()
                        .map(each -> new SourceText(each, all.getFirst().place()))
                        .toList(),
                all)));
    }
}
