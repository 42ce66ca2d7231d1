package dk.grundskema.examples.comparison;

import dk.grundskema.domain.timetable.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one run of a solver came to.
 *
 * @param points  better plans in order of time, not all of them
 * @param moves   moves tried a second, by all searches together; 0 if the solver has no such thing
 * @param seats   how many seats the plan has
 * @param memory  peak of the process's memory in megabytes; 0 if that isn't known
 * @param proved  whether the last plan is proved to be the best
 * @param bound   what every plan costs at least, a medium point as so many soft ones as the model has it; 0 if that isn't known
 */
record Run(List<Point> points, long moves, int seats, long memory, boolean proved, long bound) {
    /** What separates a run's lines from whatever else its process prints. */
    private static final String MARK = "run ";

    /**
     * How good the best plan was at some moment.
     *
     * @param millis since the start
     * @param score  of the best plan
     */
    record Point(long millis, Score score) {}

    Run {
        points = List.copyOf(points);
    }

    /** When the first plan without a hard fault was there. */
    Optional<Long> firstPossible() {
        return points.stream()
                .filter(point -> point.score().hard() == 0)
                .map(Point::millis)
                .findFirst();
    }

    /** When the first plan without a hard or medium fault was there. */
    Optional<Long> firstLegal() {
        return points.stream()
                .filter(point -> point.score().isWithoutFault())
                .map(Point::millis)
                .findFirst();
    }

    /** The best plan after so many seconds; empty means none yet. */
    Optional<Score> at(int seconds) {
        return points.stream()
                .filter(point -> point.millis() <= seconds * 1000L)
                .map(Point::score)
                .reduce((earlier, later) -> later);
    }

    /** The run as lines of text, for another process to read. */
    String text() {
        var text = new StringBuilder();
        for (Point point : points) {
            text.append(MARK)
                    .append("point %d %d %d %d%n"
                            .formatted(
                                    point.millis(),
                                    point.score().hard(),
                                    point.score().medium(),
                                    point.score().soft()));
        }
        return text.append(MARK)
                .append("end %d %d %d %b %d%n".formatted(moves, seats, memory, proved, bound))
                .toString();
    }

    /**
     * The run that a process printed.
     *
     * @throws IllegalArgumentException if it printed none
     */
    static Run parse(List<String> lines) {
        var points = new ArrayList<Point>();
        for (String line : lines) {
            if (!line.startsWith(MARK)) {
                continue;
            }
            String[] words = line.substring(MARK.length()).split(" ", -1);
            if (words[0].equals("point")) {
                var score = new Score(number(words[2]), number(words[3]), number(words[4]));
                points.add(new Point(number(words[1]), score));
            } else {
                return new Run(
                        points,
                        number(words[1]),
                        (int) number(words[2]),
                        number(words[3]),
                        Boolean.parseBoolean(words[4]),
                        number(words[5]));
            }
        }
        throw new IllegalArgumentException("The run printed no end:%n%s".formatted(String.join("\n", lines)));
    }

    private static long number(String word) {
        return Long.parseLong(word);
    }
}
