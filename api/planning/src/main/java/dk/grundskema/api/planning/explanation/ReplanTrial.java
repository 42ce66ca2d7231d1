package dk.grundskema.api.planning.explanation;

import dk.grundskema.api.planning.PlanningFacade;
import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.ViolationPlace;
import dk.grundskema.solver.edit.ManualChange;
import dk.grundskema.solver.engine.Solve;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import dk.grundskema.solver.proof.ViolationAmounts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Plans the part of a timetable around a fault anew, close to what it is, with everything else as it is: first the meetings and students of the fault, then
 * also what is next to them. The checker judges the result.
 */
final class ReplanTrial {
    private static final int MOST_MEETINGS = 40;
    private static final long STEPS = 2_000;
    private static final Duration TIME_OF_SEARCH = Duration.ofSeconds(5);
    private static final Duration TIME_OF_TRIALS = Duration.ofSeconds(20);

    private final PlanningFacade planning;
    private final Problem problem;
    private final Timetable timetable;
    private final ViolationAmounts before;
    private final List<Demand> demands;
    private final Function<List<ManualChange>, Optional<Timetable>> changes;
    private final long end = System.nanoTime() + TIME_OF_TRIALS.toNanos();
    private final Map<FreePart, List<ManualChange>> plans = new HashMap<>();
    private final List<CheckedChanges> successful = new ArrayList<>();
    private boolean isLimited;

    /** Changes with the timetable that they make, and everything that is still broken in it. */
    private record CheckedChanges(FaultTrial.MovedTimetable moved, List<RuleViolation> faults) {}

    /**
     * What may change.
     *
     * @param sessions meetings whose time, room, subject and people are free
     * @param students students whose groups are free
     */
    private record FreePart(Set<SessionId> sessions, Set<StudentId> students) {
        boolean contains(ManualChange decision) {
            return switch (decision) {
                case ManualChange.TimeChange one -> sessions.contains(one.sessionId());
                case ManualChange.RoomChange one -> sessions.contains(one.sessionId());
                case ManualChange.SubjectChange one -> sessions.contains(one.sessionId());
                case ManualChange.SubjectSwap one ->
                    sessions.contains(one.sessionId()) && sessions.contains(one.otherId());
                case ManualChange.SeatChange one -> sessions.contains(one.sessionId());
                case ManualChange.GroupChange one -> students.contains(one.studentId());
            };
        }

        boolean isEmpty() {
            return sessions.isEmpty() && students.isEmpty();
        }
    }

    ReplanTrial(PlanningFacade planning, Problem problem, Timetable timetable) {
        this.planning = planning;
        this.problem = problem;
        this.timetable = timetable;
        before = new ViolationAmounts(planning.checkTimetable(problem, timetable));
        demands = planning.expandDemands(problem);
        changes = planning.changes(problem, timetable);
    }

    /** Returns whether the time was up before everything was tried. */
    boolean isLimited() {
        return isLimited;
    }

    private boolean isOver() {
        boolean isOver = System.nanoTime() - end >= 0;
        isLimited |= isOver;
        return isOver;
    }

    /** Returns what mends each fault; those of which nothing is found are left out. The meetings of all faults come first, then what is next to them. */
    Map<LocatedPlanFault, FaultTrial.MovedTimetable> find(List<LocatedPlanFault> faults) {
        Map<LocatedPlanFault, FaultTrial.MovedTimetable> found = new HashMap<>();
        for (UnaryOperator<FreePart> extent :
                List.<UnaryOperator<FreePart>>of(UnaryOperator.identity(), this::withNeighbours)) {
            for (LocatedPlanFault located : faults) {
                RuleViolation violation = located.fault().violation();
                if (!found.containsKey(located) && !FaultTrial.isOfStoredData(violation)) {
                    mendedWithAnother(violation)
                            .or(() -> replan(extent.apply(ownPart(located)), violation))
                            .ifPresent(moved -> found.put(located, moved));
                }
            }
        }
        return found;
    }

    private Optional<FaultTrial.MovedTimetable> mendedWithAnother(RuleViolation violation) {
        return successful.stream()
                .filter(one -> before.isMended(violation, one.faults()))
                .findFirst()
                .map(one -> withoutNeedless(one, violation).moved());
    }

    /** Returns the meetings and students that a fault names, and the meetings of a group that is to be formed. */
    private FreePart ownPart(LocatedPlanFault located) {
        Set<SessionId> sessions =
                located.places().stream().map(ViolationPlace::session).collect(Collectors.toCollection(HashSet::new));
        Set<StudentId> students = new HashSet<>();
        Set<Object> formed = demands.stream()
                .flatMap(demand -> demand.groupings().stream())
                .flatMap(grouping -> grouping.groups().stream())
                .map(Group::id)
                .collect(Collectors.toSet());
        flatten(located.fault().violation().arguments()).forEach(argument -> {
            if (argument instanceof SessionId session) {
                sessions.add(session);
            } else if (argument instanceof StudentId student) {
                students.add(student);
            } else if (formed.contains(argument)) {
                asked().filter(session -> session.groups().contains(argument))
                        .map(Session::id)
                        .forEach(sessions::add);
            }
        });
        return free(sessions, students);
    }

