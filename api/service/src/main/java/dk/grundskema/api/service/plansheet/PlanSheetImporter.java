package dk.grundskema.api.service.plansheet;

import dk.grundskema.api.imports.table.file.TableFileReader;
import dk.grundskema.api.imports.table.file.TableReadResult;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.planning.plansheet.CellChangeFormatter;
import dk.grundskema.api.planning.plansheet.ImportedPlan;
import dk.grundskema.api.planning.plansheet.PlanSheetPreview;
import dk.grundskema.api.planning.plansheet.PlanSheetPreviewer;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.service.edit.EffectViewFactory;
import dk.grundskema.api.service.edit.EffectViewFactory.PlanEffectViews;
import dk.grundskema.api.service.edit.PlanEditor;
import dk.grundskema.api.service.edit.PlanWorkbench;
import dk.grundskema.api.service.edit.WorkbenchCache;
import dk.grundskema.api.service.plan.NameResolverFactory;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.solver.edit.ManualChange;
import dk.grundskema.solver.edit.ManualChangeResult.AppliedChanges;
import dk.grundskema.solver.edit.Workbench;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Compares a plan with spreadsheets that state it, and makes the plan what they state. */
@Component
final class PlanSheetImporter {
    private final PlanStore plans;
    private final WorkbenchCache workbenchCache;
    private final PlanEditor planEditor;
    private final EffectViewFactory effectViewFactory;
    private final NameResolverFactory nameResolverFactory;
    private final PluginPlanningFacade planning;

    PlanSheetImporter(
            PlanStore plans,
            WorkbenchCache workbenchCache,
            PlanEditor planEditor,
            EffectViewFactory effectViewFactory,
            NameResolverFactory nameResolverFactory,
            PluginPlanningFacade planning) {
        this.plans = plans;
        this.workbenchCache = workbenchCache;
        this.planEditor = planEditor;
        this.effectViewFactory = effectViewFactory;
        this.nameResolverFactory = nameResolverFactory;
        this.planning = planning;
    }

    /**
     * A plan compared with spreadsheets.
     *
     * @param bench     the plan as it is
     * @param preview   what the spreadsheets make of it
     * @param views     views in the caller's language, with the names that the caller may see
     * @param formatter words changes of cells in the same way
     */
    record ComparedPlan(
            PlanWorkbench bench, PlanSheetPreview preview, PlanEffectViews views, CellChangeFormatter formatter) {}

    /**
     * Compares a plan with spreadsheets, and keeps nothing. Empty files are left out.
     *
     * @throws RefusalException 404 if the plan does not exist, 409 if a plugin is missing, 422 if there is no file
     */
    ComparedPlan compare(PlanId plan, @Nullable List<MultipartFile> files, Caller caller) {
        List<TableReadResult> tables = files == null
                ? List.of()
                : files.stream()
                        .filter(file -> file.getSize() > 0)
                        .map(PlanSheetImporter::read)
                        .toList();
        PlanWorkbench bench = workbenchCache.openOrEmpty(plan);
        if (tables.isEmpty()) {
            throw RefusalException.unusable("plansheet.no-file", "");
        }
        var demands = nameResolverFactory.demands(bench.problem());
        PlanSheetPreview preview = planning.previewPlanSheets(bench.workbench(), demands, tables);
        PlanEffectViews views = effectViewFactory.forPlan(
                bench.plan(), bench.problem(), bench.timetable().value(), caller);
        var formatter =
                new CellChangeFormatter(views.texts(), views.names()::nameOf, ImportedPlan.subjectTitles(demands));
        return new ComparedPlan(bench, preview, views, formatter);
    }

    private static TableReadResult read(MultipartFile file) {
        try {
            String name = String.valueOf(file.getOriginalFilename());
            return TableFileReader.read(name.isBlank() ? "plan" : name, file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes a plan what spreadsheets state; nothing, if it is that already.
     *
     * @param version plan version that the caller has seen
     * @param edits   what the spreadsheets change
     * @param locking whether all that they state is locked
     * @return the plan version from now on
     * @throws RefusalException 404 if the plan does not exist, 412 if it has another version, 422 if an edit is invalid
     */
    long keep(PlanId plan, long version, SheetEdits edits, boolean locking, Caller caller) {
        boolean isNew = plans.revision(plans.getAtVersion(plan, version).head()).timetable() == null;
        if (edits.changes().isEmpty() && !locking && !isNew) {
            return version;
        }
        PlanWorkbench bench = workbenchCache.openOrEmpty(plan);
        var changes = edits.changes().isEmpty() ? List.<ManualChange>of() : PlanEditor.parseChanges(edits.changes());
        AppliedChanges made = PlanEditor.attempt(bench, changes, false);
        if (locking) {
            Workbench after = made.workbench(made.timetable(""));
            var locks = PlanSheetPreviewer.lockEdits(after, Set.copyOf(edits.stated()));
            made = PlanEditor.attempt(
                    new PlanWorkbench(bench.plan(), bench.problem(), bench.timetable(), after), locks, true);
        }
        return planEditor
                .commit(
                        bench,
                        made,
                        version,
                        locking ? "revision.plan-sheet-locked" : "revision.plan-sheet",
                        List.of(String.valueOf(edits.changes().size())),
                        caller)
                .version();
    }
}
