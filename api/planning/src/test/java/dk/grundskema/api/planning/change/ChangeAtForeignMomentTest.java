package dk.grundskema.api.planning.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Changes at a moment outside the plan. */
final class ChangeAtForeignMomentTest {
    private static final PluginPlanningFacade PLANNING = new PluginPlanningFacade();
    private static final LocalDateTime WITHIN = LocalDateTime.of(2026, 9, 14, 6, 0);

    private static Problem problem() {
        ReadResult<Problem> read = PLANNING.readProblem("""
                {"version": 1, "title": "School", "language": "EN",
                 "horizon": {"firstWeek": "2026-W37", "weeks": 4},
                 "sites": [{"id": "home", "name": "School"}],
                 "staff": [{"id": "ann", "name": "Ann Berg"}],
                 "interventions": []}""");
        return ((ReadResult.Success<Problem>) read).value();
    }

    private static List<Finding> findings(LocalDateTime now) {
        Problem problem = problem();
        Timetable nothing = Timetable.empty("", problem.horizon().zone());
        return new ChangePlanner(PLANNING, problem, nothing, now)
                .apply(
                        problem,
                        List.of(
                                new StatedChange.StaffAway(new StaffId("nobody"), WITHIN, WITHIN.plusDays(1)),
                                new StatedChange.StaffAway(new StaffId("ann"), WITHIN, WITHIN.minusDays(1))),
                        place -> "/changes/" + place)
                .findings();
    }

    @Test
    void theMomentAndWhatIsUnknownAreNamedTogether() {
        for (LocalDateTime now : List.of(WITHIN.minusYears(1), WITHIN.plusYears(1))) {
            assertThat(findings(now))
                    .extracting(Finding::code, Finding::pointer)
                    .containsExactly(tuple("change.outside-plan", ""), tuple("change.unknown-staff", "/changes/0"));
        }
        assertThat(findings(WITHIN))
                .extracting(Finding::code)
                .containsExactly("change.unknown-staff", "change.ends-before-start");
    }
}
