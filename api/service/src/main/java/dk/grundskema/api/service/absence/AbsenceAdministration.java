package dk.grundskema.api.service.absence;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.service.absence.AbsenceViews.AbsenceGapsView;
import dk.grundskema.api.service.edit.TimetabledPlan;
import dk.grundskema.api.service.edit.WorkbenchCache;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.history.AbsentSeatReader;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Horizon;
import dk.grundskema.solver.change.Absence;
import dk.grundskema.solver.edit.ManualChange;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records absences of staff, and finds and takes vacant seats, for pages. */
@Component
public class AbsenceAdministration {
    private final PlanStore plans;
    private final DocumentStore documents;
    private final AbsenceRecorder absenceRecorder;
    private final AbsenceRepository absences;
    private final WorkbenchCache workbenchCache;
    private final VacantSeatFinder vacantSeatFinder;
    private final AbsentSeatReader absentSeats;
    private final InstantSource clock;

    AbsenceAdministration(
            PlanStore plans,
            DocumentStore documents,
            AbsenceRecorder absenceRecorder,
            AbsenceRepository absences,
            WorkbenchCache workbenchCache,
            VacantSeatFinder vacantSeatFinder,
            AbsentSeatReader absentSeats,
            InstantSource clock) {
        this.absentSeats = absentSeats;
        this.plans = plans;
        this.documents = documents;
        this.absenceRecorder = absenceRecorder;
        this.absences = absences;
        this.workbenchCache = workbenchCache;
        this.vacantSeatFinder = vacantSeatFinder;
        this.clock = clock;
    }

    /**
     * An absence with the person's name.
     *
     * @param id    id of the absence
     * @param staff id of the staff member
     * @param name  name of the staff member
     * @param from  first minute, in local time of the plan's zone
     * @param until minute after the last
     */
    public record AbsentPerson(String id, StaffId staff, String name, LocalDateTime from, LocalDateTime until) {
        /** Returns the id only. */
        @Override
        public String toString() {
            return id;
        }
    }

    /**
     * A candidate for a seat, suitable or not.
     *
     * @param staff      id of the staff member
     * @param name       name of the staff member
     * @param shortfalls resulting shortfalls; for unsuitable candidates the reasons
     * @param wishes     names of wishes that would be met less well
     */
    public record StandIn(StaffId staff, String name, List<String> shortfalls, List<String> wishes) {
        /** Returns the id only. */
        @Override
        public String toString() {
            return staff.value();
        }
    }

    /**
     * A seat that becomes vacant.
     *
     * @param session  session of the first affected meeting
     * @param position index of the seat in its meeting, from 0
     * @param text     description of the meeting
     * @param dates    dates on which the seat is vacant
     * @param required whether the meeting is understaffed while it is vacant
     * @param able     suitable candidates, best first
     * @param unable   unsuitable candidates with reasons
     */
    public record OpenSeatChoice(
            SessionId session,
            int position,
            String text,
            List<LocalDate> dates,
            boolean required,
            List<StandIn> able,
            List<StandIn> unable) {}

    /**
     * Dates on which a weekly meeting lacks a staff member.
     *
     * @param text  description of the meeting
     * @param dates   the dates
     * @param teaches whether the person teaches the lesson in the existing timetable, so that nobody is looked for
     * @param free    names of staff who are free and could be asked
     */
    public record OpenDayRun(String text, List<LocalDate> dates, boolean teaches, List<String> free) {}

    /**
     * A lesson of the existing timetable without its teacher.
     *
     * @param text the lesson in words, with its time
     * @param date when
     */
    public record OrdinaryLessonDate(String text, LocalDate date) {}

    /**
     * The vacancies caused by an absence.
     *
     * @param away  the absence
     * @param reach position of the absence relative to the plan; there are only vacancies if it is {@code AHEAD}
     * @param required number of required seats that the person holds during the absence and that have not ended, as the status counts them
     * @param seats vacant seats, in chronological order
     * @param days  dates on which weekly meetings lack a staff member
     * @param ordinaryLessons lessons of the existing timetable that the plan finds nobody for, in order of time
     * @param refusal why the plan cannot be changed from the absence; {@code null} if it can, or if it is not {@code AHEAD}
     */
    public record AbsenceGaps(
            AbsentPerson away,
            AbsencePeriodState reach,
            int required,
            List<OpenSeatChoice> seats,
            List<OpenDayRun> days,
            List<OrdinaryLessonDate> ordinaryLessons,
            @Nullable RefusalException refusal) {}

    /**
     * A report of an absence, without its reason.
     *
     * @param away   who is away, and when
     * @param author account that recorded it
     * @param made   when it was recorded
     */
    public record AbsenceReport(AbsentPerson away, AccountId author, Instant made) {}

    /** Returns the reports of the absences of a plan that were recorded in an interval, without those that were withdrawn. */
    public List<AbsenceReport> findReports(PlanId plan, Instant from, Instant until) {
        List<AbsenceRepository.AbsenceRecord> reports = absences.findWithoutReasons(plan).stream()
                .filter(one -> !one.made().isBefore(from) && one.made().isBefore(until))
                .toList();
        if (reports.isEmpty()) {
            return List.of();
        }
        Problem problem = problem(plans.get(plan));
        return reports.stream()
                .flatMap(one -> problem.staffMember(one.staffId()).stream()
                        .map(person -> new AbsenceReport(
                                new AbsentPerson(one.id(), person.id(), person.name(), one.from(), one.until()),
                                one.author(),
                                one.made())))
                .toList();
    }

