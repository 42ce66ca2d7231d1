package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.fidelity.Origin;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.toolkit.Asks;
import dk.grundskema.solver.spi.toolkit.Covers;
import dk.grundskema.solver.spi.toolkit.Finished;
import dk.grundskema.solver.spi.toolkit.Finished.Formed;
import dk.grundskema.solver.spi.toolkit.FreeTime;
import dk.grundskema.solver.spi.toolkit.Gathering;
import dk.grundskema.solver.spi.toolkit.MissedLessons;
import dk.grundskema.solver.spi.toolkit.PlannedWeeks;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import dk.grundskema.solver.spi.toolkit.Words;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What the guide asks of small groups, and what a finished plan gives of it. */
final class SmallGroupsFidelity {
    private static final int WEEKS = 12;
    private static final int SESSIONS = 4;
    private static final int SHORTEST = 25;
    private static final int LONGEST = 40;
    private static final int LESSON = 45;
    private static final String[] COLUMNS = {"tutor", "times", "members", "levels", "areas", "talks"};

    /** Points between levels that are nearly the same, and hours of training. The first is ours. */
    private static final int NEARLY = 20;

    private static final int TRAINING = 37;

    private final SmallGroupsParameters parameters;
    private final Problem problem;
    private final FinishedGroups groups;
    private final List<Formed> formed;
    private final Map<Candidate, Formed> members = new LinkedHashMap<>();
    private final Asks asks = new Asks("small-groups");
    private final Origin practice = asks.source("guide", "practice");
    private final Origin partly = asks.partlyOurs("guide", "practice");

    private SmallGroupsFidelity(SmallGroupsParameters parameters, Problem problem, FinishedGroups groups) {
        this.parameters = parameters;
        this.problem = problem;
        this.groups = groups;
        this.formed = groups.finished.formed();
        formed.forEach(group -> groups.members(group).forEach(one -> members.put(one, group)));
    }

    static FidelityReport of(Intervention<SmallGroupsParameters> intervention, Problem problem, Timetable timetable) {
        var groups = new FinishedGroups(intervention, problem, timetable);
        var report = new SmallGroupsFidelity(intervention.parameters(), problem, groups);
        report.served();
        report.amounts();
        report.people();
        report.lessons();
        report.breakdown();
        return report.asks.report(intervention);
    }

    /** Who has a group, and why somebody has none. */
    private void served() {
        var weeks = PlannedWeeks.of(problem, parameters.firstWeek(), parameters.weeks(), List.of());
        var free = new FreeTime(problem);
        var tally = asks.tally("served", asks.partlyOurs("guide", "needs"), "students");
        for (Candidate one : parameters.candidates()) {
            var times = UsableTime.times(parameters.usable(), parameters.sessionMinutes(), weeks, problem);
            long can = times.stream()
                    .filter(time -> free.isFree(one.studentId(), time))
                    .count();
            String why = can < parameters.sessionsPerWeek() ? "no-time" : "no-place";
            tally.at(members.containsKey(one), asks.why(why, can, one.need()), one.studentId(), one.subject());
        }
        tally.done();
    }

    private List<Meeting> taught(Formed group) {
        return group.meetings("small-group").stream()
                .filter(one -> !Finished.staff(one, "tutor").isEmpty())
                .toList();
    }

    private long sessions(Formed group) {
        return taught(group).stream()
                .filter(one -> Finished.minutes(one) >= SHORTEST && Finished.minutes(one) <= LONGEST)
                .map(groups.finished::parts)
                .distinct()
                .count();
    }

    private void amounts() {
        Origin overview = asks.source("guide", "overview");
        asks.of("groups", formed, Formed::id)
                .least("weeks", overview, "weeks", WEEKS, SmallGroupsFidelity::weeks, WEEKS)
                .least("sessions", practice, "sessions", SESSIONS, this::sessions, SESSIONS, SHORTEST, LONGEST)
                .all("sizes", practice, one -> isSmall(one.members().size()))
                .all("areas", practice, this::hasOneArea)
                .all("levels", partly, group -> spread(group) <= NEARLY, NEARLY)
                .all("trained", practice, this::isTrained);
        long least = formed.stream().mapToLong(this::minutes).min().orElse(0);
        asks.noted("lessons", overview, "minutes", SESSIONS * LESSON, least, SESSIONS, LESSON);
    }

    private long minutes(Formed group) {
        return taught(group).stream().mapToLong(Finished::minutes).sum();
    }

    private static boolean isSmall(int size) {
        return size >= 2 && size <= 4;
    }

    private static long weeks(Formed group) {
        return group.meetings("small-group").stream()
                .flatMap(one -> one.weeks().stream())
                .distinct()
                .count();
    }

    private List<String> areas(Formed group) {
        var areas = groups.members(group).stream().map(Candidate::area).filter(area -> !area.isBlank());
        return areas.distinct().toList();
    }

    private boolean hasOneArea(Formed group) {
        return areas(group).stream().map(Words::plain).distinct().count() <= 1;
    }

    private int spread(Formed group) {
        var levels = groups.members(group).stream().mapToInt(Candidate::level).summaryStatistics();
        return levels.getCount() == 0 ? 0 : levels.getMax() - levels.getMin();
    }

    private static List<StaffId> tutors(Formed group) {
        return group.meetings().stream()
                .flatMap(one -> Finished.staff(one, "tutor").stream())
                .distinct()
                .toList();
    }

    private void people() {
        var talks = parameters.talkMinutes() == 0 ? List.<Formed>of() : formed;
        asks.all("own-teacher", practice, "students", members.keySet(), Candidate::studentId, this::hasOwnTeacher);
        asks.each("talks", partly, "meetings", talks, Formed::id, 3, this::talks, parameters.talkMinutes());
    }

    private boolean isTrained(Formed group) {
        return group.meetings().stream()
                .allMatch(one -> Finished.staff(one, "tutor").stream().allMatch(who -> groups.isTrained(who, one)));
    }

    private boolean hasOwnTeacher(Candidate one) {
        var own = groups.lessons.teachers(one.studentId(), one.subject());
        return own.containsAll(tutors(Objects.requireNonNull(members.get(one))));
    }

    private long talks(Formed group) {
        return groups.talks(group).size();
    }

    /** Lessons that students miss, each of them, and tutors' lessons that somebody takes; training and supervision of the tutors. */
    private void lessons() {
        Set<StudentId> students = new LinkedHashSet<>();
        members.keySet().forEach(one -> students.add(one.studentId()));
        Origin rules = asks.source("guide", "rules");
        MissedLessons.ask(asks, "ordinary-lessons", rules, groups.finished, groups.lessons, students);
        Covers.ask(asks, "cover", practice, groups.finished, groups.lessons, "small-group", "tutor");
        var tutors = parameters.tutors().stream().map(Tutor::staffId).toList();
        for (Gathering.Kind kind : Gathering.Kind.values()) {
            int hours = kind == Gathering.Kind.TRAINING ? TRAINING : 1;
            Gathering.ask(kind, parameters.gatherings(), tutors, hours, asks, partly, groups.finished, TRAINING);
        }
    }

    private void breakdown() {
        var table = asks.table("groups", Set.of("members", "levels", "talks"), COLUMNS);
        for (Formed group : formed) {
            table.line(
                    group.id(),
                    sessions(group) >= SESSIONS && weeks(group) >= WEEKS,
                    List.of(),
                    asks.list(tutors(group)),
                    asks.times("at", taught(group)),
                    asks.words("number", group.members().size()),
                    asks.words("number", spread(group)),
                    asks.list(areas(group)),
                    asks.words("number", talks(group)));
        }
        table.done();
    }
}
