package dk.grundskema.examples.comparison.courses;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.examples.comparison.courses.CourseParameters.Course;
import dk.grundskema.solver.spi.toolkit.FindingCollector;
import java.util.List;

/** What is wrong with the courses. */
final class CourseValidation {
    private CourseValidation() {}

    static List<Finding> of(Intervention<CourseParameters> intervention, Problem problem) {
        CourseParameters parameters = intervention.parameters();
        var findings = new FindingCollector(CoursePlugin.ID, problem);
        List<String> known = parameters.courses().stream().map(Course::id).toList();
        FindingCollector.forEach(
                parameters.curricula(),
                "curricula",
                (curriculum, at) -> FindingCollector.forEach(
                        curriculum.courses(),
                        at + "/courses",
                        (course, place) -> findings.checkKnown(known, course, "unknown-course", place)));
        FindingCollector.forEach(parameters.courses(), "courses", (course, at) -> {
            int free = CourseExpansion.periods(parameters, course).size();
            findings.errorUnless(
                    free >= course.lectures(), "too-few-periods", at + "/lectures", course.lectures(), free);
            findings.errorUnless(course.id().matches("[A-Za-z0-9-]+"), "id-not-plain", at + "/id", course.id());
        });
        findings.errorUnless(!problem.rooms().isEmpty(), "no-room", "courses");
        return findings.all();
    }
}
