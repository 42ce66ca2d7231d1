package dk.grundskema.plugins.bookpackages;

import dk.grundskema.solver.spi.InputList;
import dk.grundskema.solver.spi.InterventionType;
import dk.grundskema.solver.spi.toolkit.ComposedPlugin;
import dk.grundskema.solver.spi.toolkit.FreeTime;
import dk.grundskema.solver.spi.toolkit.Marks;
import dk.grundskema.solver.spi.toolkit.Receiver;
import dk.grundskema.solver.spi.toolkit.RecordLists;

/** Book packages for students at home, beside other support. Source: guide to school-supporting interventions, part E. */
public final class BookPackagesPlugin extends ComposedPlugin<BookPackagesParameters> {
    private static final InterventionType TYPE = new InterventionType(
            "book-packages",
            1,
            InterventionType.Category.SUPPLEMENTARY,
            "Guide to school-supporting interventions, part E");
    private static final InputList STUDENTS = RecordLists.of("students", Receiver.class);
    private static final InputList PACKAGES = RecordLists.of("packages", BookPackage.class);

    /** For the service loader. */
    public BookPackagesPlugin() {
        super(parts(TYPE, BookPackagesParameters.class, BookPackagesExpansion::of)
                .validated(BookPackagesValidation::of)
                .ruled(BookPackagesRules.TYPES, BookPackagesRules::of)
                .prechecked((one, problem, demand) ->
                        FreeTime.noCommonTime("book-packages", one.parameters().usable(), "usable", problem, demand))
                .checked(BookPackagesCheck::of)
                .assessed(BookPackagesFidelity::of)
                .decorated(Marks.none()
                        .kind(BookPackagesExpansion.PACKAGE, "books", 0x8A3B00)
                        .decoration())
                .listed(STUDENTS, PACKAGES));
    }
}
