package dk.grundskema.api.server.pages;

import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.server.views.PrintedSheets;
import dk.grundskema.api.server.views.PrintedSheets.Printed;
import dk.grundskema.api.web.app.PlanBar;
import dk.grundskema.api.web.app.PlanPart;
import dk.grundskema.api.web.app.print.PrintPage;
import dk.grundskema.api.web.app.print.PrintPages;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The page from which a plan's sheets are printed, and the sheets. */
@RestController
@Hidden // no part of what programs are offered
final class PrintController {
    private static final String PDF = ".pdf";
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Plans plans;
    private final PrintedSheets sheets;
    private final Front front;
    private final Spoken<PrintPages> pages;

    PrintController(Plans plans, PrintedSheets sheets, Front front) {
        this.plans = plans;
        this.sheets = sheets;
        this.front = front;
        this.pages = front.speaking(PrintPages::new);
    }

    /** A plan without a timetable is led to where it gets one. */
    @GetMapping("/plans/{plan}/print")
    @Needs(Permission.READ_STUDENTS)
    ResponseEntity<byte[]> showPrint(@PathVariable PlanId plan, Caller caller, HttpServletRequest request) {
        Plan found = plans.get(plan);
        if (plans.revision(found.head()).timetable() == null) {
            return Front.to("/plans/" + plan.value());
        }
        var page = new PrintPage(plan.value(), sheets.of(plan, caller).bundle().groups());
        PlanBar bar = front.bar(found, PlanPart.PRINT);
        return pages.page(request, (own, visitor) -> own.print(visitor, bar, page));
    }

    /** A sheet to print, or the workbook of hours. */
    @GetMapping("/plans/{plan}/print/{file}")
    @Needs(Permission.READ_STUDENTS)
    ResponseEntity<byte[]> printSheet(
            @PathVariable PlanId plan,
            @PathVariable String file,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, defaultValue = "") String ifNoneMatch,
            Caller caller) {
        Printed printed = sheets.of(plan, caller);
        if (file.endsWith(PDF)) {
            return pdf(printed, file, ifNoneMatch);
        }
        byte[] workbook = printed.bundle().files().get(file);
        if (workbook == null || !file.endsWith(".xlsx")) {
            throw Refusal.notFound();
        }
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(file).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .contentType(MediaType.parseMediaType(WORKBOOK))
                .body(workbook);
    }

    private ResponseEntity<byte[]> pdf(Printed printed, String file, String ifNoneMatch) {
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
