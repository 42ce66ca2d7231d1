package dk.grundskema.api.documents.cell;

import dk.grundskema.domain.time.DateSpan;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Resolves dates that are written without a year.
 *
 * @param spans date spans in the order in which they are tried; empty means that a date needs its year
 */
public record YearlessDateResolver(List<DateSpan> spans) {
    /** Copies the list. */
    public YearlessDateResolver {
        spans = List.copyOf(spans);
    }

    /** Returns a resolver that resolves nothing. */
    public static YearlessDateResolver unknown() {
        return new YearlessDateResolver(List.of());
    }

    /** Returns a resolver for the planned days, else for the school year of the first day, August to July. */
    public static YearlessDateResolver of(LocalDate first, LocalDate last) {
        LocalDate august = LocalDate.of(first.getYear(), Month.AUGUST, 1);
        LocalDate start = first.isBefore(august) ? august.minusYears(1) : august;
        return new YearlessDateResolver(List.of(
                new DateSpan(first, last),
                new DateSpan(start, start.plusYears(1).minusDays(1))));
    }

    /** Returns a resolver for the year that ends on a day, inclusive. */
    public static YearlessDateResolver yearEndingOn(LocalDate last) {
        return new YearlessDateResolver(List.of(new DateSpan(last.minusYears(1).plusDays(1), last)));
    }

    /** Returns the date of a day of a month: from the first span that has exactly one; empty if none has. */
    public Optional<LocalDate> resolve(MonthDay day) {
        return spans.stream()
                .map(span -> datesWithin(day, span))
                .filter(dates -> dates.size() == 1)
                .map(List::getFirst)
                .findFirst();
    }

    private static List<LocalDate> datesWithin(MonthDay day, DateSpan span) {
        return IntStream.rangeClosed(span.from().getYear(), span.until().getYear())
                .filter(day::isValidYear)
                .mapToObj(day::atYear)
                .filter(span::contains)
                .toList();
    }
}
