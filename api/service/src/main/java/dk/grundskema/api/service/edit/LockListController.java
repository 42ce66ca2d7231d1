package dk.grundskema.api.service.edit;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.http.ProblemDetails.FindingView;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.platform.http.ResultPage;
import dk.grundskema.api.platform.http.VersionTag;
import dk.grundskema.api.service.edit.EffectViews.DifferenceView;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.NameResolverFactory;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.StoredDocument;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.problem.MemberLock;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.solver.edit.LockCost;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST operations to list locks, with findings and costs. */
@RestController
@RequestMapping("/api/v1/plans/{plan}/locks")
@Tag(name = "Editing")
final class LockListController {
    private final PlanStore plans;
    private final DocumentStore documents;
    private final PluginPlanningFacade planning;
    private final NameResolverFactory nameResolverFactory;
    private final RequestTexts requestTexts;
    private final WorkbenchCache workbenchCache;
    private final EffectViewFactory effectViewFactory;

    LockListController(
            PlanStore plans,
            DocumentStore documents,
            PluginPlanningFacade planning,
            NameResolverFactory nameResolverFactory,
            RequestTexts requestTexts,
            WorkbenchCache workbenchCache,
            EffectViewFactory effectViewFactory) {
        this.plans = plans;
        this.documents = documents;
        this.planning = planning;
        this.nameResolverFactory = nameResolverFactory;
        this.requestTexts = requestTexts;
        this.workbenchCache = workbenchCache;
        this.effectViewFactory = effectViewFactory;
    }

    /**
     * What the planner fixed.
     *
     * @param sessions about sessions: time, room, subject, seats
     * @param members  which student is in which group
     * @param findings what is unwise or comes to nothing in them, with pointers into the problem's {@code locks} and {@code memberLocks}, which are
     *     these lists in this order
     */
    record LocksView(List<SessionLock> sessions, List<MemberLock> members, List<FindingView> findings) {}

    @GetMapping
    @RequiresPermission(Permission.READ)
    @Operation(operationId = "listLocks", summary = "What the planner fixed, and what there is to say of it.")
    ResponseEntity<LocksView> list(@PathVariable PlanId plan, Caller caller) {
        Plan found = plans.get(plan);
        StoredDocument.StoredProblem problem =
                documents.problem(plans.revision(found.head()).problem());
        List<Finding> findings = planning.validate(problem.value()).stream()
                .filter(one ->
                        one.pointer().startsWith("/locks") || one.pointer().startsWith("/memberLocks"))
                .toList();
        var texts = nameResolverFactory.texts(problem, NameResolverFactory.studentNaming(caller, found.organisation()));
        return VersionTag.okWithTag(
                found.version(),
                new LocksView(
                        problem.value().locks(),
                        problem.value().memberLocks(),
                        requestTexts.describeFindings(findings, texts)));
    }

    /**
     * What the lock of a session costs: how much better the plan would be if the best one of the things that it fixes were chosen otherwise, the rest
     * as it stands.
     *
     * @param lock        the lock
     * @param text        its session in words
     * @param hard        weighted cost of rules that can't be broken
     * @param medium      weighted cost of guidelines
     * @param soft        weighted cost of wishes
     * @param differences what each rule charges more because of the lock, dearest first within each level; empty if no other choice is better
     */
    record LockCostView(
            SessionLock lock, String text, long hard, long medium, long soft, List<DifferenceView> differences) {}

    /**
     * What locks cost, in the order of the list of locks.
     *
     * @param items locks of sessions
     * @param next  what the next page is asked for with; {@code null} means that this is the last
     */
    record LockCostPage(List<LockCostView> items, @Nullable String next) {}

    /** @param after how many locks are on the pages before */
    @GetMapping("/costs")
    @RequiresPermission(Permission.EDIT)
    @Operation(
            operationId = "listLockCosts",
            summary = "What each lock of a session costs: how much better the best other choice would be.")
    LockCostPage costs(
            @PathVariable PlanId plan, @RequestParam(required = false) @Nullable Integer after, Caller caller) {
        int first = after == null ? 0 : after;
        if (first < 0) {
            throw RefusalException.of(HttpStatus.BAD_REQUEST, "rest.bad-parameter", "after");
        }
        PlanWorkbench bench = workbenchCache.open(plan);
        List<SessionLock> locks = bench.problem().value().locks();
        var spoken = effectViewFactory.forPlan(
                bench.plan(), bench.problem(), bench.timetable().value(), caller);
        int begin = Math.min(first, locks.size()); // prevents an integer overflow
        int last = Math.min(locks.size(), begin + ResultPage.SIZE);
        List<LockCostView> page = locks.subList(begin, last).stream()
                .map(lock -> bench.workbench().lockCost(lock))
                .map(cost -> view(cost, spoken))
                .toList();
        return new LockCostPage(page, last < locks.size() ? String.valueOf(last) : null);
    }

    private static LockCostView view(LockCost cost, EffectViewFactory.PlanEffectViews spoken) {
        return new LockCostView(
                cost.lock(),
                spoken.names().nameOf(cost.lock().sessionId()),
                cost.hard(),
                cost.medium(),
                cost.soft(),
                spoken.differences(cost.differences()));
    }
}
