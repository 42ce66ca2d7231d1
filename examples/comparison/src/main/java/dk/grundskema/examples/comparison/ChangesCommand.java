package dk.grundskema.examples.comparison;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.planning.change.ChangePlanner;
import dk.grundskema.api.planning.change.ChangePreview;
import dk.grundskema.api.planning.change.StatedChange;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.PersonDay;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.examples.comparison.cpsat.LeastStandInProver;
import dk.grundskema.examples.comparison.cpsat.LeastStandInProver.Quality;
import dk.grundskema.solver.change.ChangeRequest;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import dk.grundskema.solver.registry.PluginRegistry;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes people ill for a day, one at a time: how long the preview takes, and whether the change is proved to be the least. */
@Command(
        name = "changes",
        mixinStandardHelpOptions = true,
        description =
                "Makes people ill for a day: time of the preview, and changed person-days against the proved minimum.")
final class ChangesCommand implements Callable<Integer> {
    @Parameters(description = "Problem files.")
    private List<Path> problems = List.of();

    @Option(names = "--cases", defaultValue = "10", description = "Sick days of each problem.")
    private int cases;

    @Option(names = "--plan-seconds", defaultValue = "10", description = "How long each plan in use is searched.")
    private int planSeconds;

    @Option(names = "--plan-steps", description = "Steps of that search, instead of seconds.")
    private @Nullable Long planSteps;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of the plans, and of who is ill when.")
    private long seed;

    @Option(
            names = "--proposals",
            defaultValue = "400",
            description = "Assignments that a proof may judge; 0 leaves proofs out.")
    private int proposals;

    @Spec
    private @Nullable CommandSpec spec;

    private final PluginPlanningFacade planning = new PluginPlanningFacade();
    private final PluginRegistry plugins = PluginRegistry.load(ChangesCommand.class.getClassLoader());

    /**
     * One sick day.
     *
     * @param seconds from the plan in use to the preview of the least change
     * @param found   quality of the change
     * @param least   proved best quality; {@code null} if it was not proved
     */
    private record Case(
            PersonDay ill,
            double seconds,
            Quality found,
            @Nullable Quality least) {
        boolean isLeast() {
            return found.equals(least);
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        var all = new ArrayList<Case>();
        out.println("| problem | sick days | preview, median | longest | proved | least | above |");
        out.println("|---|---|---|---|---|---|---|");
        for (Path file : problems) {
            if (!(planning.readProblem(file) instanceof ReadResult.Success<Problem> read)) {
                out.printf("%s can't be read; check it with ./grundskema validate.%n", file);
                return 1;
            }
            List<Case> some = cases(read.value(), read.hash());
            all.addAll(some);
            printLine(out, read.value().title(), some);
        }
        printLine(out, "together", all);
        all.stream()
                .filter(one -> one.least() != null && !one.isLeast())
                .forEach(one -> out.printf(
                        "%n%s ill on %s: found %s, least %s",
                        one.ill().staffId(),
                        one.ill().date(),
                        text(one.found()),
                        text(Objects.requireNonNull(one.least()))));
        out.println();
        out.flush();
        return 0;
    }

    private static String text(Quality one) {
        return "%d conflicts, %d shortfalls, %d empty seats, %d person-days"
                .formatted(one.hard(), one.medium(), one.empty(), one.personDays());
    }

    private static void printLine(PrintWriter out, String name, List<Case> some) {
        List<Double> times = some.stream().map(Case::seconds).sorted().toList();
        long proved = some.stream().filter(one -> one.least() != null).count();
        long least = some.stream().filter(Case::isLeast).count();
        out.printf(
                Locale.ROOT,
                "| %s | %d | %.1f s | %.1f s | %d | %d | %d |%n",
                name,
                some.size(),
                times.isEmpty() ? 0 : times.get(times.size() / 2),
                times.isEmpty() ? 0 : times.getLast(),
                proved,
                least,
                proved - least);
        out.flush();
    }

    private List<Case> cases(Problem problem, String hash) throws InterruptedException {
        SolveLimits limits =
                planSteps == null ? SolveLimits.of(Duration.ofSeconds(planSeconds)) : SolveLimits.ofSteps(planSteps);
        Timetable plan = planning.startSolve(new SolveRequest(problem, hash, limits, seed, 2, null), progress -> {})
                .await();
        var days = new ArrayList<>(days(plan));
        Collections.shuffle(days, new Random(seed));
        var some = new ArrayList<Case>();
        for (PersonDay ill : days.subList(0, Math.min(cases, days.size()))) {
            some.add(change(problem, plan, ill));
        }
        return some;
    }

    /** Returns the days on which each person has a duty that somebody else could have. */
    private static Set<PersonDay> days(Timetable plan) {
        var days = new TreeSet<PersonDay>();
        for (Meeting meeting : plan.meetings()) {
            for (MeetingSeat seat : meeting.seats()) {
                StaffId who = seat.staffId();
                if (who != null && !seat.locked()) {
                    meeting.time().dates().forEach(date -> days.add(new PersonDay(who, date)));
                }
            }
        }
        return days;
    }

    private Case change(Problem problem, Timetable plan, PersonDay ill) throws InterruptedException {
        LocalDate date = ill.date();
        LocalDateTime now = date.atTime(6, 40);
        long start = System.nanoTime();
        var operation = new ChangePlanner(planning, problem, plan, now);
        var changed = operation.apply(List.of(new StatedChange.StaffAway(
                ill.staffId(), date.atStartOfDay(), date.plusDays(1).atStartOfDay())));
        var changer = operation.prepare(changed.problem(), "");
        ChangePreview preview = operation.plan(changer, changed.problem(), SolveLimits.of(Duration.ofSeconds(5)), 2);
        double seconds = (System.nanoTime() - start) / 1e9;
        Quality found = Quality.of(preview.after(), preview.daysOfOthers().size());
        Optional<Quality> least = proposals == 0
                ? Optional.empty()
                : new LeastStandInProver(
                                new TimetableChecker(plugins::find),
                                new ChangeRequest(problem, changed.problem(), plan, now),
                                ill.staffId(),
                                new HashSet<>(List.of(date.minusDays(1), date)))
                        .proveLeast(found, proposals);
        return new Case(ill, seconds, found, least.orElse(null));
    }
}
