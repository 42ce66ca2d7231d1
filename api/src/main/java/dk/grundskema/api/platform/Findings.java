package dk.grundskema.api.platform;

import dk.grundskema.domain.finding.FieldName;
import dk.grundskema.domain.finding.Finding;
import java.util.ArrayList;
import java.util.List;

/** What was found so far while one file is read; stops counting where nobody would read on. */
public final class Findings {
    /** Most findings that are told of one file. */
    public static final int MOST = 1000;

    private final List<Finding> all = new ArrayList<>();
    private int count;

    /** Adds one. */
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

    /** How many of those that are told there are so far. */
    int toldSoFar() {
        return all.size();
    }

    /** Those that came after the first so many and are about what the pointer names, or an element of it, are about a field. */
    void name(int first, String pointer, FieldName field) {
        for (int i = first; i < all.size(); i++) {
            Finding one = all.get(i);
            if (isAbout(one, pointer) && !one.code().startsWith("value.unknown-field")) {
                all.set(i, one.about(field));
            }
        }
    }

    private static boolean isAbout(Finding finding, String pointer) {
        String its = finding.pointer();
        return its.startsWith(pointer) && its.substring(pointer.length()).matches("(/\\d+)?");
    }

    /** Whether there are more than are told, so that looking for others is of no use. */
    public boolean isFull() {
        return count > MOST;
    }

    /** How many there are, those included that are not told. */
    public int count() {
        return count;
    }

    /** Those that are told, each once, in the order in which they were found. */
    List<Finding> told() {
        var told = new ArrayList<>(all.stream().distinct().toList());
        if (count > MOST) {
            told.add(Finding.error("json.too-many-findings", "", MOST));
        }
        return told;
    }
}
