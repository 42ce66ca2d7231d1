package dk.grundskema.api.imports.source;

import java.nio.file.Path;

/**
 * Reads files of one format. Readers are asked in turn, the pickiest first; the first that recognises a file reads it. They keep no state
 * between files and never throw because of what a file holds: whatever is wrong is a finding.
 */
public interface FileReader {
    /** How many bytes of a file readers see before one of them is chosen; a shorter file is seen whole. */
    int HEAD = 8192;

    /**
     * Whether a file is of this reader's format, as far as its beginning and its name tell. A file that is clearly meant to be of the format,
     * but broken, is recognised too, so that the reader can say what is wrong with it.
     *
     * @param head     the file's first bytes, at most {@link #HEAD}; not to be changed
     * @param fileName the last part of its name, such as {@code GPU001.TXT}
     */
    boolean recognises(byte[] head, String fileName);

    /**
     * Everything in a file, or what is wrong with it.
     *
     * @param name  the file as the user named it, for places
     * @param file  where it is
     * @param hints what is known beside the file
     */
    Source read(String name, Path file, ReadingHints hints);

    /**
     * The same reader, knowing what other files of the same import hold, where that helps it to tell words apart; by default itself.
     *
     * @param others what was read of the other files
     */
    default FileReader knowing(Source others) {
        return this;
    }
}
