package dk.grundskema.plugins.peerlearning;

import static dk.grundskema.plugins.peerlearning.PeerSchoolBuilder.peers;
import static dk.grundskema.plugins.peerlearning.PeerSchoolBuilder.set;
import static dk.grundskema.plugins.peerlearning.PeerSchoolBuilder.setWith;
import static dk.grundskema.plugins.peerlearning.PeerSchoolBuilder.smallSchool;
import static dk.grundskema.plugins.peerlearning.PeerSchoolBuilder.tutoring;
import static dk.grundskema.plugins.peerlearning.PeerSchoolBuilder.withLimits;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.plugins.peerlearning.PeerSet.Form;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.testkit.requirement.RequirementContractTest;
import dk.grundskema.solver.testkit.requirement.Requirements;
import java.util.List;

class PeerContractTest extends RequirementContractTest<PeerLearningParameters> {
    @Override
    protected InterventionPlugin<PeerLearningParameters> plugin() {
        return new PeerLearningPlugin();
    }

    @Override
    protected Requirements<PeerLearningParameters> requirements() {
        return PeerLearningRequirements.REQUIREMENTS;
    }

    @Override
    protected List<Problem> problems() {
        return List.of(
                smallSchool().set(peers("4a", "DAN")).problem(),
                smallSchool()
                        .danish()
                        .closed("2026-08-24")
                        .level("a1", 10)
                        .level("a2", 50)
                        .level("b1", 60)
                        .set(withLimits(peers("4a"), 20, null))
                        .pair("ann", "a1", "a3")
                        .problem(),
                smallSchool()
                        .set(withLimits(tutoring("4a", "6b"), null, 10))
                        .level("a1", 10)
                        .level("b1", 15)
                        .level("b2", 40)
                        .problem(),
                outsideProblem());
    }

    static Problem outsideProblem() {
        return outsideSchool().problem();
    }

    static PeerSchoolBuilder outsideSchool() {
        var odd = setWith(
                set("mixed", List.of(), List.of(), Form.EQUALS, MeetingPlacement.OUTSIDE),
                List.of("a1", "a2", "b1", "b2", "b3"),
                List.of(),
                List.of());
        return smallSchool()
                .person("eva")
                .supervisor("eva")
                .supervisor("bob")
                .usable("10:00", "12:00")
                .set(odd);
    }

    @Override
    protected List<Problem> faultyProblems() {
        return List.of(
                smallSchool().problem(),
                smallSchool().set(peers("5x", "DNA")).numbers(12, 1, 45, 10).problem(),
                smallSchool()
                        .company("a1", List.of("a2"), List.of("a3"))
                        .company("a2", List.of("a3"), List.of())
                        .set(peers("4a", "ENG", "DAM"))
                        .set(tutoring("6b", "4a", "DAN"))
                        .pair("eva", "a1", "a3")
                        .pair(null, "a1", "b1")
                        .pair("bob", "a1", "a2")
                        .problem());
    }
}
