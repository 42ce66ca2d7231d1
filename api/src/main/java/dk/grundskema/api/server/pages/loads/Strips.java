package dk.grundskema.api.server.pages.loads;

import dk.grundskema.api.server.views.SeenLoads.Loads;
import dk.grundskema.api.web.app.loads.Strip;
import dk.grundskema.api.web.app.loads.Strip.Axis;
import dk.grundskema.api.web.app.loads.Strip.Day;
import dk.grundskema.api.web.app.loads.Strip.Span;
import dk.grundskema.api.web.app.loads.Strip.Week;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.check.Rests;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lays work and rests out from left to right, in true time: of a plan of many weeks some at a time. */
final class Strips {
    /** So many weeks can be told apart on a phone. */
    private static final int MOST_WEEKS = 5;

    private final ZoneId zone;
    private final List<IsoWeek> weeks;
    private final List<IsoWeek> shown;
    private final List<LocalDate> days;
    private final Interval whole;

    /** @param from the first week to be shown; the first of all if it is none of them */
    Strips(Loads loads, String from) {
        this.zone = loads.zone();
        this.weeks = List.copyOf(loads.weeks());
        this.shown = from(from);
        this.days = shown.isEmpty()
                ? List.of()
                : shown.getFirst()
                        .date(DayOfWeek.MONDAY)
                        .datesUntil(shown.getLast().date(DayOfWeek.MONDAY).plusWeeks(1))
                        .toList();
        this.whole = days.isEmpty()
                ? new Interval(0, 1)
                : new Interval(begin(days.getFirst()), begin(days.getLast().plusDays(1)));
    }

    private List<IsoWeek> from(String asked) {
        int first = Math.max(0, weeks.stream().map(IsoWeek::toString).toList().indexOf(asked));
        return weeks.stream()
                .skip(first)
                .filter(week -> weeks.get(first).until(week) < MOST_WEEKS)
                .toList();
    }

    private long begin(LocalDate day) {
        return Interval.minute(day.atStartOfDay(), zone);
    }

    Axis axis() {
        return shown.isEmpty()
                ? Axis.NONE
                : new Axis(
                        days.stream().map(this::day).toList(),
                        days.stream()
                                .filter(day -> day.getDayOfWeek() == DayOfWeek.MONDAY)
                                .map(day -> new Week(IsoWeek.of(day), at(begin(day))))
                                .toList(),
                        previous(),
                        next());
    }

    private @Nullable IsoWeek previous() {
        return weeks.stream()
                .filter(week -> week.compareTo(shown.getFirst()) < 0 && week.until(shown.getFirst()) <= MOST_WEEKS)
                .findFirst()
                .orElse(weeks.indexOf(shown.getFirst()) == 0 ? null : weeks.get(weeks.indexOf(shown.getFirst()) - 1));
    }

    private @Nullable IsoWeek next() {
        return weeks.stream()
                .filter(week -> week.compareTo(shown.getLast()) > 0)
                .findFirst()
                .orElse(null);
    }

    private Day day(LocalDate date) {
        long begins = begin(date);
        long ends = begin(date.plusDays(1));
        boolean isWeekend = date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        return new Day(date, isWeekend, span(new Interval(begins, ends)), at((begins + ends) / 2));
    }

    private String at(long minute) {
        return Span.of(minute - whole.start(), minute - whole.start(), whole.minutes())
                .at();
    }

    private Span span(Interval some) {
        return Span.of(
                Math.max(some.start(), whole.start()) - whole.start(),
                Math.min(some.end(), whole.end()) - whole.start(),
                whole.minutes());
    }

    private List<Span> spans(Collection<Interval> some) {
        return some.stream().filter(whole::overlaps).map(this::span).toList();
    }

    /** The strip of somebody. */
    Strip of(Rests rests) {
        return new Strip(
                spans(rests.work()),
                spans(rests.free()),
                spans(rests.tooLong().stream().map(Rests.TooLong::run).toList()),
                Optional.ofNullable(rests.shortest())
                        .filter(whole::overlaps)
                        .map(this::span)
                        .orElse(null),
                rests.work().stream()
                        .map(one -> Interval.moment(one.start(), zone).toLocalDate())
                        .distinct()
                        .count());
    }
}
