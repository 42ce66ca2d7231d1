package dk.grundskema.plugins.peerlearning;

import dk.grundskema.solver.spi.InterventionType;
import dk.grundskema.solver.spi.toolkit.ComposedPlugin;
import dk.grundskema.solver.spi.toolkit.KeptPair;
import dk.grundskema.solver.spi.toolkit.Marks;
import dk.grundskema.solver.spi.toolkit.RecordLists;
import dk.grundskema.solver.spi.toolkit.StudentLevel;

/** Peer learning: pairs of students who learn from each other. Source: guide to school-supporting interventions, part B. */
public final class PeerLearningPlugin extends ComposedPlugin<PeerLearningParameters> {
    static final String ID = "peer-learning";

    private static final InterventionType TYPE = new InterventionType(
            ID, 1, InterventionType.Category.IN_CLASS, "Guide to school-supporting interventions, part B");

    /** For the service loader. */
    public PeerLearningPlugin() {
        super(parts(TYPE, PeerLearningParameters.class, PeerExpansion::of)
                .validated(PeerValidation::of)
                .ruled(PeerRules.TYPES, PeerRules::of)
                .checked(PeerCheck::of)
                .assessed(PeerFidelity::of)
                .decorated(Marks.none()
                        .kind(PeerExpansion.KIND, "teaching", 0x0B6E4F)
                        .decoration())
                .listed(
                        RecordLists.of("sets", PeerSet.class),
                        RecordLists.of("pairs", KeptPair.class),
                        RecordLists.of("levels", StudentLevel.class)));
    }
}
