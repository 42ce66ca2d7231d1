package org.example.reading;

import dk.grundskema.solver.spi.InterventionType;
import dk.grundskema.solver.spi.InterventionType.Category;
import dk.grundskema.solver.spi.toolkit.ComposedPlugin;
import dk.grundskema.solver.spi.toolkit.DecorationBuilder;
import java.util.List;

/** Reading hours: what Grundskema finds in the jar. */
public final class ReadingPlugin extends ComposedPlugin<ReadingParameters> {
    static final String ID = "reading-hour";

    public ReadingPlugin() {
        super(parts(
                        new InterventionType(ID, 1, Category.AROUND, "an example"),
                        ReadingParameters.class,
                        ReadingExpansion::of)
                .rules(List.of(ReadingRules.TWICE_A_DAY), ReadingRules::of)
                .checker(ReadingCheck::of)
                .decoration(DecorationBuilder.empty()
                        .kind(ReadingExpansion.HOUR, "reading", 0x1B7340)
                        .build()));
    }
}
