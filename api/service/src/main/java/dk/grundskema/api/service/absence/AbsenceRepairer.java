package dk.grundskema.api.service.absence;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.planning.repair.RepairFormatter;
import dk.grundskema.api.service.absence.AbsenceViews.AbsenceGapsView;
import dk.grundskema.api.service.absence.AbsenceViews.DayChangesView;
import dk.grundskema.api.service.absence.AbsenceViews.FreeStaffView;
import dk.grundskema.api.service.absence.AbsenceViews.OpenDayView;
import dk.grundskema.api.service.absence.AbsenceViews.OpenSeatView;
import dk.grundskema.api.service.absence.AbsenceViews.RepairView;
import dk.grundskema.api.service.access.Caller;
import dk.grundskema.api.service.access.SlowRequestSlots;
import dk.grundskema.api.service.edit.EffectViewFactory;
import dk.grundskema.api.service.edit.EffectViews.EditView;
import dk.grundskema.api.service.edit.EffectViews.UnableView;
import dk.grundskema.api.service.edit.PlanEditor;
import dk.grundskema.api.service.edit.PlanWorkbench;
import dk.grundskema.api.service.edit.TimetabledPlan;
import dk.grundskema.api.service.http.RefusalException;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanChange;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.StoredDocument;
import dk.grundskema.api.service.plan.history.RecordedAbsences;
import dk.grundskema.api.service.plan.lifecycle.CommitmentResolver;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Period;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.solver.edit.ManualChange;
import dk.grundskema.solver.edit.Workbench;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.repair.Absence;
import dk.grundskema.solver.repair.OpenDays;
import dk.grundskema.solver.repair.PlanRepairer;
import dk.grundskema.solver.repair.RepairRequest;
import dk.grundskema.solver.repair.RepairResult;
import dk.grundskema.solver.repair.SeatCandidates;
import dk.grundskema.solver.repair.SeatCandidates.RejectedCandidate;
import dk.grundskema.solver.repair.SeatCandidates.SeatObstacle;
import dk.grundskema.solver.repair.VacantSeat;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds candidates for vacant seats and repairs plans around an absence with as few changes as possible. */
@Component
final class AbsenceRepairer {
    private final PlanStore plans;
    private final DocumentStore documents;
    private final CommitmentResolver commitments;
    private final RecordedAbsences recordedAbsences;
    private final PluginPlanningFacade planning;
    private final PluginRegistry plugins;
    private final EffectViewFactory effectViewFactory;
    private final PlanEditor planEditor;
    private final SlowRequestSlots slowRequestSlots;

    AbsenceRepairer(
            PlanStore plans,
            DocumentStore documents,
            CommitmentResolver commitments,
            RecordedAbsences recordedAbsences,
            PluginPlanningFacade planning,
            PluginRegistry plugins,
            EffectViewFactory effectViewFactory,
            PlanEditor planEditor,
            SlowRequestSlots slowRequestSlots) {
        this.slowRequestSlots = slowRequestSlots;
        this.plans = plans;
        this.documents = documents;
        this.commitments = commitments;
        this.recordedAbsences = recordedAbsences;
        this.planning = planning;
        this.plugins = plugins;
        this.effectViewFactory = effectViewFactory;
        this.planEditor = planEditor;
    }

    /** Returns the position of an absence. Only {@code AHEAD} can be repaired. */
    AbsencePeriodState periodStateOf(TimetabledPlan timetabledPlan, Absence absence, LocalDateTime now) {
        return AbsencePeriodState.of(PlanRepairer.validateRequest(new RepairRequest(
                timetabledPlan.problem().value(), timetabledPlan.timetable().value(), List.of(absence), now)));
    }

