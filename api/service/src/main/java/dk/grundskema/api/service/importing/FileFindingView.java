package dk.grundskema.api.service.importing;

import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.domain.finding.Severity;
import dk.grundskema.domain.finding.Texts;
import java.util.List;

/**
 * Something that somebody should know about a file.
 *
 * @param code     stable name of what was found
 * @param severity whether the file can still be used
 * @param file     name of the file as it was sent
 * @param where    place in it as people find it again, such as {@code Staff!C14}; empty means the file as a whole
 * @param text     what it says, in the language that was asked for
 */
public record FileFindingView(String code, Severity severity, String file, String where, String text) {
    /** Returns views of findings, in their order. */
    public static List<FileFindingView> of(List<FileFinding> findings, Texts texts) {
        return findings.stream()
                .map(one -> new FileFindingView(
                        one.finding().code(),
                        one.finding().severity(),
                        one.file(),
                        one.finding().pointer(),
                        texts.sentenceOf(one.finding())))
                .toList();
    }
}
