package dk.grundskema.api.cli.change;

import dk.grundskema.api.cli.command.CommandInput;
import dk.grundskema.api.planning.change.StatedChange;
import dk.grundskema.api.planning.change.StatedChange.StaffAway;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Horizon;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.change.Absence;
import dk.grundskema.solver.change.AbsenceChange;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Staff who are absent by the option {@code --absent}.
 *
 * @param changes a change for each
 */
record StaffAbsences(List<StaffAway> changes) {
    /** Name of the option. */
    static final String OPTION = "--absent";

    private static final String BETWEEN = "..";

    /** Copies the list. */
    StaffAbsences {
        changes = List.copyOf(changes);
    }

    /**
     * Parses the values of the option: who, and a day or {@code FROM..UNTIL}, for each person.
     *
     * @param problem problem with the staff
     * @param intake  receives all errors
     */
    static StaffAbsences parse(List<String> values, Problem problem, CommandInput intake) {
        var parser = new ChangeParser(problem);
        var findings = new ArrayList<Finding>();
        var changes = new ArrayList<StaffAway>();
        for (int i = 0; i + 1 < values.size(); i += 2) {
            String period = values.get(i + 1);
            int middle = period.indexOf(BETWEEN);
            String from = middle < 0 ? period : period.substring(0, middle);
            String until = middle < 0 ? period : period.substring(middle + BETWEEN.length());
            Optional<StaffAway> away = parser.parseAway(values.get(i), from, until);
            boolean isReversed = away.map(
                            one -> one.until() != null && !one.until().isAfter(one.from()))
                    .orElse(false);
            if (isReversed) {
                findings.add(Finding.error("replan.ends-before-start", "", period));
            } else {
                away.ifPresent(changes::add);
            }
        }
        findings.addAll(0, parser.findings());
        intake.addFindings(OPTION, findings);
        return new StaffAbsences(changes);
    }

    /** Returns the start of the first day of absence, within the plan; empty if nobody is absent. */
    Optional<LocalDateTime> firstMoment(Horizon horizon) {
        return changes.stream()
                .map(one -> one.from().toLocalDate())
                .min(Comparator.naturalOrder())
                .map(first -> first.isAfter(horizon.lastDay()) ? horizon.lastDay() : first)
                .map(first -> first.isBefore(horizon.firstDay()) ? horizon.firstDay() : first)
                .map(LocalDate::atStartOfDay);
    }

    /** Returns a problem without the locks that keep those who are absent in meetings of a single date. */
    Problem releaseLocks(Problem problem, Timetable timetable, LocalDateTime now) {
        return new AbsenceChange(timetable, remaining(changes, problem, now), now).releaseLocks(problem);
    }

    /** Returns from a moment on who is away by some changes; for good means to the end of the plan. */
    static List<Absence> remaining(List<? extends StatedChange> changes, Problem problem, LocalDateTime now) {
        LocalDateTime end = problem.horizon().lastDay().plusDays(1).atStartOfDay();
        var absences = new ArrayList<Absence>();
        for (StatedChange change : changes) {
            if (change instanceof StaffAway away) {
                LocalDateTime from = away.from().isBefore(now) ? now : away.from();
                LocalDateTime until = Objects.requireNonNullElse(away.until(), end);
                if (until.isAfter(from)) {
                    absences.add(new Absence(away.staffId(), from, until));
                }
            }
        }
        return absences;
    }
}
