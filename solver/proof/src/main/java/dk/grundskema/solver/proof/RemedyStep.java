package dk.grundskema.solver.proof;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.AgreedShortRest;
import dk.grundskema.domain.people.DutyLimit;
import dk.grundskema.domain.people.FreeDates;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.problem.SeatLock;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.MeetingTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One change of a problem that may help to fill seats. Costs are points, so that changes of different kinds can be ordered; they follow from this
 * table and are the product's, not from the sources:
 *
 * <table>
 * <caption>Points</caption>
 * <tr><td>another time for a meeting</td><td>1</td></tr>
 * <tr><td>a lock removed</td><td>2 for each meeting</td></tr>
 * <tr><td>more hours for a person</td><td>3 for each hour a day or a week; 5 for each hour on average</td></tr>
 * <tr><td>a person comes although unavailable</td><td>4 for each hour begun</td></tr>
 * <tr><td>weekly rest back to the law's</td><td>6</td></tr>
 * <tr><td>a longer day, or a shorter rest between dates, than the school's own for a person</td><td>3 for each hour begun</td></tr>
 * <tr><td>fewer free dates a week than the school's own for a person</td><td>6 for each</td></tr>
 * <tr><td>a qualification for a person</td><td>10</td></tr>
 * <tr><td>one seat fewer</td><td>8 for each meeting</td></tr>
 * <tr><td>more people</td><td>20 for each, and 1 for each hour begun</td></tr>
 * <tr><td>shorter daily rest</td><td>30, and 5 for each time a week</td></tr>
 * </table>
 */
public sealed interface RemedyStep {
    /** Weekly rest of the law in hours. Source: Working Environment Act, ch. 9. */
    int LEGAL_WEEKLY_REST = 35;

    /** Highest average of weekly hours that the law allows. Source: Working Time Act. */
    int LEGAL_AVERAGE = 48;

    /** Returns the problem with the change. */
    Problem applyTo(Problem problem);

    /** Returns the change as information for {@link dk.grundskema.domain.finding.Texts#sentenceOf(Finding)}. */
    Finding toFinding();

    /** Returns the cost in points. */
    int cost();

    /** Returns who must agree. */
    Set<Agreement> agreement();

    private static int hoursBegun(long minutes) {
        return (int) ((minutes + 59) / 60);
    }

    /**
     * A meeting has another of its possible times.
     *
     * @param session the meeting
     * @param time    the time
     */
    record Move(SessionId session, MeetingTime time) implements RemedyStep {
        /** Locks the time; other locks of the meeting stay. */
        @Override
        public Problem applyTo(Problem problem) {
            var locks = new ArrayList<SessionLock>();
            @Nullable SessionLock before = null;
            for (SessionLock lock : problem.locks()) {
                if (lock.sessionId().equals(session)) {
                    before = lock;
                } else {
                    locks.add(lock);
                }
            }
            locks.add(
                    before == null
                            ? new SessionLock(session, time, null, null, List.of())
                            : new SessionLock(session, time, before.roomId(), before.subject(), before.seats()));
            return problem.withLocks(locks, problem.memberLocks());
        }

        @Override
        public Finding toFinding() {
            return Finding.info("proof.remedy.move", "", session, time.firstDate(), time.start(), time.end());
        }

        @Override
        public int cost() {
            return 1;
        }

        @Override
        public Set<Agreement> agreement() {
            return EnumSet.of(Agreement.PLANNER);
        }
    }

    /**
     * A lock of a seat is removed.
     *
     * @param sessions meetings of the seat, at least one
     * @param position position of the seat in each, from 1
     */
    record Unlock(List<SessionId> sessions, int position) implements RemedyStep {
        /** Cost of the lock of one meeting. */
        static final int POINTS = 2;

        /** Copies the list. */
        public Unlock {
            sessions = List.copyOf(sessions);
        }

