package dk.grundskema.plugins.camp;

import static dk.grundskema.plugins.camp.CampBuilder.aCamp;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.testkit.PluginContractTest;
import java.util.List;

class CampContractTest extends PluginContractTest {
    @Override
    protected InterventionPlugin<?> plugin() {
        return new CampPlugin();
    }

    @Override
    protected List<Problem> problems() {
        return List.of(
                aCamp().problem(),
                aCamp().teams(2).horizonWeeks(2).weeks(2).closed("2026-09-15").problem(),
                aCamp().lockTime("camp/camp-team-1/2026-09-07/module-1", CampBuilder.TUESDAY, "19:00", "20:00")
                        .problem());
    }

    @Override
    protected List<Problem> faultyProblems() {
        return List.of(
                aCamp().noStudents().problem(),
                aCamp().noStaff().problem(),
                aCamp().blocks(
                                CampBuilder.module("module-1", "09:00", "10:30"),
                                CampBuilder.module("module-2", "10:00", "11:30"))
                        .problem());
    }
}
