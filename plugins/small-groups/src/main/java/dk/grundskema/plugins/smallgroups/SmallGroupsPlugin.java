package dk.grundskema.plugins.smallgroups;

import dk.grundskema.solver.spi.InterventionType;
import dk.grundskema.solver.spi.toolkit.ComposedPlugin;
import dk.grundskema.solver.spi.toolkit.DecorationBuilder;
import dk.grundskema.solver.spi.toolkit.RecordInputLists;

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
                .requirements(SmallGroupsRequirements::of)
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
}