    /**
     * Creates the replanner from the absence on.
     *
     * @throws RefusalException 422 if the absence is outside the plan or entirely in the past
     */
    private PlanRepairer replan(TimetabledPlan timetabledPlan, Absence absence, LocalDateTime now) {
        Problem busy = busyProblem(timetabledPlan, absence);
        var request = new RepairRequest(busy, timetabledPlan.timetable().value(), List.of(absence), now);
        List<Finding> findings = PlanRepairer.validateRequest(request);
        if (!findings.isEmpty()) {
            throw RefusalException.unusable(findings);
        }
        return planning.replan(request);
    }

    /** Returns the vacancies caused by an absence. */
    AbsenceGapsView findGaps(TimetabledPlan timetabledPlan, Absence absence, LocalDateTime now, Caller caller) {
        PlanRepairer replan = replan(timetabledPlan, absence, now);
        var spoken = effectViewFactory.forPlan(
                timetabledPlan.plan(),
                timetabledPlan.problem(),
                timetabledPlan.timetable().value(),
                caller);
        var reasons = new RepairFormatter(
                spoken.texts(), spoken.names(), timetabledPlan.problem().value());
        return new AbsenceGapsView(
                replan.seatCandidates().stream()
                        .map(one -> openSeatView(one, unable(timetabledPlan, one), spoken, reasons))
                        .toList(),
                replan.openDays().stream().map(one -> openDayView(one, spoken)).toList());
    }

    /** Returns who cannot take a seat; people who are recorded as absent then are away, whatever else prevents it. */
    private List<RejectedCandidate> unable(TimetabledPlan timetabledPlan, SeatCandidates one) {
        Set<StaffId> away = recordedAbsences.awayDuring(
                timetabledPlan.plan().id(),
                one.seat().meetings(),
                timetabledPlan.problem().value().horizon().zone());
        return one.unable().stream()
                .filter(each -> each.obstacle() != SeatObstacle.NOT_ASKED)
                .map(each -> away.contains(each.staffId())
                        ? new RejectedCandidate(each.staffId(), SeatObstacle.AWAY, List.of())
                        : each)
                .toList();
    }

    private static OpenSeatView openSeatView(
            SeatCandidates one,
            List<RejectedCandidate> unable,
            EffectViewFactory.PlanEffectViews spoken,
            RepairFormatter reasons) {
        VacantSeat fallen = one.seat();
        Meeting first = fallen.meetings().getFirst();
        return new OpenSeatView(
                first.sessionId(),
                position(fallen),
                fallen.meetings().stream()
                        .flatMap(meeting -> meeting.time().dates().stream())
                        .toList(),
                spoken.names().nameOf(first.sessionId()),
                fallen.seat().role(),
                fallen.seat().required(),
                fallen.wasLocked(),
                one.candidates().stream().map(spoken::candidate).toList(),
                unable.stream()
                        .map(each -> new UnableView(
                                each.staffId(),
                                spoken.names().nameOf(each.staffId()),
                                each.obstacle().name(),
                                reasons.reason(each),
                                each.rules()))
                        .toList());
    }

    private static int position(VacantSeat fallen) {
        List<MeetingSeat> seats = fallen.meetings().getFirst().seats();
        int place = 0;
        while (!fallen.staffId().equals(seats.get(place).staffId())
                || !fallen.seat().role().equals(seats.get(place).role())) {
            place++;
        }
        return place;
    }

    private static OpenDayView openDayView(OpenDays one, EffectViewFactory.PlanEffectViews spoken) {
        return new OpenDayView(
                one.meeting().sessionId(),
                spoken.names().nameOf(one.meeting().sessionId()),
                one.dates(),
                one.isFact(),
                one.free().stream()
                        .map(who -> new FreeStaffView(who, spoken.names().nameOf(who)))
                        .toList());
    }

