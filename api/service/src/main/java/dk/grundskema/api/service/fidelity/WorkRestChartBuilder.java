package dk.grundskema.api.service.fidelity;

import dk.grundskema.api.service.fidelity.StaffLoadCalculator.StaffLoads;
import dk.grundskema.api.service.fidelity.WorkRestChart.Axis;
import dk.grundskema.api.service.fidelity.WorkRestChart.Day;
import dk.grundskema.api.service.fidelity.WorkRestChart.Span;
import dk.grundskema.api.service.fidelity.WorkRestChart.Week;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.check.StaffRestReport;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lays out work and rests on a time axis in elapsed time; long plans are shown in sections of some weeks. */
final class WorkRestChartBuilder {
    /** Maximum number of weeks that are readable on a phone. */
    private static final int MOST_WEEKS = 5;

    private final ZoneId zone;
    private final List<IsoWeek> weeks;
    private final List<IsoWeek> visibleWeeks;
    private final List<LocalDate> days;
    private final Interval axisInterval;

    /** @param from first week of the section; the first of all if it is not in the plan */
    WorkRestChartBuilder(StaffLoads loads, String from) {
        this.zone = loads.zone();
        this.weeks = List.copyOf(loads.weeks());
        this.visibleWeeks = visibleWeeks(from);
        this.days = visibleWeeks.isEmpty()
                ? List.of()
                : visibleWeeks
                        .getFirst()
                        .date(DayOfWeek.MONDAY)
                        .datesUntil(
                                visibleWeeks.getLast().date(DayOfWeek.MONDAY).plusWeeks(1))
                        .toList();
        this.axisInterval = days.isEmpty()
                ? new Interval(0, 1)
                : new Interval(
                        startMinute(days.getFirst()), startMinute(days.getLast().plusDays(1)));
    }

    private List<IsoWeek> visibleWeeks(String asked) {
        int first = Math.max(0, weeks.stream().map(IsoWeek::toString).toList().indexOf(asked));
        return weeks.stream()
                .skip(first)
                .filter(week -> weeks.get(first).until(week) < MOST_WEEKS)
                .toList();
    }

    private long startMinute(LocalDate day) {
        return Interval.toEpochMinute(day.atStartOfDay(), zone);
    }

    Axis axis() {
        return visibleWeeks.isEmpty()
                ? Axis.NONE
                : new Axis(
                        days.stream().map(this::day).toList(),
                        days.stream()
                                .filter(day -> day.getDayOfWeek() == DayOfWeek.MONDAY)
                                .map(day -> new Week(IsoWeek.of(day), position(startMinute(day))))
                                .toList(),
                        previous(),
                        next());
    }

    private @Nullable IsoWeek previous() {
        return weeks.stream()
                .filter(week -> week.compareTo(visibleWeeks.getFirst()) < 0
                        && week.until(visibleWeeks.getFirst()) <= MOST_WEEKS)
                .findFirst()
                .orElse(
                        weeks.indexOf(visibleWeeks.getFirst()) == 0
                                ? null
                                : weeks.get(weeks.indexOf(visibleWeeks.getFirst()) - 1));
    }

    private @Nullable IsoWeek next() {
        return weeks.stream()
                .filter(week -> week.compareTo(visibleWeeks.getLast()) > 0)
                .findFirst()
                .orElse(null);
    }

    private Day day(LocalDate date) {
        long begins = startMinute(date);
        long ends = startMinute(date.plusDays(1));
        boolean isWeekend = date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        return new Day(date, isWeekend, span(new Interval(begins, ends)), position((begins + ends) / 2));
    }

    private String position(long minute) {
        return Span.of(minute - axisInterval.start(), minute - axisInterval.start(), axisInterval.minutes())
                .at();
    }

    private Span span(Interval some) {
        return Span.of(
                Math.max(some.start(), axisInterval.start()) - axisInterval.start(),
                Math.min(some.end(), axisInterval.end()) - axisInterval.start(),
                axisInterval.minutes());
    }

    private List<Span> spans(Collection<Interval> some) {
        return some.stream().filter(axisInterval::overlaps).map(this::span).toList();
    }

    /** Returns the strip of a staff member. */
    WorkRestChart build(StaffRestReport rests) {
        return new WorkRestChart(
                spans(rests.work()),
                spans(rests.free()),
                spans(rests.tooLong().stream()
                        .map(StaffRestReport.MissingRest::run)
                        .toList()),
                Optional.ofNullable(rests.shortest())
                        .filter(axisInterval::overlaps)
                        .map(this::span)
                        .orElse(null),
                rests.work().stream()
                        .map(one -> Interval.toLocalDateTime(one.start(), zone).toLocalDate())
                        .distinct()
                        .count());
    }
}
