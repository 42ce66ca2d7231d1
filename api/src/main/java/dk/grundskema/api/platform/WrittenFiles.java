package dk.grundskema.api.platform;

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
 * What a program wrote into a folder, kept there as a list of hashes and names that {@code sha256sum -c} reads too.
 *
 * @param hashes the hashes that each file, by its name, may have; more than one while files are being replaced
 */
record WrittenFiles(SortedMap<String, SortedSet<String>> hashes) {
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  ([a-z0-9][a-z0-9._-]{0,99})");

    /** Copies the map. */
    WrittenFiles {
        var copy = new TreeMap<String, SortedSet<String>>();
        hashes.forEach((name, each) -> copy.put(name, Collections.unmodifiableSortedSet(new TreeSet<>(each))));
        hashes = Collections.unmodifiableSortedMap(copy);
    }

    /** What the list says; nothing if there is none. Lines that nobody of ours wrote are passed over. */
    static WrittenFiles read(Path list) throws IOException {
        var found = new TreeMap<String, SortedSet<String>>();
        if (Files.isRegularFile(list, LinkOption.NOFOLLOW_LINKS)) {
            var text = new String(Files.readAllBytes(list), StandardCharsets.UTF_8);
            text.lines()
                    .map(LINE::matcher)
                    .filter(line -> line.matches())
                    .forEach(line -> found.computeIfAbsent(line.group(2), name -> new TreeSet<>())
                            .add(line.group(1)));
        }
        return new WrittenFiles(found);
    }

    /** What is about to be written. */
    static WrittenFiles of(Map<String, byte[]> files) {
        var hashes = new TreeMap<String, SortedSet<String>>();
        files.forEach((name, content) -> hashes.put(name, new TreeSet<>(Set.of(Sha256.of(content)))));
        return new WrittenFiles(hashes);
    }

    /** Both what was written and what is about to be. */
    WrittenFiles and(WrittenFiles other) {
        var both = new TreeMap<String, SortedSet<String>>();
        hashes.forEach((name, each) -> both.put(name, new TreeSet<>(each)));
        other.hashes.forEach((name, each) ->
                both.computeIfAbsent(name, absent -> new TreeSet<>()).addAll(each));
        return new WrittenFiles(both);
    }

    /** Names of the files. */
    Set<String> names() {
        return hashes.keySet();
    }

    /** Whether a file of that name was written. */
    boolean lists(Path file) {
        return hashes.containsKey(String.valueOf(file.getFileName()));
    }

    /** Whether the file is there, was written by this program, and nobody changed it since. */
    boolean isAsWritten(Path file) throws IOException {
        var known = hashes.get(String.valueOf(file.getFileName()));
        return known != null
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && known.contains(Sha256.of(Files.readAllBytes(file)));
    }

    /** Writes the list, whole or not at all. */
    void write(Path list) throws IOException {
        var text = new StringBuilder();
        hashes.forEach((name, each) ->
                each.forEach(hash -> text.append(hash).append("  ").append(name).append('\n')));
        if (!WholeFile.write(text.toString(), list).isEmpty()) {
            throw new IOException("The list of files (%s) could not be written.".formatted(list));
        }
    }
}
