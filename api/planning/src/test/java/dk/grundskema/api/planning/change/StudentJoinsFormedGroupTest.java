package dk.grundskema.api.planning.change;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.planning.change.StatedChange.StudentJoins;
import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A new student can join a group that the plan forms only if the intervention takes students who are in no class of it. */
class StudentJoinsFormedGroupTest {
    private final PluginPlanningFacade planning = new PluginPlanningFacade();

    /** Returns the codes of what speaks against a new student in the first group that an example forms in its last week. */
    private List<String> codes(String example) {
        Problem problem = ((ReadResult.Success<Problem>)
                        planning.readProblem(Path.of("..", "..", "examples", example, "problem.json")))
                .value();
        Grouping grouping = planning.expandDemands(problem).stream()
                .flatMap(demand -> demand.groupings().stream())
                .toList()
                .getLast();
        Group group = grouping.groups().getFirst();
        var members = new GroupMembers(
                group.id(), List.of(GroupMember.always(grouping.students().getFirst())));
        var plan = new Timetable(
                Timetable.VERSION,
                "",
                problem.horizon().zone(),
                0,
                new Score(0, 0, 0),
                List.of(),
                List.of(members),
                List.of(),
                List.of());
        LocalDate first = problem.horizon().firstDay();
        return new ChangePlanner(planning, problem, plan, first.atStartOfDay())
                .apply(List.of(new StudentJoins("Liv Ny", group.id(), first.plusWeeks(1)))).findings().stream()
                        .map(Finding::code)
                        .toList();
    }

    @Test
    void teamOfACampTakesANewStudent() {
        assertThat(codes("camp-3-weeks")).doesNotContain("change.not-listed");
    }

    @Test
    void workshopTakesANewStudentOfAClassOnly() {
        assertThat(codes("workshop-band")).containsExactly("change.not-listed");
    }
}