    /** Meetings for which somebody entered what came of them stay as they are. */
    private FreePart free(Set<SessionId> sessions, Set<StudentId> students) {
        timetable.deliveries().forEach(delivery -> sessions.remove(delivery.sessionId()));
        return new FreePart(sessions, students);
    }

    private static Stream<Object> flatten(List<?> arguments) {
        return arguments.stream()
                .flatMap(argument -> argument instanceof List<?> some ? flatten(some) : Stream.of(argument));
    }

    private Stream<Session> asked() {
        return demands.stream().flatMap(demand -> demand.sessions().stream());
    }

    private FreePart withNeighbours(FreePart own) {
        Set<GroupId> groups = new HashSet<>();
        Set<StudentId> students = new HashSet<>(own.students());
        for (Demand demand : demands) {
            for (Grouping grouping : demand.groupings()) {
                if (grouping.students().stream().anyMatch(own.students()::contains)) {
                    students.addAll(grouping.students());
                    grouping.groups().stream().map(Group::id).forEach(groups::add);
                }
            }
        }
        List<Session> asked =
                asked().filter(session -> own.sessions().contains(session.id())).toList();
        List<Meeting> current = timetable.meetings().stream()
                .filter(meeting -> own.sessions().contains(meeting.sessionId()))
                .toList();
        Set<SessionId> sessions = new HashSet<>(own.sessions());
        timetable.meetings().stream()
                .filter(meeting -> !own.sessions().contains(meeting.sessionId()))
                .filter(meeting -> meeting.groupIds().stream().anyMatch(groups::contains)
                        || asked.stream().anyMatch(session -> mayMeet(session, meeting))
                        || current.stream().anyMatch(other -> areNear(other, meeting)))
                .map(Meeting::sessionId)
                .limit(MOST_MEETINGS)
                .forEach(sessions::add);
        return free(sessions, students);
    }

    /** Returns whether a session could be where a meeting is, or into it. */
    private static boolean mayMeet(Session session, Meeting meeting) {
        return session.hosts().contains(meeting.sessionId())
                || (session.intervention().equals(meeting.interventionId())
                        && session.times().stream().anyMatch(time -> overlap(time, meeting.time())));
    }

    private static boolean overlap(MeetingTime one, MeetingTime other) {
        return one.weekday() == other.weekday()
                && one.start().isBefore(other.end())
                && other.start().isBefore(one.end())
                && !Collections.disjoint(one.weeks(), other.weeks());
    }

    /** Returns whether two meetings on a common weekday and in a common week share people, a group or the room. */
    private static boolean areNear(Meeting one, Meeting other) {
        return one.weekday() == other.weekday()
                && !Collections.disjoint(one.weeks(), other.weeks())
                && (one.groupIds().stream().anyMatch(other.groupIds()::contains)
                        || (one.roomId() != null && one.roomId().equals(other.roomId()))
                        || one.seats().stream()
                                .map(MeetingSeat::staffId)
                                .filter(Objects::nonNull)
                                .anyMatch(who -> other.seats().stream().anyMatch(seat -> who.equals(seat.staffId()))));
    }

    private Optional<FaultTrial.MovedTimetable> replan(FreePart part, RuleViolation violation) {
        if (part.isEmpty() || isOver()) {
            return Optional.empty();
        }
        Optional<CheckedChanges> mended =
                mend(plans.computeIfAbsent(part, this::plan), violation).map(one -> withoutNeedless(one, violation));
        mended.ifPresent(successful::add);
        return mended.map(CheckedChanges::moved);
    }

    /** Returns what a new plan of the part changes in it. Decisions that nobody has made yet are not locked, so what changes elsewhere is left out. */
    private List<ManualChange> plan(FreePart part) {
        Predicate<ManualChange> isFree = part::contains;
        return planning.lock(problem, timetable, isFree.negate())
                .flatMap(this::solve)
                .map(planned -> TimetableMoves.between(timetable, planned).stream()
                        .filter(isFree)
                        .toList())
                .orElse(List.of());
    }

    private Optional<CheckedChanges> mend(List<ManualChange> moves, RuleViolation violation) {
        return moves.isEmpty()
                ? Optional.empty()
                : changes.apply(moves)
                        .map(after -> new CheckedChanges(
                                new FaultTrial.MovedTimetable(moves, after), planning.checkTimetable(problem, after)))
                        .filter(checked -> before.isMended(violation, checked.faults()));
    }

    /** Leaves changes out, at first half of them at a time, as long as the rest mends the fault. */
    private CheckedChanges withoutNeedless(CheckedChanges found, RuleViolation violation) {
        CheckedChanges best = found;
        for (int size = found.moved().moves().size() / 2; size > 0; size /= 2) {
            for (int from = 0; from < best.moved().moves().size() && !isOver(); ) {
                var fewer = new ArrayList<>(best.moved().moves());
                fewer.subList(from, Math.min(from + size, fewer.size())).clear();
                Optional<CheckedChanges> better = mend(fewer, violation);
                best = better.orElse(best);
                from += better.isPresent() ? 0 : size;
            }
        }
        return best;
    }

    private Optional<Timetable> solve(Problem locked) {
        var limits = new SolveLimits(TIME_OF_SEARCH, STEPS, null);
        Solve solve = planning.startSolve(
                new SolveRequest(locked, timetable.problem(), limits, 1, 1, timetable), progress -> {});
        try {
            return Optional.of(solve.await());
        } catch (InterruptedException e) {
            solve.stop();
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
