package dk.grundskema.api.cli;

import dk.grundskema.api.imports.assembly.StudentKey;
import dk.grundskema.domain.finding.Finding;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The file with the key from which ids of students are made at the command line. It is made when it is first needed, and readable to its owner alone; colleagues
 * who are to get the same ids get a copy of it.
 */
final class StudentKeyFile implements Supplier<StudentKey> {
    private static final String NAME = "student-key.txt";

    private final Path file;
    private final String shown;
    private @Nullable StudentKey key;
    private boolean isNew;

    private StudentKeyFile(Path file, String shown) {
        this.file = file;
        this.shown = shown;
    }

    /** The file that the user names. */
    static StudentKeyFile of(Path named, Surroundings here) {
        return new StudentKeyFile(here.folder().resolve(named), named.toString());
    }

    /** The user's own: in the folder where programs keep their settings. */
    static StudentKeyFile own(Map<String, String> environment) {
        Path folder = folder(environment, "XDG_CONFIG_HOME")
                .or(() -> folder(environment, "APPDATA"))
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".config"));
        Path file = folder.resolve("grundskema").resolve(NAME);
        return new StudentKeyFile(file, file.toString());
    }

    private static Optional<Path> folder(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute);
    }

    /** Says that the file was made just now; empty if it was there, or wasn't needed. */
    Optional<Placed> news() {
        return isNew ? Optional.of(new Placed(shown, Finding.info("import.key.made", "", shown))) : Optional.empty();
    }

    /**
     * The key in the file; a new one if there is no such file.
     *
     * @throws BadInputException if the file can't be read or made, or holds no key
     */
    @Override
    public StudentKey get() {
        StudentKey known = key;
        if (known == null) {
            known = read();
            key = known;
        }
        return known;
    }

    private StudentKey read() {
        try {
            return StudentKey.of(Files.readString(file).strip()).orElseThrow(() -> refused("import.key.malformed"));
        } catch (NoSuchFileException e) {
            return made();
        } catch (IOException e) {
            throw refused("import.key.unreadable");
        }
    }

    private StudentKey made() {
        StudentKey fresh = StudentKey.random();
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.createFile(file, ownersAlone(file.getFileSystem()));
            Files.writeString(file, fresh.secretText() + "\n");
        } catch (FileAlreadyExistsException e) { // a link to nothing, or another import that makes it just now
            throw refused("import.key.unreadable");
        } catch (IOException e) {
            throw refused("import.key.unwritable");
        }
        isNew = true;
        return fresh;
    }

    private static FileAttribute<?>[] ownersAlone(FileSystem system) {
        return system.supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private BadInputException refused(String code) {
        return new BadInputException(Placed.in(shown, List.of(Finding.error(code, "", shown))), Function.identity());
    }
}
