package dk.grundskema.api.server.editing;

import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.server.editing.EffectViews.DifferenceView;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.plans.Documents;
import dk.grundskema.api.server.plans.Kept;
import dk.grundskema.api.server.plans.Naming;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.platform.Page;
import dk.grundskema.api.server.platform.Precondition;
import dk.grundskema.api.server.platform.ProblemDetails.FindingView;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.problem.MemberLock;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.solver.engine.LockCost;
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

/** What is locked, over REST: what there is to say of it, and what it costs. */
@RestController
@RequestMapping("/api/v1/plans/{plan}/locks")
@Tag(name = "Editing")
final class LockListController {
    private final Plans plans;
    private final Documents documents;
    private final PluginHouse house;
    private final Naming naming;
    private final Speaking speaking;
    private final Benches benches;
    private final EffectWords words;

    LockListController(
            Plans plans,
            Documents documents,
            PluginHouse house,
            Naming naming,
            Speaking speaking,
            Benches benches,
            EffectWords words) {
        this.plans = plans;
        this.documents = documents;
        this.house = house;
        this.naming = naming;
        this.speaking = speaking;
        this.benches = benches;
        this.words = words;
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
    @Needs(Permission.READ)
    @Operation(operationId = "listLocks", summary = "What the planner fixed, and what there is to say of it.")
    ResponseEntity<LocksView> list(@PathVariable PlanId plan, Caller caller) {
        Plan found = plans.get(plan);
        Kept.OfProblem problem = documents.problem(plans.revision(found.head()).problem());
        List<Finding> findings = house.validate(problem.value()).stream()
                .filter(one ->
                        one.pointer().startsWith("/locks") || one.pointer().startsWith("/memberLocks"))
                .toList();
        var texts = naming.texts(problem, Naming.students(caller, found.organisation()));
        return Precondition.tagged(
                found.version(),
                new LocksView(problem.value().locks(), problem.value().memberLocks(), speaking.told(findings, texts)));
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
    @Needs(Permission.EDIT)
    @Operation(
            operationId = "listLockCosts",
            summary = "What each lock of a session costs: how much better the best other choice would be.")
    LockCostPage costs(
            @PathVariable PlanId plan, @RequestParam(required = false) @Nullable Integer after, Caller caller) {
        int first = after == null ? 0 : after;
        if (first < 0) {
            throw Refusal.of(HttpStatus.BAD_REQUEST, "rest.bad-parameter", "after");
        }
        Bench bench = benches.of(plan);
        List<SessionLock> locks = bench.problem().value().locks();
        var spoken = words.of(bench.plan(), bench.problem(), bench.timetable().value(), caller);
        int begin = Math.min(first, locks.size()); // so that no sum is larger than an int
        int last = Math.min(locks.size(), begin + Page.SIZE);
        List<LockCostView> page = locks.subList(begin, last).stream()
                .map(lock -> bench.workbench().cost(lock))
                .map(cost -> view(cost, spoken))
                .toList();
        return new LockCostPage(page, last < locks.size() ? String.valueOf(last) : null);
    }

    private static LockCostView view(LockCost cost, EffectWords.Spoken spoken) {
        return new LockCostView(
                cost.lock(),
                spoken.names().of(cost.lock().sessionId()),
                cost.hard(),
                cost.medium(),
                cost.soft(),
                spoken.differences(cost.differences()));
    }
}
