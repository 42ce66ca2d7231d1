package dk.grundskema.solver.check;

/** Checks that no student is in two places at once. */
final class StudentClashCheck implements CoreCheck {
    @Override
    public void check(CheckedPlan plan, CoreViolations faults) {
        plan.problem()
                .students()
                .forEach(student -> ClashCheck.checkOwner(
                        "core.student-in-two-places",
                        student.id(),
                        plan.timelines().of(student.id()),
                        true,
                        faults));
    }
}
