package dk.grundskema.examples.generated;

import dk.grundskema.api.documents.file.AtomicFileWriter;
import dk.grundskema.domain.finding.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a generated camp, school or other benchmark as a problem file. */
@Command(name = "generate", mixinStandardHelpOptions = true, description = "Writes a made-up camp or school.")
public final class GenerateCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..3",
            description = "For a camp: size (tiny, small, medium, large, or a number of teams), seed, file.")
    private List<String> camp = List.of();

    @Option(
            names = "--shape",
            defaultValue = "usual",
            description = "For a camp: usual, tight-staff, many-nights, special-rooms, part-time, uneven-wishes.")
    private String shape = "usual";

    @Option(names = "--school", description = "For a school: how many classes.")
    private @Nullable Integer classes;

    @Option(names = "--covered", description = "How many classes get co-teaching; one in three unless given.")
    private @Nullable Integer covered;

    @Option(names = "--short-pool", description = "Gives the pool too few hours for every minimum.")
    private boolean shortPool;

    @Option(
            names = "--groups",
            description =
                    "For small groups: tiny, small, medium, large, or example for that of the folder small-groups.")
    private @Nullable String groups;

    @Option(names = "--municipality", description = "For a municipality: how many schools.")
    private @Nullable Integer schools;

    @Option(names = "--full", description = "For a school whose calendars are as full as can be: how many classes.")
    private @Nullable Integer full;

    @Option(names = "--seed", defaultValue = "1", description = "Another seed, another school.")
    private long seed;

    @Option(names = "--output", description = "Where the school goes.")
    private @Nullable Path output;

    @Spec
    private @Nullable CommandSpec spec;

    /** Called by picocli. */
    public GenerateCommand() {}

    /**
     * Writes the file.
     *
     * @param arguments as in the command's help
     */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new GenerateCommand()).execute(arguments));
    }

    @Override
    public Integer call() {
        long kinds = Stream.of(classes, groups, schools, full)
                .filter(Objects::nonNull)
                .count();
        if (kinds == 0 && output == null && camp.size() == 3) {
            String made =
                    CampGenerator.file(size(camp.getFirst()), CampShape.findByName(shape), Long.parseLong(camp.get(1)));
            return write(made, Path.of(camp.getLast()));
        }
        if (kinds != 1 || output == null || !camp.isEmpty()) {
            throw usageException("Either a size, a seed and a file for a camp,"
                    + " or one of --school, --groups, --municipality and --full, and --output.");
        }
        return write(file(), output);
    }

    private String file() {
        if (schools != null) {
            return MunicipalityGenerator.file(new MunicipalitySize(schools, MunicipalitySize.USUAL.classes()), seed);
        }
        if (groups != null) {
            return groups.equals("example")
                    ? SmallGroupsExample.file()
                    : GroupsGenerator.file(GroupsSize.findByName(groups), seed);
        }
        return classes == null
                ? FullSchoolGenerator.file(Objects.requireNonNull(full))
                : SchoolGenerator.file(school(classes), seed);
    }

    private SchoolSize school(int count) {
        SchoolSize usual = SchoolSize.of(count);
        return new SchoolSize(count, covered == null ? usual.covered() : covered, shortPool);
    }

    private static CampSize size(String word) {
        return word.chars().allMatch(Character::isDigit)
                ? CampSize.ofTeams(Integer.parseInt(word))
                : CampSize.findByName(word);
    }

    private int write(String text, Path file) {
        List<Finding> findings = AtomicFileWriter.write(text, file);
        if (!findings.isEmpty()) {
            throw usageException("The file can't be written: " + findings);
        }
        return 0;
    }

    private ParameterException usageException(String why) {
        return new ParameterException(spec == null ? new CommandLine(this) : spec.commandLine(), why);
    }
}
