package dk.grundskema.api.service.overview;

import dk.grundskema.api.documents.file.Sha256;
import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonTreeParser;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.planning.nextterm.NextTerm;
import dk.grundskema.api.planning.nextterm.NextTermBuilder;
import dk.grundskema.api.planning.nextterm.TermShift;
import dk.grundskema.api.service.access.Caller;
import dk.grundskema.api.service.access.Permission;
import dk.grundskema.api.service.access.RequiresPermission;
import dk.grundskema.api.service.http.ProblemDetails;
import dk.grundskema.api.service.http.RequestTexts;
import dk.grundskema.api.service.page.ErrorMessages;
import dk.grundskema.api.service.page.LocalizedTemplates;
import dk.grundskema.api.service.page.PageController;
import dk.grundskema.api.service.page.PageRenderer;
import dk.grundskema.api.service.page.PlanPart;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.NameResolverFactory;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanChange;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.StoredDocument.StoredProblem;
import dk.grundskema.api.service.plan.problem.PlanBarFactory;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.InvalidValueException;
import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.problem.Problem;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
    private final DocumentStore documents;
    private final PluginPlanningFacade planning;
    private final NameResolverFactory nameResolverFactory;
    private final RequestTexts requestTexts;
    private final ErrorMessages errorMessages;
    private final PlanBarFactory planBars;
    private final LocalizedTemplates templates;

    NextTermPageController(
            PlanStore plans,
            DocumentStore documents,
            PluginPlanningFacade planning,
            NameResolverFactory nameResolverFactory,
            RequestTexts requestTexts,
            ErrorMessages errorMessages,
            PlanBarFactory planBars,
            PageRenderer pageRenderer) {
        this.plans = plans;
        this.documents = documents;
        this.planning = planning;
        this.nameResolverFactory = nameResolverFactory;
        this.requestTexts = requestTexts;
        this.errorMessages = errorMessages;
        this.planBars = planBars;
        this.templates = pageRenderer.templates(NextTermPage.class, "plans");
    }

    private record NextTermForm(String schoolYear, String firstDay, String title) {
        /** Returns how far the term moves; empty if there are errors, which are added. */
        Optional<TermShift> findShift(Problem problem, List<Finding> wrong) {
            if (!title.isEmpty()) {
                wrong.addAll(new RecordValidator().name("title", title).findings());
            }
            if (firstDay.isEmpty()) {
                Optional<TermShift> shift =
                        TermShift.parseSchoolYear(problem, schoolYear.isEmpty() ? null : schoolYear);
                if (shift.isEmpty()) {
                    String present = TermShift.schoolYear(problem).toString();
                    wrong.add(Finding.error("next-term.bad-year", "/schoolYear", schoolYear, present));
                }
                return shift;
            }
            if (!schoolYear.isEmpty()) {
                wrong.add(Finding.error("next-term.both", "/schoolYear"));
            }
            Optional<TermShift> shift = TermShift.parseFirstDay(problem, firstDay);
            if (shift.isEmpty()) {
                wrong.add(Finding.error(
                        "next-term.bad-day",
                        "/firstDay",
                        firstDay,
                        problem.horizon().firstDay()));
            }
            return shift;
        }
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
        String hash = plans.revision(present.head()).problem();
        StoredProblem problem = documents.problem(hash);
        var wrong = new ArrayList<Finding>();
        NextTerm next = build(form, hash, problem.value(), wrong);
        if (next == null) {
            return respond(HttpStatus.UNPROCESSABLE_CONTENT, present, page(plan, form, wrong), request);
        }
        String digest = Sha256.of(next.json());
        ReadResult<Problem> read = JsonTreeParser.parse(next.json()).then(planning::readProblem);
        List<Finding> left =
                read instanceof ReadResult.Success<Problem> good ? planning.validate(good.value()) : read.findings();
        boolean isUsable = left.stream().noneMatch(Finding::isError);
        if (isUsable && step.equals("make") && seen.equals(digest)) {
            return PageRenderer.redirectTo(
                    "/plans/" + create(present, problem, next, caller).id());
        }
        var naming = NameResolverFactory.studentNaming(caller, present.organisation());
        Problem named = read instanceof ReadResult.Success<Problem> good ? good.value() : problem.value();
        List<String> sentences = requestTexts
                .describeFindings(left, requestTexts.texts().withNames(nameResolverFactory.bareNames(named, naming)))
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

    /** Returns the next term; {@code null} if there are errors, which are added. */
    private @Nullable NextTerm build(NextTermForm form, String hash, Problem problem, List<Finding> wrong) {
        try {
            Optional<TermShift> shift = form.findShift(problem, wrong);
            if (shift.isEmpty() || !wrong.isEmpty()) {
                return null;
            }
            Json.JsonObject file = documents.json(hash);
            return NextTermBuilder.build(
                    file, problem, shift.get(), form.title().isEmpty() ? null : form.title());
        } catch (InvalidValueException outsideSupportedYears) {
            wrong.addAll(outsideSupportedYears.findings());
            return null;
        }
    }

    private Plan create(Plan present, StoredProblem problem, NextTerm next, Caller caller) {
        StoredProblem stored =
                documents.storeProblem(next.json(), problem.value().staff());
        var first = new PlanChange("revision.created", List.of(), stored, null);
        return plans.create(present.organisation(), stored.value().title(), first, null, caller.account());
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
        return templates.render(status, request, "next-term", page.head().withPlan(bar), Map.of("page", page));
    }
}
