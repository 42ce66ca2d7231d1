package dk.grundskema.api.imports.assembly;

import dk.grundskema.api.imports.source.SourceBellTime;
import dk.grundskema.api.imports.source.SourceLesson;
import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.api.imports.source.SourceTime;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Times that are assumed for numbered lessons while nobody has stated any: lessons of 45 minutes from 08:00, with breaks of 20 minutes after
 * the second lesson, 30 after the fourth and 10 after the sixth. Our own choice.
 */
final class ProposedBellTimes {
    private static final int LAST_LESSON = 16;
    private static final int MINUTES = 45;
    private static final LocalTime FIRST = LocalTime.of(8, 0);

    /** Minutes of the break after a lesson. */
    private static final Map<Integer, Integer> BREAKS = Map.of(2, 20, 4, 30, 6, 10);

    private ProposedBellTimes() {}

    /** Returns times of all lessons up to the last one in use; empty if a lesson is not a number from 0 to 16. */
    static Optional<List<SourceBellTime>> propose(List<SourceLesson> lessons) {
        var numbers = new TreeSet<Integer>();
        for (String name :
                lessons.stream().flatMap(ProposedBellTimes::periodNames).toList()) {
            int number = name.matches("\\d{1,3}\\.?") ? Integer.parseInt(name.replace(".", "")) : -1;
            if (number < 0 || number > LAST_LESSON) {
                return Optional.empty();
            }
            numbers.add(number);
        }
        return numbers.isEmpty()
                ? Optional.empty()
                : Optional.of(IntStream.rangeClosed(Math.min(1, numbers.first()), numbers.last())
                        .mapToObj(ProposedBellTimes::bellTime)
                        .toList());
    }

    private static Stream<String> periodNames(SourceLesson lesson) {
        return switch (lesson.clock()) {
            case SourceTime.Times times -> Stream.empty();
            case SourceTime.PeriodRun run -> run.names().stream();
            case SourceTime.Periods periods ->
                periods.name().matches("\\d{1,3}\\.?")
                        ? IntStream.range(0, periods.count())
                                .mapToObj(more -> String.valueOf(
                                        Integer.parseInt(periods.name().replace(".", "")) + more))
                        : Stream.of(periods.name());
        };
    }

    private static SourceBellTime bellTime(int number) {
        int minutes = (number - 1) * MINUTES
                + BREAKS.entrySet().stream()
                        .filter(each -> each.getKey() < number)
                        .mapToInt(Map.Entry::getValue)
                        .sum();
        LocalTime start = FIRST.plusMinutes(minutes);
        return new SourceBellTime(
                new SourceLocation("", ""),
                String.valueOf(number),
                Collections.emptySortedSet(),
                start,
                start.plusMinutes(MINUTES));
    }

    /** Returns a time as text: {@code 1: 08:00–08:45}. */
    static String describe(SourceBellTime bell) {
        return "%s: %s–%s".formatted(bell.name(), bell.start(), bell.end());
    }
}
