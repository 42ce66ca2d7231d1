package dk.grundskema.api.imports.plansheet;

import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.domain.demand.SessionId;
import java.util.List;
import java.util.Set;

/**
 * What sheets say about a plan.
 *
 * @param findings findings at cells; with an error nothing of the sheets may be kept
 * @param changes  what they make otherwise, cell by cell in the order of the sheets
 * @param stated   sessions that the sheets state
 * @param rows     number of rows or cells that were read
 */
public record PlanSheetReading(List<FileFinding> findings, List<CellChange> changes, Set<SessionId> stated, int rows) {
    /** Copies the lists. */
    public PlanSheetReading {
        findings = List.copyOf(findings);
        changes = List.copyOf(changes);
        stated = Set.copyOf(stated);
    }

    /** Whether there is an error. */
    public boolean hasErrors() {
        return findings.stream().anyMatch(each -> each.finding().isError());
    }
}
