package dk.grundskema.api.cli;

import dk.grundskema.api.cli.command.CommandContext;
import dk.grundskema.api.cli.command.CommandTexts;
import dk.grundskema.api.cli.command.ExitStatus;
import dk.grundskema.api.cli.output.FindingPrinter;
import dk.grundskema.api.cli.output.LocatedFinding;
import dk.grundskema.api.cli.output.Screen;
import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonFileReader;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.problem.ProblemReader;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.registry.ExaminedJar;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.testkit.ContractRun;
import dk.grundskema.solver.testkit.RuleBench;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Examines the jar of a plugin: descriptor, class files, contract test with texts and hints, and the cost of each rule. */
@Command(name = "verify", sortOptions = false)
final class VerifyPluginCommand implements Callable<Integer> {
    /** Problem that a jar may bring along, to be tried with. */
    private static final String EXAMPLE = "META-INF/grundskema-example.json";

    private static final Duration MOST_PER_TEST = Duration.ofMinutes(2);
    private static final long MOVES = 50_000;

    private final CommandContext context;

    @Parameters(paramLabel = "JAR", descriptionKey = "jar")
    private @Nullable Path jar;

    @Option(names = "--example", paramLabel = "PROBLEM", descriptionKey = "example")
    private @Nullable Path example;

    /** @param context context of the command */
    VerifyPluginCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path file = PluginJarArgument.resolve(context, jar);
        ExaminedJar examined = ExaminedJar.load(file, getClass().getClassLoader());
        var screen = context.screen();
        Texts texts = context.commandTexts();
        if (examined.descriptor() != null) {
            screen.printLine(screen.bold(examined.descriptor().id()));
            screen.printLine("  " + PluginTermsFormatter.terms(examined.descriptor(), texts));
        }
        boolean isSound = printPart("verify.jar", 0, examined.reasons());
        examined.warnings().forEach(warning -> screen.printLine(screen.yellow("  ! " + warning)));
        if (!isSound) {
            screen.printLine(texts.text("verify.not-loaded"));
        }
        for (int i = 0; i < examined.plugins().size(); i++) {
            isSound &= verify(
                    examined.plugins().get(i),
                    PluginRegistry.of(List.of(examined.limited().get(i))),
                    file);
        }
        return isSound ? ExitStatus.FINE.code() : ExitStatus.FAULTS.code();
    }

    /** Calls of the registry end in time; those of the contract test are limited by the test. */
    private boolean verify(InterventionPlugin<?> plugin, PluginRegistry registry, Path file)
            throws IOException, InterruptedException {
        var screen = context.screen();
        Texts texts = context.commandTexts();
        ReadResult<Problem> reading = readExample(registry, file);
        if (reading != null && !reading.findings().isEmpty()) {
            printFindings(reading.findings(), registry);
        }
        Problem problem = reading instanceof ReadResult.Success<Problem> good ? good.value() : null;
        ContractRun run = ContractRun.of(plugin, problem, MOST_PER_TEST);
        boolean isSound = printPart(
                        "verify.contract",
                        run.passed().size(),
                        run.failures().stream()
                                .map(failure -> failure.test() + ": " + failure.message())
                                .toList())
                && !(reading instanceof ReadResult.Failure<Problem>);
        if (problem == null) {
            screen.printLine(texts.text("verify.no-example", run.untried().size(), EXAMPLE, reading == null ? 0 : 1));
        } else if (isSound) {
            printCosts(registry.all().getFirst(), problem);
        }
        return isSound;
    }

    /** Returns the problem to try with, or what is wrong with it; {@code null} if there is none. */
    private @Nullable ReadResult<Problem> readExample(PluginRegistry registry, Path file) throws IOException {
        ReadResult<Json> json;
        if (example != null) {
            json = JsonFileReader.read(context.resolve(example));
        } else {
            try (var content = new JarFile(file.toFile())) {
                var entry = content.getEntry(EXAMPLE);
                if (entry == null) {
                    return null;
                }
                json = JsonFileReader.parse(content.getInputStream(entry).readAllBytes());
            }
        }
        var planner = new Planner(registry);
        return json.then(good -> new ProblemReader(registry).read(good, planner::validate))
                .then(good -> {
                    List<Finding> findings = planner.validate(good.value());
                    return findings.stream().anyMatch(Finding::isError) ? new ReadResult.Failure<>(findings) : good;
                });
    }

    private void printFindings(List<Finding> findings, PluginRegistry registry) {
        var language = context.commandTexts().locale();
        var bundles = new ArrayList<>(registry.bundles(language));
        bundles.addFirst(CommandTexts.bundle("messages", language));
        new FindingPrinter(context.screen(), new Texts(language, bundles, Function.identity()))
                .printFindings(LocatedFinding.inFile(example == null ? EXAMPLE : example.toString(), findings));
    }

    /** Prints a line for a part of the verification, and what is wrong; returns whether nothing is. */
    private boolean printPart(String key, int count, List<String> faults) {
        Screen screen = context.screen();
        String line = context.commandTexts().text(key, faults.size(), count);
        screen.printLine(faults.isEmpty() ? "✓ " + line : screen.red("✗ " + line));
        faults.forEach(fault -> screen.printLine("  - " + fault.replace("\n", "\n    ")));
        return faults.isEmpty();
    }

    private void printCosts(InterventionPlugin<?> plugin, Problem problem) {
        Texts texts = context.commandTexts();
        var screen = context.screen();
        var measured = RuleBench.of(plugin, problem).measureCosts(MOVES);
        String prefix = plugin.type().id() + ".";
        screen.printLine(texts.text("verify.costs", measured.moves()));
        measured.costs().stream()
                .filter(cost -> cost.type().id().startsWith(prefix))
                .forEach(cost -> screen.printLine("  "
                        + texts.text(
                                "verify.cost",
                                cost.type().id(),
                                cost.nanos() / measured.moves(),
                                cost.nanos() / cost.calls(),
                                cost.nanos() * 100 / measured.nanos())));
    }
}
