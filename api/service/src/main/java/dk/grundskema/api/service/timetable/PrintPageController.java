package dk.grundskema.api.service.timetable;

import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.page.LocalizedTemplates;
import dk.grundskema.api.platform.page.PageController;
import dk.grundskema.api.platform.page.PageRenderer;
import dk.grundskema.api.platform.page.PlanBar;
import dk.grundskema.api.platform.page.PlanPart;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.problem.PlanBarFactory;
import dk.grundskema.api.service.timetable.PlanSheetPrinter.PlanSheets;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** Serves the print page of a plan, and its sheets. */
@PageController
@Hidden // not part of the REST API
final class PrintPageController {
    private static final String PDF = ".pdf";
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final PlanStore plans;
    private final PlanSheetPrinter sheets;
    private final PlanBarFactory planBars;
    private final LocalizedTemplates templates;

    PrintPageController(PlanStore plans, PlanSheetPrinter sheets, PageRenderer pageRenderer, PlanBarFactory planBars) {
        this.plans = plans;
        this.sheets = sheets;
        this.planBars = planBars;
        this.templates = pageRenderer.templates(PrintPage.class, "print");
    }

    /** Shows the page. Redirects to the page that creates a timetable if the plan has none. */
    @GetMapping("/plans/{plan}/print")
    @RequiresPermission(Permission.READ_STUDENTS)
    ResponseEntity<byte[]> showPrint(@PathVariable PlanId plan, Caller caller, HttpServletRequest request) {
        Plan found = plans.get(plan);
        if (plans.revision(found.head()).timetable() == null) {
            return PageRenderer.redirectTo("/plans/" + plan.value());
        }
        var page = new PrintPage(
                plan.value(), sheets.sheetsOf(plan, caller).bundle().groups());
        PlanBar bar = planBars.create(found, PlanPart.PRINT);
        return templates.render(request, "print", page.head().withPlan(bar), Map.of("page", page));
    }

    /** Returns a sheet, or the workbook of hours. */
    @GetMapping("/plans/{plan}/print/{file}")
    @RequiresPermission(Permission.READ_STUDENTS)
    ResponseEntity<byte[]> printSheet(
            @PathVariable PlanId plan,
            @PathVariable String file,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, defaultValue = "") String ifNoneMatch,
            Caller caller) {
        PlanSheets printed = sheets.sheetsOf(plan, caller);
        if (file.endsWith(PDF)) {
            return pdf(printed, file, ifNoneMatch);
        }
        byte[] workbook = printed.bundle().files().get(file);
        if (workbook == null || !file.endsWith(".xlsx")) {
            throw RefusalException.notFound();
        }
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(file).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .contentType(MediaType.parseMediaType(WORKBOOK))
                .body(workbook);
    }

    private ResponseEntity<byte[]> pdf(PlanSheets printed, String file, String ifNoneMatch) {
        boolean isKnown = ifNoneMatch.contains(printed.tag());
        var answer = ResponseEntity.status(isKnown ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .eTag(printed.tag())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.COOKIE);
        if (isKnown) {
            return answer.build();
        }
        byte[] pdf = sheets.pdf(printed, file.substring(0, file.length() - PDF.length()) + ".html");
        return answer.header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(file).build().toString())
                .contentType(MediaType.APPLICATION_PDF)
                .body(pdf);
    }
}
