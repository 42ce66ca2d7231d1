package dk.grundskema.examples.comparison;

import dk.grundskema.domain.timetable.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Result of one run of one solver.
 *
 * @param points  a selection of improved plans, ordered by time
 * @param moves   moves tried per second by all searches together; 0 if the solver has no moves
 * @param seats   number of seats of the plan
 * @param memory  peak of the process's memory in megabytes; 0 if unknown
 * @param proved  whether the last plan is proved optimal
 * @param bound   lower bound of every plan's cost, with a medium point converted to soft points as in the model; 0 if
 *         unknown
 * @param forced  medium points that every plan has, 0 or more; a plan with no more is complete
 */
record SolverRun(List<ScorePoint> points, long moves, int seats, long memory, boolean proved, long bound, long forced) {
    /** Prefix of a run's lines, to distinguish them from other output of its process. */
    private static final String MARK = "run ";

    /**
     * Quality of the best plan at a moment.
     *
     * @param millis  time since the start
     * @param score   score of the best plan
     * @param figures further figures of the best plan, as the family defines them; empty means none
     */
    record ScorePoint(long millis, Score score, List<Long> figures) {
        ScorePoint {
            figures = List.copyOf(figures);
        }
    }

    SolverRun {
        points = List.copyOf(points);
    }

    /** Returns when the first plan without a hard fault was found. */
    Optional<Long> firstFeasibleMillis() {
        return points.stream()
                .filter(point -> point.score().hard() == 0)
                .map(ScorePoint::millis)
                .findFirst();
    }

    /** Returns whether a plan has no hard fault and no avoidable medium fault. */
    boolean isComplete(Score score) {
        return score.hard() == 0 && score.medium() >= -forced;
    }

    /** Returns when the first plan without hard faults and avoidable medium faults was found. */
    Optional<Long> firstCompleteMillis() {
        return points.stream()
                .filter(point -> isComplete(point.score()))
                .map(ScorePoint::millis)
                .findFirst();
    }

    /** Returns the score of the best plan after that many seconds; empty means none yet. */
    Optional<Score> scoreAt(int seconds) {
        return pointAt(seconds).map(ScorePoint::score);
    }

    /** Returns the figures of the best plan after that many seconds; empty means none yet. */
    List<Long> figuresAt(int seconds) {
        return pointAt(seconds).map(ScorePoint::figures).orElse(List.of());
    }

    private Optional<ScorePoint> pointAt(int seconds) {
        return points.stream()
                .filter(point -> point.millis() <= seconds * 1000L)
                .reduce((earlier, later) -> later);
    }

    /** Returns the run as lines of text for another process. */
    String toText() {
        var text = new StringBuilder();
        for (ScorePoint point : points) {
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
     * Parses the run that a process printed.
     *
     * @throws IllegalArgumentException if it printed none
     */
    static SolverRun parse(List<String> lines) {
        var points = new ArrayList<ScorePoint>();
        for (String line : lines) {
            if (!line.startsWith(MARK)) {
                continue;
            }
            String[] words = line.substring(MARK.length()).split(" ", -1);
            if (words[0].equals("point")) {
                var score = new Score(number(words[2]), number(words[3]), number(words[4]));
                var figures =
                        Arrays.stream(words).skip(5).map(SolverRun::number).toList();
                points.add(new ScorePoint(number(words[1]), score, figures));
            } else {
                return new SolverRun(
                        points,
                        number(words[1]),
                        (int) number(words[2]),
                        number(words[3]),
                        Boolean.parseBoolean(words[4]),
                        number(words[5]),
                        number(words[6]));
            }
        }
        throw new IllegalArgumentException("The run printed no result:%n%s".formatted(String.join("\n", lines)));
    }

    private static long number(String word) {
        return Long.parseLong(word);
    }
}
