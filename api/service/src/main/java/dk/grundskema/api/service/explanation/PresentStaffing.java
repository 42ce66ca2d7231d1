package dk.grundskema.api.service.explanation;

import dk.grundskema.api.planning.explanation.LocatedPlanFault;
import dk.grundskema.api.planning.status.OpenSeat;
import dk.grundskema.api.planning.status.PlanFault;
import dk.grundskema.api.planning.status.PlanStatusFormatter.Part;
import dk.grundskema.api.platform.http.LeastRecentlyUsedCache;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.StoredDocument.StoredProblem;
import dk.grundskema.api.service.plan.history.AbsenceSource;
import dk.grundskema.api.service.plan.history.AbsentSeatReader;
import dk.grundskema.api.service.plan.history.CrossPlanFaultReader;
import dk.grundskema.api.service.plan.history.RecordedAbsences;
import dk.grundskema.api.service.plan.lifecycle.CommitmentResolver;
import dk.grundskema.api.service.timetable.ViewedTimetable;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.solver.change.Absence;
import dk.grundskema.solver.check.ViolationPlace;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Knows what keeps people away besides their own plan: duties in other plans, and recorded absences. */
@Component
class PresentStaffing {
    private static final int CACHE_SIZE = 20;
    private static final String UNAVAILABLE = "core.staff-unavailable";

    private final PlanStore plans;
    private final CommitmentResolver commitments;
    private final AbsenceSource absences;
    private final AbsentSeatReader absentSeats;
    private final CrossPlanFaultReader crossPlanFaults;
    private final LeastRecentlyUsedCache<List<Object>, Problem> problems = LeastRecentlyUsedCache.create(CACHE_SIZE);

    PresentStaffing(
            PlanStore plans,
            CommitmentResolver commitments,
            AbsenceSource absences,
            AbsentSeatReader absentSeats,
            CrossPlanFaultReader crossPlanFaults) {
        this.plans = plans;
        this.commitments = commitments;
        this.absences = absences;
        this.absentSeats = absentSeats;
        this.crossPlanFaults = crossPlanFaults;
    }

    /** Returns the problem of a timetable with everything that keeps people away; the same object while nothing changes. */
    Problem problemOf(ViewedTimetable viewed) {
        StoredProblem busy = commitments.withCommitments(viewed.plan(), viewed.problem());
        List<Absence> away = absences.findAbsences(viewed.plan().id());
        return away.isEmpty()
                ? busy.value()
                : problems.get(List.of(busy.hash(), away), fresh -> RecordedAbsences.withoutAll(busy.value(), away));
    }

    /** Returns what else is wrong about a meeting: its conflicts with other plans, and holders who are absent. */
    List<LocatedPlanFault> faultsOf(ViewedTimetable viewed, Meeting meeting) {
        Revision head = head(viewed);
        var faults = new ArrayList<LocatedPlanFault>();
        crossPlanFaults.find(head).all().forEach(one -> faults.add(new LocatedPlanFault(one.fault(), one.places())));
        List<Absence> away = absences.findAbsences(viewed.plan().id());
        ZoneId zone = viewed.problem().value().horizon().zone();
        for (OpenSeat seat : absentSeats.find(head)) {
            StaffId holder = seat.sessionId().equals(meeting.sessionId())
                    ? meeting.seats().get(seat.position()).staffId()
                    : null;
            if (holder != null) {
                faults.add(absent(seat, meeting, holder, away, zone));
            }
        }
        return faults;
    }

    /** Returns the sessions in which a holder has a duty in another plan at the same time, or is absent. */
    Set<SessionId> sessionsWithoutHolder(ViewedTimetable viewed) {
        Revision head = head(viewed);
        return Stream.concat(
                        crossPlanFaults.find(head).all().stream()
                                .flatMap(one -> one.places().stream())
                                .map(ViolationPlace::session),
                        absentSeats.find(head).stream().map(OpenSeat::sessionId))
                .collect(Collectors.toSet());
    }

    /** Returns whether a fault is that a holder is not available. */
    static boolean isUnavailability(LocatedPlanFault located) {
        return located.fault().violation().rule().equals(UNAVAILABLE);
    }

    private static LocatedPlanFault absent(
            OpenSeat seat, Meeting meeting, StaffId holder, List<Absence> away, ZoneId zone) {
        long minutes = 0;
        var dates = new ArrayList<LocalDate>();
        for (IsoWeek week : seat.time().weeks()) {
            minutes += away.stream()
                    .filter(absence -> absence.staffId().equals(holder))
                    .mapToLong(absence -> meeting.time().interval(week, zone).overlapMinutes(absence.toInterval(zone)))
                    .max()
                    .orElse(0);
            dates.add(meeting.time().date(week));
        }
        var violation =
                new RuleViolation(UNAVAILABLE, Level.HARD, Math.max(1, minutes), List.of(holder, meeting.sessionId()));
        return new LocatedPlanFault(
                new PlanFault(1, Part.ABSENT_STAFF, violation, null),
                List.of(new ViolationPlace(meeting.sessionId(), dates)));
    }

    /** Returns a text that is another one whenever something else keeps people away; empty if nothing does. */
    String stateOf(ViewedTimetable viewed) {
        StoredProblem busy = commitments.withCommitments(viewed.plan(), viewed.problem());
        var parts = new ArrayList<String>();
        if (!busy.hash().equals(viewed.problem().hash())) {
            parts.add(busy.hash());
        }
        crossPlanFaults.find(head(viewed)).all().forEach(one -> parts.add(one.key()));
        absences.findAbsences(viewed.plan().id()).forEach(one -> parts.add(one.toString()));
        absentSeats.find(head(viewed)).forEach(one -> parts.add(one.sessionId() + " " + one.position()));
        return String.join(" ", parts);
    }

    private Revision head(ViewedTimetable viewed) {
        return plans.revision(viewed.plan().head());
    }
}
