package dk.grundskema.api.cli;

import dk.grundskema.api.cli.Intake.Taken;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.Absence;
import dk.grundskema.solver.engine.Replan;
import dk.grundskema.solver.engine.ReplanRequest;
import dk.grundskema.solver.engine.SolveLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Somebody is away: who can take what, and the plan repaired with as few changes as possible. */
@Command(name = "replan", sortOptions = false)
final class ReplanCommand implements Callable<Integer> {
    private static final int DEFAULT_SECONDS = 5;
    private static final String ABSENT = "--absent";
    private static final String NOW = "--now";

    private final Desk desk;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "PROBLEM.json", descriptionKey = "problem")
    private Path problemFile = Path.of("");

    @Parameters(index = "1", paramLabel = "TIMETABLE.json", descriptionKey = "timetable")
    private Path timetableFile = Path.of("");

    @Option(
            names = ABSENT,
            arity = "2",
            required = true,
            hideParamSyntax = true,
            paramLabel = "<STAFF> <FROM..TO>",
            descriptionKey = "absent")
    private List<String> absent = List.of();

    @Option(names = NOW, paramLabel = "T", descriptionKey = "now")
    private @Nullable String now;

    @Option(names = "--seconds", paramLabel = "N", descriptionKey = "seconds")
    private @Nullable Integer seconds;

    @Option(names = "--steps", paramLabel = "N", descriptionKey = "steps")
    private @Nullable Long steps;

    @Option(names = "--output", paramLabel = "TIMETABLE.json", descriptionKey = "output")
    private @Nullable Path output;

    @Option(names = "--problem-output", paramLabel = "PROBLEM.json", descriptionKey = "problem-output")
    private @Nullable Path problemOutput;

    /** @param desk what it works with */
    ReplanCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        SolveLimits limits = limits();
        var intake = new Intake(desk);
        intake.problem(problemFile);
        intake.timetable(timetableFile);
        Path target = output == null ? Destination.free(desk.here().folder()) : output;
        Path problemTarget = problemOutput == null ? Destination.problemBeside(target) : problemOutput;
        intake.destination(target, problemFile);
        if (problemOutput != null || Destination.refusal(desk.resolve(target)).isEmpty()) {
            intake.destination(problemTarget, problemFile);
        }
        if (desk.resolve(target).normalize().equals(desk.resolve(problemTarget).normalize())) {
            intake.note("--problem-output", List.of(Finding.error("replan.one-file", "", problemTarget)));
        }
        ReplanRequest request = request(intake);
        Taken taken = intake.done();
        return new ReplanJob(desk, taken, Objects.requireNonNull(request), limits, desk.resolve(problemFile))
                .run(desk.resolve(target), desk.resolve(problemTarget))
                .code();
    }

    private SolveLimits limits() {
        var arguments = new Arguments(spec, desk.ownTexts());
        if (seconds != null && steps != null) {
            throw arguments.refused("usage.seconds-and-steps");
        }
        arguments.range("--seconds", seconds, Arguments.MOST_SECONDS);
        arguments.range("--steps", steps, Long.MAX_VALUE);
        if (steps != null) {
            return SolveLimits.ofSteps(steps);
        }
        return SolveLimits.of(Duration.ofSeconds(seconds == null ? DEFAULT_SECONDS : seconds));
    }

    /** What is asked, if problem and timetable could be read; what is wrong with it is noted in any case. */
    private @Nullable ReplanRequest request(Intake intake) {
        var reading = new AbsenceReading();
        Problem problem = intake.problem();
        Timetable timetable = intake.timetable();
        var absences = new ArrayList<Absence>();
        for (int i = 0; i + 1 < absent.size(); i += 2) {
            reading.absence(problem, absent.get(i), absent.get(i + 1)).ifPresent(absences::add);
        }
        intake.note(ABSENT, reading.findings());
        var moment = new AbsenceReading();
        LocalDateTime from = now == null ? firstDay(absences) : moment.now(now);
        intake.note(NOW, moment.findings());
        if (problem == null || timetable == null || from == null) {
            return null;
        }
        var request = new ReplanRequest(problem, timetable, absences, from);
        intake.note(ABSENT, Replan.findings(request));
        return request;
    }

    private static @Nullable LocalDateTime firstDay(List<Absence> absences) {
        return absences.stream()
                .map(one -> one.from().toLocalDate().atStartOfDay())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
