package dk.grundskema.api.server.editing;

import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.server.editing.EffectViews.FaultsView;
import dk.grundskema.api.server.editing.EffectViews.RoomView;
import dk.grundskema.api.server.editing.EffectViews.RoomsView;
import dk.grundskema.api.server.editing.EffectViews.RuleCostView;
import dk.grundskema.api.server.editing.EffectViews.SeatView;
import dk.grundskema.api.server.editing.EffectViews.TargetView;
import dk.grundskema.api.server.editing.EffectViews.TargetsView;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.plans.Documents;
import dk.grundskema.api.server.plans.Kept;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.timetable.RuleResult;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.SeatChoices;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What there is to choose from, each choice with what it breaks and costs. Sessions' ids have slashes, so they are parameters. */
@RestController
@RequestMapping("/api/v1/plans/{plan}")
@Tag(name = "Editing")
final class ChoicesController {
    private final Benches benches;
    private final EffectWords words;
    private final PluginHouse house;
    private final Documents documents;

    ChoicesController(Benches benches, EffectWords words, PluginHouse house, Documents documents) {
        this.benches = benches;
        this.words = words;
        this.house = house;
        this.documents = documents;
    }

    private Bench bench(PlanId plan, SessionId session) {
        Bench bench = benches.of(plan);
        if (!bench.workbench().has(session)) {
            throw Refusal.of(HttpStatus.NOT_FOUND, "edit.no-such-session", session.value());
        }
        return bench;
    }

    private EffectWords.Spoken spoken(Bench bench, Caller caller) {
        return words.of(bench.plan(), bench.problem(), bench.timetable().value(), caller);
    }

    /**
     * @param session  which session
     * @param position which seat of its meeting, from 0, the teachers of a lesson first
     */
    @GetMapping("/candidates")
    @Needs(Permission.EDIT)
    @Operation(
            operationId = "listCandidates",
            summary = "Who could sit in a seat, ranked, with what each costs, and who can't.")
    SeatView candidates(
            @PathVariable PlanId plan, @RequestParam SessionId session, @RequestParam int position, Caller caller) {
        Bench bench = bench(plan, session);
        SeatChoices choices = bench.workbench()
                .candidates(session, position)
                .orElseThrow(() -> Refusal.of(HttpStatus.NOT_FOUND, "editing.no-such-seat", position));
        var spoken = spoken(bench, caller);
        return new SeatView(
                choices.seat().role(),
                choices.seat().required(),
                choices.staffId(),
                choices.candidates().stream().map(spoken::candidate).toList(),
                choices.unable().stream().map(spoken::unable).toList());
    }

    /** @param session which session */
    @GetMapping("/targets")
    @Needs(Permission.EDIT)
    @Operation(
            operationId = "listTargets",
            summary = "Everywhere that a meeting can go, each with what it breaks and costs.")
    TargetsView targets(@PathVariable PlanId plan, @RequestParam SessionId session, Caller caller) {
        Bench bench = bench(plan, session);
        var spoken = spoken(bench, caller);
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
    @Needs(Permission.EDIT)
    @Operation(
            operationId = "listRoomChoices",
            summary = "The rooms that a meeting can be held in, each with what it breaks and costs.")
    RoomsView rooms(@PathVariable PlanId plan, @RequestParam SessionId session, Caller caller) {
        Bench bench = bench(plan, session);
        var spoken = spoken(bench, caller);
        return new RoomsView(
                bench.workbench().score(),
                bench.workbench().rooms(session).stream()
                        .map(one -> new RoomView(
                                one.roomId(),
                                spoken.names().of(one.roomId()),
                                one.isCurrent(),
                                one.after(),
                                spoken.differences(one.differences())))
                        .toList());
    }

    @GetMapping("/faults")
    @Needs(Permission.READ)
    @Operation(
            operationId = "listFaults",
            summary = "Where a plan breaks rules, as the independent checker finds it, and what each rule costs.")
    FaultsView faults(@PathVariable PlanId plan, Caller caller) {
        Standing bench = benches.standing(plan);
        Timetable timetable = bench.timetable().value();
        Kept.OfProblem judge = documents.judging(bench.problem(), bench.timetable());
        var spoken = words.of(bench.plan(), judge, timetable, caller);
        return new FaultsView(
                timetable.score(),
                spoken.places(house.check(judge.value(), timetable)),
                timetable.rules().stream()
                        .filter(one -> one.penalty() > 0)
                        .sorted(Comparator.comparing(RuleResult::level)
                                .thenComparingLong(one -> -one.penalty() * one.weight())
                                .thenComparing(RuleResult::id))
                        .map(one -> new RuleCostView(
                                one.id(),
                                spoken.rule(one.id()),
                                one.level(),
                                one.weight(),
                                one.penalty(),
                                one.penalty() * one.weight(),
                                one.count()))
                        .toList());
    }
}
