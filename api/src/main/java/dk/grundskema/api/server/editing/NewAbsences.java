package dk.grundskema.api.server.editing;

import dk.grundskema.api.server.identity.AccountId;
import dk.grundskema.api.server.plans.Documents;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.engine.Absence;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Enters absences that a plan can have. */
@Component
final class NewAbsences {
    private final Plans plans;
    private final Documents documents;
    private final Absences absences;

    NewAbsences(Plans plans, Documents documents, Absences absences) {
        this.plans = plans;
        this.documents = documents;
        this.absences = absences;
    }

    /**
     * Enters an absence.
     *
     * @param staff  who is away
     * @param from   first minute, on the wall clock of the plan's zone
     * @param until  the minute after the last
     * @param reason why; empty if nobody says
     * @throws Refusal 422 with all that is wrong with it
     */
    Absences.Entered enter(
            Plan plan, StaffId staff, LocalDateTime from, LocalDateTime until, String reason, AccountId author) {
        List<Finding> findings = findings(plan, staff, from, until);
        if (!findings.isEmpty()) {
            throw Refusal.unusable(findings);
        }
        return absences.add(plan, new Absence(staff, from, until), reason, author);
    }

    private List<Finding> findings(Plan plan, StaffId staff, LocalDateTime from, LocalDateTime until) {
        Problem problem =
                documents.problem(plans.revision(plan.head()).problem()).value();
        var findings = new ArrayList<Finding>();
        if (problem.staffMember(staff).isEmpty()) {
            findings.add(Finding.error("edit.no-such-staff", "/staffId", staff.value()));
        }
        if (!until.isAfter(from)) {
            findings.add(Finding.error("editing.ends-before-start", "/until", from, until));
        }
        // The last minute is before the end: who is away until the plan begins is away before it.
        boolean isOutside = !until.isAfter(problem.horizon().firstDay().atStartOfDay())
                || !from.isBefore(problem.horizon().lastDay().plusDays(1).atStartOfDay());
        if (isOutside) {
            findings.add(Finding.error(
                    "edit.outside-horizon",
                    "/from",
                    problem.horizon().firstDay(),
                    problem.horizon().lastDay()));
        }
        return findings;
    }
}