        @Override
        public Problem applyTo(Problem problem) {
            return problem.withLocks(
                    problem.locks().stream()
                            .flatMap(lock -> sessions.contains(lock.sessionId()) ? without(lock) : Stream.of(lock))
                            .toList(),
                    problem.memberLocks());
        }

        private Stream<SessionLock> without(SessionLock lock) {
            List<SeatLock> seats = lock.seats().stream()
                    .filter(seat -> seat.position() != position - 1)
                    .toList();
            boolean isEmpty = seats.isEmpty() && lock.time() == null && lock.roomId() == null && lock.subject() == null;
            return isEmpty
                    ? Stream.empty()
                    : Stream.of(new SessionLock(lock.sessionId(), lock.time(), lock.roomId(), lock.subject(), seats));
        }

        @Override
        public Finding toFinding() {
            return Finding.info("proof.remedy.unlock", "", sessions.getFirst(), position);
        }

        @Override
        public int cost() {
            return POINTS * sessions.size();
        }

        @Override
        public Set<Agreement> agreement() {
            return EnumSet.of(Agreement.PLANNER);
        }
    }

    /**
     * A person comes at a time at which the person is unavailable.
     *
     * @param person the person
     * @param from   start
     * @param until  end
     */
    record Come(StaffId person, LocalDateTime from, LocalDateTime until) implements RemedyStep {
        /** Cost of an hour begun. */
        static final int POINTS_AN_HOUR = 4;

        /** Longest pause between two duties for which nobody goes home, in minutes. */
        private static final int LONGEST_PAUSE = 60;

        /**
         * Returns the times at which a person must come.
         *
         * @param away   when the person is unavailable
         * @param duties what the person has, in any order
         */
        static List<RemedyStep> forDuties(StaffId person, Interval away, List<Interval> duties, ZoneId zone) {
            var times = new ArrayList<Interval>();
            duties.stream().filter(away::overlaps).sorted().forEach(duty -> {
                long start = Math.max(duty.start(), away.start());
                long end = Math.min(duty.end(), away.end());
                Interval last = times.isEmpty() ? null : times.getLast();
                if (last != null && start - last.end() <= LONGEST_PAUSE) {
                    times.set(times.size() - 1, new Interval(last.start(), Math.max(last.end(), end)));
                } else {
                    times.add(new Interval(start, end));
                }
            });
            return times.stream()
                    .<RemedyStep>map(time -> new Come(
                            person,
                            Interval.toLocalDateTime(time.start(), zone),
                            Interval.toLocalDateTime(time.end(), zone)))
                    .toList();
        }

        @Override
        public Problem applyTo(Problem problem) {
            var time = Interval.between(from, until, problem.horizon().zone());
            return change(
                    problem,
                    person,
                    one -> one.withAvailability(AvailabilityEditor.lift(one.availability(), problem.horizon(), time)));
        }

        @Override
        public Finding toFinding() {
            return from.toLocalDate().equals(until.toLocalDate())
                    ? Finding.info(
                            "proof.remedy.come-on-date",
                            "",
                            person,
                            from.toLocalDate(),
                            from.toLocalTime(),
                            until.toLocalTime())
                    : Finding.info("proof.remedy.come", "", person, from, until);
        }

        @Override
        public int cost() {
            return POINTS_AN_HOUR * hoursBegun(Duration.between(from, until).toMinutes());
        }

        @Override
        public Set<Agreement> agreement() {
            return EnumSet.of(Agreement.COLLEAGUE);
        }
    }

    /** Limits of hours. */
    enum HourLimit {
        /** Hours a day. */
        DAY,
        /** Hours a week. */
        WEEK,
        /** Hours a week on average over the reference period. */
        AVERAGE
    }

