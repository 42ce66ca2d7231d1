package dk.grundskema.api.server.pages;

import dk.grundskema.api.catalogue.FormField;
import dk.grundskema.api.platform.Json;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.NamesShown;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.plans.Documents;
import dk.grundskema.api.server.plans.Interventions;
import dk.grundskema.api.server.plans.Kept;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.platform.ProblemAnswers;
import dk.grundskema.api.server.platform.ProblemDetails;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.api.web.app.PlanBar;
import dk.grundskema.api.web.app.PlanPart;
import dk.grundskema.api.web.app.interventions.InterventionPages;
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
import org.springframework.web.bind.annotation.RestController;

/** The pages on which something planned is typed. */
@RestController
@Hidden // no part of what programs are offered
final class InterventionFormController {
    private final Plans plans;
    private final Documents documents;
    private final Interventions interventions;
    private final PlannedInterventions planned;
    private final RowsOfForms rows;
    private final ProblemAnswers answers;
    private final Wrong wrong;
    private final Speaking speaking;
    private final Front front;
    private final Spoken<InterventionPages> pages;

    InterventionFormController(
            Plans plans,
            Documents documents,
            Interventions interventions,
            PlannedInterventions planned,
            RowsOfForms rows,
            ProblemAnswers answers,
            Wrong wrong,
            Speaking speaking,
            Front front) {
        this.plans = plans;
        this.documents = documents;
        this.interventions = interventions;
        this.planned = planned;
        this.rows = rows;
        this.answers = answers;
        this.wrong = wrong;
        this.speaking = speaking;
        this.front = front;
        this.pages = front.speaking(InterventionPages::new);
    }

    /**
     * A plan that is looked at.
     *
     * @param plan    the plan
     * @param problem what it is of
     */
    private record Looked(Plan plan, Kept.OfProblem problem) {
        Optional<Intervention<?>> find(String id) {
            for (Intervention<?> one : problem.value().interventions()) {
                if (one.id().value().equals(id)) {
                    return Optional.of(one);
                }
            }
            return Optional.empty();
        }

        Intervention<?> intervention(String id) {
            return find(id).orElseThrow(Refusal::notFound);
        }
    }

    private Looked looked(PlanId id) {
        Plan plan = plans.get(id);
        return new Looked(plan, documents.problem(plans.revision(plan.head()).problem()));
    }

    private PlanBar bar(Looked looked) {
        return front.bar(looked.plan(), PlanPart.INTERVENTIONS);
    }

    /** @param type which type; without one there is a choice of types */
    @GetMapping("/plans/{plan}/interventions/new")
    @Needs(Permission.PLAN)
    ResponseEntity<byte[]> showNewIntervention(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "") String type,
            Caller caller,
            HttpServletRequest request) {
        Looked looked = looked(plan);
        if (type.isEmpty()) {
            return pages.page(request, (own, visitor) -> own.types(visitor, bar(looked), planned.types()));
        }
        var presets = new LinkedHashMap<String, Json>();
        for (FormField field : planned.fields(type)) {
            if (field.preset() != null) {
                presets.put(field.name(), field.preset());
            }
        }
        TypedIntervention fresh =
                typed(looked, "", type, caller).with(planned.type(type).name(), new Json.Structure(presets));
        return form(HttpStatus.OK, looked, fresh, "", request);
    }

    @GetMapping("/plans/{plan}/interventions/{id}")
    @Needs(Permission.PLAN)
    ResponseEntity<byte[]> showIntervention(
            @PathVariable PlanId plan, @PathVariable String id, Caller caller, HttpServletRequest request) {
        Looked looked = looked(plan);
        Intervention<?> one = looked.intervention(id);
        TypedIntervention there =
                typed(looked, id, one.type(), caller).with(one.title(), PlannedInterventions.parameters(one));
        return form(HttpStatus.OK, looked, there, "", request);
    }

    private TypedIntervention typed(Looked looked, String id, String type, Caller caller) {
        boolean hasNames = NamesShown.to(caller, looked.plan().organisation());
        return TypedIntervention.of(
                id,
                planned.type(type),
                planned.fields(type),
                new Things(looked.problem().value(), hasNames, speaking.texts()));
    }

    private ResponseEntity<byte[]> form(
            HttpStatus status, Looked looked, TypedIntervention typed, String added, HttpServletRequest request) {
        Plan plan = looked.plan();
        long version = Front.seen(plan, status, request);
        Map<String, String> tables =
                typed.id().isEmpty() ? Map.of() : rows.tables(plan.id(), looked.intervention(typed.id()));
        return pages.page(
                status,
                request,
                (own, visitor) -> own.form(
                        visitor, bar(looked), typed.page(plan, version, added, tables, front.language(request))));
    }

    /** @param type which type */
    @PostMapping("/plans/{plan}/interventions/new")
    @Needs(Permission.PLAN)
    ResponseEntity<byte[]> typeNewIntervention(
            @PathVariable PlanId plan, @RequestParam String type, Caller caller, HttpServletRequest request) {
        return type(plan, "", type, caller, request);
    }

    /** @param type which type it was when it was looked at, so that what was typed is kept if it is there no more */
    @PostMapping("/plans/{plan}/interventions/{id}")
    @Needs(Permission.PLAN)
    ResponseEntity<byte[]> typeIntervention(
            @PathVariable PlanId plan,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String type,
            Caller caller,
            HttpServletRequest request) {
        Looked looked = looked(plan);
        Optional<Intervention<?>> there = looked.find(id);
        if (there.isPresent()) {
            return type(plan, id, there.get().type(), caller, request);
        }
        if (type.isEmpty()) {
            throw Refusal.notFound();
        }
        TypedIntervention typed = typed(looked, "", type, caller)
                .from(request.getParameterMap())
                .told(speaking.texts().text("pages.intervention-gone"));
        return form(HttpStatus.CONFLICT, looked, typed, "", request);
    }

    /** What was typed is kept, or gets a row more or less, or is said to be wrong. */
    private ResponseEntity<byte[]> type(
            PlanId plan, String id, String type, Caller caller, HttpServletRequest request) {
        Looked looked = looked(plan);
        TypedIntervention typed = typed(looked, id, type, caller).from(request.getParameterMap());
        String added = request.getParameter("add");
        String dropped = request.getParameter("drop");
        if (added != null || dropped != null) {
            boolean isMore = added != null;
            String at = isMore ? added : String.valueOf(dropped);
            return form(HttpStatus.OK, looked, typed.rows(at, isMore), isMore ? at : "", request);
        }
        Set<String> taken = looked.problem().value().interventions().stream()
                .map(one -> one.id().value())
                .collect(Collectors.toSet());
        try {
            interventions.put(
                    plan, version(request), id.isEmpty() ? typed.freshId(taken) : id, typed.json(), caller.account());
            return Front.to("/plans/" + plan.value() + "/interventions");
        } catch (Refusal refusal) {
            if (refusal.status() == HttpStatus.NOT_FOUND) {
                throw refusal;
            }
            return form(refusal.status(), looked, refused(typed, refusal), "", request);
        }
    }

    private TypedIntervention refused(TypedIntervention typed, Refusal refusal) {
        ProblemDetails problem = answers.inForm(refusal);
        return typed.refused(problem.findings(), wrong.meanwhile(problem));
    }

    private static long version(HttpServletRequest request) {
        String version = request.getParameter("version");
        return version != null && version.matches("\\d{1,18}") ? Long.parseLong(version) : 0;
    }
}
