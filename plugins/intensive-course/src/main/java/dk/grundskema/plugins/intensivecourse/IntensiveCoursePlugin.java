package dk.grundskema.plugins.intensivecourse;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.solver.spi.InterventionType;
import dk.grundskema.solver.spi.toolkit.ComposedPlugin;
import dk.grundskema.solver.spi.toolkit.DecorationBuilder;
import dk.grundskema.solver.spi.toolkit.Participant;
import dk.grundskema.solver.spi.toolkit.RecordInputLists;
import dk.grundskema.solver.spi.toolkit.SubjectShare;
import java.util.List;
import java.util.Optional;

/**
 * Plans intensive courses in holidays or on weekends, with mentors afterwards and a handover to the school. Source: guide to
 * school-supporting interventions, part D.
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
                .validator(IntensiveCourseValidation::of)
                .prechecker(IntensiveCoursePrecheck::of)
                .rules(IntensiveCourseRules.TYPES, IntensiveCourseRules::of)
                .checker(IntensiveCourseCheck::of)
                .assessor(IntensiveCourseFidelity::of)
                .decoration(DecorationBuilder.empty()
                        .kind("course-lesson", "course", 0x1F5FA8)
                        .kind("mentor", "after", 0x1B7340)
                        .kind("handover", "after", 0x6B5B00)
                        .build())
                .lists(
                        RecordInputLists.of("students", Participant.class),
                        RecordInputLists.of("subjects", SubjectShare.class)));
    }

    /** Returns each day of the course. */
    @Override
    public List<DateSpan> interruptions(Intervention<IntensiveCourseParameters> intervention, Problem problem) {
        return intervention.parameters().courseDates(problem).stream()
                .map(date -> new DateSpan(date, date))
                .toList();
    }

    /** Takes a second adult of a role from all lessons, or a meeting with the mentor a week, if there are more than the guide asks for. */
    @Override
    public Optional<IntensiveCourseParameters> withOneSeatFewer(
            Intervention<IntensiveCourseParameters> intervention, Problem problem, SessionId session) {
        IntensiveCourseParameters asked = intervention.parameters();
        String prefix = intervention.id() + "/";
        if (session.value().startsWith(prefix + "mentor/")) {
            Mentoring mentoring = asked.mentoring();
            return mentoring.sessionsPerWeek() > Mentoring.GUIDE_SESSIONS
                    ? Optional.of(asked.withMentoring(mentoring.withSessionsPerWeek(mentoring.sessionsPerWeek() - 1)))
                    : Optional.empty();
        }
        if (!session.value().startsWith(prefix + "course-lesson/")) {
            return Optional.empty();
        }
        if (asked.teachers() + asked.pedagogues() <= IntensiveCourseFidelity.ADULTS) {
            return Optional.empty();
        }
        if (asked.pedagogues() > 1) {
            return Optional.of(asked.withAdults(asked.teachers(), asked.pedagogues() - 1));
        }
        return asked.teachers() > 1
                ? Optional.of(asked.withAdults(asked.teachers() - 1, asked.pedagogues()))
                : Optional.empty();
    }

    @Override
    public IntensiveCourseParameters withOneMorePerson(IntensiveCourseParameters parameters, StaffId person) {
        return parameters.withPerson(person);
    }
}
