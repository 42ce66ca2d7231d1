package dk.grundskema.api.planning.change;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.domain.fidelity.AcceptedShortfall;
import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A shortfall that the planner accepts after the plan was made is none before the change either: accepting it improves nothing. */
final class AcceptedShortfallOfChangeTest {
    private static final PluginPlanningFacade PLANNING = new PluginPlanningFacade();

    @Test
    void bothPlansAcceptWhatTheChangedProblemAccepts() {
        Problem problem = ((ReadResult.Success<Problem>)
                        PLANNING.readProblem(Path.of("..", "..", "examples", "camp-3-weeks", "problem.json")))
                .value();
        Timetable empty = Timetable.empty("", problem.horizon().zone());
        List<FidelityReport> interventions =
                PLANNING.assessFidelity(problem, empty).interventions();
        Problem changed = problem.withAcceptedShortfalls(AcceptedShortfall.lacks(interventions).entrySet().stream()
                .map(lack -> new AcceptedShortfall(
                        lack.getKey().rule(),
                        lack.getKey().subject(),
                        lack.getKey().week(),
                        lack.getValue().amount(),
                        "The camp is short this year",
                        "Ida",
                        LocalDate.of(2026, 9, 1)))
                .toList());
        var planner = new ChangePlanner(PLANNING, problem, empty, LocalDateTime.of(2026, 9, 14, 6, 0));

        ChangePreview preview = planner.describe(planner.prepare(changed, "1"), changed, empty);

        assertThat(preview.fidelityAfter().count(Ask.Status.ACCEPTED)).isPositive();
        assertThat(preview.fidelityBefore()).isEqualTo(preview.fidelityAfter());
        assertThat(preview.shortfallsBefore()).isEqualTo(preview.shortfallsAfter());
    }
}
