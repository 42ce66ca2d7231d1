package dk.grundskema.plugins.bookpackages;

import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.RecordValidator;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One package of the row. Source: guide to school-supporting interventions, part E (each has a theme and a letter from a role model).
 *
 * @param theme     theme of the package; empty means not decided yet
 * @param roleModel role model who writes its letter; empty means not decided yet
 * @param date      date on which it is sent home, or a date in the week in which it is handed out; {@code null} means the date that the interval
 *     gives
 * @param stock     number of copies, 0 to 100,000; {@code null} means enough
 */
public record BookPackage(
        @Default("\"\"") String theme,
        @Default("\"\"") String roleModel,
        @Nullable LocalDate date,
        @Nullable Integer stock) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if the stock is out of range or a text too long */
    public BookPackage {
        new RecordValidator()
                .singleLine("theme", theme)
                .singleLine("roleModel", roleModel)
                .range("stock", stock == null ? 0 : stock, 0, 100_000)
                .throwIfInvalid();
    }

    /** Returns whether the theme or the letter is still open. */
    boolean isOpen() {
        return theme.isBlank() || roleModel.isBlank();
    }
}