    /** Returns the absences of a plan's staff and records the access in the audit log. A plan of the same family may have other staff. */
    public List<AbsentPerson> listAbsences(PlanId plan, Caller caller) {
        Plan found = plans.get(plan);
        Problem problem = problem(found);
        List<AbsenceRepository.AbsenceEntry> all = absences.findByPlan(plan).stream()
                .filter(one -> problem.staffMember(one.absence().staffId()).isPresent())
                .toList();
        absences.auditSeen(found, all, caller.account());
        return all.stream().map(one -> absentPerson(one, problem)).toList();
    }

    private Problem problem(Plan plan) {
        return documents.problem(plans.revision(plan.head()).problem()).value();
    }

    /**
     * Returns an absence.
     *
     * @throws RefusalException 404 if it does not exist
     */
    public Absence absence(PlanId plan, String absence) {
        return absences.get(plans.get(plan).id(), absence).absence();
    }

    private static AbsentPerson absentPerson(AbsenceRepository.AbsenceEntry one, Problem problem) {
        Absence absence = one.absence();
        String name = problem.staffMember(absence.staffId())
                .map(StaffMember::name)
                .orElse(absence.staffId().value());
        return new AbsentPerson(one.id(), absence.staffId(), name, absence.from(), absence.until());
    }

    /**
     * Records an absence.
     *
     * @return id of the absence
     * @throws RefusalException 422 with all errors
     */
    public String record(PlanId plan, StaffId staff, LocalDateTime from, LocalDateTime until, Caller caller) {
        return absenceRecorder
                .record(plans.get(plan), staff, from, until, "", caller.account())
                .id();
    }

    /** Deletes an absence. What was changed in the plan because of it remains. */
    public void remove(PlanId plan, String absence, Caller caller) {
        absences.remove(plans.get(plan), absence, caller.account());
    }

    /**
     * Returns the effective current time: the given one, else the clock's; for a plan that is over, the moment before it begins, so that
     * absences can be rehearsed.
     */
    public LocalDateTime effectiveNow(PlanId plan, @Nullable LocalDateTime said) {
        if (said != null) {
            return said;
        }
        Horizon horizon = problem(plans.get(plan)).horizon();
        LocalDateTime now = now(horizon);
        return isOver(horizon, now) ? horizon.firstDay().atStartOfDay() : now;
    }

    /** Returns whether a plan that is over is treated as not yet begun. */
    public boolean isRehearsed(PlanId plan, @Nullable LocalDateTime said) {
        Horizon horizon = problem(plans.get(plan)).horizon();
        return said == null && isOver(horizon, now(horizon));
    }

    private LocalDateTime now(Horizon horizon) {
        return LocalDateTime.ofInstant(clock.instant(), horizon.zone());
    }

    private static boolean isOver(Horizon horizon, LocalDateTime now) {
        return now.toLocalDate().isAfter(horizon.lastDay());
    }

    /**
     * Returns the vacancies caused by an absence.
     *
     * @throws RefusalException 404 if the absence does not exist
     */
    public AbsenceGaps findGaps(PlanId plan, String absence, LocalDateTime now, Caller caller) {
        AbsenceRepository.AbsenceEntry one = absences.get(plan, absence);
        AbsenceGaps gaps = findGaps(plan, one, now, caller);
        absences.auditSeen(plans.get(plan), List.of(one), caller.account()); // last, together with the students' names
        return gaps;
    }

    private AbsenceGaps findGaps(PlanId plan, AbsenceRepository.AbsenceEntry one, LocalDateTime now, Caller caller) {
        TimetabledPlan timetabledPlan = workbenchCache.timetabledPlan(plan);
        AbsentPerson away = absentPerson(one, timetabledPlan.problem().value());
        AbsencePeriodState periodState = vacantSeatFinder.periodStateOf(timetabledPlan, one.absence(), now);
        int required = absentSeats
                .find(plans.revision(timetabledPlan.plan().head()), List.of(one.absence()))
                .size();
        if (periodState != AbsencePeriodState.AHEAD) {
            return new AbsenceGaps(away, periodState, required, List.of(), List.of(), List.of(), null);
        }
        try {
            AbsenceGapsView open = vacantSeatFinder.findGaps(timetabledPlan, one.absence(), now, caller);
            return new AbsenceGaps(
                    away,
                    periodState,
                    required,
                    AbsenceGapMapper.openSeats(open),
                    AbsenceGapMapper.openDays(open),
                    open.ordinaryLessons().stream()
                            .map(each -> new OrdinaryLessonDate(each.text(), each.date()))
                            .toList(),
                    null);
        } catch (RefusalException refused) {
            return new AbsenceGaps(away, periodState, required, List.of(), List.of(), List.of(), refused);
        }
    }

    /**
     * Assigns a vacant seat to a staff member.
     *
     * @return new version of the plan
     * @throws RefusalException 412 if the plan has another version; 422 if the assignment is invalid
     */
    public long assignSeat(
            PlanId plan,
            String absence,
            SessionId session,
            int position,
            StaffId who,
            LocalDateTime now,
            long version,
            Caller caller) {
        Absence enteredAbsence =
                absences.get(plans.getAtVersion(plan, version).id(), absence).absence();
        var change = new ManualChange.SeatChange(session, position, who);
        return vacantSeatFinder
                .assignSeat(workbenchCache.timetabledPlan(plan), enteredAbsence, now, change, version, caller)
                .version();
    }
}
