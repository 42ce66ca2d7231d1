package dk.grundskema.solver.check;

import dk.grundskema.domain.finding.Figure;
import dk.grundskema.domain.finding.Phrase;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks a plan together with other plans of the same people: who and what is in two places at once, and the travel, rest and hours of staff over
 * all plans. Reports only what no plan breaks by itself. Work and rest are judged by the rules of the checked plan, on its days and the day before
 * and after.
 */
final class CrossPlanCheck {
    private static final List<CoreCheck> REST_CHECKS =
            List.of(new TravelCheck(), new DailyRestCheck(), new WeeklyRestCheck(), new DateCheck());

    private final CheckedPlan own;
    private final List<CheckedMeeting> others;

    private CrossPlanCheck(CheckedPlan own, List<CheckedMeeting> others) {
        this.own = own;
        this.others = others;
    }

    static List<CrossPlanViolation> check(CheckedPlan own, List<CheckedMeeting> others) {
        var check = new CrossPlanCheck(own, others);
        return Stream.concat(check.clashes().stream(), check.workViolations().stream())
                .toList();
    }

    /**
     * Returns the meetings of another plan that the people, rooms and students of the checked problem take part in. Each meeting has one week and
     * names its students, since groups with the same id may have other members.
     */
    static List<CheckedMeeting> meetingsOf(OtherPlan other, DemandIndex demanded, Problem checked) {
        GroupRoster attendance = GroupRoster.of(other.problem(), demanded, other.timetable());
        LocalDate first = checked.horizon().firstDay().minusDays(1);
        LocalDate last = checked.horizon().lastDay().plusDays(1);
        Map<StaffId, StaffId> people = other.sharedStaff(checked);
        var shared = new ArrayList<CheckedMeeting>();
        for (Meeting meeting : other.timetable().meetings()) {
            for (IsoWeek week : meeting.weeks()) {
                LocalDate date = meeting.time().date(week);
                if (!date.isBefore(first) && !date.isAfter(last)) {
                    var one = CheckedMeeting.of(
                            inOneWeek(meeting, week, attendance, people, other.isSameSchool()),
                            demanded,
                            other.problem());
                    if (one.lesson() == null || !isKnownLesson(one.lesson(), checked, people)) {
                        shared.add(one);
                    }
                }
            }
        }
        return shared;
    }

    /** Returns whether the checked problem has the lesson too. Then its own teachers are busy there anyway. */
    private static boolean isKnownLesson(Lesson lesson, Problem checked, Map<StaffId, StaffId> people) {
        List<StaffId> teachers = lesson.staffIds().stream()
                .flatMap(one -> Stream.ofNullable(people.get(one)))
                .toList();
        return checked.lesson(lesson.id())
                .filter(own -> own.time().weekday() == lesson.time().weekday()
                        && own.time().start().equals(lesson.time().start())
                        && own.staffIds().containsAll(teachers))
                .isPresent();
    }

    private static Meeting inOneWeek(
            Meeting meeting, IsoWeek week, GroupRoster attendance, Map<StaffId, StaffId> people, boolean isSameSchool) {
        List<StudentId> students = isSameSchool
                ? List.copyOf(attendance.students(meeting.groupIds(), meeting.studentIds(), week))
                : List.of();
        return new Meeting(
                meeting.sessionId(),
                meeting.originId(),
                new TreeSet<>(),
                meeting.interventionId(),
                meeting.kind(),
                meeting.form(),
                meeting.title(),
                meeting.subject(),
                new TreeSet<>(List.of(week)),
                meeting.weekday(),
                meeting.start(),
                meeting.end(),
                isSameSchool ? meeting.roomId() : null,
                isSameSchool ? meeting.extraRoomIds() : List.of(),
                List.of(),
                students,
                isSameSchool ? meeting.excusedStudentIds() : List.of(),
                meeting.within(),
                meeting.seats().stream().map(seat -> withHolder(seat, people)).toList(),
                meeting.workload(),
                meeting.locked());
    }

    private static MeetingSeat withHolder(MeetingSeat seat, Map<StaffId, StaffId> people) {
        StaffId holder = seat.staffId();
        return new MeetingSeat(seat.role(), holder == null ? null : people.get(holder), seat.required(), seat.locked());
    }

