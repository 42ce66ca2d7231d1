package dk.grundskema.plugins.intensivecourse;

import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.solver.spi.InterventionType;
import dk.grundskema.solver.spi.toolkit.ComposedPlugin;
import dk.grundskema.solver.spi.toolkit.Marks;
import dk.grundskema.solver.spi.toolkit.Participant;
import dk.grundskema.solver.spi.toolkit.RecordLists;
import dk.grundskema.solver.spi.toolkit.SubjectShare;
import java.util.List;

/**
 * Intensive courses in holidays or on weekends, with mentors afterwards and a handover to the school. Source: guide to school-supporting
 * interventions, part D.
 */
public final class IntensiveCoursePlugin extends ComposedPlugin<IntensiveCourseParameters> {
    private static final InterventionType TYPE = new InterventionType(
            "intensive-course",
            1,
            InterventionType.Category.SMALL_GROUP,
            "Guide to school-supporting interventions, part D");
    /** For the service loader. */
    public IntensiveCoursePlugin() {
        super(parts(TYPE, IntensiveCourseParameters.class, IntensiveCourseExpansion::of)
                .validated(IntensiveCourseValidation::of)
                .ruled(IntensiveCourseRules.TYPES, IntensiveCourseRules::of)
                .checked(IntensiveCourseCheck::of)
                .assessed(IntensiveCourseFidelity::of)
                .decorated(Marks.none()
                        .kind("course-lesson", "course", 0x1F5FA8)
                        .kind("mentor", "after", 0x1B7340)
                        .kind("handover", "after", 0x6B5B00)
                        .decoration())
                .listed(RecordLists.of("students", Participant.class), RecordLists.of("subjects", SubjectShare.class)));
    }

    /** The days of the course, each of them. */
    @Override
    public List<DateSpan> interruptions(Intervention<IntensiveCourseParameters> intervention, Problem problem) {
        return intervention.parameters().courseDates(problem).stream()
                .map(date -> new DateSpan(date, date))
                .toList();
    }
}
