package dk.grundskema.api.planning.change;

import dk.grundskema.api.planning.schooltimetable.SchoolTimetableDifference;
import dk.grundskema.api.planning.schooltimetable.SchoolTimetableDifference.LessonPair;
import dk.grundskema.api.planning.status.AcceptanceReport;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.TaskId;
import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.fidelity.PlanFidelity;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.PersonDay;
import dk.grundskema.solver.change.ChangedPlan;
import dk.grundskema.solver.change.LostSupport;
import dk.grundskema.solver.change.PlanChanger.AbsentTeacher;
import dk.grundskema.solver.change.PlanChanger.OrdinaryLesson;
import dk.grundskema.solver.change.PlanDifference;
import dk.grundskema.solver.change.PlanDifference.ChangedDate;
import dk.grundskema.solver.change.PlanDifference.DatedMeeting;
import dk.grundskema.solver.spi.RequiredSupport;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a change does to a plan in use, before anything is kept.
 *
 * @param problem        problem before the change
 * @param changed        problem after the change
 * @param now            the moment of the change
 * @param before         plan in use
 * @param after          plan after the change
 * @param absentTeachers lessons of the existing timetable without their teacher, in which others are
 * @param ordinaryLessons lessons of the existing timetable without their teacher, for which the plan finds nobody
 * @param lessons        what differs in the school's own timetable
 * @param departures     formed groups that somebody leaves
 * @param noLongerAsked  dates of cancelled meetings that an intervention with other parameters no longer asks for
 * @param support        how much support each intervention must give to each participant after the change
 * @param lostSupport    support that the change takes away, and where it can be given later
 * @param fidelityBefore how far the plan in use meets the requirements of law and guides
 * @param fidelityAfter  how far the plan after the change meets them
 */
