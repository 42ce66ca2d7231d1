package dk.grundskema.plugins.intensivecourse;

import dk.grundskema.domain.fidelity.AskOrigin;
import dk.grundskema.domain.fidelity.Phrase;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.solver.spi.toolkit.FidelityReportBuilder;
import dk.grundskema.solver.spi.toolkit.FinishedIntervention;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Adds the requirements of documents on groups and their meetings of one kind. Each method adds one ask with one reason; the texts are the
 * plugin's.
 */
final class GroupFidelity {
    private final FidelityReportBuilder asks;
    private final FinishedIntervention finished;
    private final Problem problem;
    private final String kind;

    /** Minutes in which somebody teaches a group, by group and week; 0 in a week in which nobody does. */
    private final SortedMap<GroupId, SortedMap<IsoWeek, Long>> minutes = new TreeMap<>();

    /**
     * @param asks     receives the asks
     * @param finished the finished intervention
     * @param problem  its problem
     * @param kind     kind of the meetings
     */
    GroupFidelity(FidelityReportBuilder asks, FinishedIntervention finished, Problem problem, String kind) {
        this.asks = asks;
        this.finished = finished;
        this.problem = problem;
        this.kind = kind;
        finished.meetingsByDate(kind)
                .forEach(held -> held.meeting()
                        .groupIds()
                        .forEach(group -> minutes.computeIfAbsent(group, any -> new TreeMap<>())
                                .merge(
                                        held.week(),
                                        FinishedIntervention.staff(held.meeting())
                                                        .isEmpty()
                                                ? 0
                                                : finished.minutes(held),
                                        Long::sum)));
    }

    /** Asks for a number of lessons in each week in which the group has any; reason {@code few-lessons} with the number given. */
    void lessonsPerWeek(String name, AskOrigin origin, int lessons, int lessonMinutes) {
        var tally = asks.tally(name, origin, "lessons");
        minutes.forEach((group, weeks) -> weeks.forEach((week, some) -> {
            long has = some / lessonMinutes;
            tally.addPlace(lessons, has, asks.reason("few-lessons", has), group, week);
        }));
        tally.finish(lessons);
    }

    /**
     * Adds the table {@code groups}, one line per group, with the columns {@code students}, {@code days}, {@code lessons}, {@code adults} and
     * {@code subjects}; each subject is {@code <plugin>.subject} with the subject and its lessons, see {@link FidelityReportBuilder#list} and
     * {@link FidelityReportBuilder#number}. A line is short if a staff member is missing.
     */
    void addTable(int lessonMinutes) {
        var table = asks.table(
                "groups", Set.of("students", "days", "lessons"), "students", "days", "lessons", "adults", "subjects");
        minutes.forEach((group, weeks) -> {
            List<FinishedIntervention.MeetingOnDate> held = finished.meetingsByDate(kind).stream()
                    .filter(one -> one.meeting().groupIds().contains(group))
                    .toList();
            Set<StaffId> adults = new LinkedHashSet<>();
            SortedMap<String, Long> subjects = new TreeMap<>();
            held.forEach(one -> {
                adults.addAll(FinishedIntervention.staff(one.meeting()));
                if (!FinishedIntervention.staff(one.meeting()).isEmpty()) {
                    subjects.merge(one.meeting().subject(), finished.minutes(one), Long::sum);
                }
            });
            var amounts = new ArrayList<Phrase>();
            subjects.forEach((subject, some) -> amounts.add(asks.phrase("subject", subject, some / lessonMinutes)));
            table.addLine(
                    group,
                    held.stream().allMatch(one -> FinishedIntervention.isFullyStaffed(one.meeting())),
                    List.of(),
                    asks.number(finished.members(group).size()),
                    asks.number(held.stream()
                            .map(FinishedIntervention.MeetingOnDate::date)
                            .distinct()
                            .count()),
                    asks.number(
                            weeks.values().stream().mapToLong(Long::longValue).sum() / lessonMinutes),
                    asks.list(adults),
                    asks.list(amounts));
        });
        table.finish();
    }

    /** Asks for a total number of lessons per group; reason {@code few-lessons} with the number given. */
    void lessonsInAll(String name, AskOrigin origin, int lessons, int lessonMinutes) {
        var tally = asks.tally(name, origin, "lessons");
        minutes.forEach((group, weeks) -> {
            long has = weeks.values().stream().mapToLong(Long::longValue).sum() / lessonMinutes;
            tally.addPlace(lessons, has, asks.reason("few-lessons", has), group);
        });
        tally.finish(lessons);
    }

    /** Asks for a number of weeks with meetings per group; reason {@code few-weeks} with the number given. */
    void enoughWeeks(String name, AskOrigin origin, int weeks) {
        var tally = asks.tally(name, origin, "weeks");
        minutes.forEach((group, some) -> {
            int has = (int) some.values().stream().filter(one -> one > 0).count();
            tally.addPlace(weeks, has, asks.reason("few-weeks", has), group);
        });
        tally.finish(weeks);
    }

    /** Asks for a number of staff members in each meeting; reason {@code few-adults} with the number given. */
    void enoughAdults(String name, AskOrigin origin, int adults) {
        var tally = asks.tally(name, origin, "lessons");
        for (Meeting meeting : finished.meetings(kind)) {
            int has = FinishedIntervention.staff(meeting).size();
            tally.addPlace(has >= adults, asks.reason("few-adults", has), meeting.sessionId());
        }
        tally.finish(adults);
    }

    /** Asks for a maximum number of students in each meeting; reason {@code many-students} with the number of students. */
    void atMostStudents(String name, AskOrigin origin, int students) {
        var tally = asks.tally(name, origin, "lessons");
        for (Meeting meeting : finished.meetings(kind)) {
            int has = finished.students(meeting, meeting.weeks().first()).size();
            tally.addPlace(has <= students, asks.reason("many-students", has), meeting.sessionId());
        }
        tally.finish(students);
    }

    /** Asks that each meeting has a staff member qualified for a role; reason {@code nobody-able} with the subject. */
    void qualifiedAdult(String name, AskOrigin origin, String role, Qualification able) {
        var tally = asks.tally(name, origin, "lessons");
        for (Meeting meeting : finished.meetings(kind)) {
            List<StaffId> staff = FinishedIntervention.staff(meeting);
            boolean isAble = problem.staff().stream()
                    .anyMatch(who -> staff.contains(who.id()) && able.isQualified(who, role, meeting.subject()));
            tally.addPlace(isAble, asks.reason("nobody-able", meeting.subject()), meeting.sessionId());
        }
        tally.finish();
    }
}
