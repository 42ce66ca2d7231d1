package dk.grundskema.plugins.bookpackages;

import dk.grundskema.solver.spi.InputList;
import dk.grundskema.solver.spi.InterventionType;
import dk.grundskema.solver.spi.toolkit.ComposedPlugin;
import dk.grundskema.solver.spi.toolkit.DecorationBuilder;
import dk.grundskema.solver.spi.toolkit.FreeTime;
import dk.grundskema.solver.spi.toolkit.RecordInputLists;

/**
 * Plans book packages for students at home, as a supplement to other support. Source: guide to school-supporting interventions,
 * part E.
 */
public final class BookPackagesPlugin extends ComposedPlugin<BookPackagesParameters> {
    private static final InterventionType TYPE = new InterventionType(
            "book-packages",
            1,
            InterventionType.Category.SUPPLEMENTARY,
            "Guide to school-supporting interventions, part E");
    private static final InputList STUDENTS = RecordInputLists.of("students", Receiver.class);
    private static final InputList PACKAGES = RecordInputLists.of("packages", BookPackage.class);

    /** For the service loader. */
    public BookPackagesPlugin() {
        super(parts(TYPE, BookPackagesParameters.class, BookPackagesExpansion::of)
                .validator(BookPackagesValidation::of)
                .rules(BookPackagesRules.TYPES, BookPackagesRules::of)
                .prechecker((one, problem, demand) -> FreeTime.precheckCommonTime(
                        "book-packages", one.parameters().usable(), "usable", problem, demand))
                .checker(BookPackagesCheck::of)
                .assessor(BookPackagesFidelity::of)
                .decoration(DecorationBuilder.empty()
                        .kind(BookPackagesExpansion.PACKAGE, "books", 0x8A3B00)
                        .build())
                .lists(STUDENTS, PACKAGES));
    }
}
