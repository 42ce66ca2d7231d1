package dk.grundskema.api.service.input;

import dk.grundskema.api.documents.cell.CellCodec;
import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.planning.catalogue.FormField;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.access.StudentNameDisclosure;
import dk.grundskema.api.platform.http.ProblemDetails;
import dk.grundskema.api.platform.http.ProblemDetailsFactory;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.platform.page.ErrorMessages;
import dk.grundskema.api.platform.page.LocalizedTemplates;
import dk.grundskema.api.platform.page.PageController;
import dk.grundskema.api.platform.page.PageHead;
import dk.grundskema.api.platform.page.PageRenderer;
import dk.grundskema.api.platform.page.PlanBar;
import dk.grundskema.api.platform.page.PlanPart;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.StoredDocument;
import dk.grundskema.api.service.plan.problem.PlanBarFactory;
import dk.grundskema.api.service.plan.problem.ProblemPartEditor;
import dk.grundskema.domain.intervention.Intervention;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Serves the pages on which an intervention is created or edited. */
@PageController
@Hidden // not part of the REST API
final class InterventionFormController {
    private final PlanStore plans;
    private final DocumentStore documents;
    private final ProblemPartEditor parts;
    private final InterventionViews interventionViews;
    private final NeedListFinder needListFinder;
    private final ProblemDetailsFactory problemDetailsFactory;
    private final ErrorMessages errorMessages;
    private final RequestTexts requestTexts;
    private final PageRenderer pageRenderer;
    private final PlanBarFactory planBars;
    private final LocalizedTemplates templates;

    InterventionFormController(
            PlanStore plans,
            DocumentStore documents,
            ProblemPartEditor parts,
            InterventionViews interventionViews,
            NeedListFinder needListFinder,
            ProblemDetailsFactory problemDetailsFactory,
            ErrorMessages errorMessages,
            RequestTexts requestTexts,
            PageRenderer pageRenderer,
            PlanBarFactory planBars) {
        this.plans = plans;
        this.documents = documents;
        this.parts = parts;
        this.interventionViews = interventionViews;
        this.needListFinder = needListFinder;
        this.problemDetailsFactory = problemDetailsFactory;
        this.errorMessages = errorMessages;
        this.requestTexts = requestTexts;
        this.pageRenderer = pageRenderer;
        this.planBars = planBars;
        this.templates = pageRenderer.templates(InterventionFormPage.class, "interventions");
    }

    /**
     * A plan as it was when the request was read.
     *
     * @param plan    the plan
     * @param problem its problem
     */
    private record PlanSnapshot(Plan plan, StoredDocument.StoredProblem problem) {
        Optional<Intervention<?>> find(String id) {
            for (Intervention<?> one : problem.value().interventions()) {
                if (one.id().value().equals(id)) {
                    return Optional.of(one);
                }
            }
            return Optional.empty();
        }

        CellCodec cells() {
            return CellCodec.ofPlan(problem.value().horizon().allWeeks());
        }

        Intervention<?> requireIntervention(String id) {
            return find(id).orElseThrow(RefusalException::notFound);
        }
    }

    private PlanSnapshot openPlan(PlanId id) {
        Plan plan = plans.get(id);
        return new PlanSnapshot(
                plan, documents.problem(plans.revision(plan.head()).problem()));
    }

    private PlanBar bar(PlanSnapshot looked) {
        return planBars.create(looked.plan(), PlanPart.INTERVENTIONS);
    }

