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

    private final CommandContext desk;

    @Parameters(arity = "0..1", paramLabel = "problem|timetable|import-mapping", descriptionKey = "format")
    private Format format = Format.PROBLEM;

    /** @param desk context of the command */
    SchemaCommand(CommandContext desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        desk.screen()
                .printLine(
                        switch (format) {
                            case PROBLEM -> desk.house().problemSchema();
                            case TIMETABLE -> desk.house().timetableSchema();
                            case IMPORT_MAPPING -> desk.house().importMappingSchema();
                        });
        return ExitStatus.FINE.code();
    }
}