    /**
     * A person may work more hours.
     *
     * @param person the person
     * @param rules  the rules that apply to the person without the change
     * @param limit  limit that is raised
     * @param before hours before
     * @param after  hours after, more than before
     */
    record RaiseHours(StaffId person, WorkRules rules, HourLimit limit, BigDecimal before, int after)
            implements RemedyStep {
        /** Cost of an hour more a day or a week. */
        static final int POINTS_AN_HOUR = 3;

        /** Cost of an hour more a week on average. */
        static final int POINTS_AN_AVERAGE_HOUR = 5;

        RaiseHours to(int hours) {
            return new RaiseHours(person, rules, limit, before, hours);
        }

        @Override
        public Problem applyTo(Problem problem) {
            return changeRules(
                    problem,
                    person,
                    rules,
                    now -> new WorkRules(
                            now.dailyRestHours(),
                            now.weeklyRestHours(),
                            now.agreedShortRest(),
                            limit == HourLimit.DAY ? BigDecimal.valueOf(after) : now.hoursPerDay(),
                            limit == HourLimit.WEEK ? BigDecimal.valueOf(after) : now.hoursPerWeek(),
                            limit == HourLimit.AVERAGE ? after : now.averageHoursPerWeek(),
                            now.referenceWeeks(),
                            now.eveningStarts(),
                            now.nightStarts(),
                            now.nightEnds(),
                            now.longestDay(),
                            now.restBetweenDates(),
                            now.freeDates()));
        }

        @Override
        public Finding toFinding() {
            String code = switch (limit) {
                case DAY -> "proof.remedy.hours-a-day";
                case WEEK -> "proof.remedy.hours-a-week";
                case AVERAGE -> "proof.remedy.hours-on-average";
            };
            return Finding.info(code, "", person, after, before);
        }

        @Override
        public int cost() {
            return (limit == HourLimit.AVERAGE ? POINTS_AN_AVERAGE_HOUR : POINTS_AN_HOUR) * (after - before.intValue());
        }

        @Override
        public Set<Agreement> agreement() {
            return EnumSet.of(Agreement.COLLEAGUE, Agreement.HEAD);
        }
    }

    /** Limits of dates that a school or a person sets itself. */
    enum DateLimit {
        /** Longest day. */
        LONGEST_DAY,
        /** Rest between dates. */
        REST_BETWEEN_DATES,
        /** Free dates of a week. */
        FREE_DATES
    }

    /**
     * A limit of dates is eased for a person: a longer day, a shorter rest between dates, or fewer free dates.
     *
     * @param person the person
     * @param rules  the rules that apply to the person without the change
     * @param limit  limit that is eased
     * @param before minutes or dates before
     * @param by     by how much it is eased, at least 1
     */
    record EaseDates(StaffId person, WorkRules rules, DateLimit limit, int before, int by) implements RemedyStep {
        /** Cost of an hour begun. */
        static final int POINTS_AN_HOUR = 3;

        /** Cost of a free date. */
        static final int POINTS_A_DATE = 6;

        EaseDates by(int less) {
            return new EaseDates(person, rules, limit, before, less);
        }

        private int after() {
            return limit == DateLimit.LONGEST_DAY ? before + by : before - by;
        }

        @Override
        public Problem applyTo(Problem problem) {
            return changeRules(
                    problem,
                    person,
                    rules,
                    now -> now.withDateLimits(
                            limit == DateLimit.LONGEST_DAY ? minutes() : now.longestDay(),
                            limit == DateLimit.REST_BETWEEN_DATES ? minutes() : now.restBetweenDates(),
                            limit == DateLimit.FREE_DATES ? dates() : now.freeDates()));
        }

        private @Nullable DutyLimit minutes() {
            return after() == 0 ? null : new DutyLimit(after(), Level.HARD);
        }

        private @Nullable FreeDates dates() {
            return after() == 0 ? null : new FreeDates(after(), Level.HARD);
        }

