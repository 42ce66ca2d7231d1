package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.InterventionType;
import dk.grundskema.solver.spi.toolkit.ComposedPlugin;
import dk.grundskema.solver.spi.toolkit.DecorationBuilder;
import dk.grundskema.solver.spi.toolkit.RecordInputLists;
import java.util.Optional;

/** Plans small groups with a tutor in addition to ordinary lessons. Source: guide to school-supporting interventions, part C. */
public final class SmallGroupsPlugin extends ComposedPlugin<SmallGroupsParameters> {
    private static final InterventionType TYPE = new InterventionType(
            "small-groups",
            1,
            InterventionType.Category.SMALL_GROUP,
            "Guide to school-supporting interventions, part C");

    /** For the service loader. */
    public SmallGroupsPlugin() {
        super(parts(TYPE, SmallGroupsParameters.class, SmallGroupsExpansion::of)
                .validator(SmallGroupsValidation::of)
                .rules(SmallGroupsRules.TYPES, SmallGroupsRules::of)
                .prechecker(SmallGroupsPrecheck::of)
                .checker(SmallGroupsCheck::of)
                .assessor(SmallGroupsFidelity::of)
                .lists(RecordInputLists.of("candidates", Candidate.class), RecordInputLists.of("tutors", Tutor.class))
                .decoration(DecorationBuilder.empty()
                        .kind("small-group", "teaching", 0x0B6E4F)
                        .kind("talk", "meeting", 0x7A4B00)
                        .kind("training", "meeting", 0x4F5660)
                        .kind("supervision", "meeting", 0x7B3AA3)
                        .kind("cover", "teaching", 0x8A3324)
                        .build()));
    }

    /** Takes one session a week from all groups, if there are more than the guide asks for. */
    @Override
    public Optional<SmallGroupsParameters> withOneSeatFewer(
            Intervention<SmallGroupsParameters> intervention, Problem problem, SessionId session) {
        SmallGroupsParameters parameters = intervention.parameters();
        boolean isGroupSession = session.value().startsWith(intervention.id() + "/small-group/");
        return isGroupSession && parameters.sessionsPerWeek() > GuideFigures.SESSIONS.lowest()
                ? Optional.of(parameters.withSessionsPerWeek(parameters.sessionsPerWeek() - 1))
                : Optional.empty();
    }

    @Override
    public SmallGroupsParameters withOneMorePerson(SmallGroupsParameters parameters, StaffId person) {
        return parameters.withTutor(person);
    }
}
