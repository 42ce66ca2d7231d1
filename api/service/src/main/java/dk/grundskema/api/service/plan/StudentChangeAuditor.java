package dk.grundskema.api.service.plan;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.access.AuditLog;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Records in the audit log which students a change of a problem concerns. */
@Component
public final class StudentChangeAuditor {
    /** Most students recorded individually in one change; more are recorded as one entry for the plan. */
    private static final int MAX_SINGLE_ENTRIES = 100;

    private final AuditLog audit;

    StudentChangeAuditor(AuditLog audit) {
        this.audit = audit;
    }

    /** Records that a plan with students was created. */
    void auditPlanCreated(AccountId author, OrganisationId organisation, PlanId plan, Problem problem) {
        if (!problem.students().isEmpty()) {
            audit.recordChange(author, organisation, plan, "audit.plan-made");
        }
    }

    /** Records the students whose data differs between two problems. */
    void auditProblemChange(AccountId author, Plan plan, Problem before, Problem after) {
        auditStudents(author, plan.organisation(), plan.id(), "audit.problem-changed", changedStudents(before, after));
    }

    /** Records the students whose attendance was entered or removed. */
    public void auditAttendance(AccountId author, Plan plan, Set<StudentId> who) {
        auditStudents(author, plan.organisation(), plan.id(), "audit.attendance-entered", who);
    }

    private void auditStudents(
            AccountId author, OrganisationId organisation, PlanId plan, String action, Set<StudentId> who) {
        if (who.size() > MAX_SINGLE_ENTRIES) {
            audit.recordChange(author, organisation, plan, action);
        } else {
            audit.recordChange(author, organisation, plan, action, new TreeSet<>(who));
        }
    }

    private static Set<StudentId> changedStudents(Problem before, Problem after) {
        Map<StudentId, Student> old =
                before.students().stream().collect(Collectors.toMap(Student::id, StudentChangeAuditor::withoutNumber));
        var different = new TreeSet<StudentId>();
        var gone = new HashSet<>(old.keySet());
        for (Student student : after.students()) {
            gone.remove(student.id());
            if (!withoutNumber(student).equals(old.get(student.id()))) {
                different.add(student.id());
            }
        }
        different.addAll(gone);
        return different;
    }

    /** Ignores the number, because it is no information about the student. */
    private static Student withoutNumber(Student student) {
        return student.withNumber(null);
    }
}
