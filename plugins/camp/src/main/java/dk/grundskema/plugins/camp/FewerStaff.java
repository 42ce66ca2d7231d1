package dk.grundskema.plugins.camp;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import java.util.Optional;

/** Changes a camp so that a block needs one staff member fewer. */
final class FewerStaff {
    private FewerStaff() {}

    /** Returns the camp in which the block of a session has one required seat fewer; empty if it is no block, or has one seat only. */
    static Optional<CampParameters> of(Intervention<CampParameters> camp, Problem problem, SessionId session) {
        var context = new CampContext(camp, problem);
        int teams = context.teams().size();
        return context.slots().stream()
                .filter(slot -> slot.id().equals(session) && slot.block().requiredSeats(teams) > 1)
                .findFirst()
                .map(slot -> {
                    Block fewer = slot.block().withStaff(slot.block().requiredSeats(teams) - 1);
                    String kind = slot.day().kind().id();
                    return camp.parameters()
                            .withDayKinds(camp.parameters().baseTimetable().stream()
                                    .map(day -> day.id().equals(kind) ? replace(day, fewer) : day)
                                    .toList());
                });
    }

    private static DayKind replace(DayKind day, Block changed) {
        return day.withBlocks(day.blocks().stream()
                .map(block -> block.id().equals(changed.id()) ? changed : block)
                .toList());
    }
}
