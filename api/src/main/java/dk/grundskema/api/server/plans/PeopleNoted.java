package dk.grundskema.api.server.plans;

import dk.grundskema.api.server.identity.AccountId;
import dk.grundskema.api.server.identity.Audit;
import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Notes about which students a change of a problem says something else. */
@Component
final class PeopleNoted {
    /** Where more students than these are changed at once, it is noted of the whole plan. */
    private static final int SINGLY = 100;

    private final Audit audit;

    PeopleNoted(Audit audit) {
        this.audit = audit;
    }

    /** Notes that a plan was made with students in it. */
    void made(AccountId author, OrganisationId organisation, PlanId plan, Problem problem) {
        if (!problem.students().isEmpty()) {
            audit.changed(author, organisation, plan, "audit.plan-made");
        }
    }

    /** Notes about whom a problem says something else than the one before. */
    void changed(AccountId author, Plan plan, Problem before, Problem after) {
        noted(author, plan.organisation(), plan.id(), "audit.problem-changed", different(before, after));
    }

    /** Notes about whom it was entered, or taken back, whether they were there. */
    void attendance(AccountId author, Plan plan, Set<StudentId> who) {
        noted(author, plan.organisation(), plan.id(), "audit.attendance-entered", who);
    }

    private void noted(AccountId author, OrganisationId organisation, PlanId plan, String action, Set<StudentId> who) {
        if (who.size() > SINGLY) {
            audit.changed(author, organisation, plan, action);
        } else {
            audit.changed(author, organisation, plan, action, new TreeSet<>(who));
        }
    }

    private static Set<StudentId> different(Problem before, Problem after) {
        Map<StudentId, Student> old =
                before.students().stream().collect(Collectors.toMap(Student::id, PeopleNoted::unnumbered));
        var different = new TreeSet<StudentId>();
        var gone = new HashSet<>(old.keySet());
        for (Student student : after.students()) {
            gone.remove(student.id());
            if (!unnumbered(student).equals(old.get(student.id()))) {
                different.add(student.id());
            }
        }
        different.addAll(gone);
        return different;
    }

    /** A number stands for the student; whether it is written down says nothing of the student. */
    private static Student unnumbered(Student student) {
        return student.numbered(null);
    }
}
