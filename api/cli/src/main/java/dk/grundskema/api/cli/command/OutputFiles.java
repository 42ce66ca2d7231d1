package dk.grundskema.api.cli.command;

import dk.grundskema.domain.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Chooses output files and checks whether they can be written. */
public final class OutputFiles {
    private static final String NAME = "timetable";
    private static final String ENDING = ".json";

    private OutputFiles() {}

    /** Returns an unused file in the folder: {@code timetable.json}, or the same name with the first unused number. */
    public static Path findFreeFile(Path folder) {
        return findFreeFile(folder, NAME);
    }

    /** Returns an unused file with another name. */
    public static Path findFreeFile(Path folder, String name) {
        Path file = folder.resolve(name + ENDING);
        for (int number = 2; Files.exists(file); number++) {
            file = folder.resolve(name + "-" + number + ENDING);
        }
        return file;
    }

    /** Returns why the file cannot be written; empty if it can. It tests this with a temporary file in the same folder. */
    public static Optional<Finding> writeRefusal(Path file) {
        if (Files.isDirectory(file)) {
            return Optional.of(Finding.error("file.is-folder", "", file));
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            return Files.isWritable(file)
                    ? Optional.empty()
                    : Optional.of(Finding.error("file.not-writable", "", file));
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return Optional.of(Finding.error("output.no-folder", "", String.valueOf(folder)));
        }
        try {
            Files.delete(Files.createTempFile(folder, ".grundskema", ".tmp"));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(Finding.error("file.not-writable", "", file));
        }
    }

    /** Returns the finding if the file is an input of the same command; empty if it is not. */
    public static Optional<Finding> overwriteRefusal(Path file, Path input) {
        try {
            return Files.exists(file) && Files.exists(input) && Files.isSameFile(file, input)
                    ? Optional.of(Finding.error("output.is-input", "", file))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
