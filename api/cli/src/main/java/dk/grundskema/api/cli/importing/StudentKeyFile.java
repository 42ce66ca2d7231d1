package dk.grundskema.api.cli.importing;

import dk.grundskema.api.cli.command.BadInputException;
import dk.grundskema.api.cli.command.CommandEnvironment;
import dk.grundskema.api.cli.output.LocatedFinding;
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
 * The file with the key that the command line uses to derive students' ids. It is created on first use and is readable by its owner only. Colleagues
 * who need the same ids get a copy of it.
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

    /** Returns the file that the user named. */
    static StudentKeyFile ofNamedFile(Path named, CommandEnvironment environment) {
        return new StudentKeyFile(environment.folder().resolve(named), named.toString());
    }

    /** Returns the user's default file, in the folder for application settings. */
    static StudentKeyFile ofUser(Map<String, String> environment) {
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

    /** Returns a notice if the file was just created; empty if it existed or was not needed. */
    Optional<LocatedFinding> creationNotice() {
        return isNew
                ? Optional.of(new LocatedFinding(shown, Finding.info("import.key.made", "", shown)))
                : Optional.empty();
    }

    /**
     * Returns the key in the file; creates the file if it is missing.
     *
     * @throws BadInputException if the file cannot be read or created, or contains no key
     */
    @Override
    public StudentKey get() {
        StudentKey known = key;
        if (known == null) {
            known = readKey();
            key = known;
        }
        return known;
    }

    private StudentKey readKey() {
        try {
            return StudentKey.of(Files.readString(file).strip()).orElseThrow(() -> refusal("import.key.malformed"));
        } catch (NoSuchFileException e) {
            return createKey();
        } catch (IOException e) {
            throw refusal("import.key.unreadable");
        }
    }

    private StudentKey createKey() {
        StudentKey fresh = StudentKey.random();
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.createFile(file, ownerOnlyPermissions(file.getFileSystem()));
            Files.writeString(file, fresh.secretText() + "\n");
        } catch (FileAlreadyExistsException e) { // a dangling link, or another import that creates it at the same time
            throw refusal("import.key.unreadable");
        } catch (IOException e) {
            throw refusal("import.key.unwritable");
        }
        isNew = true;
        return fresh;
    }

    private static FileAttribute<?>[] ownerOnlyPermissions(FileSystem system) {
        return system.supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private BadInputException refusal(String code) {
        return new BadInputException(
                LocatedFinding.inFile(shown, List.of(Finding.error(code, "", shown))), Function.identity());
    }
}