    /**
     * Repairs a plan. Creates a revision in which the absent staff member is unavailable, without the reason.
     *
     * @throws RefusalException 412 if the plan has another version; 429 if too many repairs are running
     */
    RepairView repair(
            TimetabledPlan timetabledPlan,
            Absence absence,
            LocalDateTime now,
            SolveLimits limits,
            long version,
            Caller caller) {
        PlanRepairer replan = replan(timetabledPlan, absence, now);
        StoredDocument.StoredProblem problem =
                documents.storeChanged(timetabledPlan.problem(), ownProblem(timetabledPlan, absence, replan.problem()));
        RepairResult repair = slowRequestSlots.runInSlot(caller.account(), () -> replan.repair(limits, problem.hash()));
        StoredDocument.StoredTimetable timetable = documents.store(repair.timetable());
        Plan plan = plans.change(
                timetabledPlan.plan().id(),
                planEditor.baseVersion(timetabledPlan.plan(), version),
                new PlanChange("revision.repaired", List.of(absence.staffId().value()), problem, timetable),
                caller.account());
        var spoken = effectViewFactory.forPlan(
                timetabledPlan.plan(),
                timetabledPlan.problem(),
                timetabledPlan.timetable().value(),
                caller);
        var said = new RepairFormatter(
                spoken.texts(), spoken.names(), timetabledPlan.problem().value());
        return new RepairView(
                plan.version(),
                plan.head(),
                repair.isMended(),
                repair.isLeast(),
                repair.personDays().size(),
                timetabledPlan.timetable().value().score(),
                repair.timetable().score(),
                said.lines(repair.changes()).entrySet().stream()
                        .map(day -> new DayChangesView(
                                day.getKey(),
                                day.getValue().stream()
                                        .map(RepairFormatter.RepairLine::text)
                                        .toList(),
                                (int) day.getValue().stream()
                                        .filter(RepairFormatter.RepairLine::isGap)
                                        .count()))
                        .toList(),
                said.summary(repair, List.of(absence.staffId())));
    }

    /**
     * Assigns one vacant seat to a staff member without other changes.
     *
     * @throws RefusalException 422 if the assignment is invalid, 412 if the plan has another version
     */
    EditView assignSeat(
            TimetabledPlan timetabledPlan,
            Absence absence,
            LocalDateTime now,
            ManualChange.SeatChange change,
            long version,
            Caller caller) {
        Problem away = replan(timetabledPlan, absence, now).problem();
        var bench = new PlanWorkbench(
                timetabledPlan.plan(),
                documents.storeChanged(timetabledPlan.problem(), ownProblem(timetabledPlan, absence, away)),
                timetabledPlan.timetable(),
                Workbench.of(plugins, away, timetabledPlan.timetable().value()));
        var made = PlanEditor.attempt(bench, List.of(change), false);
        return planEditor.commit(
                bench,
                made,
                version,
                "revision.stand-in",
                List.of(absence.staffId().value()),
                caller);
    }

    /** Returns the plan's problem with all that keeps people away, except the absence: duties in other plans, and other recorded absences. */
    private Problem busyProblem(TimetabledPlan timetabledPlan, Absence absence) {
        Problem committed = commitments
                .withCommitments(timetabledPlan.plan(), timetabledPlan.problem())
                .value();
        return recordedAbsences.withoutOthers(
                timetabledPlan.plan().id(),
                committed,
                timetabledPlan.timetable().value(),
                absence);
    }

    /** Returns the plan's own problem with the absence, without commitments to other plans and without other absences. */
    private Problem ownProblem(TimetabledPlan timetabledPlan, Absence absence, Problem away) {
        Problem own = timetabledPlan.problem().value();
        Problem busy = busyProblem(timetabledPlan, absence);
        var staff = new ArrayList<StaffMember>();
        for (StaffMember one : own.staff()) {
            List<Period> before =
                    busy.staffMember(one.id()).orElse(one).availability().except();
            List<Period> added = away.staffMember(one.id()).orElse(one).availability().except().stream()
                    .filter(period -> !before.contains(period))
                    .toList();
            staff.add(
                    added.isEmpty()
                            ? one
                            : one.withAvailability(one.availability().without(added)));
        }
        return own.withStaff(staff).withLocks(away.locks(), away.memberLocks());
    }
}