public record ChangePreview(
        Problem problem,
        Problem changed,
        LocalDateTime now,
        ChangedPlan before,
        ChangedPlan after,
        List<AbsentTeacher> absentTeachers,
        List<OrdinaryLesson> ordinaryLessons,
        SchoolTimetableDifference lessons,
        List<GroupDeparture> departures,
        Set<ChangedDate> noLongerAsked,
        Map<InterventionId, List<RequiredSupport>> support,
        List<LostSupport> lostSupport,
        PlanFidelity fidelityBefore,
        PlanFidelity fidelityAfter) {
    /** Copies the lists, the set and the map. */
    public ChangePreview {
        absentTeachers = List.copyOf(absentTeachers);
        ordinaryLessons = List.copyOf(ordinaryLessons);
        departures = List.copyOf(departures);
        noLongerAsked = Set.copyOf(noLongerAsked);
        support = Collections.unmodifiableMap(new LinkedHashMap<>(support));
        lostSupport = List.copyOf(lostSupport);
    }

    /** Returns the same preview with the support that the change takes away, and how far both plans meet the requirements. */
    ChangePreview with(List<LostSupport> some, PlanFidelity beforeIt, PlanFidelity afterIt) {
        return new ChangePreview(
                problem,
                changed,
                now,
                before,
                after,
                absentTeachers,
                ordinaryLessons,
                lessons,
                departures,
                noLongerAsked,
                support,
                some,
                beforeIt,
                afterIt);
    }

    /** Returns the days of staff who are there on which a duty is new, gone or at another time, as {@link #changedDays} does. */
    public SortedSet<PersonDay> daysOfOthers() {
        SortedSet<PersonDay> own = daysOfAbsentStaff();
        return changedDays(after).stream()
                .filter(one -> !own.contains(one))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the changed days on which the change restricts or widens the person's availability, and all of people who leave. */
    public SortedSet<PersonDay> daysOfAbsentStaff() {
        return after.difference().days().stream()
                .filter(one -> !unavailableOn(problem, one).equals(unavailableOn(changed, one))
                        || changed.staffMember(one.staffId()).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the parts of a day on which a person is unavailable. */
    private static List<Interval> unavailableOn(Problem ofPlan, PersonDay day) {
        Interval whole = Interval.between(
                day.date().atStartOfDay(),
                day.date().plusDays(1).atStartOfDay(),
                ofPlan.horizon().zone());
        return ofPlan.staffMember(day.staffId()).stream()
                .flatMap(person -> person.availability().unavailableIntervals(ofPlan.horizon()).stream())
                .filter(whole::overlaps)
                .map(away -> new Interval(Math.max(whole.start(), away.start()), Math.min(whole.end(), away.end())))
                .toList();
    }

    /**
     * Returns the days of staff on which a plan after the change has a duty that is new, gone or at another time. A lesson that has another subject, at the
     * same time, in the same rooms and with the same people, is the same duty.
     */
    public SortedSet<PersonDay> changedDays(ChangedPlan plan) {
        Set<PersonDay> changedDays = daysOf(datesWithOtherDuties(plan.difference()));
        return plan.difference().days().stream()
                .filter(changedDays::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<PersonDay> daysOf(Collection<ChangedDate> dates) {
        return dates.stream()
                .flatMap(one -> Stream.of(Optional.ofNullable(one.before()), Optional.ofNullable(one.after())))
                .flatMap(Optional::stream)
                .flatMap(one -> one.holders().stream().map(who -> new PersonDay(who, one.date())))
                .collect(Collectors.toSet());
    }

    /** Returns the dates that differ, without those on which only the subject of a lesson does. */
    private Set<ChangedDate> datesWithOtherDuties(PlanDifference difference) {
        Set<ChangedDate> dates = new HashSet<>(difference.dates());
        for (ChangedDate one : difference.dates()) {
            DatedMeeting was = one.before();
            if (was == null) {
                continue;
            }
            if (one.after() != null) {
                if (isSameDuty(was, one.after())) {
                    dates.remove(one);
                }
                continue;
            }
            dateInstead(one, difference)
                    .filter(other -> other.before() == null && isSameDuty(was, other.dated()))
                    .ifPresent(other -> dates.removeAll(Set.of(one, other)));
        }
        return dates;
    }

    private static boolean isSameDuty(DatedMeeting one, DatedMeeting other) {
        Meeting was = one.meeting();
        Meeting is = other.meeting();
        return one.date().equals(other.date())
                && was.start().equals(is.start())
                && was.end().equals(is.end())
                && one.isIn(other)
                && was.kind().equals(is.kind())
                && was.groupIds().equals(is.groupIds())
                && was.studentIds().equals(is.studentIds())
                && rolesByHolder(one).equals(rolesByHolder(other));
    }

    private static Map<StaffId, Set<String>> rolesByHolder(DatedMeeting one) {
        return one.meeting().seats().stream()
                .filter(seat -> seat.staffId() != null)
                .collect(Collectors.groupingBy(
                        seat -> Objects.requireNonNull(seat.staffId()),
                        Collectors.mapping(MeetingSeat::role, Collectors.toSet())));
    }

    /**
     * Returns the dates of meetings that are cancelled, or have fewer people than before. A lesson that the school moved is compared with the moved one; one
     * that the school no longer holds, a meeting that its changed intervention no longer asks for or whose students have all left, and support that is moved are
     * not among them.
     */
    public List<ChangedDate> uncovered() {
        Set<ChangedDate> moved = movedSupport().stream().map(MovedSupport::lost).collect(Collectors.toSet());
        return after.difference().dates().stream()
                .filter(one -> isUncovered(one) && !moved.contains(one))
                .toList();
    }

    /**
     * Support that a class loses in a lesson of the existing timetable and gets in another one of the same week, by the same intervention, from as many
     * people in the same roles.
     *
     * @param lost  the lesson with fewer people than before
     * @param given the lesson with more people than before
     */
    public record MovedSupport(ChangedDate lost, ChangedDate given) {
        /** Returns who gave the support that is lost. */
        public List<StaffId> formerStaff() {
            return staffOf(seatsOnlyIn(lost.before(), lost.after()));
        }

        /** Returns who gives it now. */
        public List<StaffId> staff() {
            return staffOf(seatsOnlyIn(given.after(), given.before()));
        }

        private static List<StaffId> staffOf(List<MeetingSeat> seats) {
            return seats.stream()
                    .map(seat -> Objects.requireNonNull(seat.staffId()))
                    .toList();
        }
    }

    /** Returns the support that is moved to another lesson of the same week. Where several lessons could be meant, those with the same people come first. */
    public List<MovedSupport> movedSupport() {
        List<ChangedDate> dates = after.difference().dates();
        List<ChangedDate> lost = dates.stream()
                .filter(one -> isUncovered(one) && isSameLesson(one))
                .collect(Collectors.toCollection(ArrayList::new));
        List<ChangedDate> given = dates.stream()
                .filter(one -> isSameLesson(one)
                        && !seatsOnlyIn(one.after(), one.before()).isEmpty())
                .collect(Collectors.toCollection(ArrayList::new));
        var moved = new ArrayList<MovedSupport>();
        for (boolean isBySame : List.of(true, false)) {
            lost.removeIf(one -> given.stream()
                    .map(other -> new MovedSupport(one, other))
                    .filter(pair ->
                            isMoved(pair) && (!isBySame || pair.formerStaff().equals(pair.staff())))
                    .findFirst()
                    .map(pair -> given.remove(pair.given()) && moved.add(pair))
                    .orElse(false));
        }
        moved.sort(Comparator.comparing((MovedSupport one) -> one.lost().dated().date())
                .thenComparing(one -> one.lost().dated().meeting().start()));
        return moved;
    }

    /** Whether a lesson of the existing timetable stays where it is. */
    private static boolean isSameLesson(ChangedDate one) {
        DatedMeeting was = one.before();
        DatedMeeting is = one.after();
        return was != null
                && is != null
                && was.isAt(is)
                && is.meeting().seats().stream().anyMatch(seat -> PlanDifference.isTeacher(is.meeting(), seat));
    }

    /**
     * How many dates of meetings lack somebody or something of before. The three are never added up: a meeting can be among several.
     *
     * @param takenOver   dates on which others take all seats that somebody gives up
     * @param nobody      dates on which a meeting is cancelled or has fewer people, and dates of lessons without their own teacher
     * @param withoutRoom dates on which a meeting that had a room has none
     */
    public record Coverage(int takenOver, int nobody, int withoutRoom) {
        /** Returns whether nobody and no room is missing. */
        public boolean isComplete() {
            return nobody == 0 && withoutRoom == 0;
        }
    }

    /** Returns how many dates are taken over, have nobody, or have no room. */
    public Coverage coverage() {
        List<ChangedDate> uncovered = uncovered();
        int takenOver = (int) after.difference().dates().stream()
                .filter(one -> !uncovered.contains(one) && isTakenOver(one))
                .count();
        return new Coverage(
                takenOver,
                uncovered.size() + absentTeachers.size(),
                withoutRoom().size());
    }

    private static boolean isTakenOver(ChangedDate one) {
        return one.before() != null
                && one.after() != null
                && !seatsOnlyIn(one.before(), one.after()).isEmpty()
                && !seatsOnlyIn(one.after(), one.before()).isEmpty();
    }

    /** Returns the dates of meetings that had a room before the change and have none after it. */
    public List<ChangedDate> withoutRoom() {
        return after.difference().dates().stream()
                .filter(one ->
                        one.before() != null && one.after() != null && hasRoom(one.before()) && !hasRoom(one.after()))
                .toList();
    }

    private static boolean hasRoom(DatedMeeting dated) {
        return dated.meeting().roomId() != null
                || !dated.meeting().extraRoomIds().isEmpty();
    }

    /** Returns the days of people with a meeting in another room; losing the room is not among them. */
    public SortedSet<PersonDay> daysInOtherRoom() {
        Set<PersonDay> moved = daysOf(after.difference().dates().stream()
                .filter(one -> one.after() != null && hasRoom(one.after()))
                .toList());
        return after.difference().rooms().stream()
                .filter(moved::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the days of people who are there with somebody else than before, at a duty that stays; only losing a partner is not among them. */
    public SortedSet<PersonDay> daysWithOtherPartner() {
        Set<PersonDay> met = after.difference().dates().stream()
                .flatMap(one -> Stream.ofNullable(one.after())
                        .flatMap(is -> is.holders().stream()
                                .filter(who -> isThere(who, is))
                                .filter(who -> seatsOnlyIn(is, one.before()).stream()
                                        .anyMatch(seat -> !who.equals(seat.staffId())))
                                .map(who -> new PersonDay(who, is.date()))))
                .collect(Collectors.toSet());
        return after.difference().partners().stream()
                .filter(met::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether somebody is available during a meeting after the change. */
    private boolean isThere(StaffId who, DatedMeeting dated) {
        Interval held = Interval.between(
                dated.date().atTime(dated.meeting().start()),
                dated.date().atTime(dated.meeting().end()),
                changed.horizon().zone());
        return unavailableOn(changed, new PersonDay(who, dated.date())).stream().noneMatch(held::overlaps);
    }

    private static boolean isMoved(MovedSupport one) {
        List<MeetingSeat> lost = seatsOnlyIn(one.lost().before(), one.lost().after());
        List<MeetingSeat> given = seatsOnlyIn(one.given().after(), one.given().before());
        DatedMeeting from = one.lost().dated();
        DatedMeeting to = one.given().dated();
        return IsoWeek.of(from.date()).equals(IsoWeek.of(to.date()))
                && from.meeting().interventionId().equals(to.meeting().interventionId())
                && !from.meeting().groupIds().isEmpty()
                && from.meeting().groupIds().equals(to.meeting().groupIds())
                && from.meeting().studentIds().equals(to.meeting().studentIds())
                && seatsOnlyIn(one.lost().after(), one.lost().before()).isEmpty()
                && seatsOnlyIn(one.given().before(), one.given().after()).isEmpty()
                && lost.stream().noneMatch(MeetingSeat::required)
                && roles(lost).equals(roles(given));
    }

    private static List<String> roles(List<MeetingSeat> seats) {
        return seats.stream().map(MeetingSeat::role).sorted().toList();
    }

    /** Returns the seats of a meeting with people who are not in another one. */
    private static List<MeetingSeat> seatsOnlyIn(@Nullable DatedMeeting one, @Nullable DatedMeeting other) {
        List<StaffId> others = other == null ? List.of() : other.holders();
        return one == null
                ? List.of()
                : one.meeting().seats().stream()
                        .filter(seat -> seat.staffId() != null && !others.contains(seat.staffId()))
                        .toList();
    }

    private boolean isUncovered(ChangedDate one) {
        DatedMeeting was = one.before();
        DatedMeeting is = one.after();
        if (was == null
                || noLongerAsked.contains(one)
                || (is == null && hasEnded(was.meeting(), one.week()))
                || haveAllLeft(was.meeting(), one.week())) {
            return false;
        }
        int people = is == null ? peopleInMovedLesson(one).size() : is.holders().size();
        return people < was.holders().size() || (is == null && people == 0);
    }

    /** Whether none of the students who took part in a meeting does so in a week or later. */
    private boolean haveAllLeft(Meeting meeting, IsoWeek week) {
        boolean isKnown = meeting.groupIds().stream().allMatch(group -> hasMembers(before, group, week));
        boolean isForStudents =
                !meeting.studentIds().isEmpty() || !meeting.groupIds().isEmpty();
        return isForStudents
                && isKnown
                && meeting.groupIds().stream().noneMatch(group -> hasMembers(after, group, week))
                && meeting.studentIds().stream()
                        .allMatch(student -> changed.student(student).isEmpty()
                                || changed.weeksPresent(student).tailSet(week).isEmpty());
    }

    /** Whether a group has a member in a week or later. */
    private static boolean hasMembers(ChangedPlan plan, GroupId group, IsoWeek week) {
        return plan.timetable().groups().stream()
                .filter(one -> one.id().equals(group))
                .flatMap(one -> one.members().stream())
                .anyMatch(one ->
                        one.weeks().isEmpty() || !one.weeks().tailSet(week).isEmpty());
    }

    private boolean hasEnded(Meeting meeting, IsoWeek week) {
        return lessons.ended().stream()
                .anyMatch(lesson -> lesson.time().weeks().contains(week) && isHeldAt(meeting, lesson));
    }

    /** Returns who is in the lesson that the school holds instead of that of a cancelled meeting, in the same week. */
    public List<StaffId> peopleInMovedLesson(ChangedDate cancelled) {
        return dateInstead(cancelled, after.difference())
                .map(one -> one.dated().holders())
                .orElse(List.of());
    }

    /** Returns the date of the meeting that is held instead of a cancelled one, in the lesson that the school holds instead. */
    private Optional<ChangedDate> dateInstead(ChangedDate cancelled, PlanDifference difference) {
        Optional<Lesson> moved = movedLesson(cancelled);
        return difference.dates().stream()
                .filter(one -> moved.isPresent() && one.week().equals(cancelled.week()))
                .filter(one -> one.after() != null && isHeldAt(one.after().meeting(), moved.orElseThrow()))
                .findFirst();
    }

    /** Returns the lesson that the school holds instead of that of a cancelled meeting, at another time or with other content; empty if there is none. */
    public Optional<Lesson> movedLesson(ChangedDate cancelled) {
        return replacedLesson(cancelled).map(LessonPair::after);
    }

    /** Returns the lesson of a cancelled meeting, and the one that the school holds instead, at another time or with other content; empty if there is none. */
    public Optional<LessonPair> replacedLesson(ChangedDate cancelled) {
        DatedMeeting was = cancelled.before();
        return was == null || cancelled.after() != null
                ? Optional.empty()
                : lessons.pairs().stream()
                        .filter(pair -> pair.isMoved() || pair.hasOtherContent())
                        .filter(pair -> pair.before().time().weeks().contains(cancelled.week()))
                        .filter(pair -> isHeldAt(was.meeting(), pair.before()))
                        .findFirst();
    }

    private static boolean isHeldAt(Meeting meeting, Lesson lesson) {
        return meeting.groupIds().equals(lesson.groupIds())
                && meeting.title().equals(lesson.title())
                && meeting.weekday() == lesson.time().weekday()
                && meeting.start().equals(lesson.time().start());
    }

    /** Returns the broken rules of a level that the plan did not break before, or broke by less. What was over before the change is not among them. */
    public List<RuleViolation> newViolations(Level level) {
        return newOrGreater(after)
                .filter(one -> one.level() == level && !isOver(one))
                .toList();
    }

    private Stream<RuleViolation> newOrGreater(ChangedPlan plan) {
        return findNewOrGreater(before.violations(), AcceptanceReport.withoutAccepted(changed, plan.violations()))
                .stream();
    }

    /** Whether a violation is about meetings and tasks that were over at the moment of the change: the changed problem judges them, but asked for nothing then. */
    private boolean isOver(RuleViolation violation) {
        List<Object> located = violation.arguments().stream()
                .filter(one -> one instanceof SessionId || one instanceof TaskId)
                .toList();
        return !located.isEmpty() && located.stream().allMatch(this::isOver);
    }

    private boolean isOver(Object id) {
        ZoneId zone = changed.horizon().zone();
        List<Long> ends = Stream.concat(
                        after.timetable().meetings().stream()
                                .filter(meeting -> meeting.sessionId().equals(id))
                                .flatMap(meeting -> meeting.time().intervals(zone).stream())
                                .map(Interval::end),
                        after.timetable().tasks().stream()
                                .filter(task -> task.taskId().equals(id))
                                .map(task -> Interval.toEpochMinute(
                                        task.date().plusDays(1).atStartOfDay(), zone)))
                .toList();
        long moment = Interval.toEpochMinute(now, zone);
        return !ends.isEmpty() && ends.stream().allMatch(end -> end <= moment);
    }

    static List<RuleViolation> findNewOrGreater(List<RuleViolation> before, List<RuleViolation> after) {
        var known = new ArrayList<>(before);
        known.sort(Comparator.comparingLong(RuleViolation::amount));
        List<RuleViolation> fresh =
                after.stream().filter(violation -> !known.remove(violation)).toList();
        return fresh.stream()
                .filter(violation -> known.stream()
                        .filter(one -> one.rule().equals(violation.rule())
                                && one.level() == violation.level()
                                && one.place().equals(violation.place())
                                && one.amount() >= violation.amount())
                        .findFirst()
                        .filter(known::remove)
                        .isEmpty())
                .toList();
    }

    /**
     * Returns the shortfalls of a plan: broken medium rules, and requirements of law and guides that it does not meet.
     *
     * @param plan     one of the plans of this preview
     * @param fidelity how far it meets the requirements
     */
    private long shortfalls(ChangedPlan plan, PlanFidelity fidelity) {
        return count(plan, Level.MEDIUM) + fidelity.count(Ask.Status.SHORT);
    }

    /** Returns the number of broken medium rules and unmet requirements of the plan in use. */
    public long shortfallsBefore() {
        return shortfalls(before, fidelityBefore);
    }

    /** Returns the number of broken medium rules and unmet requirements of the plan after the change. */
    public long shortfallsAfter() {
        return shortfalls(after, fidelityAfter);
    }

    /**
     * A requirement that the plan met before the change, or missed by less.
     *
     * @param intervention intervention that it is of; {@code null} means every plan
     * @param ask          the requirement after the change
     */
    public record ShortAsk(@Nullable InterventionId intervention, Ask ask) {}

    /** Returns the requirements that the plan met before the change, or missed by less. */
    public List<ShortAsk> newlyShortAsks() {
        var asks = new ArrayList<ShortAsk>();
        for (FidelityReport report : fidelityAfter.interventions()) {
            List<Ask> earlier = fidelityBefore.interventions().stream()
                    .filter(one -> one.interventionId().equals(report.interventionId()))
                    .flatMap(one -> one.asks().stream())
                    .toList();
            newlyShort(earlier, report.asks())
                    .map(ask -> new ShortAsk(report.interventionId(), ask))
                    .forEach(asks::add);
        }
        newlyShort(fidelityBefore.everyPlan(), fidelityAfter.everyPlan())
                .map(ask -> new ShortAsk(null, ask))
                .forEach(asks::add);
        return List.copyOf(asks);
    }

    private static Stream<Ask> newlyShort(List<Ask> earlier, List<Ask> asks) {
        return asks.stream()
                .filter(ask -> ask.status() == Ask.Status.SHORT)
                .filter(ask -> earlier.stream()
                        .noneMatch(one -> one.code().equals(ask.code())
                                && one.arguments().equals(ask.arguments())
                                && one.status() == Ask.Status.SHORT
                                && one.shortBy() >= ask.shortBy()));
    }

    /**
     * Returns the number of broken rules of a level, without shortfalls that the changed problem accepts, and without those about what was over before the
     * change that the plan in use does not have.
     *
     * @param plan one of the plans of this preview, the one before as well: both answer the same question
     */
    public long count(ChangedPlan plan, Level level) {
        long judgedAnew = newOrGreater(plan)
                .filter(one -> one.level() == level && isOver(one))
                .count();
        return AcceptanceReport.withoutAccepted(changed, plan.violations()).stream()
                        .filter(one -> one.level() == level)
                        .count()
                - judgedAnew;
    }
}
