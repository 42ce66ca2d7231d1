package dk.grundskema.api.service.absence;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.planning.repair.RejectionFormatter;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.service.absence.AbsenceViews.AbsenceGapsView;
import dk.grundskema.api.service.absence.AbsenceViews.FreeStaffView;
import dk.grundskema.api.service.absence.AbsenceViews.OpenDayView;
import dk.grundskema.api.service.absence.AbsenceViews.OpenSeatView;
import dk.grundskema.api.service.absence.AbsenceViews.OrdinaryLessonView;
import dk.grundskema.api.service.edit.EffectViewFactory;
import dk.grundskema.api.service.edit.EffectViews.EditView;
import dk.grundskema.api.service.edit.EffectViews.UnableView;
import dk.grundskema.api.service.edit.PlanEditor;
import dk.grundskema.api.service.edit.PlanWorkbench;
import dk.grundskema.api.service.edit.TimetabledPlan;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.RatedPlan;
import dk.grundskema.api.service.plan.StoredDocument;
import dk.grundskema.api.service.plan.history.RecordedAbsences;
import dk.grundskema.api.service.plan.lifecycle.CommitmentResolver;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.solver.change.Absence;
import dk.grundskema.solver.change.AbsenceChange;
import dk.grundskema.solver.change.ChangeRequest;
import dk.grundskema.solver.change.OpenDays;
import dk.grundskema.solver.change.PlanChanger;
import dk.grundskema.solver.change.PlanChanger.OrdinaryLesson;
import dk.grundskema.solver.change.SeatCandidates;
import dk.grundskema.solver.change.SeatCandidates.RejectedCandidate;
import dk.grundskema.solver.change.SeatCandidates.SeatObstacle;
import dk.grundskema.solver.change.VacantSeat;
import dk.grundskema.solver.edit.ManualChange;
import dk.grundskema.solver.edit.Workbench;
import dk.grundskema.solver.registry.PluginRegistry;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds candidates for the seats that an absence leaves vacant, and gives one of them to somebody. */
@Component
final class VacantSeatFinder {
    private final DocumentStore documents;
    private final CommitmentResolver commitments;
    private final RecordedAbsences recordedAbsences;
    private final PluginPlanningFacade planning;
    private final PluginRegistry plugins;
    private final EffectViewFactory effectViewFactory;
    private final PlanEditor planEditor;

    VacantSeatFinder(
            DocumentStore documents,
            CommitmentResolver commitments,
            RecordedAbsences recordedAbsences,
            PluginPlanningFacade planning,
            PluginRegistry plugins,
            EffectViewFactory effectViewFactory,
            PlanEditor planEditor) {
        this.documents = documents;
        this.commitments = commitments;
        this.recordedAbsences = recordedAbsences;
        this.planning = planning;
        this.plugins = plugins;
        this.effectViewFactory = effectViewFactory;
        this.planEditor = planEditor;
    }

    /** Returns the position of an absence. Only {@code AHEAD} allows changes. */
    AbsencePeriodState periodStateOf(TimetabledPlan timetabledPlan, Absence absence, LocalDateTime now) {
        return AbsencePeriodState.of(change(timetabledPlan, absence, now)
                .validate(timetabledPlan.problem().value().horizon()));
    }

    private static AbsenceChange change(TimetabledPlan timetabledPlan, Absence absence, LocalDateTime now) {
        return new AbsenceChange(
                timetabledPlan.timetable().value(),
                List.of(absence),
                AbsenceChange.momentWithin(timetabledPlan.problem().value().horizon(), now));
    }

    /**
     * Prepares the change of the plan by an absence.
     *
     * @throws RefusalException 422 if the absence is outside the plan or entirely in the past, or something speaks against the change, 409 if the timetable
     *     does not fit the plan
     */
    private PlanChanger changer(TimetabledPlan timetabledPlan, Absence absence, LocalDateTime now) {
        RatedPlan base = documents.changeBase(timetabledPlan.problem(), timetabledPlan.timetable(), false);
        if (!documents.fits(base.problem(), base.timetable())) {
            throw RefusalException.conflict("plan-change.timetable-does-not-fit");
        }
        AbsenceChange change = change(timetabledPlan, absence, now);
        refuse(change.validate(timetabledPlan.problem().value().horizon()));
        var request = new ChangeRequest(
                busyProblem(timetabledPlan, base.problem(), absence),
                change.apply(busyProblem(timetabledPlan, timetabledPlan.problem(), absence)),
                base.timetable().value(),
                change.now());
        refuse(planning.validateChange(request));
        return planning.changePlan(request, timetabledPlan.problem().hash());
    }

