package dk.grundskema.api.planning.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.problem.ProblemReader;
import dk.grundskema.api.planning.PlanNameResolver;
import dk.grundskema.api.planning.PlanningTexts;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.repair.SeatCandidates.RejectedCandidate;
import dk.grundskema.solver.repair.SeatCandidates.SeatObstacle;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepairFormatterTest {
    private static final PluginRegistry PLUGINS = PluginRegistry.load(RepairFormatterTest.class.getClassLoader());

    private static String reason(String rule, Locale language) {
        Problem problem = ((ReadResult.Success<Problem>) new ProblemReader(PLUGINS)
                        .read(Path.of("..", "..", "examples", "camp-3-weeks", "problem.json")))
                .value();
        var texts = new Texts(language, List.of(PlanningTexts.load(language)), id -> id);
        var names = new PlanNameResolver(texts, problem, List.of(), PlanNameResolver.StudentNaming.IDS);
        return new RepairFormatter(texts, names, problem)
                .reason(new RejectedCandidate(new StaffId("ann"), SeatObstacle.BREAKS_RULES, List.of(rule)));
    }

    @ParameterizedTest
    @CsvSource({
        "core.rest-between-dates, too little rest, core.daily-rest",
        "core.long-day, too long a day, core.daily-hours",
        "core.free-dates, no free date left that week, core.free-dates"
    })
    void limitOfDatesIsNamedInPlainWords(String rule, String text, String sameAs) {
        assertThat(reason(rule, Locale.ENGLISH)).isEqualTo(text).isEqualTo(reason(sameAs, Locale.ENGLISH));
        assertThat(reason(rule, Locale.of("da"))).isNotEqualTo(text).isEqualTo(reason(sameAs, Locale.of("da")));
    }
}
