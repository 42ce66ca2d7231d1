package dk.grundskema.api.documents.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * List of the files that a program wrote into a folder, with their hashes. It is stored in that folder in the format of {@code sha256sum
 * -c}.
 *
 * @param hashes the hashes that each file may have, by file name; more than one while files are being replaced
 */
record FolderManifest(SortedMap<String, SortedSet<String>> hashes) {
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  ([a-z0-9][a-z0-9._-]{0,99})");

    /** Copies the map. */
    FolderManifest {
        var copy = new TreeMap<String, SortedSet<String>>();
        hashes.forEach((name, each) -> copy.put(name, Collections.unmodifiableSortedSet(new TreeSet<>(each))));
        hashes = Collections.unmodifiableSortedMap(copy);
    }

    /** Reads the list; empty if the file does not exist. Skips lines in another format. */
    static FolderManifest read(Path list) throws IOException {
        var found = new TreeMap<String, SortedSet<String>>();
        if (Files.isRegularFile(list, LinkOption.NOFOLLOW_LINKS)) {
            var text = new String(Files.readAllBytes(list), StandardCharsets.UTF_8);
            text.lines()
                    .map(LINE::matcher)
                    .filter(line -> line.matches())
                    .forEach(line -> found.computeIfAbsent(line.group(2), name -> new TreeSet<>())
                            .add(line.group(1)));
        }
        return new FolderManifest(found);
    }

    /** Returns the list of files that are about to be written. */
    static FolderManifest of(Map<String, byte[]> files) {
        var hashes = new TreeMap<String, SortedSet<String>>();
        files.forEach((name, content) -> hashes.put(name, new TreeSet<>(Set.of(Sha256.of(content)))));
        return new FolderManifest(hashes);
    }

    /** Returns the union of both lists. */
    FolderManifest merge(FolderManifest other) {
        var both = new TreeMap<String, SortedSet<String>>();
        hashes.forEach((name, each) -> both.put(name, new TreeSet<>(each)));
        other.hashes.forEach((name, each) ->
                both.computeIfAbsent(name, absent -> new TreeSet<>()).addAll(each));
        return new FolderManifest(both);
    }

    /** Returns the names of the files. */
    Set<String> names() {
        return hashes.keySet();
    }

    /** Whether the list has a file of that name. */
    boolean contains(Path file) {
        return hashes.containsKey(String.valueOf(file.getFileName()));
    }

    /** Whether the file exists, was written by this program and has not been changed since. */
    boolean isUnchanged(Path file) throws IOException {
        var known = hashes.get(String.valueOf(file.getFileName()));
        return known != null
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && known.contains(Sha256.of(Files.readAllBytes(file)));
    }

    /** Writes the list atomically. */
    void write(Path list) throws IOException {
        var text = new StringBuilder();
        hashes.forEach((name, each) ->
                each.forEach(hash -> text.append(hash).append("  ").append(name).append('\n')));
        if (!AtomicFileWriter.write(text.toString(), list).isEmpty()) {
            throw new IOException("The list of files (%s) could not be written.".formatted(list));
        }
    }
}
