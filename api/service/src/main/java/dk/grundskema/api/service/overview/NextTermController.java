package dk.grundskema.api.service.overview;

import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.http.ProblemDetails.FindingView;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.platform.http.VersionTag;
import dk.grundskema.api.service.overview.NextTermFactory.BuiltTerm;
import dk.grundskema.api.service.overview.NextTermFactory.NextTermForm;
import dk.grundskema.api.service.plan.NameResolverFactory;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.PlanViewFactory;
import dk.grundskema.api.service.plan.PlanViews.PlanView;
import dk.grundskema.domain.finding.Finding;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST operation that makes the next school year or camp out of a plan. */
@RestController
@RequestMapping("/api/v1/plans/{plan}/next-term")
@Tag(name = "Plans")
final class NextTermController {
    private final PlanStore plans;
    private final NextTermFactory nextTermFactory;
    private final PlanViewFactory planViewFactory;
    private final NameResolverFactory nameResolverFactory;
    private final RequestTexts requestTexts;

    NextTermController(
            PlanStore plans,
            NextTermFactory nextTermFactory,
            PlanViewFactory planViewFactory,
            NameResolverFactory nameResolverFactory,
            RequestTexts requestTexts) {
        this.plans = plans;
        this.nextTermFactory = nextTermFactory;
        this.planViewFactory = planViewFactory;
        this.nameResolverFactory = nameResolverFactory;
        this.requestTexts = requestTexts;
    }

    /**
     * The next term that is asked for; everything may be absent.
     *
     * @param schoolYear the school year, such as 2027/28; absent means the next one, or a camp if there is a first day
     * @param firstDay   a day of the week in which a camp begins, such as 2027-02-08; then no school year is given
     * @param title      title of the plan; absent means the present one, with the new year
     */
    record AskedTerm(
            @Nullable String schoolYear,
            @Nullable LocalDate firstDay,
            @Nullable String title) {
        NextTermForm toForm() {
            return new NextTermForm(strip(schoolYear), firstDay == null ? "" : firstDay.toString(), strip(title));
        }

        private static String strip(@Nullable String text) {
            return text == null ? "" : text.strip();
        }
    }

    /**
     * The next school year or camp.
     *
     * @param differences what differs from the present plan
     * @param findings    what somebody should look at in the new plan
     * @param plan        the new plan; absent if none was asked for
     */
    record NextTermView(
            List<FindingView> differences,
            List<FindingView> findings,
            @Nullable PlanView plan) {
        /** Copies the lists. */
        NextTermView {
            differences = List.copyOf(differences);
            findings = List.copyOf(findings);
        }
    }

    /**
     * Dates and weeks move, classes move up, the ninth year leaves; staff, rooms, rules and interventions stay. The present plan stays as it is.
     *
     * @param createPlan whether a plan is to be made; otherwise nothing is kept
     */
    @PostMapping
    @RequiresPermission(Permission.PLAN)
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "201")
    @Operation(
            operationId = "makeNextTerm",
            summary = "Says how the next school year or camp differs from a plan, and makes a plan of it if asked to.")
    ResponseEntity<NextTermView> makeNextTerm(
            @PathVariable PlanId plan,
            @RequestBody AskedTerm asked,
            @RequestParam(defaultValue = "false") boolean createPlan,
            Caller caller) {
        Plan present = plans.get(plan);
        var wrong = new ArrayList<Finding>();
        BuiltTerm built = nextTermFactory.build(present, asked.toForm(), wrong);
        if (built == null) {
            throw RefusalException.unusable(wrong);
        }
        if (!built.isUsable()) {
            throw RefusalException.unusable(built.findings());
        }
        List<FindingView> differences =
                requestTexts.describeFindings(built.next().notes());
        var students = NameResolverFactory.studentNaming(caller, present.organisation());
        List<FindingView> findings = requestTexts.describeFindings(
                built.findings(),
                requestTexts.texts().withNames(nameResolverFactory.bareNames(built.named(), students)));
        if (!createPlan) {
            return ResponseEntity.ok(new NextTermView(differences, findings, null));
        }
        Plan made = nextTermFactory.create(present, built, caller);
        return ResponseEntity.created(URI.create("/api/v1/plans/" + made.id()))
                .eTag(VersionTag.tag(made.version()))
                .body(new NextTermView(differences, findings, planViewFactory.view(made)));
    }
}
