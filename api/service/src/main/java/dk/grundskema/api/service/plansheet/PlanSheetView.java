package dk.grundskema.api.service.plansheet;

import dk.grundskema.api.planning.plansheet.CellChangeFormatter.WordedChange;
import dk.grundskema.api.service.edit.EffectViews.PlaceView;
import dk.grundskema.api.service.importing.FileFindingView;
import dk.grundskema.api.service.plansheet.PlanSheetImporter.ComparedPlan;
import java.util.List;

/**
 * What spreadsheets make of a plan.
 *
 * @param version  version of the plan: the one that was compared, or from now on
 * @param rows     number of rows or cells that were read
 * @param findings warnings and notes at cells; what a warning is about is left out
 * @param changes  what becomes otherwise, cell by cell, each with what it breaks
 * @param broken   where hard and medium rules are broken then and were not before, or by how much more
 * @param mended   where they were broken before and are not any more, or by how much less
 */
record PlanSheetView(
        long version,
        int rows,
        List<FileFindingView> findings,
        List<WordedChange> changes,
        List<PlaceView> broken,
        List<PlaceView> mended) {
    /** Returns the view of a comparison. */
    static PlanSheetView of(ComparedPlan compared, long version) {
        var preview = compared.preview();
        return new PlanSheetView(
                version,
                preview.rows(),
                FileFindingView.of(preview.findings(), compared.views().texts()),
                preview.changes().stream().map(compared.formatter()::word).toList(),
                compared.views().places(preview.broken()),
                compared.views().places(preview.mended()));
    }
}
