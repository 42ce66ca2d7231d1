package org.example.studycafe;

import dk.grundskema.solver.spi.InterventionType;
import dk.grundskema.solver.spi.InterventionType.Category;
import dk.grundskema.solver.spi.toolkit.ComposedPlugin;
import dk.grundskema.solver.spi.toolkit.Marks;

/** The study café: what Grundskema finds in the jar. */
public final class StudyCafePlugin extends ComposedPlugin<StudyCafeParameters> {
    static final String ID = "study-cafe";

    private static final InterventionType TYPE = new InterventionType(ID, 1, Category.AROUND, "an example");

    public StudyCafePlugin() {
        super(parts(TYPE, StudyCafeParameters.class, StudyCafeExpansion::of)
                .validated(StudyCafeValidation::of)
                .ruled(StudyCafeRules.TYPES, StudyCafeRules::of)
                .prechecked(StudyCafeValidation::precheck)
                .checked(StudyCafeCheck::of)
                .assessed(StudyCafeFidelity::of)
                .decorated(Marks.none()
                        .kind(StudyCafeExpansion.CAFE, "help", 0x1B7340)
                        .decoration()));
    }
}
