package dk.grundskema.api.cli.replan;

import dk.grundskema.api.cli.command.MomentParser;
import dk.grundskema.api.cli.command.StaffResolver;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.change.Absence;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parses absences as typed, and collects the errors in them. */
final class AbsenceParser {
    private static final String BETWEEN = "..";

    private final List<Finding> findings = new ArrayList<>();

    /** A period; the end is exclusive. */
    private record AbsencePeriod(LocalDateTime from, LocalDateTime until) {}

    /** Returns all errors found so far. */
    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /**
     * Parses an absence; empty if it is invalid.
     *
     * @param problem problem with the staff; {@code null} if it could not be read
     * @param staff   an id, a name, or an unambiguous first name
     * @param when    a day, or {@code FROM..TO} with days (the last inclusive) or times
     */
    Optional<Absence> parseAbsence(@Nullable Problem problem, String staff, String when) {
        AbsencePeriod stretch = parsePeriod(when);
        StaffId who = problem == null
                ? null
                : StaffResolver.resolve(problem, staff, findings::add).orElse(null);
        return stretch == null || who == null
                ? Optional.empty()
                : Optional.of(new Absence(who, stretch.from(), stretch.until()));
    }

    private @Nullable AbsencePeriod parsePeriod(String given) {
        int middle = given.indexOf(BETWEEN);
        String first = middle < 0 ? given : given.substring(0, middle);
        String last = middle < 0 ? given : given.substring(middle + BETWEEN.length());
        LocalDateTime from = MomentParser.parse(first, false);
        LocalDateTime until = MomentParser.parse(last, true);
        if (from == null || until == null) {
            findings.add(Finding.error("replan.malformed-absence", "", given));
            return null;
        }
        if (!until.isAfter(from)) {
            findings.add(Finding.error("replan.ends-before-start", "", given));
            return null;
        }
        return new AbsencePeriod(from, until);
    }

    /** Parses the current time, before which the plan is fixed; {@code null} if it is invalid. */
    @Nullable
    LocalDateTime parseNow(String given) {
        LocalDateTime now = MomentParser.parse(given, false);
        if (now == null) {
            findings.add(Finding.error("replan.malformed-now", "", given));
        }
        return now;
    }
}
