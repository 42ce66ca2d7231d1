package dk.grundskema.api.cli.demo;

import dk.grundskema.api.cli.command.BadInputException;
import dk.grundskema.api.cli.command.OutputNotWrittenException;
import dk.grundskema.api.cli.output.LocatedFinding;
import dk.grundskema.api.documents.file.AtomicFileWriter;
import dk.grundskema.domain.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Folder for the demo's files.
 *
 * @param folder the folder; it need not exist
 */
record DemoFolder(Path folder) {
    /** The example problem. */
    static final String PROBLEM = "problem.json";
    /** The resulting timetable. */
    static final String TIMETABLE = "timetable.json";
    /** The timetable as readable text. */
    static final String WEEKS = "weeks.txt";
    /** Folder of the sheets. */
    static final String SHEETS = "sheets";
    /** Folder of the calendars. */
    static final String CALENDARS = "calendars";

    private static final String NAME = "grundskema-demo";

    /** Returns the first folder with the demo's name, with a number if needed, that is missing or contains only an earlier demo. */
    static Path findFree(Path parent, byte[] example) {
        Path folder = Path.of(NAME);
        for (int number = 2;
                new DemoFolder(parent.resolve(folder)).refusal(example).isPresent();
                number++) {
            folder = Path.of(NAME + "-" + number);
        }
        return folder;
    }

    /**
     * Writes the example into the folder.
     *
     * @throws BadInputException if the folder contains another problem, or cannot be written
     */
    void writeExample(byte[] example) {
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
            throw new BadInputException(List.of(new LocatedFinding(folder.toString(), finding)), Function.identity());
        });
    }

    /** Returns why the folder cannot be used: it is a file, or contains a problem other than the example; empty if it can be used. */
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

    /** Writes the weeks as readable text. */
    void writeWeeks(List<String> lines) {
        Path file = folder.resolve(WEEKS);
        OutputNotWrittenException.throwIfAny(file, AtomicFileWriter.write(String.join("\n", lines), file));
    }
}