    /** @param type id of the type; without it, the page offers a choice of types */
    @GetMapping("/plans/{plan}/interventions/new")
    @RequiresPermission(Permission.PLAN)
    ResponseEntity<byte[]> showNewIntervention(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "") String type,
            Caller caller,
            HttpServletRequest request) {
        PlanSnapshot looked = openPlan(plan);
        if (type.isEmpty()) {
            return templates.render(
                    request,
                    "types",
                    PageHead.ofText("types").withStyle("interventions.css").withPlan(bar(looked)),
                    Map.of("plan", plan.value(), "types", interventionViews.types()));
        }
        var presets = new LinkedHashMap<String, Json>();
        for (FormField field : interventionViews.fields(type)) {
            if (field.preset() != null) {
                presets.put(field.name(), field.preset());
            }
        }
        InterventionForm fresh = emptyForm(looked, "", type, caller)
                .with(interventionViews.type(type).name(), new Json.JsonObject(presets));
        return respondWithForm(HttpStatus.OK, looked, fresh, "", request);
    }

    @GetMapping("/plans/{plan}/interventions/{id}")
    @RequiresPermission(Permission.PLAN)
    ResponseEntity<byte[]> showIntervention(
            @PathVariable PlanId plan, @PathVariable String id, Caller caller, HttpServletRequest request) {
        PlanSnapshot looked = openPlan(plan);
        Intervention<?> one = looked.requireIntervention(id);
        InterventionForm there =
                emptyForm(looked, id, one.type(), caller).with(one.title(), InterventionViews.parameters(one));
        return respondWithForm(HttpStatus.OK, looked, there, "", request);
    }

    private InterventionForm emptyForm(PlanSnapshot looked, String id, String type, Caller caller) {
        boolean hasNames = StudentNameDisclosure.maySeeNamesRecordingAccess(
                caller, looked.plan().organisation());
        return InterventionForm.of(
                id,
                interventionViews.type(type),
                interventionViews.fields(type),
                new ItemNameIndex(looked.problem().value(), hasNames, requestTexts.texts()));
    }

    private ResponseEntity<byte[]> respondWithForm(
            HttpStatus status, PlanSnapshot looked, InterventionForm typed, String added, HttpServletRequest request) {
        Plan plan = looked.plan();
        long version = PlanBarFactory.submittedVersion(plan, status, request);
        Map<String, String> tables = typed.id().isEmpty()
                ? Map.of()
                : needListFinder.tableAddresses(plan.id(), looked.requireIntervention(typed.id()));
        var page = typed.toPage(plan, version, added, tables, pageRenderer.language(request));
        return templates.render(status, request, "form", page.head().withPlan(bar(looked)), Map.of("page", page));
    }

    /** @param type id of the type */
    @PostMapping("/plans/{plan}/interventions/new")
    @RequiresPermission(Permission.PLAN)
    ResponseEntity<byte[]> submitNewIntervention(
            @PathVariable PlanId plan, @RequestParam String type, Caller caller, HttpServletRequest request) {
        return handleSubmission(plan, "", type, caller, request);
    }

    /** @param type id of the type when the page was loaded, so that the input is kept if the intervention was removed meanwhile */
    @PostMapping("/plans/{plan}/interventions/{id}")
    @RequiresPermission(Permission.PLAN)
    ResponseEntity<byte[]> submitIntervention(
            @PathVariable PlanId plan,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String type,
            Caller caller,
            HttpServletRequest request) {
        PlanSnapshot looked = openPlan(plan);
        Optional<Intervention<?>> there = looked.find(id);
        if (there.isPresent()) {
            return handleSubmission(plan, id, there.get().type(), caller, request);
        }
        if (type.isEmpty()) {
            throw RefusalException.notFound();
        }
        InterventionForm typed = emptyForm(looked, "", type, caller)
                .withSubmitted(request.getParameterMap(), looked.cells())
                .withNotice(requestTexts.texts().text("pages.intervention-gone"));
        return respondWithForm(HttpStatus.CONFLICT, looked, typed, "", request);
    }

    /** Saves the input, adds or removes a row, or shows errors. */
    private ResponseEntity<byte[]> handleSubmission(
            PlanId plan, String id, String type, Caller caller, HttpServletRequest request) {
        PlanSnapshot looked = openPlan(plan);
        InterventionForm typed =
                emptyForm(looked, id, type, caller).withSubmitted(request.getParameterMap(), looked.cells());
        String added = request.getParameter("add");
        String dropped = request.getParameter("drop");
        if (added != null || dropped != null) {
            boolean isMore = added != null;
            String at = isMore ? added : String.valueOf(dropped);
            return respondWithForm(HttpStatus.OK, looked, typed.withRowChange(at, isMore), isMore ? at : "", request);
        }
        Set<String> taken = looked.problem().value().interventions().stream()
                .map(one -> one.id().value())
                .collect(Collectors.toSet());
        try {
            parts.put(
                    plan,
                    submittedVersion(request),
                    ProblemPartEditor.INTERVENTIONS,
                    id.isEmpty() ? typed.freshId(taken) : id,
                    typed.toJson(),
                    Map.of(),
                    caller.account());
            return PageRenderer.redirectTo("/plans/" + plan.value() + "/interventions");
        } catch (RefusalException refusal) {
            if (refusal.status() == HttpStatus.NOT_FOUND) {
                throw refusal;
            }
            return respondWithForm(refusal.status(), looked, withRefusal(typed, refusal), "", request);
        }
    }

    private InterventionForm withRefusal(InterventionForm typed, RefusalException refusal) {
        ProblemDetails problem = problemDetailsFactory.ofForm(refusal);
        return typed.withErrors(problem.findings(), errorMessages.describeChanges(problem));
    }

    private static long submittedVersion(HttpServletRequest request) {
        String version = request.getParameter("version");
        return version != null && version.matches("\\d{1,18}") ? Long.parseLong(version) : 0;
    }
}
