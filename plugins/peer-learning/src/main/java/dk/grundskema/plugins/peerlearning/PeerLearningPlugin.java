package dk.grundskema.plugins.peerlearning;

import dk.grundskema.solver.spi.InterventionType;
import dk.grundskema.solver.spi.toolkit.ComposedPlugin;
import dk.grundskema.solver.spi.toolkit.DecorationBuilder;
import dk.grundskema.solver.spi.toolkit.RecordInputLists;

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
                .requirements(PeerLearningRequirements::of)
                .assessor(PeerLearningFidelity::of)
                .decoration(DecorationBuilder.empty()
                        .kind(PeerLearningExpansion.KIND, "teaching", 0x0B6E4F)
                        .build())
                .lists(
                        RecordInputLists.of("sets", PeerSet.class),
                        RecordInputLists.of("pairs", KeptPair.class),
                        RecordInputLists.of("levels", StudentLevel.class)));
    }
}
