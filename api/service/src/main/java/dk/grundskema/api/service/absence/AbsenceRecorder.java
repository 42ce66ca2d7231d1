package dk.grundskema.api.service.absence;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.change.Absence;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Validates and records absences. */
@Component
final class AbsenceRecorder {
    private final PlanStore plans;
    private final DocumentStore documents;
    private final AbsenceRepository absences;

    AbsenceRecorder(PlanStore plans, DocumentStore documents, AbsenceRepository absences) {
        this.plans = plans;
        this.documents = documents;
        this.absences = absences;
    }

    /**
     * Records an absence.
     *
     * @param staff  id of the staff member
     * @param from   first minute, in local time of the plan's zone
     * @param until  minute after the last
     * @param reason reason; empty if none
     * @throws RefusalException 422 with all errors
     */
    AbsenceRepository.AbsenceEntry record(
            Plan plan, StaffId staff, LocalDateTime from, LocalDateTime until, String reason, AccountId author) {
        List<Finding> findings = findings(plan, staff, from, until);
        if (!findings.isEmpty()) {
            throw RefusalException.unusable(findings);
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
        // {@code until} is exclusive: an absence until the plan's first minute is outside.
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
