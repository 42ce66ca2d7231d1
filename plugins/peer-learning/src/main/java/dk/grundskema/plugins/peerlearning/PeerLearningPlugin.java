package dk.grundskema.plugins.peerlearning;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.InterventionType;
import dk.grundskema.solver.spi.toolkit.ComposedPlugin;
import dk.grundskema.solver.spi.toolkit.DecorationBuilder;
import dk.grundskema.solver.spi.toolkit.RecordInputLists;
import java.util.Optional;

/**
 * Plans peer learning: pairs of students who learn from each other. Source: guide to school-supporting interventions, part B.
 */
public final class PeerLearningPlugin extends ComposedPlugin<PeerLearningParameters> {
    static final String ID = "peer-learning";

    private static final InterventionType TYPE = new InterventionType(
            ID, 1, InterventionType.Category.IN_CLASS, "Guide to school-supporting interventions, part B");

    /** For the service loader. */
    public PeerLearningPlugin() {
        super(parts(TYPE, PeerLearningParameters.class, PeerLearningExpansion::of)
                .validator(PeerLearningValidation::of)
                .rules(PeerLearningRules.TYPES, PeerLearningRules::of)
                .checker(PeerLearningCheck::of)
                .assessor(PeerLearningFidelity::of)
                .decoration(DecorationBuilder.empty()
                        .kind(PeerLearningExpansion.KIND, "teaching", 0x0B6E4F)
                        .build())
                .lists(
                        RecordInputLists.of("sets", PeerSet.class),
                        RecordInputLists.of("pairs", KeptPair.class),
                        RecordInputLists.of("levels", StudentLevel.class)));
    }

    /** Takes one lesson a week from all sets, if there are more than the guide asks for. */
    @Override
    public Optional<PeerLearningParameters> withOneSeatFewer(
            Intervention<PeerLearningParameters> intervention, Problem problem, SessionId session) {
        PeerLearningParameters parameters = intervention.parameters();
        return parameters.lessonsPerWeek() > PeerLearningFidelity.LESSONS
                ? Optional.of(parameters.withLessonsPerWeek(parameters.lessonsPerWeek() - 1))
                : Optional.empty();
    }

    @Override
    public PeerLearningParameters withOneMorePerson(PeerLearningParameters parameters, StaffId person) {
        return parameters.withSupervisor(person);
    }
}
