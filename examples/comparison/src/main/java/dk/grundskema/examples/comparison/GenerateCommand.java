package dk.grundskema.examples.comparison;

import dk.grundskema.api.documents.file.AtomicFileWriter;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.examples.comparison.courses.CoursesGenerator;
import dk.grundskema.examples.comparison.courses.CoursesSize;
import dk.grundskema.examples.comparison.rosters.RosterGenerator;
import dk.grundskema.examples.comparison.rosters.RosterSize;
import dk.grundskema.solver.registry.PluginRegistry;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes a problem of a family that no school has, as a file. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description = "Writes made-up course timetabling or a made-up roster of nurses.")
final class GenerateCommand implements Callable<Integer> {
    @ArgGroup(multiplicity = "1")
    private final Family family = new Family();

    @Option(names = "--seed", defaultValue = "1", description = "Another seed, another problem.")
    private long seed;

    @Option(names = "--output", required = true, description = "Where the problem goes.")
    private Path output = Path.of("");

    @Spec
    private @Nullable CommandSpec spec;

    /** What is generated: one of both. */
    static final class Family {
        @Option(names = "--courses", description = "For course timetabling: tiny, small, medium, large.")
        private @Nullable String courses;

        @Option(names = "--roster", description = "For a roster of nurses: tiny, small, medium, large.")
        private @Nullable String roster;
    }

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        List<Finding> findings =
                AtomicFileWriter.write(text(command.commandLine().getOut()), output);
        if (!findings.isEmpty()) {
            throw new ParameterException(command.commandLine(), "The file can't be written: " + findings);
        }
        return 0;
    }

    private String text(PrintWriter out) {
        if (family.courses == null) {
            return RosterGenerator.file(RosterSize.findByName(String.valueOf(family.roster)), seed);
        }
        CoursesSize size = CoursesSize.findByName(family.courses);
        PluginRegistry plugins = PluginRegistry.load(GenerateCommand.class.getClassLoader());
        Problem problem = CoursesGenerator.problem(size, seed, plugins);
        Score score =
                CoursesGenerator.planted(size, seed).plan(problem, plugins).score();
        out.printf(
                "Score of the timetable that the courses were made from: %d / %d / %d%n",
                score.hard(), score.medium(), score.soft());
        return CoursesGenerator.file(size, seed);
    }
}
