package dk.grundskema.api.cli.solve;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.cli.command.CommandTexts;
import dk.grundskema.api.cli.output.Screen;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.timetable.RuleResult;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveProgress;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** How a solve is reported while it runs. */
class ProgressLineTest {
    private static final SolveProgress SOME = new SolveProgress(
            new Score(-31, -300, -20),
            List.of(
                    new RuleResult("core.daily-rest", Level.HARD, 1, 30, 2),
                    new RuleResult("core.travel-time", Level.HARD, 1, 1, 1),
                    new RuleResult("core.missing-adult", Level.MEDIUM, 100, 5, 1),
                    new RuleResult("core.wishes", Level.SOFT, 10, 2, 4)),
            Duration.ofSeconds(3),
            1200,
            99,
            Duration.ZERO);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private ProgressLine line(boolean terminal, int columns, SolveLimits limits) {
        var screen = new Screen(Screen.utf8(out), Screen.utf8(out), terminal, false, columns);
        return new ProgressLine(screen, CommandTexts.forLanguage(Locale.of("da")), limits);
    }

    private String output() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void saysTimeLeftConflictsMissingAdultsAndWishesInWords() {
        line(false, 100, SolveLimits.of(Duration.ofSeconds(90))).show(SOME, Duration.ofMillis(3100));

        assertThat(output().strip())
                .isEqualTo(
                        "1:27 tilbage · 3 konflikter · 1 sted mangler en voksen · 4 ønsker ikke opfyldt (koster 20)");
    }

    @Test
    void unmetWishesOfAllSoftRulesCountWithTheirCost() {
        var gaps = new RuleResult("core.gaps", Level.SOFT, 2, 123, 41);
        var progress = new SolveProgress(new Score(0, 0, -246), List.of(gaps), Duration.ZERO, 1, 1, Duration.ZERO);

        line(false, 100, SolveLimits.of(Duration.ofSeconds(9))).show(progress, Duration.ZERO);

        assertThat(output()).contains("41 ønsker ikke opfyldt (koster 246)");
    }

    @Test
    void otherShortfallsAreNamedOnlyIfThereAreAny() {
        var one = new RuleResult("core.unplaced-session", Level.MEDIUM, 100, 1, 1);
        var progress = new SolveProgress(new Score(0, -100, 0), List.of(one), Duration.ZERO, 1, 1, Duration.ZERO);

        line(false, 100, SolveLimits.of(Duration.ofSeconds(9))).show(progress, Duration.ZERO);

        assertThat(output()).contains("0 konflikter · 0 steder mangler en voksen · 1 anden mangel");
    }

    @Test
    void aSolveThatEndsByStepsCountsSteps() {
        line(false, 100, SolveLimits.ofSteps(5000)).show(SOME, Duration.ZERO);

        assertThat(output()).startsWith("skridt 1.200 af 5.000 · ");
    }

    @Test
    void beforeTheFirstPlanItSaysThatItPrepares() {
        line(false, 100, SolveLimits.of(Duration.ofSeconds(9))).show(null, Duration.ZERO);

        assertThat(output().strip()).isEqualTo("0:09 tilbage · forbereder");
    }

    @Test
    void timeLeftIsNeverNegative() {
        line(false, 100, SolveLimits.of(Duration.ofSeconds(9))).show(null, Duration.ofSeconds(11));

        assertThat(output()).startsWith("0:00 tilbage");
    }

    @Test
    void aPipeGetsALineEveryTwoSecondsAndNoControlCharacters() {
        var line = line(false, 100, SolveLimits.of(Duration.ofSeconds(9)));
        for (int millis : new int[] {0, 200, 1999, 2000, 2100, 3999, 4000}) {
            line.show(SOME, Duration.ofMillis(millis));
        }
        line.close();

        assertThat(output().lines()).hasSize(3);
        assertThat(output()).doesNotContain("\r", "\u001b");
    }

    @Test
    void aTerminalHasOneLineThatIsWrittenOverAndNeverWraps() {
        var line = line(true, 40, SolveLimits.of(Duration.ofSeconds(9)));
        line.show(SOME, Duration.ZERO);
        line.show(SOME, Duration.ofMillis(200));
        line.close();

        assertThat(output()).containsOnlyOnce("\n").endsWith(System.lineSeparator());
        assertThat(output().split("\r"))
                .hasSize(3)
                .allSatisfy(
                        part -> assertThat(part.replace("\u001b[K", "").strip()).hasSizeLessThan(40));
    }
}
