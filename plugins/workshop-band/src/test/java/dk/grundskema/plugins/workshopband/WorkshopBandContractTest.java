package dk.grundskema.plugins.workshopband;

import static dk.grundskema.plugins.workshopband.BandSchoolBuilder.band;
import static dk.grundskema.plugins.workshopband.BandSchoolBuilder.part;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.testkit.requirement.RequirementContractTest;
import dk.grundskema.solver.testkit.requirement.Requirements;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

class WorkshopBandContractTest extends RequirementContractTest<WorkshopBandParameters> {
    @Override
    protected InterventionPlugin<WorkshopBandParameters> plugin() {
        return new WorkshopBandPlugin();
    }

    @Override
    protected Requirements<WorkshopBandParameters> requirements() {
        return WorkshopBandRequirements.REQUIREMENTS;
    }

    @Override
    protected List<Problem> problems() {
        return List.of(
                band().wish("a1", "music", 10)
                        .wish("a1", "ball", 3)
                        .wish("b2", "baking", 5)
                        .problem(),
                band().wish("a1", "music", 10)
                        .lock("a1", 0, "baking")
                        .lock("a1", 1, "baking")
                        .lock("a1", 2, "baking")
                        .problem(),
                band().round(RoundLength.DATE)
                        .led("paint", 2, "anna", "pedagogue")
                        .problem(),
                band().wish("a1", "music", 10)
                        .wish("a2", "music", 10)
                        .memberIn("4A", "a1", 1, 2)
                        .memberIn("4A", "a2", 0)
                        .away("b1", LocalDate.of(2026, 9, 14), LocalDate.of(2026, 9, 20))
                        .away("b2", LocalDate.of(2026, 9, 15), LocalDate.of(2026, 9, 15))
                        .problem());
    }

    @Override
    protected List<Problem> faultyProblems() {
        return List.of(
                band().times()
                        .weeks(2)
                        .wish("a1", "musik", 3)
                        .wish("ghost", "ball", 3)
                        .problem(),
                band().classes("4A")
                        .times(part("12:00", "13:00", DayOfWeek.MONDAY), part("12:30", "13:30", DayOfWeek.MONDAY))
                        .wish("b1", "something", 3)
                        .mostTimes(1)
                        .workshop("big", 4, 50, null, 9, null)
                        .led("paint", 1, "nobody", "magician")
                        .problem(),
                band().classes("9Z").weeks(5).problem());
    }
}
