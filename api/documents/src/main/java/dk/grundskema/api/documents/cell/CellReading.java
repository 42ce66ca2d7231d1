package dk.grundskema.api.documents.cell;

import dk.grundskema.domain.finding.Finding;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Result of reading a cell or a field: its value, or the finding that explains why it has none.
 *
 * @param <T> type of the value
 */
public sealed interface CellReading<T> {
    /**
     * The text is a value.
     *
     * @param value   the value
     * @param <T>     type of the value
     */
    record Value<T>(T value) implements CellReading<T> {}

    /**
     * The text is not a value of the expected kind.
     *
     * @param finding an error whose text is among {@link CellTexts}; its pointer is empty, since only the caller knows the place
     * @param <T>     type of the expected value
     */
    record Unreadable<T>(Finding finding) implements CellReading<T> {}

    /** Returns the value; reports the finding and returns empty if there is none. */
    default Optional<T> valueOr(Consumer<Finding> report) {
        return switch (this) {
            case Value<T>(T value) -> Optional.of(value);
            case Unreadable<T>(Finding finding) -> {
                report.accept(finding);
                yield Optional.empty();
            }
        };
    }

    /** Returns the value; empty if there is none. */
    default Optional<T> asOptional() {
        return valueOr(finding -> {});
    }

    /** Returns this value converted; the same finding if there is none. */
    default <R> CellReading<R> map(Function<T, R> convert) {
        return switch (this) {
            case Value<T>(T value) -> new Value<>(convert.apply(value));
            case Unreadable<T>(Finding finding) -> new Unreadable<>(finding);
        };
    }

    /** Returns a value if there is one, otherwise a finding. */
    static <T> CellReading<T> of(Optional<T> value, Supplier<Finding> finding) {
        return value.<CellReading<T>>map(Value::new).orElseGet(() -> new Unreadable<>(finding.get()));
    }
}
