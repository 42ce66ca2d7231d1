package dk.grundskema.plugins.smallgroups;

import dk.grundskema.solver.spi.InterventionType;
import dk.grundskema.solver.spi.toolkit.Candidate;
import dk.grundskema.solver.spi.toolkit.ComposedPlugin;
import dk.grundskema.solver.spi.toolkit.Marks;
import dk.grundskema.solver.spi.toolkit.RecordLists;
import dk.grundskema.solver.spi.toolkit.Tutor;

/** Small groups with a tutor beside ordinary lessons. Source: guide to school-supporting interventions, part C. */
public final class SmallGroupsPlugin extends ComposedPlugin<SmallGroupsParameters> {
    private static final InterventionType TYPE = new InterventionType(
            "small-groups",
            1,
            InterventionType.Category.SMALL_GROUP,
            "Guide to school-supporting interventions, part C");

    /** For the service loader. */
    public SmallGroupsPlugin() {
        super(parts(TYPE, SmallGroupsParameters.class, SmallGroupsExpansion::of)
                .validated(SmallGroupsValidation::of)
                .ruled(SmallGroupsRules.types(), SmallGroupsRules::of)
                .prechecked(SmallGroupsPrecheck::of)
                .checked(SmallGroupsCheck::of)
                .assessed(SmallGroupsFidelity::of)
                .listed(RecordLists.of("candidates", Candidate.class), RecordLists.of("tutors", Tutor.class))
                .decorated(Marks.none()
                        .kind("small-group", "teaching", 0x0B6E4F)
                        .kind("talk", "meeting", 0x7A4B00)
                        .kind("training", "meeting", 0x4F5660)
                        .kind("supervision", "meeting", 0x7B3AA3)
                        .kind("cover", "teaching", 0x8A3324)
                        .decoration()));
    }
}
