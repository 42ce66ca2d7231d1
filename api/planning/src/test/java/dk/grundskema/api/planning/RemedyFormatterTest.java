package dk.grundskema.api.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.problem.ProblemReader;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.proof.ProofTexts;
import dk.grundskema.solver.proof.Remedy;
import dk.grundskema.solver.proof.RemedyStep;
import dk.grundskema.solver.proof.RemedyStep.Come;
import dk.grundskema.solver.registry.PluginRegistry;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RemedyFormatterTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 9, 7);
    private static final StaffId ANNA = new StaffId("anna");

    @Test
    void timesAtWhichAPersonComesAreOneSentence() {
        var one = new Come(ANNA, MONDAY.atTime(9, 0), MONDAY.atTime(10, 30));
        var two = new Come(
                ANNA, MONDAY.plusDays(1).atTime(22, 0), MONDAY.plusDays(2).atTime(7, 0));
        var other = new Come(new StaffId("bo"), MONDAY.atTime(9, 0), MONDAY.atTime(10, 30));

        String text = describe(List.of(one, other, two));

        assertThat(text)
                .startsWith("anna comes after all, 2 times: ")
                .containsOnlyOnce("anna")
                .contains(" from 09:00", "Bo comes after all on ");
    }

    private static Problem problem() {
        PluginRegistry plugins = PluginRegistry.load(RemedyFormatterTest.class.getClassLoader());
        return ((ReadResult.Success<Problem>) new ProblemReader(plugins)
                        .read(Path.of("..", "..", "examples", "camp-3-weeks", "problem.json")))
                .value();
    }

    private static String describe(List<RemedyStep> steps) {
        var texts = new Texts(
                Locale.of("en"),
                List.of(ProofTexts.bundle(Locale.of("en")), PlanningTexts.load(Locale.of("en"))),
                String::valueOf);
        return new RemedyFormatter(texts).describe(new Remedy(steps, problem(), List.of(), null));
    }
}
