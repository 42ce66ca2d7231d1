package dk.grundskema.api.imports.source;

import java.nio.file.Path;

/**
 * Reads files of one format. Readers are tried in turn, the most specific first; the first that recognises a file reads it. A reader keeps
 * no state between files and never throws because of a file's content: every error is a finding.
 */
public interface SourceReader {
    /** Number of bytes at the beginning of a file that a reader gets to recognise it; a shorter file is passed whole. */
    int HEAD = 8192;

    /**
     * Whether a file has this reader's format, judged by its first bytes and its name. Returns true also for a broken file that is clearly
     * meant to be of the format, so that the reader can report what is wrong.
     *
     * @param head     the file's first bytes, at most {@link #HEAD}; must not be changed
     * @param fileName the last part of its name, such as {@code GPU001.TXT}
     */
    boolean recognises(byte[] head, String fileName);

    /**
     * Returns the content of a file, with the findings about it.
     *
     * @param name  the file as the user named it, for places
     * @param file  its path
     * @param hints information that the file lacks
     */
    SourceData read(String name, Path file, ReadingHints hints);

    /**
     * Returns this reader with knowledge of the import's other files, if that helps to interpret words; by default itself.
     *
     * @param others content of the other files
     */
    default SourceReader withOtherSources(SourceData others) {
        return this;
    }
}
