package dk.grundskema.plugins.workshopband;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.solver.spi.InterventionType;
import dk.grundskema.solver.spi.toolkit.ComposedPlugin;
import dk.grundskema.solver.spi.toolkit.DecorationBuilder;
import dk.grundskema.solver.spi.toolkit.RecordInputLists;

/** Plans a workshop band: workshops across classes, chosen with a punch card. Source: KL, A school that can do more for more, Bækkegården. */
public final class WorkshopBandPlugin extends ComposedPlugin<WorkshopBandParameters> {
    static final String ID = "workshop-band";

    private static final InterventionType TYPE = new InterventionType(
            ID, 1, InterventionType.Category.AROUND, "KL, A school that can do more for more, Bækkegården");

    /** For the service loader. */
    public WorkshopBandPlugin() {
        super(parts(TYPE, WorkshopBandParameters.class, WorkshopBandExpansion::of)
                .validator(WorkshopBandValidation::of)
                .rules(WorkshopBandRules.TYPES, WorkshopBandRules::of)
                .checker(WorkshopBandCheck::of)
                .interruptedAssessor(WorkshopBandFidelity::of)
                .decoration(DecorationBuilder.empty()
                        .kind(WorkshopBandExpansion.KIND, "teaching", 0x7B3AA3)
                        .build())
                .lists(
                        RecordInputLists.of("workshops", Workshop.class),
                        RecordInputLists.of("wishes", WorkshopWish.class)));
    }

    @Override
    public WorkshopBandParameters withOneMorePerson(WorkshopBandParameters parameters, StaffId person) {
        return parameters.withLeader(person);
    }
}
