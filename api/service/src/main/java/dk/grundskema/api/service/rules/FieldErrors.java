package dk.grundskema.api.service.rules;

import dk.grundskema.api.platform.http.ProblemDetails.FindingView;
import dk.grundskema.domain.finding.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Assigns messages about a part of a plan to the fields of a page. A message about a place without a field goes to the closest enclosing field. The
 * fields are collected during a first pass without messages, when a page is built twice.
 */
public final class FieldErrors {
    private final List<FindingView> findings;
    private final Set<String> knownFields;
    private final Set<String> requestedFields = new HashSet<>();

    private FieldErrors(List<FindingView> findings, Set<String> knownFields) {
        this.findings = List.copyOf(findings);
        this.knownFields = Set.copyOf(knownFields);
    }

    /** Returns a collector of fields without messages. */
    public static FieldErrors empty() {
        return new FieldErrors(List.of(), Set.of());
    }

    /** Returns a copy with all messages, assigned to the collected fields. */
    public FieldErrors withMessages(List<FindingView> all) {
        return new FieldErrors(all, requestedFields);
    }

    /** Registers a field and returns it with its messages. */
    public PointerField field(String at, String value) {
        requestedFields.add(at);
        return new PointerField(at, value, messagesFor(at, true), messagesFor(at, false));
    }

    private List<String> messagesFor(String at, boolean isError) {
        return findings.stream()
                .filter(one -> (one.severity() == Severity.ERROR) == isError)
                .filter(one -> at.equals(nearestField(one.pointer())))
                .map(FindingView::text)
                .distinct() // a field may cover several places
                .toList();
    }

    private String nearestField(String pointer) {
        String at = pointer;
        while (!at.isEmpty() && !knownFields.contains(at)) {
            at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
        }
        return at;
    }

    /** Returns the messages that no field covers. */
    public List<FindingView> unassigned() {
        var rest = new ArrayList<FindingView>();
        for (FindingView one : findings) {
            if (nearestField(one.pointer()).isEmpty()) {
                rest.add(one);
            }
        }
        return rest;
    }

    /** Returns the number of fields with errors. */
    public int countErrors() {
        return (int) findings.stream()
                .filter(one -> one.severity() == Severity.ERROR)
                .map(one -> nearestField(one.pointer()))
                .filter(at -> !at.isEmpty())
                .distinct()
                .count();
    }
}
