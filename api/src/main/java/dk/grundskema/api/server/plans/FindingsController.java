package dk.grundskema.api.server.plans;

import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.platform.Precondition;
import dk.grundskema.api.server.platform.ProblemDetails.FindingView;
import dk.grundskema.api.server.platform.Speaking;
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

/** What there is to say about a plan that can be planned, over REST. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Plans")
final class FindingsController {
    private final Plans plans;
    private final Documents documents;
    private final PluginHouse house;
    private final Naming naming;
    private final Speaking speaking;

    FindingsController(Plans plans, Documents documents, PluginHouse house, Naming naming, Speaking speaking) {
        this.plans = plans;
        this.documents = documents;
        this.house = house;
        this.naming = naming;
        this.speaking = speaking;
    }

    /**
     * What there is to say about a plan.
     *
     * @param findings warnings and information with pointers into the problem, and into its timetable as {@code timetable#/…}
     */
    record FindingsView(List<FindingView> findings) {}

    @GetMapping("/plans/{plan}/findings")
    @Needs(Permission.READ)
    @Operation(operationId = "getFindings", summary = "What somebody should know of a plan: warnings and information.")
    ResponseEntity<FindingsView> findings(@PathVariable PlanId plan, Caller caller) {
        Plan found = plans.get(plan);
        Revision head = plans.revision(found.head());
        Kept.OfProblem problem = documents.problem(head.problem());
        var all = new ArrayList<>(house.validate(problem.value()));
        var names = naming.names(problem, Naming.students(caller, found.organisation()));
        String timetable = head.timetable();
        if (timetable != null) {
            names = names.with(documents.timetable(timetable).value());
            house.validate(
                            problem.value(),
                            problem.hash(),
                            documents.timetable(timetable).value())
                    .forEach(one -> all.add(inTimetable(one)));
        }
        var texts = speaking.texts().named(names);
        return Precondition.tagged(found.version(), new FindingsView(speaking.told(all, texts)));
    }

    private static Finding inTimetable(Finding one) {
        return new Finding(one.code(), one.severity(), "timetable#" + one.pointer(), one.arguments());
    }
}
