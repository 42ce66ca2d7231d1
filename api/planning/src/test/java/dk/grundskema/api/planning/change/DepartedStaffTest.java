package dk.grundskema.api.planning.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Changes that name staff who are not available any more. */
final class DepartedStaffTest {
    private static final PluginPlanningFacade PLANNING = new PluginPlanningFacade();
    private static final StaffId ANN = new StaffId("ann");
    private static final LocalDate LEFT = LocalDate.of(2026, 9, 16);
    private static final LocalDateTime LATER = LEFT.plusDays(5).atTime(6, 0);

    private static Problem problem(String availability) {
        ReadResult<Problem> read = PLANNING.readProblem("""
                {"version": 1, "title": "School", "language": "EN",
                 "horizon": {"firstWeek": "2026-W37", "weeks": 4},
                 "sites": [{"id": "home", "name": "School"}],
                 "staff": [{"id": "ann", "name": "Ann Berg", "availability": %s}],
                 "interventions": []}""".formatted(availability));
        assertThat(read).as(String.valueOf(read.findings())).isInstanceOf(ReadResult.Success.class);
        return ((ReadResult.Success<Problem>) read).value();
    }

    private static List<Finding> findings(String availability, LocalDateTime now, StatedChange change) {
        Problem problem = problem(availability);
        Timetable nothing = Timetable.empty("", problem.horizon().zone());
        return new ChangePlanner(PLANNING, problem, nothing, now)
                .apply(problem, List.of(change), place -> "/changes/" + place)
                .findings();
    }

    private static StatedChange away(LocalDateTime from) {
        return new StatedChange.StaffAway(ANN, from, from.plusDays(1));
    }

    @Test
    void whoIsNotAvailableToTheEndIsNamedWithTheDay() {
        String left = "{\"except\": [{\"from\": \"2026-09-16\"}]}";

        for (StatedChange change : List.of(away(LATER), new StatedChange.StaffHours(ANN, 20))) {
            assertThat(findings(left, LATER, change))
                    .extracting(Finding::code, Finding::pointer, Finding::arguments)
                    .containsExactly(tuple("change.staff-has-left", "/changes/0", List.of(ANN, LEFT)));
        }
        assertThat(findings(left, LEFT.minusDays(2).atStartOfDay(), new StatedChange.StaffHours(ANN, 20)))
                .as("who is going to leave")
                .isEmpty();
        assertThat(findings(
                        left,
                        LEFT.minusDays(2).atStartOfDay(),
                        away(LEFT.minusDays(1).atStartOfDay())))
                .as("who leaves earlier")
                .isEmpty();
    }

    @Test
    void whoComesBackCanBeAwayMeanwhile() {
        String backInTheLastWeek = "{\"except\": [{\"from\": \"2026-09-16\", \"until\": \"2026-09-27\"}]}";

        assertThat(findings(backInTheLastWeek, LATER, away(LATER))).isEmpty();
    }
}
