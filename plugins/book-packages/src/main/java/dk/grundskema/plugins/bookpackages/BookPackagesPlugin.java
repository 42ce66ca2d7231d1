package dk.grundskema.plugins.bookpackages;

import dk.grundskema.solver.spi.InputList;
import dk.grundskema.solver.spi.InputList.Column;
import dk.grundskema.solver.spi.InputList.Kind;
import dk.grundskema.solver.spi.InterventionType;
import dk.grundskema.solver.spi.toolkit.ComposedPlugin;
import dk.grundskema.solver.spi.toolkit.Marks;
import java.util.List;

/** Book packages for students at home, beside other support. Source: guide to school-supporting interventions, part E. */
public final class BookPackagesPlugin extends ComposedPlugin<BookPackagesParameters> {
    private static final InterventionType TYPE = new InterventionType(
            "book-packages",
            1,
            InterventionType.Category.SUPPLEMENTARY,
            "Guide to school-supporting interventions, part E");
    private static final InputList STUDENTS = new InputList(
            "students",
            List.of(
                    Column.optional("studentId", Kind.STUDENT),
                    Column.optional("groupId", Kind.GROUP),
                    Column.optional("language", Kind.TEXT)),
            List.of(List.of("", "4B", ""), List.of("4b01", "", "arabisk")));
    private static final InputList PACKAGES = new InputList(
            "packages",
            List.of(
                    Column.optional("theme", Kind.TEXT),
                    Column.optional("roleModel", Kind.TEXT),
                    Column.optional("date", Kind.DATE),
                    Column.optional("stock", Kind.WHOLE)),
            List.of(
                    List.of("Dyr", "Amina, dyrlæge", "2026-09-17", "30"),
                    List.of("Rummet", "Jonas, ingeniør", "", "30")));

    /** For the service loader. */
    public BookPackagesPlugin() {
        super(parts(TYPE, BookPackagesParameters.class, BookPackagesExpansion::of)
                .validated(BookPackagesValidation::of)
                .ruled(BookPackagesRules.TYPES, BookPackagesRules::of)
                .prechecked(BookPackagesPrecheck::of)
                .checked(BookPackagesCheck::of)
                .assessed(BookPackagesFidelity::of)
                .decorated(Marks.none()
                        .kind(BookPackagesExpansion.PACKAGE, "books", 0x8A3B00)
                        .kind(BookPackagesExpansion.PARENTS, "books", 0x6B5B00)
                        .kind(BookPackagesExpansion.GUIDANCE, "books", 0x5A4A8A)
                        .decoration())
                .listed(STUDENTS, PACKAGES));
    }
}
