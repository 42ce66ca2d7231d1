package dk.grundskema.examples.courses;

import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.examples.courses.CourseParameters.Course;
import dk.grundskema.examples.courses.CourseParameters.Curriculum;
import dk.grundskema.solver.spi.toolkit.FinishedIntervention;
import dk.grundskema.solver.spi.toolkit.PluginViolations;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The hard rules once more, read off a finished timetable. It shares nothing with the rules on purpose. */
final class CourseCheck {
    private CourseCheck() {}

    static List<RuleViolation> of(Intervention<CourseParameters> intervention, Problem problem, Timetable timetable) {
        CourseParameters parameters = intervention.parameters();
        var faults = new PluginViolations(CoursePlugin.ID);
        var finished = new FinishedIntervention(intervention, problem, timetable);
        Map<String, List<Meeting>> held = finished.meetings().stream()
                .collect(Collectors.groupingBy(one -> finished.idParts(one).get(1)));
        Map<String, Set<String>> taught = new LinkedHashMap<>();
        for (Course course : parameters.courses()) {
            addClashes("course-clash", course.id(), Set.of(course.id()), held, faults);
            taught.computeIfAbsent(course.teacher(), any -> new HashSet<>()).add(course.id());
        }
        taught.forEach((teacher, courses) -> addClashes("teacher-clash", teacher, courses, held, faults));
        for (Curriculum curriculum : parameters.curricula()) {
            addClashes("curriculum-clash", curriculum.id(), curriculum.courses(), held, faults);
        }
        return faults.all();
    }

    private record Start(DayOfWeek day, LocalTime time) {}

    private static void addClashes(
            String rule,
            String owner,
            Collection<String> courses,
            Map<String, List<Meeting>> held,
            PluginViolations faults) {
        Map<Start, Integer> lectures = new LinkedHashMap<>();
        for (String course : courses) {
            for (Meeting lecture : held.getOrDefault(course, List.of())) {
                lectures.merge(new Start(lecture.weekday(), lecture.start()), 1, Integer::sum);
            }
        }
        lectures.forEach((start, count) -> faults.hard(rule, count - 1L, owner, start.day(), start.time()));
    }
}
