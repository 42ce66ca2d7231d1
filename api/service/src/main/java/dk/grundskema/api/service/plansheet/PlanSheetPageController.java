package dk.grundskema.api.service.plansheet;

import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.planning.plansheet.PlanSheetPreview;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.page.ErrorMessages;
import dk.grundskema.api.platform.page.LocalizedTemplates;
import dk.grundskema.api.platform.page.PageController;
import dk.grundskema.api.platform.page.PageRenderer;
import dk.grundskema.api.platform.page.PlanPart;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.problem.PlanBarFactory;
import dk.grundskema.api.service.plansheet.PlanSheetImporter.ComparedPlan;
import dk.grundskema.api.service.plansheet.PlanSheetPage.SheetFinding;
import dk.grundskema.api.service.plansheet.PlanSheetPage.SheetPreview;
import dk.grundskema.api.service.solve.ContinueFrom;
import dk.grundskema.api.service.solve.SolveService;
import dk.grundskema.domain.finding.Texts;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
    private final PlanSheetImporter planSheetImporter;
    private final SolveService solves;
    private final ErrorMessages errorMessages;
    private final PlanBarFactory planBars;
    private final LocalizedTemplates templates;

    PlanSheetPageController(
            PlanStore plans,
            PlanSheetImporter planSheetImporter,
            SolveService solves,
            ErrorMessages errorMessages,
            PageRenderer pageRenderer,
            PlanBarFactory planBars) {
        this.plans = plans;
        this.planSheetImporter = planSheetImporter;
        this.solves = solves;
        this.errorMessages = errorMessages;
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
        try {
            ComparedPlan compared = planSheetImporter.compare(plan, files, caller);
            HttpStatus status = compared.preview().hasErrors() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK;
            return respond(status, plan, List.of(), view(compared), request);
        } catch (RefusalException refusal) {
            return refuse(plan, refusal, request);
        }
    }

    private static SheetPreview view(ComparedPlan compared) {
        PlanSheetPreview preview = compared.preview();
        Texts texts = compared.views().texts();
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
                preview.changes().stream().map(compared.formatter()::word).toList(),
                preview.unplaced().stream().map(texts::sentenceOf).toList(),
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
            planSheetImporter.keep(plan, version, SheetEdits.parse(edits), use == SheetUse.LOCK, caller);
            if (use == SheetUse.COMPLETE) {
                solves.enqueue(plan, SECONDS, ContinueFrom.CURRENT, caller.account());
            }
            return PageRenderer.redirectTo(
                    "/plans/" + plan.value() + "/plan" + (use == SheetUse.CHECK ? "?fault=all" : ""));
        } catch (RefusalException refusal) {
            return refuse(plan, refusal, request);
        }
    }

    private ResponseEntity<byte[]> refuse(PlanId plan, RefusalException refusal, HttpServletRequest request) {
        if (refusal.status() == HttpStatus.NOT_FOUND) {
            throw refusal;
        }
        return respond(refusal.status(), plan, errorMessages.sentences(refusal), null, request);
    }
}
