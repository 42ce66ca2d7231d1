package dk.grundskema.api.service.plan.problem;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.RecordWriter;
import dk.grundskema.api.documents.timetable.PseudonymousIds;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.access.StudentNameDisclosure;
import dk.grundskema.api.platform.http.VersionTag;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.NameResolverFactory;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.PlanViewFactory;
import dk.grundskema.api.service.plan.PlanViews.PlanView;
import dk.grundskema.api.service.plan.StoredDocument;
import dk.grundskema.api.service.plan.problem.ProblemPartViews.InterventionList;
import dk.grundskema.domain.intervention.Intervention;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;

/** REST operations on the interventions of a plan. */
@RestController
@RequestMapping("/api/v1/plans/{plan}")
@Tag(name = "Interventions")
final class InterventionController {
    private final ProblemPartEditor parts;
    private final PlanViewFactory planViewFactory;
    private final PlanStore plans;
    private final DocumentStore documents;
    private final NameResolverFactory nameResolverFactory;

    InterventionController(
            ProblemPartEditor parts,
            PlanViewFactory planViewFactory,
            PlanStore plans,
            DocumentStore documents,
            NameResolverFactory nameResolverFactory) {
        this.parts = parts;
        this.planViewFactory = planViewFactory;
        this.plans = plans;
        this.documents = documents;
        this.nameResolverFactory = nameResolverFactory;
    }

    @GetMapping("/interventions")
    @RequiresPermission(Permission.READ)
    @Operation(
            operationId = "listInterventions",
            summary = "All interventions of a plan; to callers who may not see students they are numbers.")
    ResponseEntity<InterventionList> allInterventions(@PathVariable PlanId plan, Caller caller) {
        return planViewFactory.respondPart(plan, () -> new InterventionList(readInterventions(plan, caller)));
    }

    /** Returns the interventions as stored; for callers who may not see students, as parsed with pseudonymous ids. */
    private List<Json> readInterventions(PlanId id, Caller caller) {
        Plan plan = plans.get(id);
        if (StudentNameDisclosure.maySeeNamesRecordingAccess(caller, plan.organisation())) {
            return parts.listElements(id, "interventions");
        }
        StoredDocument.StoredProblem problem =
                documents.problem(plans.revision(plan.head()).problem());
        PseudonymousIds numbers = nameResolverFactory.numberedIds(problem, null);
        return problem.value().interventions().stream()
                .<Json>map(one -> RecordWriter.toJsonWithIds(one, numbers))
                .toList();
    }

    @GetMapping("/interventions/{id}")
    @RequiresPermission(Permission.READ)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Intervention.class)))
    @Operation(
            operationId = "getIntervention",
            summary = "An intervention of a plan; to callers who may not see students they are numbers.")
    ResponseEntity<Json.JsonObject> getIntervention(@PathVariable PlanId plan, @PathVariable String id, Caller caller) {
        return planViewFactory.respondPart(
                plan, () -> parts.element(readInterventions(plan, caller), "interventions", id));
    }

    @PostMapping("/interventions")
    @RequiresPermission(Permission.PLAN)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Intervention.class)))
    @Operation(operationId = "addIntervention", summary = "Adds an intervention to a plan.")
    ResponseEntity<PlanView> addIntervention(
            @PathVariable PlanId plan,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Json.JsonObject sent,
            Caller caller) {
        Plan changedPlan = parts.add(plan, VersionTag.parseIfMatch(ifMatch), "interventions", sent, caller.account());
        String id = sent.fields().get("id") instanceof Json.JsonString text ? text.value() : "";
        return ResponseEntity.created(URI.create("/api/v1/plans/%s/interventions/%s"
                        .formatted(plan, UriUtils.encodePathSegment(id, StandardCharsets.UTF_8))))
                .eTag(VersionTag.tag(changedPlan.version()))
                .body(planViewFactory.view(changedPlan));
    }

    @PutMapping("/interventions/{id}")
    @RequiresPermission(Permission.PLAN)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Intervention.class)))
    @Operation(
            operationId = "putIntervention",
            summary = "Puts an intervention in the place of the one with that id, or adds it.")
    ResponseEntity<PlanView> putIntervention(
            @PathVariable PlanId plan,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Json.JsonObject sent,
            Caller caller) {
        return planViewFactory.respond(
                parts.put(plan, VersionTag.parseIfMatch(ifMatch), "interventions", id, sent, caller.account()));
    }

    @DeleteMapping("/interventions/{id}")
    @RequiresPermission(Permission.PLAN)
    @Operation(operationId = "removeIntervention", summary = "Takes an intervention out of a plan.")
    ResponseEntity<PlanView> removeIntervention(
            @PathVariable PlanId plan,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return planViewFactory.respond(
                parts.remove(plan, VersionTag.parseIfMatch(ifMatch), "interventions", id, caller.account()));
    }
}
