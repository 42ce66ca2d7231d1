package dk.grundskema.api.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints the JSON Schema of a file format. */
@Command(name = "schema", sortOptions = false)
final class SchemaCommand implements Callable<Integer> {
    /** The formats, as they are typed. */
    enum Format {
        /** What is to be planned. */
        PROBLEM,
        /** What came of it. */
        TIMETABLE,
        /** What a school says about files that are imported. */
        IMPORT_MAPPING;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Desk desk;

    @Parameters(arity = "0..1", paramLabel = "problem|timetable|import-mapping", descriptionKey = "format")
    private Format format = Format.PROBLEM;

    /** @param desk what it works with */
    SchemaCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        desk.screen()
                .say(
                        switch (format) {
                            case PROBLEM -> desk.house().problemSchema();
                            case TIMETABLE -> desk.house().timetableSchema();
                            case IMPORT_MAPPING -> desk.house().importMappingSchema();
                        });
        return Outcome.FINE.code();
    }
}
