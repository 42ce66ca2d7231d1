package dk.grundskema.api.imports.source;

import dk.grundskema.domain.time.DateSpan;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Days among which a date is that is written without its year.
 *
 * @param spans days in a row, in the order in which they are asked; empty means that a date needs its year
 */
public record Years(List<DateSpan> spans) {
    /** Copies the list. */
    public Years {
        spans = List.copyOf(spans);
    }

    /** A date needs its year. */
    public static Years unknown() {
        return new Years(List.of());
    }

    /** Days that are planned; a date that isn't one of them is one of the school year, August to July, of the first. */
    public static Years of(LocalDate first, LocalDate last) {
        LocalDate august = LocalDate.of(first.getYear(), Month.AUGUST, 1);
        LocalDate start = first.isBefore(august) ? august.minusYears(1) : august;
        return new Years(List.of(
                new DateSpan(first, last),
                new DateSpan(start, start.plusYears(1).minusDays(1))));
    }

    /** The year before a day, with it. */
    public static Years until(LocalDate last) {
        return new Years(List.of(new DateSpan(last.minusYears(1).plusDays(1), last)));
    }

    /** The date that a day of a month is: that of the first span with exactly one such; empty if none has. */
    public Optional<LocalDate> date(MonthDay day) {
        return spans.stream()
                .map(span -> among(day, span))
                .filter(dates -> dates.size() == 1)
                .map(List::getFirst)
                .findFirst();
    }

    private static List<LocalDate> among(MonthDay day, DateSpan span) {
        return IntStream.rangeClosed(span.from().getYear(), span.until().getYear())
                .filter(day::isValidYear)
                .mapToObj(day::atYear)
                .filter(span::contains)
                .toList();
    }
}
