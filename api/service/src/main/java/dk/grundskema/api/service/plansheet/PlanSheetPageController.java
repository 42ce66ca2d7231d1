package dk.grundskema.api.service.plansheet;

import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.table.file.TableFileReader;
import dk.grundskema.api.imports.table.file.TableReadResult;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.planning.plansheet.CellChangeFormatter;
import dk.grundskema.api.planning.plansheet.ImportedPlan;
import dk.grundskema.api.planning.plansheet.PlanSheetPreview;
import dk.grundskema.api.planning.plansheet.PlanSheetPreviewer;
import dk.grundskema.api.service.access.Caller;
import dk.grundskema.api.service.access.Permission;
import dk.grundskema.api.service.access.RequiresPermission;
import dk.grundskema.api.service.edit.EffectViewFactory;
import dk.grundskema.api.service.edit.PlanEditor;
import dk.grundskema.api.service.edit.PlanWorkbench;
import dk.grundskema.api.service.edit.WorkbenchCache;
import dk.grundskema.api.service.http.ProblemDetails.FindingView;
import dk.grundskema.api.service.http.RefusalException;
import dk.grundskema.api.service.http.RequestTexts;
import dk.grundskema.api.service.page.LocalizedTemplates;
import dk.grundskema.api.service.page.PageController;
import dk.grundskema.api.service.page.PageRenderer;
import dk.grundskema.api.service.page.PlanPart;
import dk.grundskema.api.service.plan.NameResolverFactory;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.problem.PlanBarFactory;
import dk.grundskema.api.service.plansheet.PlanSheetPage.SheetFinding;
import dk.grundskema.api.service.plansheet.PlanSheetPage.SheetPreview;
import dk.grundskema.api.service.solve.ContinueFrom;
import dk.grundskema.api.service.solve.SolveService;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.solver.edit.ManualChange;
import dk.grundskema.solver.edit.ManualChangeResult.AppliedChanges;
import dk.grundskema.solver.edit.Workbench;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;

/**
 * Serves the page on which a finished plan is read from spreadsheets: last year's, or an exported one that was changed. Every change is shown before it
 * is kept; keeping it is an edit by hand, which the history can undo.
 */
@PageController
@Hidden // not part of the REST API
final class PlanSheetPageController {
    private static final int SECONDS = 30;

    private final PlanStore plans;
    private final WorkbenchCache workbenchCache;
    private final PlanEditor planEditor;
    private final EffectViewFactory effectViewFactory;
    private final NameResolverFactory nameResolverFactory;
    private final PluginPlanningFacade planning;
    private final SolveService solves;
    private final RequestTexts requestTexts;
    private final PlanBarFactory planBars;
    private final LocalizedTemplates templates;

    PlanSheetPageController(
            PlanStore plans,
            WorkbenchCache workbenchCache,
            PlanEditor planEditor,
            EffectViewFactory effectViewFactory,
            NameResolverFactory nameResolverFactory,
            PluginPlanningFacade planning,
            SolveService solves,
            RequestTexts requestTexts,
            PageRenderer pageRenderer,
            PlanBarFactory planBars) {
        this.plans = plans;
        this.workbenchCache = workbenchCache;
        this.planEditor = planEditor;
        this.effectViewFactory = effectViewFactory;
        this.nameResolverFactory = nameResolverFactory;
        this.planning = planning;
        this.solves = solves;
        this.requestTexts = requestTexts;
        this.planBars = planBars;
        this.templates = pageRenderer.templates(PlanSheetPage.class, "plan-sheet");
    }

    /** What happens with a plan that is kept. */
    enum SheetUse {
        /** It is checked as it is. */
        CHECK,
        /** What is open in it is filled by a solve. */
        COMPLETE,
        /** All that the spreadsheet states is locked. */
        LOCK
    }

    @GetMapping("/plans/{plan}/sheet")
    @RequiresPermission(Permission.EDIT)
    ResponseEntity<byte[]> showPlanSheet(@PathVariable PlanId plan, HttpServletRequest request) {
        return respond(HttpStatus.OK, plan, List.of(), null, request);
    }

    private ResponseEntity<byte[]> respond(
            HttpStatus status,
            PlanId id,
            List<String> errors,
            @Nullable SheetPreview preview,
            HttpServletRequest request) {
        Plan plan = plans.get(id);
        boolean hasTimetable = plans.revision(plan.head()).timetable() != null;
        var page = new PlanSheetPage(id.value(), plan.version(), hasTimetable, errors, preview);
        var bar = planBars.create(plan, PlanPart.OVERVIEW);
        return templates.render(status, request, "plan-sheet", page.head().withPlan(bar), Map.of("page", page));
    }

