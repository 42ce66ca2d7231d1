package dk.grundskema.solver.proof;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.InvalidValueException;
import dk.grundskema.domain.finding.Severity;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.solver.spi.InterventionPlugin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Changes that need to know the demand of plugins: more people, other qualifications, fewer seats. They are proposals, each to be verified.
 *
 * @param demands returns the demands of a problem's interventions
 * @param plugins returns the plugin of an intervention type by the type's id, or empty
 */
record RemedyOptions(
        Function<Problem, List<Demand>> demands, Function<String, Optional<InterventionPlugin<?>>> plugins) {
    private static final int MOST_EXPANSIONS = 24;
    private static final int MOST_NEWCOMERS = 4;
    private static final long REST_BETWEEN_DAYS = 11 * 60;

    /** Returns the problem with changes; empty if they make it invalid. */
    Optional<Problem> apply(Problem problem, List<RemedyStep> steps) {
        try {
            Problem changed = problem;
            for (RemedyStep step : steps) {
                changed = step.applyTo(changed);
            }
            for (Intervention<?> intervention : changed.interventions()) {
                if (hasError(intervention, changed)) {
                    return Optional.empty();
                }
            }
            return Optional.of(changed);
        } catch (InvalidValueException e) { // a figure beyond what the format allows is no remedy
            return Optional.empty();
        }
    }

    private <P extends Record> boolean hasError(Intervention<P> intervention, Problem problem) {
        return plugin(intervention)
                .map(plugin -> plugin.validate(intervention, problem).stream()
                        .anyMatch(finding -> finding.severity() == Severity.ERROR))
                .orElse(true);
    }

    @SuppressWarnings("unchecked") // an intervention's parameters have the record type of its type's plugin
    private <P extends Record> Optional<InterventionPlugin<P>> plugin(Intervention<P> intervention) {
        return plugins.apply(intervention.type()).map(plugin -> (InterventionPlugin<P>) plugin);
    }

    /**
     * Returns the step in which newcomers take seats: as few people as their times and pauses seem to allow.
     *
     * @param seats  a seat for each place that a newcomer takes; may repeat
     * @param skills qualifications of the newcomers
     * @return empty if more than four would be needed
     */
    Optional<RemedyStep> newcomers(Problem problem, List<SeatNeed> seats, SortedSet<String> skills) {
        var timetables = new ArrayList<List<SeatDuty>>();
        for (SeatNeed seat : seats) {
            List<SeatDuty> free = timetables.stream()
                    .filter(duties -> seat.duties().stream().allMatch(duty -> fits(duty, duties)))
                    .findFirst()
                    .orElse(null);
            if (free == null) {
                free = new ArrayList<>();
                timetables.add(free);
            }
            free.addAll(seat.duties());
        }
        if (seats.isEmpty() || timetables.size() > MOST_NEWCOMERS) {
            return Optional.empty();
        }
        List<StaffId> ids = unusedIds(problem, timetables.size());
        RemedyStep.MorePeople step = newcomers(problem, ids, timetables, skills, sessions(seats));
        // Meetings that only a newcomer may attend, such as supervision of all tutors, need the newcomer's time too.
        List<SeatNeed> own =
                StaffingCase.beforePlanning(step.applyTo(problem), demands.apply(step.applyTo(problem)))
                        .seats()
                        .stream()
                        .filter(seat -> seat.candidates().size() == 1
                                && ids.contains(seat.candidates().getFirst()))
                        .toList();
        if (own.isEmpty()) {
            return Optional.of(step);
        }
        own.forEach(seat ->
                timetables.get(ids.indexOf(seat.candidates().getFirst())).addAll(seat.duties()));
        return Optional.of(newcomers(
                problem,
                ids,
                timetables,
                skills,
                Stream.of(seats, own).flatMap(some -> sessions(some).stream()).toList()));
    }

    private static List<SessionId> sessions(List<SeatNeed> seats) {
        return seats.stream()
                .flatMap(seat -> seat.sessions().stream())
                .distinct()
                .toList();
    }

    private static List<StaffId> unusedIds(Problem problem, int count) {
        Set<StaffId> taken = problem.staff().stream().map(StaffMember::id).collect(Collectors.toSet());
        return Stream.iterate(1, number -> number + 1)
                .map(number -> new StaffId("extra-" + number))
                .filter(id -> !taken.contains(id))
                .limit(count)
                .toList();
    }

    private RemedyStep.MorePeople newcomers(
            Problem problem,
            List<StaffId> ids,
            List<List<SeatDuty>> timetables,
            SortedSet<String> skills,
            List<SessionId> meetings) {
        var people = new ArrayList<StaffMember>();
        List<Intervention<?>> interventions = problem.interventions();
        for (int i = 0; i < ids.size(); i++) {
            StaffId id = ids.get(i);
            List<Interval> times = timetables.get(i).stream()
                    .map(SeatDuty::interval)
                    .distinct()
                    .sorted()
                    .toList();
            people.add(new StaffMember(
                    id,
                    "+" + (i + 1),
                    skills,
                    AvailabilityEditor.onlyAt(times, problem.horizon().zone()),
                    37,
                    0,
                    List.of(),
                    null,
                    null,
                    null));
            interventions = interventions.stream()
                    .<Intervention<?>>map(one -> withPerson(one, id))
                    .toList();
        }
        long minutes = timetables.stream()
                .flatMap(List::stream)
                .mapToLong(duty -> duty.interval().minutes())
                .sum();
        return new RemedyStep.MorePeople(people, interventions, meetings, minutes);
    }

    private static boolean fits(SeatDuty duty, List<SeatDuty> others) {
        return others.stream().allMatch(other -> {
            Interval one = duty.interval();
            Interval two = other.interval();
            long pause = Math.max(two.start() - one.end(), one.start() - two.end());
            return duty.date().equals(other.date()) ? pause >= 0 : pause >= REST_BETWEEN_DAYS;
        });
    }

    private <P extends Record> Intervention<P> withPerson(Intervention<P> intervention, StaffId person) {
        return plugin(intervention)
                .map(plugin -> new Intervention<>(
                        intervention.id(),
                        intervention.type(),
                        intervention.title(),
                        plugin.withOneMorePerson(intervention.parameters(), person)))
                .orElse(intervention);
    }

    /** Returns qualifications that make somebody a candidate of a seat who is free at its times, one at a time. */
    List<RemedyStep> qualifications(StaffingCase input, SeatNeed seat) {
        Problem problem = input.problem();
        SortedSet<String> skills = skillsOf(problem, seat.candidates());
        var found = new ArrayList<RemedyStep>();
        int left = MOST_EXPANSIONS;
        for (StaffMember person : problem.staff()) {
            if (seat.candidates().contains(person.id()) || !isFree(input, person.id(), seat)) {
                continue;
            }
            for (String skill : skills) {
                if (person.skills().contains(skill) || left-- <= 0) {
                    continue;
                }
                RemedyStep step = new RemedyStep.Qualify(person.id(), skill);
                boolean isCandidate = apply(problem, List.of(step)).stream()
                        .flatMap(changed -> demands.apply(changed).stream())
                        .flatMap(demand -> demand.seats().stream())
                        .anyMatch(other -> other.id().equals(seat.id())
                                && other.candidates().contains(person.id()));
                if (isCandidate) {
                    found.add(step);
                }
            }
        }
        return found;
    }

    /** Returns all qualifications of some people; of all staff if there are none. */
    static SortedSet<String> skillsOf(Problem problem, Collection<StaffId> people) {
        SortedSet<String> skills = new TreeSet<>();
        problem.staff().stream()
                .filter(person -> people.isEmpty() || people.contains(person.id()))
                .forEach(person -> skills.addAll(person.skills()));
        return skills;
    }

    private static boolean isFree(StaffingCase input, StaffId person, SeatNeed seat) {
        return seat.duties().stream()
                .noneMatch(duty -> Stream.of(input.unavailable(), input.elsewhere())
                                .flatMap(away -> away.getOrDefault(person, List.of()).stream())
                                .anyMatch(duty.interval()::overlaps)
                        || input.lessons().getOrDefault(person, List.of()).stream()
                                .anyMatch(lesson -> lesson.duty().interval().overlaps(duty.interval())));
    }

    /**
     * Returns the step that makes the seats of a meeting, or the meetings of a week, one fewer, if its plugin offers it.
     *
     * @param isHeld whether a meeting counts: those of groups without members do not
     */
    Optional<RemedyStep> oneSeatFewer(Problem problem, SessionId session, Predicate<SessionId> isHeld) {
        return problem.interventions().stream()
                .filter(one -> session.value().startsWith(one.id().value() + "/"))
                .findFirst()
                .flatMap(one -> oneSeatFewer(one, problem, session, isHeld));
    }

    private <P extends Record> Optional<RemedyStep> oneSeatFewer(
            Intervention<P> intervention, Problem problem, SessionId session, Predicate<SessionId> isHeld) {
        return plugin(intervention)
                .flatMap(plugin -> plugin.withOneSeatFewer(intervention, problem, session))
                .flatMap(parameters -> {
                    var changed = new Intervention<>(
                            intervention.id(), intervention.type(), intervention.title(), parameters);
                    var step = new RemedyStep.OneSeatFewer(changed, session, 1, false);
                    return apply(problem, List.of(step)).map(after -> {
                        int meetings = (int) fewerSeats(problem, after).keySet().stream()
                                .filter(isHeld)
                                .count();
                        boolean isDropped = !dropped(problem, after).isEmpty();
                        return new RemedyStep.OneSeatFewer(changed, session, meetings, isDropped);
                    });
                })
                .filter(step -> step.meetings() > 0)
                .map(step -> (RemedyStep) step);
    }

    /** Returns the sessions that have fewer seats after a change, with the number of seats that they lose. */
    Map<SessionId, Integer> fewerSeats(Problem before, Problem after) {
        Map<SessionId, Integer> now = seatCounts(after);
        Map<SessionId, Integer> fewer = new HashMap<>();
        seatCounts(before).forEach((session, count) -> {
            int left = now.getOrDefault(session, 0);
            if (left < count) {
                fewer.put(session, count - left);
            }
        });
        return fewer;
    }

    /** Returns the sessions that a change removes. */
    Set<SessionId> dropped(Problem before, Problem after) {
        Set<SessionId> dropped = sessions(before);
        dropped.removeAll(sessions(after));
        return dropped;
    }

    private Set<SessionId> sessions(Problem problem) {
        Set<SessionId> sessions = new LinkedHashSet<>();
        demands.apply(problem).forEach(demand -> demand.sessions().forEach(session -> sessions.add(session.id())));
        return sessions;
    }

    private Map<SessionId, Integer> seatCounts(Problem problem) {
        Map<SessionId, Integer> counts = new HashMap<>();
        demands.apply(problem).stream()
                .flatMap(demand -> demand.seats().stream())
                .flatMap(seat -> seat.sessions().stream())
                .forEach(session -> counts.merge(session, 1, Integer::sum));
        return counts;
    }
}
