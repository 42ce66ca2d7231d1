package dk.grundskema.api.cli;

import dk.grundskema.api.cli.command.CommandContext;
import dk.grundskema.api.cli.command.ExitStatus;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints the JSON Schema of a file format. */
@Command(name = "schema", sortOptions = false)
final class SchemaCommand implements Callable<Integer> {
    /** The formats, as typed. */
    enum Format {
        /** The input of a plan. */
        PROBLEM,
        /** The result of a plan. */
        TIMETABLE,
        /** The mapping of a school's files for imports. */
        IMPORT_MAPPING;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final CommandContext context;

    @Parameters(arity = "0..1", paramLabel = "problem|timetable|import-mapping", descriptionKey = "format")
    private Format format = Format.PROBLEM;

    /** @param context context of the command */
    SchemaCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        context.screen()
                .printLine(
                        switch (format) {
                            case PROBLEM -> context.planning().problemSchema();
                            case TIMETABLE -> context.planning().timetableSchema();
                            case IMPORT_MAPPING -> context.planning().importMappingSchema();
                        });
        return ExitStatus.FINE.code();
    }
}