    private static void refuse(List<Finding> findings) {
        if (!findings.isEmpty()) {
            throw RefusalException.unusable(findings);
        }
    }

    /** Returns the vacancies caused by an absence. */
    AbsenceGapsView findGaps(TimetabledPlan timetabledPlan, Absence absence, LocalDateTime now, Caller caller) {
        PlanChanger changer = changer(timetabledPlan, absence, now);
        var spoken = effectViewFactory.forPlan(
                timetabledPlan.plan(),
                timetabledPlan.problem(),
                timetabledPlan.timetable().value(),
                caller);
        var reasons = new RejectionFormatter(spoken.texts());
        return new AbsenceGapsView(
                changer.undividedSeatCandidates().stream()
                        .map(one -> openSeatView(one, unable(timetabledPlan, one), spoken, reasons))
                        .toList(),
                changer.openDays().stream().map(one -> openDayView(one, spoken)).toList(),
                changer.ordinaryLessons(changer.unchangedPlan().timetable()).stream()
                        .map(one -> ordinaryLessonView(one, spoken))
                        .toList());
    }

    private static OrdinaryLessonView ordinaryLessonView(OrdinaryLesson one, EffectViewFactory.PlanEffectViews spoken) {
        return new OrdinaryLessonView(one.lesson().id(), spoken.names().lessonText(one.lesson()), one.date());
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
            RejectionFormatter reasons) {
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
     * Assigns one vacant seat to a staff member without other changes. The absence stays out of the plan's problem, so that the other seats are found again.
     *
     * @throws RefusalException 422 if the seat is not vacant, its meeting has begun, or the assignment is invalid, 412 if the plan has another version
     */
    EditView assignSeat(
            TimetabledPlan timetabledPlan,
            Absence absence,
            LocalDateTime now,
            ManualChange.SeatChange change,
            long version,
            Caller caller) {
        checkVacant(changer(timetabledPlan, absence, now).undividedSeatCandidates(), change);
        AbsenceChange away = change(timetabledPlan, absence, now);
        Problem own = away.releaseLocks(timetabledPlan.problem().value());
        var bench = new PlanWorkbench(
                timetabledPlan.plan(),
                documents.storeChanged(timetabledPlan.problem(), own),
                timetabledPlan.timetable(),
                plugins.callRules(() -> Workbench.of(
                        plugins,
                        away.apply(busyProblem(timetabledPlan, timetabledPlan.problem(), absence)),
                        timetabledPlan.timetable().value())));
        var made = PlanEditor.attempt(bench, List.of(change), false);
        return planEditor.commit(bench, made, version, "revision.stand-in", List.of(), caller);
    }

    private static void checkVacant(List<SeatCandidates> open, ManualChange.SeatChange change) {
        boolean isVacant = open.stream()
                .filter(one -> one.unable().stream().noneMatch(each -> each.obstacle() == SeatObstacle.SEAT_IS_FIXED))
                .anyMatch(one -> position(one.seat()) == change.position()
                        && one.seat().meetings().stream()
                                .anyMatch(meeting -> meeting.sessionId().equals(change.sessionId())));
        if (!isVacant) {
            throw RefusalException.unusable(List.of(Finding.error("editing.seat-not-vacant", "/sessionId")));
        }
    }

    /** Returns a problem of the plan with all that keeps people away, except the absence: duties in other plans, and other recorded absences. */
    private Problem busyProblem(TimetabledPlan timetabledPlan, StoredDocument.StoredProblem problem, Absence absence) {
        return recordedAbsences.withoutOthers(
                timetabledPlan.plan().id(),
                commitments.withCommitments(timetabledPlan.plan(), problem).value(),
                timetabledPlan.timetable().value(),
                absence);
    }
}
