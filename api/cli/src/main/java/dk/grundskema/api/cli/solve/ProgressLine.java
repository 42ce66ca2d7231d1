package dk.grundskema.api.cli.solve;

import dk.grundskema.api.cli.output.Screen;
import dk.grundskema.api.planning.ViolationCounts;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints the progress of a solver run: on a terminal one line that is overwritten, otherwise a new line from time to time. */
final class ProgressLine {
    /** Minimum interval between lines in a pipe or file. */
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(2);

    private final Screen screen;
    private final Texts texts;
    private final SolveLimits limits;
    private @Nullable Duration lastLine;
    private boolean open;

    ProgressLine(Screen screen, Texts texts, SolveLimits limits) {
        this.screen = screen;
        this.texts = texts;
        this.limits = limits;
    }

    /**
     * Prints the progress.
     *
     * @param progress state of the best plan; {@code null} if there is none yet
     * @param elapsed  time since the start
     */
    void show(@Nullable SolveProgress progress, Duration elapsed) {
        if (screen.terminal()) {
            screen.overwriteLine(formatLine(progress, elapsed));
            open = true;
        } else if (lastLine == null || elapsed.minus(lastLine).compareTo(BETWEEN_LINES) >= 0) {
            screen.printLine(formatLine(progress, elapsed));
            lastLine = elapsed;
        }
    }

    /** Ends an overwritten line. */
    void close() {
        if (open) {
            screen.printEmptyLine();
            open = false;
        }
    }

    private String formatLine(@Nullable SolveProgress progress, Duration elapsed) {
        List<String> parts = new ArrayList<>();
        parts.add(formatRemaining(progress, elapsed));
        if (progress == null) {
            parts.add(texts.text("progress.preparing"));
        } else {
            parts.addAll(ViolationCounts.of(progress.rules()).describe(texts));
        }
        return String.join(" · ", parts);
    }

    private String formatRemaining(@Nullable SolveProgress progress, Duration elapsed) {
        if (limits.time() != null) {
            Duration left = limits.time().minus(elapsed);
            return texts.text("progress.time-left", formatDuration(left.isNegative() ? Duration.ZERO : left));
        }
        if (limits.steps() != null) {
            return texts.text("progress.steps", progress == null ? 0 : progress.steps(), limits.steps());
        }
        return texts.text("progress.time-used", formatDuration(elapsed));
    }

    private static String formatDuration(Duration duration) {
        long seconds = Math.round(duration.toMillis() / 1000.0);
        return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }
}
