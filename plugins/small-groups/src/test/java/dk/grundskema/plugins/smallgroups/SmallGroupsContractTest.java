package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.spi.toolkit.RuleStrength;
import dk.grundskema.solver.testkit.requirement.RequirementContractTest;
import dk.grundskema.solver.testkit.requirement.Requirements;
import java.util.List;

class SmallGroupsContractTest extends RequirementContractTest<SmallGroupsParameters> {
    @Override
    protected InterventionPlugin<SmallGroupsParameters> plugin() {
        return new SmallGroupsPlugin();
    }

    @Override
    protected Requirements<SmallGroupsParameters> requirements() {
        return SmallGroupsRequirements.REQUIREMENTS;
    }

    @Override
    protected List<Problem> problems() {
        return List.of(
                SmallGroupsSchoolBuilder.withTwoClasses().problem(),
                rich().problem(),
                withTutors().problem());
    }

    private static SmallGroupsSchoolBuilder withTutors() {
        var school = rich().tutor("tia");
        school.tutorsPerGroup = 2;
        school.oneSessionADay = RuleStrength.REQUIREMENT;
        return school;
    }

    private static SmallGroupsSchoolBuilder rich() {
        var school = SmallGroupsSchoolBuilder.withTwoClasses()
                .danish()
                .closed("2026-08-24")
                .candidate("a1", "MAT", "", 30, 4)
                .candidate("b2", "MAT", "", 35, 6)
                .excuse("a2", "a3");
        school.mostGroups = 2;
        school.tutorHours = 2.5;
        return school;
    }

    @Override
    protected List<Problem> faultyProblems() {
        var nobody = new SmallGroupsSchoolBuilder().room("r1").tutor("tom").candidate("ghost", "DAN", "", 20, 5);
        return List.of(nobody.problem());
    }
}
