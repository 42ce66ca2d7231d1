package dk.grundskema.api.server.editing;

import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.repair.RepairWords;
import dk.grundskema.api.server.editing.AbsenceViews.DayView;
import dk.grundskema.api.server.editing.AbsenceViews.FreeView;
import dk.grundskema.api.server.editing.AbsenceViews.OpenDayView;
import dk.grundskema.api.server.editing.AbsenceViews.OpenSeatView;
import dk.grundskema.api.server.editing.AbsenceViews.OpenView;
import dk.grundskema.api.server.editing.AbsenceViews.RepairView;
import dk.grundskema.api.server.editing.EffectViews.EditView;
import dk.grundskema.api.server.editing.EffectViews.UnableView;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.plans.Change;
import dk.grundskema.api.server.plans.Commitments;
import dk.grundskema.api.server.plans.Documents;
import dk.grundskema.api.server.plans.Kept;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.Period;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.solver.engine.Absence;
import dk.grundskema.solver.engine.FallenSeat;
import dk.grundskema.solver.engine.HandChange;
import dk.grundskema.solver.engine.OpenDays;
import dk.grundskema.solver.engine.Repair;
import dk.grundskema.solver.engine.Replan;
import dk.grundskema.solver.engine.ReplanRequest;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.WhoCould;
import dk.grundskema.solver.engine.WhoCould.Obstacle;
import dk.grundskema.solver.engine.Workbench;
import dk.grundskema.solver.registry.PluginRegistry;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who could take what while somebody is away, and the plan repaired with as few changes as possible. */
@Component
final class Repairing {
    private final Plans plans;
    private final Documents documents;
    private final Commitments commitments;
    private final PluginHouse house;
    private final PluginRegistry plugins;
    private final EffectWords words;
    private final Editing editing;
    private final RepairPlaces places;

    Repairing(
            Plans plans,
            Documents documents,
            Commitments commitments,
            PluginHouse house,
            PluginRegistry plugins,
            EffectWords words,
            Editing editing,
            RepairPlaces places) {
        this.places = places;
        this.plans = plans;
        this.documents = documents;
        this.commitments = commitments;
        this.house = house;
        this.plugins = plugins;
        this.words = words;
        this.editing = editing;
    }

    /** Where an absence lies; unless it is ahead it can't be planned around. */
    Reach reach(Standing standing, Absence absence, LocalDateTime now) {
        return Reach.of(Replan.findings(new ReplanRequest(
                standing.problem().value(), standing.timetable().value(), List.of(absence), now)));
    }

    /**
     * The plan as it is from the absence on.
     *
     * @throws Refusal 422 if the absence is outside the plan, or all in the past
     */
    private Replan replan(Standing standing, Absence absence, LocalDateTime now) {
        Problem busy = commitments.busy(standing.plan(), standing.problem()).value();
        var request = new ReplanRequest(busy, standing.timetable().value(), List.of(absence), now);
        List<Finding> findings = Replan.findings(request);
        if (!findings.isEmpty()) {
            throw Refusal.unusable(findings);
        }
        return house.replan(request);
    }

    /** What an absence leaves open. */
    OpenView open(Standing standing, Absence absence, LocalDateTime now, Caller caller) {
        Replan replan = replan(standing, absence, now);
        var spoken = words.of(
                standing.plan(), standing.problem(), standing.timetable().value(), caller);
        var reasons = new RepairWords(
                spoken.texts(), spoken.names(), standing.problem().value());
        return new OpenView(
                replan.whoCould().stream()
                        .map(one -> seat(one, spoken, reasons))
                        .toList(),
                replan.openDays().stream().map(one -> days(one, spoken)).toList());
    }

    private static OpenSeatView seat(WhoCould one, EffectWords.Spoken spoken, RepairWords reasons) {
        FallenSeat fallen = one.seat();
        Meeting first = fallen.meetings().getFirst();
        return new OpenSeatView(
                first.sessionId(),
                position(fallen),
                fallen.meetings().stream()
                        .flatMap(meeting -> meeting.time().dates().stream())
                        .toList(),
                spoken.names().of(first.sessionId()),
                fallen.seat().role(),
                fallen.seat().required(),
                fallen.wasLocked(),
                one.candidates().stream().map(spoken::candidate).toList(),
                one.unable().stream()
                        .filter(each -> each.obstacle() != Obstacle.NOT_ASKED)
                        .map(each -> new UnableView(
                                each.staffId(),
                                spoken.names().of(each.staffId()),
                                each.obstacle().name(),
                                reasons.reason(each),
                                each.rules()))
                        .toList());
    }

