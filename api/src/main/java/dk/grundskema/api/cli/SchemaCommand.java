package dk.grundskema.api.cli;

import dk.grundskema.api.catalogue.Schemas;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints the JSON Schema of a file format. */
@Command(name = "schema", sortOptions = false)
final class SchemaCommand implements Callable<Integer> {
    /** The formats, as they are typed. */
    enum Format {
        /** What is to be planned. */
        PROBLEM,
        /** What came of it. */
        TIMETABLE
    }

    private final Desk desk;

    @Parameters(arity = "0..1", paramLabel = "problem|timetable", descriptionKey = "format")
    private Format format = Format.PROBLEM;

    @Mixin
    private CommonOptions common = new CommonOptions();

    /** @param desk what it works with */
    SchemaCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        var schemas = new Schemas(desk.registry());
        desk.screen().say(switch (format) {
            case PROBLEM -> schemas.problem();
            case TIMETABLE -> schemas.timetable();
        });
        return Outcome.FINE.code();
    }
}
