package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.fidelity.Origin;
import dk.grundskema.domain.fidelity.Phrase;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Meeting;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What documents ask for groups and their meetings of one kind; each method adds one ask, whose texts are the plugin's, with one reason. */
public final class GroupAsks {
    private final Asks asks;
    private final Finished finished;
    private final Problem problem;
    private final String kind;
    private final SortedMap<GroupId, SortedMap<IsoWeek, Long>> minutes = new TreeMap<>();

    /**
     * @param asks     takes what is asked
     * @param finished the intervention as it came out
     * @param problem  the problem that it is of
     * @param kind     which meetings
     */
    public GroupAsks(Asks asks, Finished finished, Problem problem, String kind) {
        this.asks = asks;
        this.finished = finished;
        this.problem = problem;
        this.kind = kind;
        finished.held(kind)
                .forEach(held -> held.meeting()
                        .groupIds()
                        .forEach(group -> minutes.computeIfAbsent(group, any -> new TreeMap<>())
                                .merge(held.week(), finished.minutes(held), Long::sum)));
    }

    /** That each group has so many lessons in each week with any; reason {@code few-lessons} with how many. */
    public void lessonsAWeek(String name, Origin origin, int lessons, int lessonMinutes) {
        var tally = asks.tally(name, origin, "lessons");
        minutes.forEach((group, weeks) -> weeks.forEach((week, some) -> {
            long has = some / lessonMinutes;
            tally.at(lessons, has, asks.why("few-lessons", has), group, week);
        }));
        tally.done(lessons);
    }

    /**
     * Tells group by group what it gets, as the table {@code groups} with the columns {@code students}, {@code days}, {@code lessons}, {@code adults} and
     * {@code subjects}; each subject is {@code <plugin>.subject} with it and its lessons, see {@link Asks#list} and {@link Asks#number}. A line is short
     * where an adult is missing.
     */
    public void table(int lessonMinutes) {
        var table = asks.table(
                "groups", Set.of("students", "days", "lessons"), "students", "days", "lessons", "adults", "subjects");
        minutes.forEach((group, weeks) -> {
            List<Finished.Held> held = finished.held(kind).stream()
                    .filter(one -> one.meeting().groupIds().contains(group))
                    .toList();
            Set<StaffId> adults = new LinkedHashSet<>();
            SortedMap<String, Long> subjects = new TreeMap<>();
            held.forEach(one -> {
                adults.addAll(Finished.staff(one.meeting()));
                subjects.merge(one.meeting().subject(), finished.minutes(one), Long::sum);
            });
            var amounts = new ArrayList<Phrase>();
            subjects.forEach((subject, some) -> amounts.add(asks.words("subject", subject, some / lessonMinutes)));
            table.line(
                    group,
                    held.stream().allMatch(one -> Finished.isManned(one.meeting())),
                    List.of(),
                    asks.number(finished.members(group).size()),
                    asks.number(
                            held.stream().map(Finished.Held::date).distinct().count()),
                    asks.number(
                            weeks.values().stream().mapToLong(Long::longValue).sum() / lessonMinutes),
                    asks.list(adults),
                    asks.list(amounts));
        });
        table.done();
    }

    /** That each group has so many lessons in all; reason {@code few-lessons} with how many. */
    public void lessonsInAll(String name, Origin origin, int lessons, int lessonMinutes) {
        var tally = asks.tally(name, origin, "lessons");
        minutes.forEach((group, weeks) -> {
            long has = weeks.values().stream().mapToLong(Long::longValue).sum() / lessonMinutes;
            tally.at(lessons, has, asks.why("few-lessons", has), group);
        });
        tally.done(lessons);
    }

    /** That each group has something in so many weeks; reason {@code few-weeks} with how many. */
    public void weeks(String name, Origin origin, int weeks) {
        var tally = asks.tally(name, origin, "weeks");
        minutes.forEach((group, has) -> tally.at(weeks, has.size(), asks.why("few-weeks", has.size()), group));
        tally.done(weeks);
    }

    /** That so many adults are in each meeting; reason {@code few-adults} with how many. */
    public void adults(String name, Origin origin, int adults) {
        var tally = asks.tally(name, origin, "lessons");
        for (Meeting meeting : finished.meetings(kind)) {
            int has = Finished.staff(meeting).size();
            tally.at(has >= adults, asks.why("few-adults", has), meeting.sessionId());
        }
        tally.done(adults);
    }

    /** That the place of each meeting holds all its students, see {@link Finished#places}; reason {@code no-room} with how many they are. */
    public void places(String name, Origin origin) {
        var tally = asks.tally(name, origin, "lessons");
        var lessons = new OwnLessons(problem);
        for (Meeting meeting : finished.meetings(kind)) {
            int all = finished.students(meeting, meeting.weeks().first()).size();
            tally.at(finished.places(meeting, lessons) >= all, asks.why("no-room", all), meeting.sessionId());
        }
        tally.done();
    }

    /** That at most so many students are in each meeting; reason {@code many-students} with how many. */
    public void fewStudents(String name, Origin origin, int students) {
        var tally = asks.tally(name, origin, "lessons");
        for (Meeting meeting : finished.meetings(kind)) {
            int has = finished.students(meeting, meeting.weeks().first()).size();
            tally.at(has <= students, asks.why("many-students", has), meeting.sessionId());
        }
        tally.done(students);
    }

    /** That somebody in each meeting is able to do what a role of it asks; reason {@code nobody-able} with the subject. */
    public void able(String name, Origin origin, String role, Able able) {
        var tally = asks.tally(name, origin, "lessons");
        for (Meeting meeting : finished.meetings(kind)) {
            List<StaffId> staff = Finished.staff(meeting);
            boolean isAble = problem.staff().stream()
                    .anyMatch(who -> staff.contains(who.id()) && able.is(who, role, meeting.subject()));
            tally.at(isAble, asks.why("nobody-able", meeting.subject()), meeting.sessionId());
        }
        tally.done();
    }
}