        @Override
        public Finding toFinding() {
            return switch (limit) {
                case LONGEST_DAY -> ofMinutes("proof.remedy.longest-day");
                case REST_BETWEEN_DATES ->
                    after() == 0
                            ? Finding.info("proof.remedy.no-rest-between-dates", "", person, Duration.ofMinutes(before))
                            : ofMinutes("proof.remedy.rest-between-dates");
                case FREE_DATES -> Finding.info("proof.remedy.free-dates", "", person, after(), before);
            };
        }

        private Finding ofMinutes(String code) {
            return Finding.info(code, "", person, Duration.ofMinutes(after()), Duration.ofMinutes(before));
        }

        @Override
        public int cost() {
            return limit == DateLimit.FREE_DATES ? POINTS_A_DATE * by : POINTS_AN_HOUR * hoursBegun(by);
        }

        @Override
        public Set<Agreement> agreement() {
            return EnumSet.of(Agreement.COLLEAGUE, Agreement.HEAD);
        }
    }

    /**
     * A person's weekly rest is reduced from the school's own figure to that of the law.
     *
     * @param person the person
     * @param rules  the rules that apply to the person without the change
     */
    record LegalWeeklyRest(StaffId person, WorkRules rules) implements RemedyStep {
        /** Cost. */
        static final int POINTS = 6;

        @Override
        public Problem applyTo(Problem problem) {
            return changeRules(problem, person, rules, now -> withRest(now, LEGAL_WEEKLY_REST, now.agreedShortRest()));
        }

        @Override
        public Finding toFinding() {
            return Finding.info("proof.remedy.weekly-rest", "", person, LEGAL_WEEKLY_REST, rules.weeklyRestHours());
        }

        @Override
        public int cost() {
            return POINTS;
        }

        @Override
        public Set<Agreement> agreement() {
            return EnumSet.of(Agreement.COLLEAGUE, Agreement.HEAD);
        }
    }

    /**
     * A shorter daily rest is agreed for a person: an exception from the law that it permits on some days, never two days running.
     *
     * @param person the person
     * @param rules  the rules that apply to the person without the change
     * @param hours  hours of the shorter rest, 8 to 10
     * @param times  how often in a week, 1 or 2
     */
    record ShortRest(StaffId person, WorkRules rules, int hours, int times) implements RemedyStep {
        /** Who made an agreement that does not exist yet. */
        private static final String NOT_YET = "-";

        /** Cost of one shorter rest a week. */
        static final int POINTS_OF_ONE_A_WEEK = 35;

        private static final int POINTS_OF_EACH_MORE = 5;

        @Override
        public Problem applyTo(Problem problem) {
            return changeRules(
                    problem,
                    person,
                    rules,
                    now -> withRest(now, now.weeklyRestHours(), new AgreedShortRest(hours, times, NOT_YET)));
        }

        @Override
        public Finding toFinding() {
            return Finding.info("proof.remedy.short-rest", "", person, hours, times, rules.dailyRestHours());
        }

        @Override
        public int cost() {
            return POINTS_OF_ONE_A_WEEK + POINTS_OF_EACH_MORE * (times - 1);
        }

        @Override
        public Set<Agreement> agreement() {
            return EnumSet.of(Agreement.COLLEAGUE, Agreement.HEAD, Agreement.EXCEPTION_FROM_LAW);
        }
    }

    /**
     * A person gets a qualification.
     *
     * @param person the person
     * @param skill  the qualification
     */
    record Qualify(StaffId person, String skill) implements RemedyStep {
        @Override
        public Problem applyTo(Problem problem) {
            return change(problem, person, one -> {
                SortedSet<String> skills = new TreeSet<>(one.skills());
                skills.add(skill);
                return new StaffMember(
                        one.id(),
                        one.name(),
                        skills,
                        one.availability(),
                        one.contractHours(),
                        one.hoursAlreadyWorked(),
                        one.wishes(),
                        one.email(),
                        one.language(),
                        one.work());
            });
        }

        @Override
        public Finding toFinding() {
            return Finding.info("proof.remedy.qualify", "", person, skill);
        }

        @Override
        public int cost() {
            return 10;
        }

