package dk.grundskema.examples.comparison.courses;

import dk.grundskema.solver.spi.InterventionType;
import dk.grundskema.solver.spi.InterventionType.Category;
import dk.grundskema.solver.spi.toolkit.ComposedPlugin;
import dk.grundskema.solver.spi.toolkit.DecorationBuilder;

/** Course timetabling by curricula. */
public final class CoursePlugin extends ComposedPlugin<CourseParameters> {
    static final String ID = "courses";

    private static final InterventionType TYPE = new InterventionType(
            ID, 1, Category.AROUND, "International Timetabling Competition 2007, track 3: the shape of the problem");

    /** Creates the plugin. */
    public CoursePlugin() {
        super(parts(
                        TYPE,
                        CourseParameters.class,
                        (courses, problem, interruptions) -> CourseExpansion.of(courses, problem))
                .validator(CourseValidation::of)
                .rules(CourseRules.TYPES, CourseRules::of)
                .decoration(DecorationBuilder.empty()
                        .kind(CourseExpansion.LECTURE, "lecture", 0x3B5B92)
                        .build()));
    }
}
