package org.example.studycafe;

import dk.grundskema.solver.spi.InterventionType;
import dk.grundskema.solver.spi.InterventionType.Category;
import dk.grundskema.solver.spi.toolkit.ComposedPlugin;
import dk.grundskema.solver.spi.toolkit.DecorationBuilder;

/** The study café: what Grundskema finds in the jar. */
public final class StudyCafePlugin extends ComposedPlugin<StudyCafeParameters> {
    static final String ID = "study-cafe";

    private static final InterventionType TYPE = new InterventionType(ID, 1, Category.AROUND, "an example");

    public StudyCafePlugin() {
        super(parts(TYPE, StudyCafeParameters.class, StudyCafeExpansion::of)
                .validator(StudyCafeValidation::of)
                .rules(StudyCafeRules.TYPES, StudyCafeRules::of)
                .prechecker(StudyCafeValidation::precheck)
                .checker(StudyCafeCheck::of)
                .assessor(StudyCafeFidelity::of)
                .decoration(DecorationBuilder.empty()
                        .kind(StudyCafeExpansion.CAFE, "help", 0x1B7340)
                        .build()));
    }
}