    private static int position(FallenSeat fallen) {
        List<MeetingSeat> seats = fallen.meetings().getFirst().seats();
        int place = 0;
        while (!fallen.staffId().equals(seats.get(place).staffId())
                || !fallen.seat().role().equals(seats.get(place).role())) {
            place++;
        }
        return place;
    }

    private static OpenDayView days(OpenDays one, EffectWords.Spoken spoken) {
        return new OpenDayView(
                one.meeting().sessionId(),
                spoken.names().of(one.meeting().sessionId()),
                one.dates(),
                one.isFact(),
                one.free().stream()
                        .map(who -> new FreeView(who, spoken.names().of(who)))
                        .toList());
    }

    /**
     * Repairs a plan: a revision is made in which whoever is away is unavailable, without a word of why.
     *
     * @throws Refusal 412 if the plan has another version by now; 429 if too many are looked for already
     */
    RepairView repair(
            Standing standing, Absence absence, LocalDateTime now, SolveLimits limits, long version, Caller caller) {
        Replan replan = replan(standing, absence, now);
        Kept.OfProblem problem = documents.keepChanged(standing.problem(), own(standing, replan.problem()));
        Repair repair = places.during(caller.account(), () -> replan.repair(limits, problem.hash()));
        Kept.OfTimetable timetable = documents.keep(repair.timetable());
        Plan plan = plans.change(
                standing.plan().id(),
                editing.based(standing.plan(), version),
                new Change("revision.repaired", List.of(absence.staffId().value()), problem, timetable),
                caller.account());
        var spoken = words.of(
                standing.plan(), standing.problem(), standing.timetable().value(), caller);
        var said = new RepairWords(
                spoken.texts(), spoken.names(), standing.problem().value());
        return new RepairView(
                plan.version(),
                plan.head(),
                repair.isMended(),
                repair.isLeast(),
                repair.personDays().size(),
                standing.timetable().value().score(),
                repair.timetable().score(),
                said.lines(repair.changes()).entrySet().stream()
                        .map(day -> new DayView(
                                day.getKey(),
                                day.getValue().stream()
                                        .map(RepairWords.Line::text)
                                        .toList(),
                                (int) day.getValue().stream()
                                        .filter(RepairWords.Line::isGap)
                                        .count()))
                        .toList(),
                said.summary(repair, List.of(absence.staffId())));
    }

    /**
     * Gives one seat that falls open to somebody, the rest of the plan as it stands.
     *
     * @throws Refusal 422 if that is meaningless, 412 if the plan has another version by now
     */
    EditView take(
            Standing standing,
            Absence absence,
            LocalDateTime now,
            HandChange.Seating change,
            long version,
            Caller caller) {
        Problem away = replan(standing, absence, now).problem();
        var bench = new Bench(
                standing.plan(),
                documents.keepChanged(standing.problem(), own(standing, away)),
                standing.timetable(),
                Workbench.of(plugins, away, standing.timetable().value()));
        var made = Editing.tried(bench, List.of(change), false);
        return editing.keep(
                bench,
                made,
                version,
                "revision.stand-in",
                List.of(absence.staffId().value()),
                caller);
    }

    /** The plan's own problem with the absence in it, and nothing of what other plans need people for. */
    private Problem own(Standing standing, Problem away) {
        Problem own = standing.problem().value();
        Problem busy = commitments.busy(standing.plan(), standing.problem()).value();
        var staff = new ArrayList<StaffMember>();
        for (StaffMember one : own.staff()) {
            List<Period> before =
                    busy.staffMember(one.id()).orElse(one).availability().except();
            var except = new ArrayList<>(one.availability().except());
            away.staffMember(one.id()).orElse(one).availability().except().stream()
                    .filter(period -> !before.contains(period))
                    .forEach(except::add);
            boolean isSame = except.size() == one.availability().except().size();
            staff.add(
                    isSame
                            ? one
                            : one.available(new Availability(one.availability().only(), except)));
        }
        return own.staffed(staff).locked(away.locks(), away.memberLocks());
    }
}
