package dk.grundskema.api.cli;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.timetable.RuleResult;
import dk.grundskema.solver.engine.Progress;
import dk.grundskema.solver.engine.SolveLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
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
            var rules = progress.rules();
            parts.add(texts.text("progress.conflicts", sum(rules, level(Level.HARD), RuleResult::count)));
            parts.add(texts.text("progress.missing-adults", sum(rules, id("core.missing-adult"), RuleResult::count)));
            long others =
                    sum(rules, level(Level.MEDIUM).and(id("core.missing-adult").negate()), RuleResult::count);
            if (others > 0) {
                parts.add(texts.text("progress.other-shortfalls", others));
            }
            parts.add(texts.text("progress.wishes", sum(rules, id("core.wishes"), RuleResult::count)));
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

    private static Predicate<RuleResult> level(Level level) {
        return rule -> rule.level() == level;
    }

    private static Predicate<RuleResult> id(String id) {
        return rule -> rule.id().equals(id);
    }

    private static long sum(List<RuleResult> rules, Predicate<RuleResult> which, ToLongFunction<RuleResult> amount) {
        return rules.stream().filter(which).mapToLong(amount).sum();
    }
}
