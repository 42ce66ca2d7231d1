package dk.grundskema.api.service.plansheet;

import dk.grundskema.api.planning.plansheet.CellChangeFormatter.WordedChange;
import dk.grundskema.api.platform.page.PageHead;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Model of the page on which a finished plan is read from spreadsheets.
 *
 * @param plan         id of the plan
 * @param version      plan version that the visitor has seen
 * @param hasTimetable whether the plan has a timetable
 * @param errors       why nothing was read or kept; empty means nothing
 * @param preview      what the spreadsheets make of the plan; {@code null} means that none was read
 */
public record PlanSheetPage(
        String plan,
        long version,
        boolean hasTimetable,
        List<String> errors,
        @Nullable SheetPreview preview) {
    /** Copies the list. */
    public PlanSheetPage {
        errors = List.copyOf(errors);
    }

    /**
     * What spreadsheets make of a plan.
     *
     * @param rows     number of rows or cells that were read
     * @param findings findings at cells, the most severe first
     * @param isKeepable whether it can be kept: there is no error
     * @param warnings number of warnings
     * @param changes  what becomes otherwise, cell by cell
     * @param unplaced rules that are broken then and were not before, in none of the changed meetings, each in a sentence
     * @param broken   number of rules that are broken then and were not before
     * @param mended   number of rules that were broken before and are not then
     * @param edits    the changes for the form that keeps them
     */
    public record SheetPreview(
            int rows,
            List<SheetFinding> findings,
            boolean isKeepable,
            long warnings,
            List<WordedChange> changes,
            List<String> unplaced,
            int broken,
            int mended,
            String edits) {
        /** Copies the lists. */
        public SheetPreview {
            findings = List.copyOf(findings);
            changes = List.copyOf(changes);
            unplaced = List.copyOf(unplaced);
        }
    }

    /**
     * A finding at a cell.
     *
     * @param severity {@code ERROR}, {@code WARNING} or {@code INFO}
     * @param place    file and cell
     * @param text     what is wrong and what to write
     */
    public record SheetFinding(String severity, String place, String text) {}

    /** Returns the head of the page. */
    public PageHead head() {
        return PageHead.ofText("sheet").withStyle("lists.css");
    }
}
