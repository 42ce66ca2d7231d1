package dk.grundskema.solver.check;

/** Checks that no room is used for two things at once. */
final class RoomClashCheck implements CoreCheck {
    @Override
    public void check(CheckedPlan plan, CoreViolations faults) {
        plan.problem()
                .rooms()
                .forEach(room -> ClashCheck.checkOwner(
                        "core.room-in-two-places", room.id(), plan.timelines().of(room.id()), false, faults));
    }
}
