package dk.grundskema.api.cli;

import dk.grundskema.domain.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where results go, and whether they can. */
final class Destination {
    private static final String NAME = "timetable";
    private static final String ENDING = ".json";

    private Destination() {}

    /** A file of the folder that isn't there yet: {@code timetable.json}, or that with the first free number. */
    static Path free(Path folder) {
        return free(folder, NAME);
    }

    /** The same for another name. */
    static Path free(Path folder, String name) {
        Path file = folder.resolve(name + ENDING);
        for (int number = 2; Files.exists(file); number++) {
            file = folder.resolve(name + "-" + number + ENDING);
        }
        return file;
    }

    /** The problem of a timetable, beside it: {@code plan.json} has {@code plan.problem.json}. */
    static Path problemBeside(Path timetable) {
        String name = String.valueOf(timetable.getFileName());
        String stem = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
        return timetable.resolveSibling(stem + ".problem" + ENDING);
    }

    /** What speaks against writing the file; found out by writing another one beside it and removing that. */
    static Optional<Finding> refusal(Path file) {
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

    /** What speaks against writing over an input of the same command. */
    static Optional<Finding> overInput(Path file, Path input) {
        try {
            return Files.exists(file) && Files.exists(input) && Files.isSameFile(file, input)
                    ? Optional.of(Finding.error("output.is-input", "", file))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
