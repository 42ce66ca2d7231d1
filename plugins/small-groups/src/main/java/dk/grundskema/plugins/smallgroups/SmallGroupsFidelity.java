package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.Breakdown;
import dk.grundskema.domain.fidelity.Breakdown.Column;
import dk.grundskema.domain.fidelity.Breakdown.Line;
import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.fidelity.Origin;
import dk.grundskema.domain.fidelity.Phrase;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.toolkit.Asks;
import dk.grundskema.solver.spi.toolkit.Finished;
import dk.grundskema.solver.spi.toolkit.Finished.Formed;
import dk.grundskema.solver.spi.toolkit.FreeTime;
import dk.grundskema.solver.spi.toolkit.Gathering;
import dk.grundskema.solver.spi.toolkit.MissedLessons;
import dk.grundskema.solver.spi.toolkit.PlannedWeeks;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import dk.grundskema.solver.spi.toolkit.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What the guide asks of small groups, and what a finished plan gives of it. */
final class SmallGroupsFidelity {
    private static final int WEEKS = 12;
    private static final int SESSIONS = 4;
    private static final int SHORTEST = 25;
    private static final int LONGEST = 40;
    private static final int LESSON = 45;

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
        report.gatherings();
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
        asks.each("weeks", overview, "weeks", formed, Formed::id, WEEKS, SmallGroupsFidelity::weeks, WEEKS);
        asks.each(
                "sessions",
                practice,
                "sessions",
                formed,
                Formed::id,
                SESSIONS,
                this::sessions,
                SESSIONS,
                SHORTEST,
                LONGEST);
        long least = formed.stream()
                .mapToLong(group ->
                        taught(group).stream().mapToLong(Finished::minutes).sum())
                .min()
                .orElse(0);
        asks.noted("lessons", overview, "minutes", SESSIONS * LESSON, least, SESSIONS, LESSON);
        asks.all(
                "sizes",
                practice,
                "groups",
                formed,
                Formed::id,
                one -> isSmall(one.members().size()));
        asks.all("areas", practice, "groups", formed, Formed::id, this::hasOneArea);
        asks.all("levels", partly, "groups", formed, Formed::id, group -> spread(group) <= NEARLY, NEARLY);
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
        asks.all("trained", practice, "groups", formed, Formed::id, this::isTrained);
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

    /** Lessons that students miss, each of them, and tutors' lessons that somebody takes. */
    private void lessons() {
        var missed = MissedLessons.of(groups.finished, groups.lessons);
        var ordinary = asks.tally("ordinary-lessons", asks.source("guide", "rules"), "lessons");
        members.keySet().stream().map(Candidate::studentId).distinct().forEach(student -> {
            for (Lesson lesson : groups.lessons.of(student)) {
                boolean isMissed = missed.stream()
                        .anyMatch(one ->
                                one.student().equals(student) && one.lesson().equals(lesson));
                ordinary.at(
                        !isMissed,
                        asks.why("missed"),
                        student,
                        lesson.title(),
                        lesson.time().weekday(),
                        lesson.time().start());
            }
        });
        ordinary.done();
        var cover = asks.tally("cover", practice, "lessons");
        var covers = groups.finished.meetings("cover");
        for (Meeting meeting : groups.finished.meetings("small-group")) {
            for (StaffId who : Finished.staff(meeting, "tutor")) {
                for (Lesson lesson : groups.lessons.inTheWay(who, meeting.time())) {
                    boolean isCovered = covers.stream()
                            .anyMatch(one -> groups.finished
                                    .parts(one)
                                    .containsAll(
                                            List.of(who.value(), lesson.id().value())));
                    cover.at(
                            isCovered,
                            asks.why("cover"),
                            who,
                            lesson.title(),
                            lesson.time().weekday(),
                            lesson.time().start());
                }
            }
        }
        cover.done();
    }

    /** Training and supervision of the tutors. */
    private void gatherings() {
        var all = parameters.tutors().stream().map(Tutor::staffId).toList();
        for (Gathering.Kind kind : Gathering.Kind.values()) {
            var some = parameters.gatherings().stream()
                    .filter(one -> one.kind() == kind)
                    .toList();
            if (some.isEmpty()) {
                asks.notPlanned(kind.word(), partly, "hours", 0, TRAINING);
            } else {
                asks.each(
                        kind.word(),
                        partly,
                        "hours",
                        all,
                        who -> who,
                        kind == Gathering.Kind.TRAINING ? TRAINING : 1,
                        who -> hours(kind, who),
                        TRAINING);
            }
        }
    }

    private long hours(Gathering.Kind kind, StaffId who) {
        return groups.finished.meetings(kind.word()).stream()
                        .filter(one -> Finished.staff(one).contains(who))
                        .mapToLong(Finished::minutes)
                        .sum()
                / 60;
    }

    private void breakdown() {
        var columns = Stream.of("tutor", "times", "members", "levels", "areas", "talks")
                .map(name -> new Column("small-groups.groups." + name, name.matches("members|levels|talks")))
                .toList();
        asks.breakdown(new Breakdown(
                "small-groups.groups",
                "small-groups.groups.group",
                columns,
                formed.stream().map(this::line).toList()));
    }

    private Line line(Formed group) {
        var times = taught(group).stream()
                .map(one -> Phrase.of("small-groups.at", one.weekday(), one.start()))
                .toList();
        boolean isShort = sessions(group) < SESSIONS || weeks(group) < WEEKS;
        return new Line(
                group.id(),
                isShort ? Ask.Status.SHORT : Ask.Status.MET,
                List.of(
                        list(tutors(group)),
                        list(times),
                        Phrase.of("small-groups.number", group.members().size()),
                        Phrase.of("small-groups.number", spread(group)),
                        list(areas(group)),
                        Phrase.of("small-groups.number", talks(group))),
                List.of(),
                List.of());
    }

    private static Phrase list(List<?> some) {
        return some.isEmpty() ? Phrase.NONE : Phrase.of("small-groups.list", some);
    }
}