    /** @param files spreadsheets with the plan */
    @PostMapping("/plans/{plan}/sheet")
    @RequiresPermission(Permission.EDIT)
    ResponseEntity<byte[]> previewPlanSheet(
            @PathVariable PlanId plan,
            @RequestPart(required = false) @Nullable List<MultipartFile> files,
            Caller caller,
            HttpServletRequest request) {
        List<TableReadResult> tables = files == null
                ? List.of()
                : files.stream()
                        .filter(file -> file.getSize() > 0)
                        .map(PlanSheetPageController::read)
                        .toList();
        if (tables.isEmpty()) {
            String error = requestTexts.texts().text("plansheet.no-file");
            return respond(HttpStatus.UNPROCESSABLE_CONTENT, plan, List.of(error), null, request);
        }
        try {
            PlanWorkbench bench = workbenchCache.openOrEmpty(plan);
            PlanSheetPreview preview =
                    planning.previewPlanSheets(bench.workbench(), nameResolverFactory.demands(bench.problem()), tables);
            HttpStatus status = preview.hasErrors() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK;
            return respond(status, plan, List.of(), view(bench, preview, caller), request);
        } catch (RefusalException refusal) {
            return refuse(plan, refusal, request);
        }
    }

    private static TableReadResult read(MultipartFile file) {
        try {
            String name = String.valueOf(file.getOriginalFilename());
            return TableFileReader.read(name.isBlank() ? "plan" : name, file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SheetPreview view(PlanWorkbench bench, PlanSheetPreview preview, Caller caller) {
        var spoken = effectViewFactory.forPlan(
                bench.plan(), bench.problem(), bench.timetable().value(), caller);
        Texts texts = spoken.texts();
        var formatter = new CellChangeFormatter(
                texts,
                spoken.names()::nameOf,
                ImportedPlan.subjectTitles(nameResolverFactory.demands(bench.problem())));
        Set<RuleViolation> placed = new HashSet<>();
        preview.changes().forEach(change -> placed.addAll(change.broken()));
        return new SheetPreview(
                preview.rows(),
                preview.findings().stream()
                        .sorted(Comparator.comparing(
                                (FileFinding one) -> one.finding().severity()))
                        .map(one -> new SheetFinding(
                                one.finding().severity().name(),
                                (one.file() + " " + one.finding().pointer()).strip(),
                                texts.sentenceOf(one.finding())))
                        .toList(),
                !preview.hasErrors(),
                preview.warnings(),
                preview.changes().stream().map(formatter::word).toList(),
                preview.broken().stream()
                        .filter(one -> !placed.contains(one))
                        .map(texts::sentenceOf)
                        .toList(),
                preview.broken().size(),
                preview.mended().size(),
                SheetEdits.of(preview).text());
    }

    /**
     * @param version plan version of the preview
     * @param edits   the previewed changes
     * @param use     what happens with the plan then
     */
    @PostMapping("/plans/{plan}/sheet/keep")
    @RequiresPermission(Permission.EDIT)
    ResponseEntity<byte[]> keepPlanSheet(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "0") long version,
            @RequestParam(defaultValue = "") String edits,
            @RequestParam(defaultValue = "CHECK") SheetUse use,
            Caller caller,
            HttpServletRequest request) {
        try {
            plans.getAtVersion(plan, version);
            keep(workbenchCache.openOrEmpty(plan), SheetEdits.parse(edits), version, use, caller);
            if (use == SheetUse.COMPLETE) {
                solves.enqueue(plan, SECONDS, ContinueFrom.CURRENT, caller.account());
            }
            return PageRenderer.redirectTo(
                    "/plans/" + plan.value() + "/plan" + (use == SheetUse.CHECK ? "?fault=all" : ""));
        } catch (RefusalException refusal) {
            return refuse(plan, refusal, request);
        }
    }

    private void keep(PlanWorkbench bench, SheetEdits edits, long version, SheetUse use, Caller caller) {
        boolean isNew = plans.revision(bench.plan().head()).timetable() == null;
        boolean isUnchanged = edits.changes().isEmpty() && use != SheetUse.LOCK && !isNew;
        if (isUnchanged) {
            return;
        }
        var changes = edits.changes().isEmpty() ? List.<ManualChange>of() : PlanEditor.parseChanges(edits.changes());
        AppliedChanges made = PlanEditor.attempt(bench, changes, false);
        if (use == SheetUse.LOCK) {
            Workbench after = made.workbench(made.timetable(""));
            var locks = PlanSheetPreviewer.lockEdits(after, Set.copyOf(edits.stated()));
            made = PlanEditor.attempt(
                    new PlanWorkbench(bench.plan(), bench.problem(), bench.timetable(), after), locks, true);
        }
        planEditor.commit(
                bench,
                made,
                version,
                use == SheetUse.LOCK ? "revision.plan-sheet-locked" : "revision.plan-sheet",
                List.of(String.valueOf(edits.changes().size())),
                caller);
    }

    private ResponseEntity<byte[]> refuse(PlanId plan, RefusalException refusal, HttpServletRequest request) {
        if (refusal.status() == HttpStatus.NOT_FOUND) {
            throw refusal;
        }
        List<String> errors = requestTexts.describeFindings(refusal.findings()).stream()
                .map(FindingView::text)
                .toList();
        return respond(refusal.status(), plan, errors, null, request);
    }
}
