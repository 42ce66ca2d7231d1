package dk.grundskema.plugins.camp;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Horizon;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** Checks that a camp's days lie in the planned weeks. */
final class DateValidator {
    private final CampContext context;
    private final Horizon horizon;
    private final List<Finding> findings = new ArrayList<>();

    DateValidator(CampContext context, Problem problem) {
        this.context = context;
        this.horizon = problem.horizon();
    }

    List<Finding> findings() {
        LocalDate first = context.firstDay();
        LocalDate last = context.lastDay();
        LocalDate ofWeeks = context.weeks().getLast().date(DayOfWeek.SUNDAY);
        if (last.isBefore(first)) {
            findings.add(Finding.error("camp.dates.last-before-first", "/parameters/lastDay", last, first));
        } else if (last.isAfter(ofWeeks)) {
            findings.add(Finding.error("camp.dates.last-after-weeks", "/parameters/lastDay", last, ofWeeks));
        } else if (!horizon.contains(first)) {
            addOutsideHorizon("firstDay", first, last);
        } else if (!horizon.contains(last)) {
            addOutsideHorizon(context.parameters().lastDay() == null ? "weeks" : "lastDay", first, last);
        }
        if (first.getDayOfWeek() != DayOfWeek.MONDAY) {
            LocalDate monday = IsoWeek.of(first).date(DayOfWeek.MONDAY);
            findings.add(Finding.info("camp.dates.not-monday", "/parameters/firstDay", first, monday));
        }
        if (context.days().isEmpty()) {
            findings.add(Finding.error("camp.dates.no-day", "/parameters/dayKinds", first, last));
        }
        for (CampContext.CampDay day : context.days()) {
            day.kind().blocks().forEach(block -> {
                checkPastHorizon(day, block);
                checkSkippedHour(day, block);
            });
        }
        return findings;
    }

    private void addOutsideHorizon(String component, LocalDate first, LocalDate last) {
        findings.add(Finding.error(
                "camp.dates.outside-horizon",
                "/parameters/" + component,
                first,
                last,
                horizon.firstDay(),
                horizon.lastDay()));
    }

    /** Rest after the last planned day cannot be checked. */
    private void checkPastHorizon(CampContext.CampDay day, Block block) {
        if (block.endsNextDay() && day.date().equals(horizon.lastDay())) {
            findings.add(Finding.warning(
                    "camp.dates.past-horizon",
                    "/parameters/weeks",
                    context.texts().blockTitle(block, day.kind()),
                    day.date()));
        }
    }

    /** Reports a time of day that does not exist on the date because clocks go forward. */
    private void checkSkippedHour(CampContext.CampDay day, Block block) {
        for (LocalDateTime moment : List.of(block.startOn(day.date()), block.endOn(day.date()))) {
            var shown = Interval.toLocalDateTime(Interval.toEpochMinute(moment, horizon.zone()), horizon.zone());
            if (!shown.equals(moment)) {
                findings.add(Finding.warning(
                        "camp.dates.skipped-hour",
                        "/parameters/dayKinds",
                        context.texts().blockTitle(block, day.kind()),
                        moment.toLocalDate(),
                        moment.toLocalTime(),
                        shown.toLocalTime()));
            }
        }
    }
}
