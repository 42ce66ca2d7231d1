package dk.grundskema.api.imports.source;

import dk.grundskema.domain.finding.Severity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects the findings of one file. Of each kind, which is a code with a severity, it keeps the first {@value #MOST_OF_KIND} and counts the
 * others. The number of the others is a finding of the same severity, so that repetition alone never makes a file unusable.
 */
public final class BoundedFindings {
    /** Most findings of one kind that are kept for one file. Our own number. */
    public static final int MOST_OF_KIND = 1000;

    private record Kind(String code, Severity severity) {}

    private final String file;
    private final List<FileFinding> kept = new ArrayList<>();
    private final Map<Kind, Integer> counts = new HashMap<>();
    private final Map<Severity, Integer> others = new EnumMap<>(Severity.class);

    /** @param file name of the file as the user gave it */
    public BoundedFindings(String file) {
        this.file = file;
    }

    /** Adds a finding; only counts it if there are already {@value #MOST_OF_KIND} of its kind. */
    public void add(FileFinding finding) {
        var kind = new Kind(finding.finding().code(), finding.finding().severity());
        if (counts.merge(kind, 1, Integer::sum) <= MOST_OF_KIND) {
            kept.add(finding);
        } else {
            others.merge(kind.severity(), 1, Integer::sum);
        }
    }

    /** Returns the kept findings in their order, and for each severity how many more there are. */
    public List<FileFinding> all() {
        var all = new ArrayList<>(kept);
        others.forEach((severity, number) -> all.add(FileFinding.of(
                new SourceLocation(file, ""), severity, "import.too-many-findings", number, MOST_OF_KIND)));
        return List.copyOf(all);
    }
}
