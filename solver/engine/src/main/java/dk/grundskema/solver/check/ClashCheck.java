package dk.grundskema.solver.check;

import java.util.List;

/** Nobody and no room is in two places at once. */
final class ClashCheck implements CoreCheck {
    @Override
    public void check(CheckedPlan plan, Faults faults) {
        var timelines = plan.timelines();
        plan.problem()
                .staff()
                .forEach(person ->
                        pairs("core.person-in-two-places", person.id(), timelines.of(person.id()), false, faults));
        plan.problem()
                .rooms()
                .forEach(room -> pairs("core.room-in-two-places", room.id(), timelines.of(room.id()), false, faults));
        plan.problem()
                .students()
                .forEach(student ->
                        pairs("core.student-in-two-places", student.id(), timelines.of(student.id()), true, faults));
    }

    private static void pairs(String rule, Object owner, List<Duty> duties, boolean isStudent, Faults faults) {
        for (int i = 0; i < duties.size(); i++) {
            Duty earlier = duties.get(i);
            for (Duty later : duties.subList(i + 1, duties.size())) {
                if (later.start() >= earlier.end()) {
                    break;
                }
                faults.hard(rule, earlier.forbiddenOverlap(later, isStudent), owner, later.date());
            }
        }
    }
}
