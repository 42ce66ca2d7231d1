package dk.grundskema.api.planning.plansheet;

import dk.grundskema.api.imports.plansheet.CellChange;
import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.finding.Severity;
import dk.grundskema.solver.edit.ManualChange;
import dk.grundskema.solver.edit.ManualChangeResult.AppliedChanges;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What sheets make of a plan.
 *
 * @param findings findings at cells; with an error nothing may be kept
 * @param changes  what cells make otherwise, in the order of the sheets
 * @param edits    the changes by hand that make it so, in the order in which they are applied; empty means that nothing becomes otherwise
 * @param made     the result of the edits; {@code null} if there is an error
 * @param stated   sessions that the sheets state
 * @param broken   violations of hard and medium rules that are new, or by how much they became worse, by the independent check
 * @param mended   violations that are resolved, or by how much they were reduced
 * @param rows     number of rows or cells that were read
 */
public record PlanSheetPreview(
        List<FileFinding> findings,
        List<CheckedChange> changes,
        List<ManualChange> edits,
        @Nullable AppliedChanges made,
        Set<SessionId> stated,
        List<RuleViolation> broken,
        List<RuleViolation> mended,
        int rows) {
    /** Copies the lists. */
    public PlanSheetPreview {
        findings = List.copyOf(findings);
        changes = List.copyOf(changes);
        edits = List.copyOf(edits);
        stated = Set.copyOf(stated);
        broken = List.copyOf(broken);
        mended = List.copyOf(mended);
    }

    /**
     * A change of a cell, with what it breaks.
     *
     * @param cell   the change
     * @param broken those of the new violations that are in the meeting, and those in no changed meeting about a person or room of the cell
     */
    public record CheckedChange(CellChange cell, List<RuleViolation> broken) {
        /** Copies the list. */
        public CheckedChange {
            broken = List.copyOf(broken);
        }
    }

    /** Returns the new violations that are beside no change of a cell. */
    public List<RuleViolation> unplaced() {
        Set<RuleViolation> placed =
                changes.stream().flatMap(change -> change.broken().stream()).collect(Collectors.toSet());
        return broken.stream().filter(one -> !placed.contains(one)).toList();
    }

    /** Whether there is an error, so that nothing may be kept. */
    public boolean hasErrors() {
        return findings.stream().anyMatch(each -> each.finding().isError());
    }

    /** Returns the number of warnings, which need the user's acceptance. */
    public long warnings() {
        return findings.stream()
                .filter(each -> each.finding().severity() == Severity.WARNING)
                .count();
    }
}
