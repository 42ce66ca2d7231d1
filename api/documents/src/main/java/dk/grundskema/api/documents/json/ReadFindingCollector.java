package dk.grundskema.api.documents.json;

import dk.grundskema.domain.finding.FieldName;
import dk.grundskema.domain.finding.Finding;
import java.util.ArrayList;
import java.util.List;

/** Collects the findings of reading one file, and reports at most {@link #MOST} of them. */
public final class ReadFindingCollector {
    /** Most findings that are reported for one file. */
    public static final int MOST = 1000;

    private final List<Finding> all = new ArrayList<>();
    private int count;

    /** Adds a finding. */
    public void add(Finding finding) {
        count++;
        if (all.size() < MOST) {
            all.add(finding);
        }
    }

    /** Adds an error. */
    public void error(String code, String pointer, Object... arguments) {
        add(Finding.error(code, pointer, arguments));
    }

    /** Returns how many findings are stored, at most {@link #MOST}. */
    int reportedCount() {
        return all.size();
    }

    /** Attaches a field name to the stored findings from index {@code first} on whose pointer is the given one or an element of it. */
    void attachFieldName(int first, String pointer, FieldName field) {
        for (int i = first; i < all.size(); i++) {
            Finding one = all.get(i);
            if (isAbout(one, pointer) && !one.code().startsWith("value.unknown-field")) {
                all.set(i, one.withField(field));
            }
        }
    }

    private static boolean isAbout(Finding finding, String pointer) {
        String its = finding.pointer();
        return its.startsWith(pointer) && its.substring(pointer.length()).matches("(/\\d+)?");
    }

    /** Whether there are more findings than are reported, so that searching for more is useless. */
    public boolean isFull() {
        return count > MOST;
    }

    /** Returns the number of findings, including those that are not reported. */
    public int count() {
        return count;
    }

    /** Returns the reported findings without duplicates, in the order in which they were found. */
    List<Finding> reported() {
        var reported = new ArrayList<>(all.stream().distinct().toList());
        if (count > MOST) {
            reported.add(Finding.error("json.too-many-findings", "", MOST));
        }
        return reported;
    }
}
