package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import java.time.DayOfWeek;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;

/**
 * The tutors of an intervention: who may teach what and when, and how much they can carry.
 *
 * @param all the tutors, each once
 */
public record Tutors(List<Tutor> all) {
    /** Copies the list. */
    public Tutors {
        all = List.copyOf(all);
    }

    /** Who they are, in order. */
    public List<StaffId> ids() {
        return all.stream().map(Tutor::staffId).toList();
    }

    /** Those who are trained in a subject from the Monday of the first of some weeks to the Friday of the last; nobody for no weeks. */
    public Tutors trained(String subject, SortedSet<IsoWeek> weeks) {
        return new Tutors(all.stream()
                .filter(one -> !weeks.isEmpty())
                .filter(one -> one.isTrained(
                        subject,
                        weeks.first().date(DayOfWeek.MONDAY),
                        weeks.last().date(DayOfWeek.FRIDAY)))
                .toList());
    }

    /** Whether somebody is trained for a session on all its dates; nobody else than tutors is. */
    public boolean isTrained(StaffId who, Session session, MeetingTime time) {
        var last = time.date(time.weeks().last());
        return all.stream()
                .anyMatch(one -> one.staffId().equals(who) && one.isTrained(session.subject(), time.firstDate(), last));
    }

    /** Whether somebody is a tutor whose training is done on the Monday of the first of some weeks. */
    public boolean isTrainedBefore(StaffId who, SortedSet<IsoWeek> weeks) {
        return all.stream()
                .anyMatch(one -> one.staffId().equals(who)
                        && !weeks.isEmpty()
                        && one.isTrainedBy(weeks.first().date(DayOfWeek.MONDAY)));
    }

    /** Most sessions a week of somebody; without end if nobody said how many, and for those who are no tutors. */
    public long mostSessions(StaffId who) {
        return all.stream()
                .filter(one -> one.staffId().equals(who) && one.mostSessionsPerWeek() != null)
                .mapToLong(one -> Objects.requireNonNull(one.mostSessionsPerWeek()))
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }

    /**
     * How many groups they could have at most, each tutor the last one in part.
     *
     * @param each  sessions of a group each week, 1 or more
     * @param times how many sessions a week somebody has who isn't limited
     */
    public int groups(int each, int times) {
        return all.stream()
                .mapToInt(one -> one.mostSessionsPerWeek() == null ? times : one.mostSessionsPerWeek())
                .map(sessions -> Math.ceilDiv(sessions, each))
                .sum();
    }

    /**
     * How many sessions they can give each week, at times apart from each other at which they are free.
     *
     * @param times    when sessions may be held
     * @param mayCover whether somebody takes their lessons, so that these aren't in the way
     */
    public long sessions(Collection<MeetingTime> times, FreeTime free, boolean mayCover) {
        long given = 0;
        for (StaffId who : ids()) {
            var own = times.stream()
                    .filter(time -> mayCover ? free.isThere(who, time) : free.isFree(who, time))
                    .toList();
            given += Math.min(mostSessions(who), CommonTime.apart(own));
        }
        return given;
    }

    /**
     * Adds what is wrong with trainings for some weeks, at least one: {@code <plugin>.trained-too-late} with who, the first day trained and the first
     * day, {@code <plugin>.training-runs-out} with who, the last day trained and the last day.
     *
     * @param place pointer to the list below the parameters
     */
    public void check(SortedSet<IsoWeek> weeks, FindingList findings, String place) {
        var first = weeks.first().date(DayOfWeek.MONDAY);
        var last = weeks.last().date(DayOfWeek.FRIDAY);
        FindingList.each(all, place, (one, at) -> {
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
