package dk.grundskema.examples.comparison;

import dk.grundskema.domain.timetable.Score;
import java.util.ArrayList;
import java.util.Arrays;
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
 * @param forced  medium points that no plan can do without, 0 or more; a plan with no more lacks nothing
 */
record Run(List<Point> points, long moves, int seats, long memory, boolean proved, long bound, long forced) {
    /** What separates a run's lines from whatever else its process prints. */
    private static final String MARK = "run ";

    /**
     * How good the best plan was at some moment.
     *
     * @param millis since the start
     * @param score  of the best plan
     * @param figures what else is told of the best plan, as the family has it; empty means nothing
     */
    record Point(long millis, Score score, List<Long> figures) {
        Point {
            figures = List.copyOf(figures);
        }
    }

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

    /** Whether a plan has no hard fault, and no medium one that could be done without. */
    boolean isComplete(Score score) {
        return score.hard() == 0 && score.medium() >= -forced;
    }

    /** When the first plan was there without a hard fault, and without a medium one that could be done without. */
    Optional<Long> firstLegal() {
        return points.stream()
                .filter(point -> isComplete(point.score()))
                .map(Point::millis)
                .findFirst();
    }

    /** The best plan after so many seconds; empty means none yet. */
    Optional<Score> at(int seconds) {
        return pointAt(seconds).map(Point::score);
    }

    /** Figures of the best plan after so many seconds; empty means none yet. */
    List<Long> figuresAt(int seconds) {
        return pointAt(seconds).map(Point::figures).orElse(List.of());
    }

    private Optional<Point> pointAt(int seconds) {
        return points.stream()
                .filter(point -> point.millis() <= seconds * 1000L)
                .reduce((earlier, later) -> later);
    }

    /** The run as lines of text, for another process to read. */
    String text() {
        var text = new StringBuilder();
        for (Point point : points) {
            text.append(MARK)
                    .append("point %d %d %d %d"
                            .formatted(
                                    point.millis(),
                                    point.score().hard(),
                                    point.score().medium(),
                                    point.score().soft()));
            point.figures().forEach(figure -> text.append(' ').append(figure));
            text.append(System.lineSeparator());
        }
        return text.append(MARK)
                .append("end %d %d %d %b %d %d%n".formatted(moves, seats, memory, proved, bound, forced))
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
                var figures = Arrays.stream(words).skip(5).map(Run::number).toList();
                points.add(new Point(number(words[1]), score, figures));
            } else {
                return new Run(
                        points,
                        number(words[1]),
                        (int) number(words[2]),
                        number(words[3]),
                        Boolean.parseBoolean(words[4]),
                        number(words[5]),
                        number(words[6]));
            }
        }
        throw new IllegalArgumentException("The run printed no end:%n%s".formatted(String.join("\n", lines)));
    }

    private static long number(String word) {
        return Long.parseLong(word);
    }
}
