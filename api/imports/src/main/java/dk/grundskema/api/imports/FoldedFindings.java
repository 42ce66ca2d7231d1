package dk.grundskema.api.imports;

import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.domain.finding.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Findings of one kind about one file, folded for display: the first ones as examples, and how many more there are.
 *
 * @param examples the first findings, at least one
 * @param more     number of the others; 0 means that nothing is folded
 * @param places   places of the first others, without empty ones
 */
public record FoldedFindings(List<FileFinding> examples, int more, List<String> places) {
    /** Most findings of a kind that are shown one by one. Our own number. */
    private static final int MOST_SINGLE = 5;

    private static final int EXAMPLES = 3;
    private static final int PLACES = 5;

    private record Kind(String file, Severity severity, String code) {}

    /** Copies the lists. */
    public FoldedFindings {
        examples = List.copyOf(examples);
        places = List.copyOf(places);
    }

    /**
     * Folds the findings of each kind, which is a file, a severity and a code; up to {@value #MOST_SINGLE} of a kind stay single. The order is
     * that of the first finding of each kind.
     */
    public static List<FoldedFindings> fold(List<FileFinding> findings) {
        Map<Kind, List<FileFinding>> kinds = new LinkedHashMap<>();
        findings.forEach(each -> kinds.computeIfAbsent(
                        new Kind(each.file(), each.finding().severity(), each.kind()), any -> new ArrayList<>())
                .add(each));
        return kinds.values().stream()
                .flatMap(kind -> kind.size() <= MOST_SINGLE
                        ? kind.stream().map(one -> new FoldedFindings(List.of(one), 0, List.of()))
                        : Stream.of(foldKind(kind)))
                .toList();
    }

    private static FoldedFindings foldKind(List<FileFinding> kind) {
        List<FileFinding> others = kind.subList(EXAMPLES, kind.size());
        return new FoldedFindings(
                kind.subList(0, EXAMPLES),
                others.size(),
                others.stream()
                        .map(each -> each.finding().pointer())
                        .filter(where -> !where.isEmpty())
                        .distinct()
                        .limit(PLACES)
                        .toList());
    }

    /** Returns the first finding, which has the severity and code of all. */
    public FileFinding first() {
        return examples.getFirst();
    }
}
