package dk.grundskema.api.service.plansheet;

import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.http.VersionTag;
import dk.grundskema.api.service.importing.FileFindingRefusal;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plansheet.PlanSheetImporter.ComparedPlan;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** REST operations to read finished plans from spreadsheets. */
@RestController
@RequestMapping("/api/v1/plans/{plan}/plan-sheets")
@Tag(name = "Imports")
final class PlanSheetController {
    private final PlanSheetImporter planSheetImporter;

    PlanSheetController(PlanSheetImporter planSheetImporter) {
        this.planSheetImporter = planSheetImporter;
    }

    /**
     * With an error at a cell the request is refused (422) with everything that was found.
     *
     * @param files finished plans as xlsx or csv: exported and changed, or made by hand; several at once
     */
    @PostMapping("/preview")
    @RequiresPermission(Permission.EDIT)
    @Operation(
            operationId = "tryPlanSheets",
            summary = "What spreadsheets make of a plan, cell by cell, and what that breaks; nothing is kept.")
    ResponseEntity<PlanSheetView> tryPlanSheets(
            @PathVariable PlanId plan,
            @RequestPart(required = false) @Nullable List<MultipartFile> files,
            Caller caller) {
        ComparedPlan compared = compare(plan, files, caller);
        long version = compared.bench().plan().version();
        return VersionTag.okWithTag(version, PlanSheetView.of(compared, version));
    }

    /**
     * What the spreadsheets don't say stays open, or stays as it is. The change is a revision that can be undone. A solve that continues from the
     * plan fills what is open.
     *
     * @param files          finished plans as xlsx or csv: exported and changed, or made by hand; several at once
     * @param acceptWarnings whether the rest is to be kept though cells were found that somebody should look at
     * @param lock           whether all that the spreadsheets state is locked
     */
    @PostMapping
    @RequiresPermission(Permission.EDIT)
    @Operation(operationId = "keepPlanSheets", summary = "Makes a plan what spreadsheets state.")
    ResponseEntity<PlanSheetView> keepPlanSheets(
            @PathVariable PlanId plan,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestPart(required = false) @Nullable List<MultipartFile> files,
            @RequestParam(defaultValue = "false") boolean acceptWarnings,
            @RequestParam(defaultValue = "false") boolean lock,
            Caller caller) {
        long version = VersionTag.parseIfMatch(ifMatch);
        ComparedPlan compared = compare(plan, files, caller);
        if (!acceptWarnings) {
            FileFindingRefusal.throwIfWarned(
                    compared.preview().findings(), compared.views().names()::apply);
        }
        long kept = planSheetImporter.keep(plan, version, SheetEdits.of(compared.preview()), lock, caller);
        return VersionTag.okWithTag(kept, PlanSheetView.of(compared, kept));
    }

    private ComparedPlan compare(PlanId plan, @Nullable List<MultipartFile> files, Caller caller) {
        ComparedPlan compared = planSheetImporter.compare(plan, files, caller);
        if (compared.preview().hasErrors()) {
            throw FileFindingRefusal.of(
                    compared.preview().findings(), compared.views().names()::apply);
        }
        return compared;
    }
}
