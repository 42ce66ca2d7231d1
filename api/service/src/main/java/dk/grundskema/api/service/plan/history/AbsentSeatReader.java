package dk.grundskema.api.service.plan.history;

import dk.grundskema.api.planning.status.OpenSeat;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Horizon;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.change.Absence;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Finds the seats whose holders are recorded as absent and not yet replaced. Past
 * meetings are left out, except in a plan that is over: its absence pages rehearse from its first day, and so does its status. Readers of a plan may
 * see how many seats these are, but not which, since that tells who is absent.
 */
@Component
public class AbsentSeatReader {
    private final PlanStore plans;
    private final AbsenceSource absences;
    private final DocumentStore documents;
    private final InstantSource clock;

    AbsentSeatReader(PlanStore plans, AbsenceSource absences, DocumentStore documents, InstantSource clock) {
        this.plans = plans;
        this.absences = absences;
        this.documents = documents;
        this.clock = clock;
    }

    /** Returns the required seats in chronological order; empty for earlier revisions. */
    public List<OpenSeat> find(Revision revision) {
        return plans.get(revision.plan()).head().equals(revision.id()) ? findInAny(revision) : List.of();
    }

    /** Returns the required seats in chronological order, also for an earlier revision: it may be published. */
    List<OpenSeat> findInAny(Revision revision) {
        return find(revision, absences.findAbsences(revision.plan()));
    }

    /** Returns the seats in chronological order, also those that can stay empty: the calendars of a publication tell their holders to come. */
    List<OpenSeat> findPublished(Revision revision) {
        List<Absence> away = absences.findAbsences(revision.plan());
        return find(revision, away, (problem, timetable, now) -> OpenSeat.findAbsentInCalendars(timetable, away, now));
    }

    /** Returns the required seats of some absences of a revision's plan, in chronological order. */
    public List<OpenSeat> find(Revision revision, List<Absence> away) {
        return find(revision, away, (problem, timetable, now) -> OpenSeat.findAbsent(problem, timetable, away, now));
    }

    /** Finds seats in a timetable from a moment on. */
    private interface SeatSearch {
        List<OpenSeat> find(Problem problem, Timetable timetable, LocalDateTime now);
    }

    private List<OpenSeat> find(Revision revision, List<Absence> away, SeatSearch search) {
        if (revision.timetable() == null || away.isEmpty()) {
            return List.of();
        }
        documents.prefetchOf(List.of(revision));
        Problem problem = documents.problem(revision.problem()).value();
        Horizon horizon = problem.horizon();
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), horizon.zone());
        return search.find(
                problem,
                Objects.requireNonNull(documents.timetableOf(revision)).value(),
                now.toLocalDate().isAfter(horizon.lastDay())
                        ? horizon.firstDay().atStartOfDay()
                        : now);
    }
}
