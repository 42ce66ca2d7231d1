package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.toolkit.FindingCollector;
import dk.grundskema.solver.spi.toolkit.FreeTime;
import dk.grundskema.solver.spi.toolkit.MeetingTimeOverlap;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The tutors of an intervention, with their training and capacity.
 *
 * @param all the tutors, each once
 */
record TutorPool(List<Tutor> all) {
    /** Copies the list. */
    TutorPool {
        all = List.copyOf(all);
    }

    /** Returns the staff ids, in order. */
    List<StaffId> ids() {
        return all.stream().map(Tutor::staffId).toList();
    }

    /** Returns the tutors who are trained in a subject from the Monday of the first week to the Friday of the last; none if there are no weeks. */
    TutorPool trainedIn(String subject, SortedSet<IsoWeek> weeks) {
        return new TutorPool(all.stream()
                .filter(one -> !weeks.isEmpty())
                .filter(one -> one.isTrained(
                        subject,
                        weeks.first().date(DayOfWeek.MONDAY),
                        weeks.last().date(DayOfWeek.FRIDAY)))
                .toList());
    }

    /** Returns whether a staff member is a tutor with training for a session on all its dates. */
    boolean isTrained(StaffId who, Session session, MeetingTime time) {
        var last = time.date(time.weeks().last());
        return all.stream()
                .anyMatch(one -> one.staffId().equals(who) && one.isTrained(session.subject(), time.firstDate(), last));
    }

    /** Returns whether a staff member is a tutor whose training is completed by the Monday of the first week. */
    boolean isTrainedBefore(StaffId who, SortedSet<IsoWeek> weeks) {
        return all.stream()
                .anyMatch(one -> one.staffId().equals(who)
                        && !weeks.isEmpty()
                        && one.isTrainedBy(weeks.first().date(DayOfWeek.MONDAY)));
    }

    /**
     * Returns the maximum number of sessions per week of a staff member; {@link Long#MAX_VALUE} if no maximum is given, or if the person is not a
     * tutor.
     */
    long mostSessions(StaffId who) {
        return all.stream()
                .filter(one -> one.staffId().equals(who) && one.mostSessionsPerWeek() != null)
                .mapToLong(one -> Objects.requireNonNull(one.mostSessionsPerWeek()))
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }

    /**
     * Returns the largest number of groups that the tutors can teach, where the last group of each tutor may be taught in part.
     *
     * @param each  sessions of a group per week, 1 or more
     * @param times sessions per week of a tutor without a maximum
     */
    int groupCapacity(int each, int times) {
        return all.stream()
                .mapToInt(one -> one.mostSessionsPerWeek() == null ? times : one.mostSessionsPerWeek())
                .map(sessions -> Math.ceilDiv(sessions, each))
                .sum();
    }

    /**
     * Returns the number of sessions per week that the tutors can give, at disjoint times at which they are free.
     *
     * @param times    possible times of sessions
     * @param mayCover whether other staff members cover their lessons, so that lessons do not count as busy time
     */
    long sessionCapacity(Collection<MeetingTime> times, FreeTime free, boolean mayCover) {
        long given = 0;
        for (StaffId who : ids()) {
            var own = times.stream()
                    .filter(time -> mayCover ? free.isAvailable(who, time) : free.isFree(who, time))
                    .toList();
            given += Math.min(mostSessions(who), MeetingTimeOverlap.countDisjoint(own));
        }
        return given;
    }

    /**
     * Finds tutors who have no weekly session because of days off in single weeks: {@code <plugin>.tutors-away} with the weeks, the tutors, and the
     * numbers of both. Duties in other plans and lessons are no days off.
     *
     * @param some  the tutors to be looked at
     * @param times possible times of sessions
     * @param place pointer to the list below the parameters
     */
    void checkWeeks(
            Set<StaffId> some,
            Collection<MeetingTime> times,
            Problem problem,
            FindingCollector findings,
            String place) {
        var daysOff = new FreeTime(problem.withStaff(problem.staff().stream()
                .map(one -> one.withAvailability(one.availability().withoutElsewhere()))
                .toList()));
        Map<SortedSet<IsoWeek>, List<StaffId>> away = new LinkedHashMap<>();
        for (StaffId who : ids()) {
            SortedSet<IsoWeek> missing = new TreeSet<>();
            SortedSet<IsoWeek> present = new TreeSet<>();
            for (MeetingTime time : times) {
                for (IsoWeek week : time.weeks()) {
                    var once = MeetingTime.on(time.date(week), time.start(), time.end());
                    (daysOff.isAvailable(who, once) ? present : missing).add(week);
                }
            }
            missing.removeAll(present);
            boolean isAlwaysTouched = times.stream().noneMatch(time -> Collections.disjoint(time.weeks(), missing));
            if (some.contains(who) && !missing.isEmpty() && !present.isEmpty() && isAlwaysTouched) {
                away.computeIfAbsent(missing, any -> new ArrayList<>()).add(who);
            }
        }
        away.forEach(
                (weeks, tutors) -> findings.warning("tutors-away", place, weeks, tutors, weeks.size(), tutors.size()));
    }

    /**
     * Adds findings about training for some weeks, at least one: {@code <plugin>.trained-too-late} with the tutor, the first day of valid training
     * and the first day of the weeks, {@code <plugin>.training-runs-out} with the tutor, the last day of valid training and the last day of the
     * weeks.
     *
     * @param place pointer to the list below the parameters
     */
    void check(SortedSet<IsoWeek> weeks, FindingCollector findings, String place) {
        var first = weeks.first().date(DayOfWeek.MONDAY);
        var last = weeks.last().date(DayOfWeek.FRIDAY);
        FindingCollector.forEach(all, place, (one, at) -> {
            var from = one.trainedFrom();
            var until = one.trainedUntil();
            if (from != null && from.isAfter(first)) {
                findings.warning("trained-too-late", at + "/trainedFrom", one.staffId(), from, first);
            }
            if (until != null && until.isBefore(last)) {
                findings.warning("training-runs-out", at + "/trainedUntil", one.staffId(), until, last);
            }
        });
    }
}
