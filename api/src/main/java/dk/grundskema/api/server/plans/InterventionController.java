package dk.grundskema.api.server.plans;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.RecordWriter;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.NamesShown;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.plans.PartLists.InterventionList;
import dk.grundskema.api.server.plans.PlanViews.PlanView;
import dk.grundskema.api.server.platform.Precondition;
import dk.grundskema.api.timetable.NumberedIds;
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

/** Interventions of a plan by themselves, over REST. */
@RestController
@RequestMapping("/api/v1/plans/{plan}")
@Tag(name = "Interventions")
final class InterventionController {
    private final ProblemParts parts;
    private final PlanAnswers answers;
    private final Plans plans;
    private final Documents documents;
    private final Naming naming;

    InterventionController(ProblemParts parts, PlanAnswers answers, Plans plans, Documents documents, Naming naming) {
        this.parts = parts;
        this.answers = answers;
        this.plans = plans;
        this.documents = documents;
        this.naming = naming;
    }

    @GetMapping("/interventions")
    @Needs(Permission.READ)
    @Operation(
            operationId = "listInterventions",
            summary = "All interventions of a plan; to callers who may not see students they are numbers.")
    ResponseEntity<InterventionList> allInterventions(@PathVariable PlanId plan, Caller caller) {
        return answers.part(plan, () -> new InterventionList(all(plan, caller)));
    }

    /** As they were written; for callers who may not see students as they were read, with numbers for them. */
    private List<Json> all(PlanId id, Caller caller) {
        Plan plan = plans.get(id);
        if (NamesShown.to(caller, plan.organisation())) {
            return parts.all(id, "interventions");
        }
        Kept.OfProblem problem = documents.problem(plans.revision(plan.head()).problem());
        NumberedIds numbers = naming.numbered(problem, null);
        return problem.value().interventions().stream()
                .<Json>map(one -> RecordWriter.toJsonWithIds(one, numbers))
                .toList();
    }

    @GetMapping("/interventions/{id}")
    @Needs(Permission.READ)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Intervention.class)))
    @Operation(
            operationId = "getIntervention",
            summary = "An intervention of a plan; to callers who may not see students they are numbers.")
    ResponseEntity<Json.Structure> getIntervention(@PathVariable PlanId plan, @PathVariable String id, Caller caller) {
        return answers.part(plan, () -> parts.one(all(plan, caller), "interventions", id));
    }

    @PostMapping("/interventions")
    @Needs(Permission.PLAN)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Intervention.class)))
    @Operation(operationId = "addIntervention", summary = "Adds an intervention to a plan.")
    ResponseEntity<PlanView> addIntervention(
            @PathVariable PlanId plan,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Json.Structure sent,
            Caller caller) {
        Plan changed = parts.add(plan, Precondition.version(ifMatch), "interventions", sent, caller.account());
        String id = sent.fields().get("id") instanceof Json.Text text ? text.value() : "";
        return ResponseEntity.created(URI.create("/api/v1/plans/%s/interventions/%s"
                        .formatted(plan, UriUtils.encodePathSegment(id, StandardCharsets.UTF_8))))
                .eTag(Precondition.tag(changed.version()))
                .body(answers.view(changed));
    }

    @PutMapping("/interventions/{id}")
    @Needs(Permission.PLAN)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Intervention.class)))
    @Operation(
            operationId = "putIntervention",
            summary = "Puts an intervention in the place of the one with that id, or adds it.")
    ResponseEntity<PlanView> putIntervention(
            @PathVariable PlanId plan,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Json.Structure sent,
            Caller caller) {
        return answers.of(parts.put(plan, Precondition.version(ifMatch), "interventions", id, sent, caller.account()));
    }

    @DeleteMapping("/interventions/{id}")
    @Needs(Permission.PLAN)
    @Operation(operationId = "removeIntervention", summary = "Takes an intervention out of a plan.")
    ResponseEntity<PlanView> removeIntervention(
            @PathVariable PlanId plan,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return answers.of(parts.remove(plan, Precondition.version(ifMatch), "interventions", id, caller.account()));
    }
}
