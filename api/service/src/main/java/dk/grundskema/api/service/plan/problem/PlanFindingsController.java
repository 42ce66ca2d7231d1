package dk.grundskema.api.service.plan.problem;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.http.ProblemDetails.FindingView;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.platform.http.VersionTag;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.NameResolverFactory;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.StoredDocument;
import dk.grundskema.domain.finding.Finding;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST operation for the findings of a valid plan. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Plans")
final class PlanFindingsController {
    private final PlanStore plans;
    private final DocumentStore documents;
    private final PluginPlanningFacade planning;
    private final NameResolverFactory nameResolverFactory;
    private final RequestTexts requestTexts;

    PlanFindingsController(
            PlanStore plans,
            DocumentStore documents,
            PluginPlanningFacade planning,
            NameResolverFactory nameResolverFactory,
            RequestTexts requestTexts) {
        this.plans = plans;
        this.documents = documents;
        this.planning = planning;
        this.nameResolverFactory = nameResolverFactory;
        this.requestTexts = requestTexts;
    }

    /**
     * What there is to say about a plan.
     *
     * @param findings warnings and information with pointers into the problem, and into its timetable as {@code timetable#/…}
     */
    record FindingsView(List<FindingView> findings) {}

    @GetMapping("/plans/{plan}/findings")
    @RequiresPermission(Permission.READ)
    @Operation(operationId = "getFindings", summary = "What somebody should know of a plan: warnings and information.")
    ResponseEntity<FindingsView> findings(@PathVariable PlanId plan, Caller caller) {
        Plan found = plans.get(plan);
        Revision head = plans.revision(found.head());
        StoredDocument.StoredProblem problem = documents.problem(head.problem());
        var all = new ArrayList<>(planning.validate(problem.value()));
        var names = nameResolverFactory.names(problem, NameResolverFactory.studentNaming(caller, found.organisation()));
        String timetable = head.timetable();
        if (timetable != null) {
            names = names.withTimetable(documents.timetable(timetable).value());
            planning.validate(
                            problem.value(),
                            problem.hash(),
                            documents.timetable(timetable).value())
                    .forEach(one -> all.add(inTimetable(one)));
        }
        var texts = requestTexts.texts().withNames(names);
        return VersionTag.okWithTag(found.version(), new FindingsView(requestTexts.describeFindings(all, texts)));
    }

    private static Finding inTimetable(Finding one) {
        return new Finding(one.code(), one.severity(), "timetable#" + one.pointer(), one.arguments());
    }
}