        @Override
        public Set<Agreement> agreement() {
            return EnumSet.of(Agreement.COLLEAGUE, Agreement.HEAD);
        }
    }

    /**
     * Meetings need one seat fewer, or one meeting fewer is held a week.
     *
     * @param changed   the intervention with fewer seats or meetings
     * @param session   a meeting that it is about
     * @param meetings  number of meetings with fewer seats, or that are not held
     * @param isDropped whether meetings are not held
     */
    record OneSeatFewer(Intervention<?> changed, SessionId session, int meetings, boolean isDropped)
            implements RemedyStep {
        @Override
        public Problem applyTo(Problem problem) {
            return problem.withInterventions(problem.interventions().stream()
                    .<Intervention<?>>map(one -> one.id().equals(changed.id()) ? changed : one)
                    .toList());
        }

        @Override
        public Finding toFinding() {
            return Finding.info(
                    isDropped ? "proof.remedy.one-meeting-fewer" : "proof.remedy.one-seat-fewer",
                    "",
                    session,
                    meetings);
        }

        @Override
        public int cost() {
            return 8 * meetings;
        }

        @Override
        public Set<Agreement> agreement() {
            return EnumSet.of(Agreement.PLANNER, Agreement.HEAD);
        }
    }

    /**
     * There are more people, who are there for some meetings only.
     *
     * @param people        the people, available at the times of their meetings; at least one
     * @param interventions the interventions in which they may take part
     * @param meetings      the meetings of all of them
     * @param minutes       the time of all of them together
     */
    record MorePeople(
            List<StaffMember> people, List<Intervention<?>> interventions, List<SessionId> meetings, long minutes)
            implements RemedyStep {
        /** Copies the lists. */
        public MorePeople {
            people = List.copyOf(people);
            interventions = List.copyOf(interventions);
            meetings = List.copyOf(meetings);
        }

        @Override
        public Problem applyTo(Problem problem) {
            var staff = new ArrayList<>(problem.staff());
            staff.addAll(people);
            return problem.withStaff(staff).withInterventions(interventions);
        }

        @Override
        public Finding toFinding() {
            var skills = people.getFirst().skills();
            return skills.isEmpty()
                    ? Finding.info("proof.remedy.more-people", "", people.size(), meetings)
                    : Finding.info(
                            "proof.remedy.more-people-qualified", "", people.size(), meetings, List.copyOf(skills));
        }

        @Override
        public int cost() {
            return 20 * people.size() + hoursBegun(minutes);
        }

        @Override
        public Set<Agreement> agreement() {
            return EnumSet.of(Agreement.HEAD);
        }
    }

    private static Problem change(Problem problem, StaffId person, UnaryOperator<StaffMember> change) {
        return problem.withStaff(problem.staff().stream()
                .map(one -> one.id().equals(person) ? change.apply(one) : one)
                .toList());
    }

    private static Problem changeRules(
            Problem problem, StaffId person, WorkRules otherwise, UnaryOperator<WorkRules> change) {
        return change(
                problem,
                person,
                one -> new StaffMember(
                        one.id(),
                        one.name(),
                        one.skills(),
                        one.availability(),
                        one.contractHours(),
                        one.hoursAlreadyWorked(),
                        one.wishes(),
                        one.email(),
                        one.language(),
                        change.apply(Objects.requireNonNullElse(one.work(), otherwise))));
    }

    private static WorkRules withRest(WorkRules now, int weekly, @Nullable AgreedShortRest agreed) {
        return new WorkRules(
                now.dailyRestHours(),
                weekly,
                agreed,
                now.hoursPerDay(),
                now.hoursPerWeek(),
                now.averageHoursPerWeek(),
                now.referenceWeeks(),
                now.eveningStarts(),
                now.nightStarts(),
                now.nightEnds(),
                now.longestDay(),
                now.restBetweenDates(),
                now.freeDates());
    }
}
