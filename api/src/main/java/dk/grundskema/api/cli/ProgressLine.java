package dk.grundskema.api.cli;

import dk.grundskema.api.house.Standing;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.solver.engine.Progress;
import dk.grundskema.solver.engine.SolveLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says in words how a solve stands: one line that is written over on a terminal, a new line now and then otherwise. */
final class ProgressLine {
    /** A pipe or a file gets a line no more often than this. */
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
     * Says how it stands.
     *
     * @param progress how the best plan stands; {@code null} while there is none
     * @param elapsed  time since the start, which goes on when nothing better is found
     */
    void show(@Nullable Progress progress, Duration elapsed) {
        if (screen.terminal()) {
            screen.sayOver(line(progress, elapsed));
            open = true;
        } else if (lastLine == null || elapsed.minus(lastLine).compareTo(BETWEEN_LINES) >= 0) {
            screen.say(line(progress, elapsed));
            lastLine = elapsed;
        }
    }

    /** Ends a line that was written over. */
    void close() {
        if (open) {
            screen.gap();
            open = false;
        }
    }

    private String line(@Nullable Progress progress, Duration elapsed) {
        List<String> parts = new ArrayList<>();
        parts.add(left(progress, elapsed));
        if (progress == null) {
            parts.add(texts.text("progress.preparing"));
        } else {
            parts.addAll(Standing.of(progress.rules()).words(texts));
        }
        return String.join(" · ", parts);
    }

    private String left(@Nullable Progress progress, Duration elapsed) {
        if (limits.time() != null) {
            Duration left = limits.time().minus(elapsed);
            return texts.text("progress.time-left", clock(left.isNegative() ? Duration.ZERO : left));
        }
        if (limits.steps() != null) {
            return texts.text("progress.steps", progress == null ? 0 : progress.steps(), limits.steps());
        }
        return texts.text("progress.time-used", clock(elapsed));
    }

    private static String clock(Duration duration) {
        long seconds = Math.round(duration.toMillis() / 1000.0);
        return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }
}