    private CheckedPlan with(List<CheckedMeeting> held) {
        return new CheckedPlan(
                own.problem(),
                own.problem().staff(),
                own.demanded(),
                own.attendance(),
                held,
                DutyTimelines.of(own.problem(), own.attendance(), held),
                own.groups(),
                own.tasks(),
                own.support(),
                own.atAnyTime());
    }

    /** Lessons of the problem are given, so that only meetings of the plan are compared with meetings of others. */
    private List<CrossPlanViolation> clashes() {
        var found = new ArrayList<CrossPlanViolation>();
        DutyTimelines foreign = with(others).timelines();
        DutyTimelines mine = own.timelines();
        Problem problem = own.problem();
        problem.staff()
                .forEach(one -> addClashes(
                        "core.person-in-two-places", one.id(), mine.of(one.id()), foreign.of(one.id()), false, found));
        problem.rooms()
                .forEach(one -> addClashes(
                        "core.room-in-two-places", one.id(), mine.of(one.id()), foreign.of(one.id()), false, found));
        problem.students()
                .forEach(one -> addClashes(
                        "core.student-in-two-places", one.id(), mine.of(one.id()), foreign.of(one.id()), true, found));
        return found;
    }

    private static void addClashes(
            String rule,
            Object owner,
            List<Duty> mine,
            List<Duty> foreign,
            boolean isStudent,
            List<CrossPlanViolation> found) {
        List<Duty> meetings = foreign.stream().filter(duty -> !duty.isFact()).toList();
        for (Duty one : meetings.isEmpty() ? List.<Duty>of() : mine) {
            CheckedMeeting held = one.held();
            for (Duty other : held == null ? List.<Duty>of() : meetings) {
                var faults = new CoreViolations();
                faults.hard(
                        rule,
                        one.forbiddenOverlap(other, isStudent),
                        owner,
                        one.date(),
                        new Figure(one.name()),
                        new Figure(Phrase.of("value.other-plan")));
                var place = new ViolationPlace(Objects.requireNonNull(held).id(), List.of(one.date()));
                faults.all().forEach(fault -> found.add(new CrossPlanViolation(fault, List.of(place))));
            }
        }
    }

    /** Returns the violations of one person and rule only if the plans together break it by more than the sum of each by itself. */
    private List<CrossPlanViolation> workViolations() {
        var together = new ArrayList<>(own.held());
        together.addAll(others);
        List<RuleViolation> all = violations(together);
        List<RuleViolation> apart = new ArrayList<>(violations(own.held()));
        apart.addAll(violations(others));
        Map<Culprit, Long> amountsApart = amounts(apart);
        Map<Culprit, Long> amounts = amounts(all);
        List<RuleViolation> found = all.stream()
                .filter(one ->
                        amounts.getOrDefault(Culprit.of(one), 0L) > amountsApart.getOrDefault(Culprit.of(one), 0L))
                .filter(one -> !apart.contains(one))
                .toList();
        if (found.isEmpty()) {
            return List.of();
        }
        var locator = new ViolationLocator(with(together));
        return found.stream()
                .map(one -> new CrossPlanViolation(one, locator.findIn(one, own.held())))
                .toList();
    }

    private record Culprit(String rule, StaffId person) {
        static Culprit of(RuleViolation violation) {
            return new Culprit(violation.rule(), (StaffId) violation.arguments().getFirst());
        }
    }

    private static Map<Culprit, Long> amounts(List<RuleViolation> violations) {
        return violations.stream()
                .collect(Collectors.groupingBy(Culprit::of, Collectors.summingLong(RuleViolation::amount)));
    }

    /** Hours count on the days of the checked plan only, since its periods begin there. */
    private List<RuleViolation> violations(List<CheckedMeeting> held) {
        var faults = new CoreViolations();
        CheckedPlan plan = with(held);
        REST_CHECKS.forEach(check -> check.check(plan, faults));
        HoursCheck.ofMeetings()
                .check(with(held.stream().filter(this::isOnADayOfThePlan).toList()), faults);
        return faults.all();
    }

    private boolean isOnADayOfThePlan(CheckedMeeting held) {
        LocalDate date = held.meeting().time().firstDate();
        return !date.isBefore(own.problem().horizon().firstDay())
                && !date.isAfter(own.problem().horizon().lastDay());
    }
}
