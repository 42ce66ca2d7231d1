package dk.grundskema.examples.comparison.rosters;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.examples.comparison.rosters.RosterParameters.Contract;
import dk.grundskema.examples.comparison.rosters.RosterParameters.Nurse;
import dk.grundskema.examples.comparison.rosters.RosterParameters.OffWish;
import dk.grundskema.examples.comparison.rosters.RosterParameters.Shift;
import dk.grundskema.examples.comparison.rosters.RosterParameters.ShiftKind;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.testkit.PluginContractTest;
import dk.grundskema.solver.testkit.SchoolBuilder;
import java.time.LocalTime;
import java.util.List;

class RosterContractTest extends PluginContractTest {
    @Override
    protected InterventionPlugin<?> plugin() {
        return new RosterPlugin();
    }

    @Override
    protected List<Problem> problems() {
        return List.of(ward(14, "full", "bo"));
    }

    @Override
    protected List<Problem> faultyProblems() {
        return List.of(
                ward(15, "full", "bo"),
                ward(14, "ful", "bo"),
                ward(14, "other", "bo"),
                ward(14, "full", "nobody"),
                ward(14, "full", "bo", new OffWish(14, "lat", 1), new OffWish(15, "unknown", 1)));
    }

    /** Two weeks, three nurses; Carl may not lead. */
    private static Problem ward(int days, String contract, String second, OffWish... wishes) {
        var lead = new Shift(
                "lead", ShiftKind.EARLY, LocalTime.of(7, 0), LocalTime.of(15, 0), "head", List.of(1, 1, 1, 1, 1, 0, 0));
        var late = new Shift(
                "late", ShiftKind.LATE, LocalTime.of(15, 0), LocalTime.of(23, 0), null, List.of(1, 1, 1, 1, 1, 1, 1));
        var night = new Shift(
                "night", ShiftKind.NIGHT, LocalTime.of(23, 0), LocalTime.of(7, 0), null, List.of(1, 0, 1, 0, 1, 0, 1));
        var nurses = List.of(
                new Nurse(new StaffId("anna"), "full", List.of(new OffWish(3, null, 2), new OffWish(5, "late", 1))),
                new Nurse(new StaffId(second), "full", List.of()),
                new Nurse(new StaffId("carl"), contract, List.of(wishes)));
        return SchoolBuilder.school(2)
                .teacher("anna", "head")
                .teacher("bo", "head")
                .teacher("carl")
                .intervention(
                        "ward",
                        "rosters",
                        new RosterParameters(
                                days,
                                List.of(lead, late, night),
                                List.of(new Contract("full", 6, 10, 2, 5, 2, 4, true)),
                                nurses))
                .build();
    }
}
