package dk.grundskema.api.platform;

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
 * A folder that a command fills with many files at a time, beside whatever others keep there. Only what an earlier run wrote, and
 * nobody changed since, is replaced or removed; a file named {@code .grundskema-<purpose>} lists it. One folder can serve several
 * purposes: each only knows its own files.
 *
 * <p>All files are written aside first and then take their places one by one, so that a full disk changes nothing. Whatever
 * moment the program is stopped at, the next run knows which files are its own.
 */
public final class OwnFolder {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");

    private final Path folder;
    private final Path list;

    /**
     * @param folder  the folder; neither it nor the folders around it need be there yet
     * @param purpose what the files are, a word of small letters such as {@code sheets}
     */
    public OwnFolder(Path folder, String purpose) {
        this.folder = folder;
        this.list = folder.resolve(".grundskema-" + checked(purpose));
    }

    /**
     * Everything that speaks against writing files of these names; changes nothing.
     *
     * @param names names of files, small letters, digits and {@code . _ -}; empty asks about the folder alone
     * @return errors, each with the path as its argument; empty if nothing speaks against it
     * @throws IllegalArgumentException if a name is none that every file system takes
     */
    public List<Finding> refusals(Collection<String> names) {
        names.forEach(OwnFolder::checked);
        if (Files.notExists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return refusalOfNew();
        }
        if (!Files.isDirectory(folder)) {
            return List.of(Finding.error("folder.is-file", "", folder));
        }
        if (!Files.isWritable(folder)) {
            return List.of(Finding.error("folder.not-writable", "", folder));
        }
        try {
            var known = WrittenFiles.read(list);
            var refusals = new ArrayList<Finding>();
            for (String name : names.stream().sorted().toList()) {
                refusals.addAll(refusal(folder.resolve(name), known));
            }
            return refusals;
        } catch (IOException | UncheckedIOException e) {
            return List.of(Finding.error("folder.not-readable", "", folder));
        }
    }

    /** A folder that isn't there yet can be made where the nearest folder around it can be written. */
    private List<Finding> refusalOfNew() {
        Path around = folder.toAbsolutePath().normalize().getParent();
        while (around != null && Files.notExists(around)) {
            around = around.getParent();
        }
        return around != null && Files.isDirectory(around) && Files.isWritable(around)
                ? List.of()
                : List.of(Finding.error("folder.not-writable", "", folder));
    }

    private static List<Finding> refusal(Path file, WrittenFiles known) throws IOException {
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS) || known.isAsWritten(file)) {
            return List.of();
        }
        return List.of(Finding.error(known.lists(file) ? "folder.edited-file" : "folder.others-file", "", file));
    }

    /**
     * Makes the files of this purpose exactly these: new ones come, earlier ones are replaced or removed. An earlier file that is no longer
     * wanted but was changed by somebody stays, and is theirs from now on.
     *
     * @param files contents by name; names as for {@link #refusals}
     * @return why nothing was written; empty if all was
     * @throws IllegalArgumentException if a name is none that every file system takes
     */
    public List<Finding> write(SortedMap<String, byte[]> files) {
        var refusals = refusals(files.keySet());
        if (!refusals.isEmpty()) {
            return refusals;
        }
        try {
            boolean isNew = Files.notExists(folder);
            Files.createDirectories(folder);
            Path aside = Files.createTempDirectory(folder, ".grundskema-part");
            try {
                replace(files, aside);
                return List.of();
            } finally {
                discard(aside);
                if (isNew) {
                    deleteIfEmpty(folder);
                }
            }
        } catch (IOException | SecurityException e) {
            return List.of(Finding.error("folder.not-writable", "", folder));
        }
    }

    private void replace(SortedMap<String, byte[]> files, Path aside) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(aside.resolve(file.getKey()), file.getValue());
        }
        var before = WrittenFiles.read(list);
        var after = WrittenFiles.of(files);
        before.and(after).write(list);
        for (String name : files.keySet()) {
            WholeFile.move(aside.resolve(name), folder.resolve(name));
        }
        for (String name : before.names()) {
            Path file = folder.resolve(name);
            if (!files.containsKey(name) && before.isAsWritten(file)) {
                Files.delete(file);
            }
        }
        after.write(list);
    }

    private static void discard(Path aside) throws IOException {
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

    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "The file name (%s) should be of small letters, digits and '. _ -'.\nMaybe make it of a kind and a number?"
                            .formatted(name));
        }
        return name;
    }
}
