package dk.grundskema.plugins.bookpackages;

import static dk.grundskema.plugins.bookpackages.PackagesBuilder.readingTools;
import static dk.grundskema.plugins.bookpackages.PackagesBuilder.withoutReceivers;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.testkit.requirement.RequirementContractTest;
import dk.grundskema.solver.testkit.requirement.Requirements;
import java.util.List;

class BookPackagesContractTest extends RequirementContractTest<BookPackagesParameters> {
    @Override
    protected InterventionPlugin<BookPackagesParameters> plugin() {
        return new BookPackagesPlugin();
    }

    @Override
    protected Requirements<BookPackagesParameters> requirements() {
        return BookPackagesRequirements.REQUIREMENTS;
    }

    @Override
    protected List<Problem> problems() {
        return List.of(
                readingTools().problem(),
                readingTools().handedOut("09:30", "10:30").problem(),
                readingTools()
                        .toClass("5a")
                        .toStudent("lone", "arabisk")
                        .danish()
                        .handedOut("11:00", "12:00")
                        .percent(30)
                        .problem(),
                readingTools().family().pack("Sea", "Ali", null, 3).problem());
    }

    @Override
    protected List<Problem> faultyProblems() {
        return List.of(
                withoutReceivers().problem(),
                readingTools()
                        .toClass("nowhere")
                        .toClass("empty")
                        .toStudent("stranger", "")
                        .sender("nobody")
                        .room("r")
                        .problem(),
                readingTools()
                        .toStudent("lone", "")
                        .toStudent("lone", "")
                        .handedOutAnyTime()
                        .problem(),
                readingTools()
                        .toStudent("lone", "")
                        .sender("bo")
                        .handedOut("11:00", "11:10")
                        .problem(),
                readingTools()
                        .noLessons()
                        .weeks(4)
                        .parentsDays(60)
                        .from("2026-W34")
                        .problem(),
                readingTools()
                        .toClass("5a")
                        .sender("bo")
                        .handedOut("11:00", "11:15")
                        .percent(10)
                        .pack("", "", "2026-10-15", 2)
                        .pack("Sea", "Ali", "2026-09-24", null)
                        .problem());
    }
}
