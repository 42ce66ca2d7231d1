package dk.grundskema.plugins.camp;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Horizon;
import dk.grundskema.domain.time.IsoWeek;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Whether a camp's days lie in the weeks that are planned. */
final class DateChecks {
    private final CampFrame frame;
    private final Horizon horizon;
    private final List<Finding> findings = new ArrayList<>();

    DateChecks(CampFrame frame, Problem problem) {
        this.frame = frame;
        this.horizon = problem.horizon();
    }

    List<Finding> findings() {
        LocalDate first = frame.firstDay();
        LocalDate last = frame.weeks().getLast().date(DayOfWeek.SUNDAY);
        if (!horizon.contains(first)) {
            outside("firstDay", first, last);
        } else if (!horizon.contains(last)) {
            outside("weeks", first, last);
        }
        if (first.getDayOfWeek() != DayOfWeek.MONDAY) {
            LocalDate monday = IsoWeek.of(first).date(DayOfWeek.MONDAY);
            findings.add(Finding.info("camp.dates.not-monday", "/parameters/firstDay", first, monday));
        }
        if (frame.days().isEmpty()) {
            findings.add(Finding.error("camp.dates.no-day", "/parameters/dayKinds", first, last));
        }
        pastHorizon();
        return findings;
    }

    private void outside(String component, LocalDate first, LocalDate last) {
        findings.add(Finding.error(
                "camp.dates.outside-horizon",
                "/parameters/" + component,
                first,
                last,
                horizon.firstDay(),
                horizon.lastDay()));
    }

    /** Rest after the last planned day can't be looked at. */
    private void pastHorizon() {
        for (CampFrame.Day day : frame.days()) {
            for (Block block : day.kind().blocks()) {
                if (block.endsNextDay() && day.date().equals(horizon.lastDay())) {
                    findings.add(Finding.warning(
                            "camp.dates.past-horizon",
                            "/parameters/weeks",
                            frame.texts().block(block, day.kind()),
                            day.date()));
                }
            }
        }
    }
}
