package dk.grundskema.solver.check;

import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.StaffId;
import java.util.List;
import java.util.Optional;

/** What the checker finds in a timetable. The indexes of the timetable are built once for all questions. */
public final class ExaminedTimetable {
    private final CheckedPlan plan;
    private final List<RuleViolation> violations;

    ExaminedTimetable(CheckedPlan plan, List<RuleViolation> violations) {
        this.plan = plan;
        this.violations = List.copyOf(violations);
    }

    /** Returns the violations of {@link TimetableChecker#checkRules}. */
    public List<RuleViolation> violations() {
        return violations;
    }

    /** Returns the work and rest of a staff member; empty if the problem has none with that id. */
    public Optional<StaffRestReport> rests(StaffId person) {
        return plan.problem().staffMember(person).map(one -> StaffRestReport.of(plan, one));
    }
}
