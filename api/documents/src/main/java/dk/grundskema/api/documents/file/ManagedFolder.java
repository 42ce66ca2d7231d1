package dk.grundskema.api.documents.file;

import dk.grundskema.domain.finding.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder that a command fills with many files at a time, next to other people's files. It replaces or removes only files that an earlier
 * run wrote and nobody has changed since; the file {@code .grundskema-<purpose>} lists them. One folder can serve several purposes; each
 * purpose manages only its own files.
 *
 * <p>All files are first written to a temporary folder and then moved one by one, so that a full disk changes nothing. Wherever the program
 * stops, the next run knows which files are its own, because the list is written before the first move.
 */
public final class ManagedFolder {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");

    private final Path folder;
    private final Path list;

    /**
     * @param folder  the folder; it and its parents need not exist yet
     * @param purpose what the files are, in lower-case letters, such as {@code sheets}
     */
    public ManagedFolder(Path folder, String purpose) {
        this.folder = folder;
        this.list = folder.resolve(".grundskema-" + requireValidName(purpose));
    }

    /**
     * Returns everything that prevents writing files of these names; changes nothing.
     *
     * @param names file names of lower-case letters, digits and {@code . _ -}; empty checks the folder alone
     * @return errors, each with the path as its argument; empty if the files can be written
     * @throws IllegalArgumentException if a name has other characters or more than 100
     */
    public List<Finding> findWriteObstacles(Collection<String> names) {
        names.forEach(ManagedFolder::requireValidName);
        if (Files.notExists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return newFolderObstacles();
        }
        if (!Files.isDirectory(folder)) {
            return List.of(Finding.error("folder.is-file", "", folder));
        }
        if (!Files.isWritable(folder)) {
            return List.of(Finding.error("folder.not-writable", "", folder));
        }
        try {
            var known = FolderManifest.read(list);
            var refusals = new ArrayList<Finding>();
            for (String name : names.stream().sorted().toList()) {
                refusals.addAll(fileObstacles(folder.resolve(name), known));
            }
            return refusals;
        } catch (IOException | UncheckedIOException e) {
            return List.of(Finding.error("folder.not-readable", "", folder));
        }
    }

    /** A folder that does not exist can be created if its nearest existing parent is writable. */
    private List<Finding> newFolderObstacles() {
        Path around = folder.toAbsolutePath().normalize().getParent();
        while (around != null && Files.notExists(around)) {
            around = around.getParent();
        }
        return around != null && Files.isDirectory(around) && Files.isWritable(around)
                ? List.of()
                : List.of(Finding.error("folder.not-writable", "", folder));
    }

    private static List<Finding> fileObstacles(Path file, FolderManifest known) throws IOException {
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS) || known.isUnchanged(file)) {
            return List.of();
        }
        return List.of(Finding.error(known.contains(file) ? "folder.edited-file" : "folder.others-file", "", file));
    }

    /**
     * Writes exactly these files for this purpose: creates new ones, replaces or removes those of earlier runs. A file that is no longer
     * needed but was changed by a person stays and is no longer managed.
     *
     * @param files contents by name; names as for {@link #findWriteObstacles}
     * @return why nothing was written; empty if everything was
     * @throws IllegalArgumentException if a name has other characters or more than 100
     */
    public List<Finding> write(SortedMap<String, byte[]> files) {
        var refusals = findWriteObstacles(files.keySet());
        if (!refusals.isEmpty()) {
            return refusals;
        }
        try {
            boolean isNew = Files.notExists(folder);
            Files.createDirectories(folder);
            Path aside = Files.createTempDirectory(folder, ".grundskema-part");
            try {
                replaceFiles(files, aside);
                return List.of();
            } finally {
                deleteTemporaryFolder(aside);
                if (isNew) {
                    deleteIfEmpty(folder);
                }
            }
        } catch (IOException | SecurityException e) {
            return List.of(Finding.error("folder.not-writable", "", folder));
        }
    }

    private void replaceFiles(SortedMap<String, byte[]> files, Path aside) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(aside.resolve(file.getKey()), file.getValue());
        }
        var before = FolderManifest.read(list);
        var after = FolderManifest.of(files);
        before.merge(after).write(list);
        for (String name : files.keySet()) {
            AtomicFileWriter.moveAtomically(aside.resolve(name), folder.resolve(name));
        }
        for (String name : before.names()) {
            Path file = folder.resolve(name);
            if (!files.containsKey(name) && before.isUnchanged(file)) {
                Files.delete(file);
            }
        }
        after.write(list);
    }

    private static void deleteTemporaryFolder(Path aside) throws IOException {
        try (Stream<Path> rest = Files.list(aside)) {
            for (Path file : rest.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(aside);
    }

    private static void deleteIfEmpty(Path folder) throws IOException {
        try (Stream<Path> content = Files.list(folder)) {
            if (content.findAny().isPresent()) {
                return;
            }
        }
        Files.delete(folder);
    }

    private static String requireValidName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "The file name (%s) must have lower-case letters, digits and '. _ -' only.\nMaybe build it from a kind and a number?"
                            .formatted(name));
        }
        return name;
    }
}
