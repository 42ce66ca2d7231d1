package dk.grundskema.api.cli;

import dk.grundskema.api.platform.WholeFile;
import dk.grundskema.domain.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where the demo leaves its files.
 *
 * @param folder the folder; it need not be there yet
 */
record DemoFolder(Path folder) {
    /** The example. */
    static final String PROBLEM = "problem.json";
    /** What came of it. */
    static final String TIMETABLE = "timetable.json";
    /** The same for people to read. */
    static final String WEEKS = "weeks.txt";
    /** Folder of sheets for the wall. */
    static final String SHEETS = "sheets";
    /** Folder of calendars for phones. */
    static final String CALENDARS = "calendars";

    private static final String NAME = "grundskema-demo";

    /** The first folder of the demo's name, with a number if need be, that holds nothing but an earlier demo. */
    static Path free(Path parent, byte[] example) {
        Path folder = Path.of(NAME);
        for (int number = 2;
                new DemoFolder(parent.resolve(folder)).refusal(example).isPresent();
                number++) {
            folder = Path.of(NAME + "-" + number);
        }
        return folder;
    }

    /**
     * Puts the example into the folder.
     *
     * @throws BadInputException if somebody's own problem is there already, or the folder can't be written
     */
    void prepare(byte[] example) {
        var refusal = refusal(example);
        if (refusal.isEmpty()) {
            try {
                Files.createDirectories(folder);
                Files.write(folder.resolve(PROBLEM), example);
            } catch (IOException e) {
                refusal = Optional.of(Finding.error("file.not-writable", "", folder.resolve(PROBLEM)));
            }
        }
        refusal.ifPresent(finding -> {
            throw new BadInputException(List.of(new Placed(folder.toString(), finding)), Function.identity());
        });
    }

    /** What speaks against using the folder: a file of its name, or a problem that isn't the example. */
    private Optional<Finding> refusal(byte[] example) {
        Path problem = folder.resolve(PROBLEM);
        try {
            boolean ours = Files.notExists(folder)
                    || (Files.isDirectory(folder)
                            && (Files.notExists(problem) || Arrays.equals(Files.readAllBytes(problem), example)));
            return ours ? Optional.empty() : Optional.of(Finding.error("output.is-taken", "", folder));
        } catch (IOException e) {
            return Optional.of(Finding.error("file.not-readable", "", problem));
        }
    }

    /** Writes the weeks as people read them. */
    void writeWeeks(List<String> lines) {
        Path file = folder.resolve(WEEKS);
        CannotWriteException.throwIfAny(file, WholeFile.write(String.join("\n", lines), file));
    }
}
