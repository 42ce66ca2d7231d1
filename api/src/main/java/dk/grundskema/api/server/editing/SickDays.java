package dk.grundskema.api.server.editing;

import dk.grundskema.api.server.editing.AbsenceViews.OpenView;
import dk.grundskema.api.server.editing.AbsenceViews.RepairView;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.plans.Documents;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Horizon;
import dk.grundskema.solver.engine.Absence;
import dk.grundskema.solver.engine.HandChange;
import dk.grundskema.solver.engine.SolveLimits;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Absences of staff and what to do about them, for pages. */
@Component
public class SickDays {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Plans plans;
    private final Documents documents;
    private final NewAbsences entering;
    private final Absences absences;
    private final Benches benches;
    private final Repairing repairing;
    private final InstantSource clock;

    SickDays(
            Plans plans,
            Documents documents,
            NewAbsences entering,
            Absences absences,
            Benches benches,
            Repairing repairing,
            InstantSource clock) {
        this.plans = plans;
        this.documents = documents;
        this.entering = entering;
        this.absences = absences;
        this.benches = benches;
        this.repairing = repairing;
        this.clock = clock;
    }

    /**
     * Somebody who is away.
     *
     * @param id    names the absence
     * @param staff who
     * @param name  what that one is called
     * @param from  first minute, on the wall clock of the plan's zone
     * @param until the minute after the last
     */
    public record Away(String id, StaffId staff, String name, LocalDateTime from, LocalDateTime until) {
        /** The id alone. */
        @Override
        public String toString() {
            return id;
        }
    }

    /**
     * Somebody who could take over, or can't.
     *
     * @param staff     who
     * @param name      what that one is called
     * @param shortfalls what would fall short then, in words; of somebody who can't, why
     * @param wishes    names of wishes that are met less well then
     */
    public record Person(StaffId staff, String name, List<String> shortfalls, List<String> wishes) {
        /** The id alone. */
        @Override
        public String toString() {
            return staff.value();
        }
    }

    /**
     * A seat that falls open.
     *
     * @param session  session of the first meeting that is touched
     * @param position place of the seat among those of its meeting, from 0
     * @param text     the meeting in words
     * @param dates    when the seat is open
     * @param required whether the plan is thin when nobody fills it
     * @param able     who could take it, the best first
     * @param unable   who can't, and why
     */
    public record Open(
            SessionId session,
            int position,
            String text,
            List<LocalDate> dates,
            boolean required,
            List<Person> able,
            List<Person> unable) {}

    /**
     * Single days on which a weekly meeting lacks somebody.
     *
     * @param text  the meeting in words
     * @param dates the days
     * @param free  names of who could be asked and is free
     */
    public record Days(String text, List<LocalDate> dates, List<String> free) {}

    /**
     * What an absence leaves open.
     *
     * @param away  the absence
     * @param reach where it lies; unless it is ahead nothing is open
     * @param seats seats that fall open, in order of time
     * @param days  days on which weekly meetings lack somebody
     */
    public record Left(Away away, Reach reach, List<Open> seats, List<Days> days) {}

    /**
     * What changes on a date.
     *
     * @param date  the date
     * @param lines each change in words
     */
    public record Changed(LocalDate date, List<String> lines) {}

    /**
     * A plan that was repaired.
     *
     * @param version the plan's version from now on
     * @param summary how much changes, and whether less would do, in words
     * @param changes what changes, date by date
     */
    public record Repaired(long version, List<String> summary, List<Changed> changes) {}

    /** Who of a plan's staff is away when; that somebody saw it is noted. */
    public List<Away> all(PlanId plan, Caller caller) {
        Plan found = plans.get(plan);
        List<Absences.Entered> all = absences.of(plan);
        absences.seen(found, all, caller.account());
        Problem problem = problem(found);
        return all.stream().map(one -> away(one, problem)).toList();
    }

    private Problem problem(Plan plan) {
        return documents.problem(plans.revision(plan.head()).problem()).value();
    }

    private static Away away(Absences.Entered one, Problem problem) {
        Absence absence = one.absence();
        String name = problem.staffMember(absence.staffId())
                .map(StaffMember::name)
                .orElse(absence.staffId().value());
        return new Away(one.id(), absence.staffId(), name, absence.from(), absence.until());
    }

    /**
     * Enters that somebody is away.
     *
     * @return the absence's id
     * @throws Refusal 422 with all that is wrong with it
     */
    public String enter(PlanId plan, StaffId staff, LocalDateTime from, LocalDateTime until, Caller caller) {
        return entering.enter(plans.get(plan), staff, from, until, "", caller.account())
                .id();
    }

    /** Takes an absence back; what was made of the plan stays. */
    public void remove(PlanId plan, String absence, Caller caller) {
        absences.remove(plans.get(plan), absence, caller.account());
    }

    /** What counts as now: unless it is said, the clock's, but for a plan that is over the moment before it begins, so that it can be rehearsed. */
    public LocalDateTime moment(PlanId plan, @Nullable LocalDateTime said) {
        if (said != null) {
            return said;
        }
        Horizon horizon = problem(plans.get(plan)).horizon();
        LocalDateTime now = now(horizon);
        return isOver(horizon, now) ? horizon.firstDay().atStartOfDay() : now;
    }

    /** Whether a plan is looked at as if it hadn't begun though it is over. */
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
     * What an absence leaves open.
     *
     * @throws Refusal 404 if there is no such absence
     */
    public Left left(PlanId plan, String absence, LocalDateTime now, Caller caller) {
        Absences.Entered one = absences.get(plan, absence);
        absences.seen(plans.get(plan), List.of(one), caller.account());
        Standing standing = benches.standing(plan);
        Away away = away(one, standing.problem().value());
        Reach reach = repairing.reach(standing, one.absence(), now);
        if (reach != Reach.AHEAD) {
            return new Left(away, reach, List.of(), List.of());
        }
        OpenView open = repairing.open(standing, one.absence(), now, caller);
        return new Left(away, reach, LeftOpen.seats(open), LeftOpen.days(open));
    }

    /**
     * Gives a seat that fell open to somebody.
     *
     * @return the plan's version from now on
     * @throws Refusal 412 if the plan has another version by now; 422 if that is meaningless
     */
    public long take(
            PlanId plan,
            String absence,
            SessionId session,
            int position,
            StaffId who,
            LocalDateTime now,
            long version,
            Caller caller) {
        Absence away = absences.get(plans.at(plan, version).id(), absence).absence();
        var change = new HandChange.Seating(session, position, who);
        return repairing
                .take(benches.standing(plan), away, now, change, version, caller)
                .version();
    }

    /**
     * Repairs a plan around an absence with as few changes as possible.
     *
     * @throws Refusal 412 if the plan has another version by now; 429 if too many look for repairs
     */
    public Repaired repair(PlanId plan, String absence, LocalDateTime now, long version, Caller caller) {
        Absence away = absences.get(plans.at(plan, version).id(), absence).absence();
        RepairView made =
                repairing.repair(benches.standing(plan), away, now, SolveLimits.of(PATIENCE), version, caller);
        return new Repaired(
                made.version(),
                made.summary(),
                made.changes().stream()
                        .map(day -> new Changed(day.date(), day.lines()))
                        .toList());
    }
}
