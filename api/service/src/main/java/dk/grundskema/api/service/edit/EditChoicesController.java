package dk.grundskema.api.service.edit;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.service.edit.EffectViews.FaultsView;
import dk.grundskema.api.service.edit.EffectViews.RoomView;
import dk.grundskema.api.service.edit.EffectViews.RoomsView;
import dk.grundskema.api.service.edit.EffectViews.RuleCostView;
import dk.grundskema.api.service.edit.EffectViews.SeatView;
import dk.grundskema.api.service.edit.EffectViews.TargetView;
import dk.grundskema.api.service.edit.EffectViews.TargetsView;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.RatedPlan;
import dk.grundskema.api.service.plan.history.CrossPlanFaultReader;
import dk.grundskema.api.service.plan.history.RecordedAbsences;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.RuleResult;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.change.SeatCandidates.RejectedCandidate;
import dk.grundskema.solver.change.SeatCandidates.SeatObstacle;
import dk.grundskema.solver.edit.SeatChoices;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST operations that list the choices for an edit, each with its effect on rules and score. Session ids contain slashes, so they are request
 * parameters.
 */
@RestController
@RequestMapping("/api/v1/plans/{plan}")
@Tag(name = "Editing")
final class EditChoicesController {
    private final WorkbenchCache workbenchCache;
    private final EffectViewFactory effectViewFactory;
    private final PluginPlanningFacade planning;
    private final DocumentStore documents;
    private final RecordedAbsences recordedAbsences;
    private final CrossPlanFaultReader crossPlanFaults;
    private final PlanStore plans;

    EditChoicesController(
            WorkbenchCache workbenchCache,
            EffectViewFactory effectViewFactory,
            PluginPlanningFacade planning,
            DocumentStore documents,
            RecordedAbsences recordedAbsences,
            CrossPlanFaultReader crossPlanFaults,
            PlanStore plans) {
        this.crossPlanFaults = crossPlanFaults;
        this.plans = plans;
        this.recordedAbsences = recordedAbsences;
        this.workbenchCache = workbenchCache;
        this.effectViewFactory = effectViewFactory;
        this.planning = planning;
        this.documents = documents;
    }

    private PlanWorkbench openWorkbench(PlanId plan, SessionId session) {
        PlanWorkbench bench = workbenchCache.open(plan);
        if (!bench.workbench().hasSession(session)) {
            throw RefusalException.of(HttpStatus.NOT_FOUND, "edit.no-such-session", session.value());
        }
        return bench;
    }

    private EffectViewFactory.PlanEffectViews effectViews(PlanWorkbench bench, Caller caller) {
        return effectViewFactory.forPlan(
                bench.plan(), bench.problem(), bench.timetable().value(), caller);
    }

    /**
     * @param session  which session
     * @param position which seat of its meeting, from 0, the teachers of a lesson first
     */
    @GetMapping("/candidates")
    @RequiresPermission(Permission.EDIT)
    @Operation(
            operationId = "listCandidates",
            summary = "Who could sit in a seat, ranked, with what each costs, and who can't.")
    SeatView candidates(
            @PathVariable PlanId plan, @RequestParam SessionId session, @RequestParam int position, Caller caller) {
        PlanWorkbench bench = openWorkbench(plan, session);
        SeatChoices choices = bench.workbench()
                .seatChoices(session, position)
                .orElseThrow(() -> RefusalException.of(HttpStatus.NOT_FOUND, "editing.no-such-seat", position));
        var spoken = effectViews(bench, caller);
        Set<StaffId> away = recordedAbsences.awayDuring(
                plan,
                bench.timetable().value().meetings().stream()
                        .filter(one -> one.sessionId().equals(session))
                        .toList(),
                bench.problem().value().horizon().zone());
        return new SeatView(
                choices.seat().role(),
                choices.seat().required(),
                choices.staffId(),
                choices.candidates().stream()
                        .filter(one -> !away.contains(one.staffId()))
                        .map(spoken::candidate)
                        .toList(),
                Stream.concat(
                                choices.candidates().stream()
                                        .filter(one -> away.contains(one.staffId()))
                                        .map(one -> new RejectedCandidate(one.staffId(), SeatObstacle.AWAY, List.of())),
                                choices.unable().stream())
                        .map(spoken::unable)
                        .toList());
    }

    /** @param session which session */
    @GetMapping("/targets")
    @RequiresPermission(Permission.EDIT)
    @Operation(
            operationId = "listTargets",
            summary = "Everywhere that a meeting can go, each with what it breaks and costs.")
    TargetsView targets(@PathVariable PlanId plan, @RequestParam SessionId session, Caller caller) {
        PlanWorkbench bench = openWorkbench(plan, session);
        var spoken = effectViews(bench, caller);
        return new TargetsView(
                bench.workbench().score(),
                bench.workbench().targets(session).stream()
                        .map(one -> new TargetView(
                                one.time(),
                                one.otherId(),
                                one.isCurrent(),
                                one.after(),
                                spoken.differences(one.differences())))
                        .toList());
    }

    /** @param session which session */
    @GetMapping("/room-choices")
    @RequiresPermission(Permission.EDIT)
    @Operation(
            operationId = "listRoomChoices",
            summary = "The rooms that a meeting can be held in, each with what it breaks and costs.")
    RoomsView rooms(@PathVariable PlanId plan, @RequestParam SessionId session, Caller caller) {
        PlanWorkbench bench = openWorkbench(plan, session);
        var spoken = effectViews(bench, caller);
        return new RoomsView(
                bench.workbench().score(),
                bench.workbench().roomChoices(session).stream()
                        .map(one -> new RoomView(
                                one.roomId(),
                                spoken.names().nameOf(one.roomId()),
                                one.isCurrent(),
                                one.after(),
                                spoken.differences(one.differences())))
                        .toList());
    }

    @GetMapping("/faults")
    @RequiresPermission(Permission.READ)
    @Operation(
            operationId = "listFaults",
            summary =
                    "Where a plan breaks rules, as the independent checker finds it, accepted or not, and what each rule costs.")
    FaultsView faults(@PathVariable PlanId plan, Caller caller) {
        TimetabledPlan bench = workbenchCache.timetabledPlan(plan);
        RatedPlan rated = documents.ratedPlan(bench.problem(), bench.timetable());
        Timetable timetable = rated.timetable().value();
        var spoken = effectViewFactory.forPlan(bench.plan(), rated.problem(), timetable, caller);
        return new FaultsView(
                timetable.score(),
                Stream.concat(
                                spoken
                                        .places(planning.checkTimetable(
                                                rated.problem().value(), timetable))
                                        .stream(),
                                spoken
                                        .sharedPlaces(crossPlanFaults
                                                .find(plans.revision(
                                                        bench.plan().head()))
                                                .all())
                                        .stream())
                        .toList(),
                timetable.rules().stream()
                        .filter(one -> one.penalty() > 0)
                        .sorted(Comparator.comparing(RuleResult::level)
                                .thenComparingLong(one -> -one.penalty() * one.weight())
                                .thenComparing(RuleResult::id))
                        .map(one -> new RuleCostView(
                                one.id(),
                                spoken.ruleName(one.id()),
                                one.level(),
                                one.weight(),
                                one.penalty(),
                                one.penalty() * one.weight(),
                                one.count()))
                        .toList());
    }
}
