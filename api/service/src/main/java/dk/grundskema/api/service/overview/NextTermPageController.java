package dk.grundskema.api.service.overview;

import dk.grundskema.api.documents.file.Sha256;
import dk.grundskema.api.planning.nextterm.NextTerm;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.http.ProblemDetails;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.platform.page.ErrorMessages;
import dk.grundskema.api.platform.page.LocalizedTemplates;
import dk.grundskema.api.platform.page.PageController;
import dk.grundskema.api.platform.page.PageRenderer;
import dk.grundskema.api.platform.page.PlanPart;
import dk.grundskema.api.service.overview.NextTermFactory.BuiltTerm;
import dk.grundskema.api.service.overview.NextTermFactory.NextTermForm;
import dk.grundskema.api.service.plan.NameResolverFactory;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.problem.PlanBarFactory;
import dk.grundskema.domain.finding.Finding;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page that makes a plan of the next school year or camp out of a plan. What differs is shown first; a plan is made only of what was shown. */
@PageController
@RequestMapping("/plans/{plan}/next-term")
@Hidden // not part of the REST API
final class NextTermPageController {
    private final PlanStore plans;
    private final NextTermFactory nextTermFactory;
    private final NameResolverFactory nameResolverFactory;
    private final RequestTexts requestTexts;
    private final ErrorMessages errorMessages;
    private final PlanBarFactory planBars;
    private final LocalizedTemplates templates;

    NextTermPageController(
            PlanStore plans,
            NextTermFactory nextTermFactory,
            NameResolverFactory nameResolverFactory,
            RequestTexts requestTexts,
            ErrorMessages errorMessages,
            PlanBarFactory planBars,
            PageRenderer pageRenderer) {
        this.plans = plans;
        this.nextTermFactory = nextTermFactory;
        this.nameResolverFactory = nameResolverFactory;
        this.requestTexts = requestTexts;
        this.errorMessages = errorMessages;
        this.planBars = planBars;
        this.templates = pageRenderer.templates(NextTermPage.class, "plans");
    }

    @GetMapping
    @RequiresPermission(Permission.PLAN)
    ResponseEntity<byte[]> showNextTerm(@PathVariable PlanId plan, HttpServletRequest request) {
        var empty = new NextTermForm("", "", "");
        return respond(HttpStatus.OK, plans.get(plan), page(plan, empty, List.of()), request);
    }

    /**
     * Shows what differs, or makes the plan.
     *
     * @param step {@code make} makes the plan if what differs was shown
     * @param seen digest of what was shown
     */
    @PostMapping
    @RequiresPermission(Permission.PLAN)
    ResponseEntity<byte[]> submitNextTerm(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "") String schoolYear,
            @RequestParam(defaultValue = "") String firstDay,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "preview") String step,
            @RequestParam(defaultValue = "") String seen,
            Caller caller,
            HttpServletRequest request) {
        var form = new NextTermForm(schoolYear.strip(), firstDay.strip(), title.strip());
        Plan present = plans.get(plan);
        var wrong = new ArrayList<Finding>();
        BuiltTerm built = nextTermFactory.build(present, form, wrong);
        if (built == null) {
            return respond(HttpStatus.UNPROCESSABLE_CONTENT, present, page(plan, form, wrong), request);
        }
        NextTerm next = built.next();
        String digest = Sha256.of(next.json());
        boolean isUsable = built.isUsable();
        if (isUsable && step.equals("make") && seen.equals(digest)) {
            return PageRenderer.redirectTo(
                    "/plans/" + nextTermFactory.create(present, built, caller).id());
        }
        var naming = NameResolverFactory.studentNaming(caller, present.organisation());
        List<String> sentences = requestTexts
                .describeFindings(
                        built.findings(),
                        requestTexts.texts().withNames(nameResolverFactory.bareNames(built.named(), naming)))
                .stream()
                .map(ProblemDetails.FindingView::text)
                .toList();
        var shown = new NextTermPage(
                plan.value(),
                form.schoolYear(),
                form.firstDay(),
                form.title(),
                "",
                "",
                "",
                isUsable ? List.of() : sentences,
                sentencesOf(next.notes()),
                isUsable ? sentences : List.of(),
                isUsable ? digest : "");
        return respond(isUsable ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT, present, shown, request);
    }

    private List<String> sentencesOf(List<Finding> findings) {
        return requestTexts.describeFindings(findings).stream()
                .map(ProblemDetails.FindingView::text)
                .toList();
    }

    /** Returns the page with errors beside the fields, and those of no field above the buttons. */
    private NextTermPage page(PlanId plan, NextTermForm form, List<Finding> wrong) {
        List<Finding> others = wrong.stream()
                .filter(one -> !one.pointer().matches("/?(schoolYear|firstDay|title)"))
                .toList();
        return new NextTermPage(
                plan.value(),
                form.schoolYear(),
                form.firstDay(),
                form.title(),
                errorMessages.messageForField("schoolYear", wrong),
                errorMessages.messageForField("firstDay", wrong),
                errorMessages.messageForField("title", wrong),
                sentencesOf(others),
                List.of(),
                List.of(),
                "");
    }

    private ResponseEntity<byte[]> respond(
            HttpStatus status, Plan plan, NextTermPage page, HttpServletRequest request) {
        var bar = planBars.create(plan, PlanPart.SCENARIOS);
        return templates.render(
                status,
                request,
                "next-term",
                page.head().withPlan(bar),
                Map.of("page", page, "newCamp", newCamp(plan)));
    }

    /** Returns the path of the page that makes a camp of other people with the rules of a plan's camp; empty if the plan has none. */
    private String newCamp(Plan plan) {
        return nextTermFactory.hasCamp(plan)
                ? "/organisations/%s/new?kind=camp&like=%s".formatted(plan.organisation(), plan.id())
                : "";
    }
}
