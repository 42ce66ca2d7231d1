package dk.grundskema.api.server.pages.camp;

import dk.grundskema.api.server.platform.ProblemDetails.FindingView;
import dk.grundskema.api.web.app.camp.Field;
import dk.grundskema.domain.finding.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Puts what is said of a camp beside the fields of a page: what is said of a place without a field, beside the one around it. */
final class Beside {
    private final List<FindingView> said;
    private final Set<String> known;
    private final Set<String> asked = new HashSet<>();

    private Beside(List<FindingView> said, Set<String> known) {
        this.said = List.copyOf(said);
        this.known = Set.copyOf(known);
    }

    /** Says nothing, but learns which fields there are. */
    static Beside nothing() {
        return new Beside(List.of(), Set.of());
    }

    /** With all that is said, now that the fields are known. */
    Beside saying(List<FindingView> all) {
        return new Beside(all, asked);
    }

    /** A field with what is said of it. */
    Field field(String at, String value) {
        asked.add(at);
        return new Field(at, value, of(at, true), of(at, false));
    }

    private List<String> of(String at, boolean isError) {
        return said.stream()
                .filter(one -> (one.severity() == Severity.ERROR) == isError)
                .filter(one -> at.equals(place(one.pointer())))
                .map(FindingView::text)
                .distinct() // a field may stand for several places
                .toList();
    }

    private String place(String pointer) {
        String at = pointer;
        while (!at.isEmpty() && !known.contains(at)) {
            at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
        }
        return at;
    }

    /** What is said of nothing that has a field. */
    List<FindingView> rest() {
        var rest = new ArrayList<FindingView>();
        for (FindingView one : said) {
            if (place(one.pointer()).isEmpty()) {
                rest.add(one);
            }
        }
        return rest;
    }

    /** How many fields are wrong. */
    int wrong() {
        return (int) said.stream()
                .filter(one -> one.severity() == Severity.ERROR)
                .map(one -> place(one.pointer()))
                .filter(at -> !at.isEmpty())
                .distinct()
                .count();
    }
}
