package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.fidelity.AskOrigin;
import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.toolkit.FidelityReportBuilder;
import dk.grundskema.solver.spi.toolkit.FinishedIntervention;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import java.util.List;
import java.util.function.Predicate;

/** Compares a finished plan with what the guide asks of small groups. */
final class SmallGroupsFidelity {
    private final SmallGroupsContext context;
    private final SmallGroupsParameters parameters;
    private final FinishedIntervention finished;
    private final CandidateGroups groups;
    private final FidelityReportBuilder asks = new FidelityReportBuilder("small-groups");
    private final AskOrigin practice = asks.source("guide", "practice");
    private final AskOrigin partly = asks.partlyOurs("guide", "practice");

    private SmallGroupsFidelity(SmallGroupsContext context, FinishedIntervention finished) {
        this.context = context;
        this.parameters = context.parameters;
        this.finished = finished;
        this.groups =
                new CandidateGroups(finished, context.free.lessons(), parameters.candidates(), "small-group", "tutor");
    }

    static FidelityReport of(Intervention<SmallGroupsParameters> intervention, Problem problem, Timetable timetable) {
        var context = new SmallGroupsContext(intervention, problem, List.of());
        var report = new SmallGroupsFidelity(context, new FinishedIntervention(intervention, problem, timetable));
        report.amounts();
        report.people();
        report.breakdown();
        return report.asks.build(intervention);
    }

    private void amounts() {
        AskOrigin overview = asks.source("guide", "overview");
        asks.forEachOf("groups", groups.formed(), FormedGroup::id)
                .askAtLeast(
                        "weeks",
                        overview,
                        "weeks",
                        GuideFigures.WEEKS.lowest(),
                        groups::weekCount,
                        GuideFigures.WEEKS.toText())
                .askAtLeast(
                        "sessions",
                        practice,
                        "sessions",
                        GuideFigures.SESSIONS.lowest(),
                        this::sessions,
                        GuideFigures.SESSIONS.toText(),
                        GuideFigures.MINUTES.toText())
                .askThatAll("sizes", practice, one -> GuideFigures.SIZE.contains(one.size()))
                .askThatAll("areas", practice, one -> groups.areas(one).size() <= 1)
                .askThatAll(
                        "levels",
                        partly,
                        one -> groups.levelSpread(one) <= GuideFigures.NEARLY_EQUAL_POINTS,
                        GuideFigures.NEARLY_EQUAL_POINTS)
                .askThatAll("trained", practice, one -> groups.isTrained(one, parameters.tutors()));
        long lessons = GuideFigures.SESSIONS.lowest();
        long least = groups.formed().stream()
                .mapToLong(one -> groups.weeklyMinutes(one, plannedWeeks()))
                .min()
                .orElse(0);
        long usual = lessons * GuideFigures.LESSON_MINUTES;
        asks.informational("lessons", overview, "minutes", usual, least, lessons, GuideFigures.LESSON_MINUTES);
    }

    private long sessions(FormedGroup group) {
        return groups.weeklySessionCount(
                group, GuideFigures.MINUTES, plannedWeeks(), context.problem.horizon()::isClosed);
    }

    private int plannedWeeks() {
        return Math.min(parameters.weeks(), context.weeks.size());
    }

    private long talks(FormedGroup group) {
        return groups.meetingsWithOwnTeacher(group, "talk").size();
    }

    private void people() {
        var each = new CandidateFidelity(asks, groups);
        each.everyCandidateHasGroup(
                "served",
                asks.partlyOurs("guide", "needs"),
                context.usable,
                parameters.sessionsPerWeek(),
                parameters.largest(),
                context.free,
                context.problem);
        each.ownTeacher("own-teacher", practice);
        each.ownSchool("own-school", practice, context.problem);
        var talks = parameters.talkMinutes() == 0 ? List.<FormedGroup>of() : groups.formed();
        asks.askOfEach("talks", partly, "meetings", talks, FormedGroup::id, 3, this::talks, parameters.talkMinutes());
        AskOrigin rules = asks.source("guide", "rules");
        MissedLessons.askForNoMissedLesson(
                asks, "ordinary-lessons", rules, finished, context.free.lessons(), each.placedStudents());
        Predicate<Meeting> isUsable = one -> UsableTime.contains(parameters.usable(), one.time());
        asks.askThatAll("usable", rules, "sessions", groups.meetings(), Meeting::sessionId, isUsable);
        CoverSessions.askForCovers(asks, "cover", practice, finished, context.free.lessons(), "small-group", "tutor");
        var gatherings = new GatheringFidelity(asks, partly, finished, parameters.gatherings());
        var tutors = context.tutors.ids();
        Predicate<StaffId> isTrained = one -> context.tutors.isTrainedBefore(one, context.weeks);
        gatherings.hours(Gathering.Kind.TRAINING, GuideFigures.TRAINING_HOURS, tutors, isTrained);
        gatherings.hours(Gathering.Kind.SUPERVISION, GuideFigures.FEEDBACK_HOURS, tutors, one -> false);
    }

    private void breakdown() {
        asks.itemTable("groups", groups.formed(), FormedGroup::id, this::meetsGuide)
                .column("tutor", one -> asks.list(groups.teachers(one)))
                .column("times", one -> asks.times("at", groups.taughtMeetings(one)))
                .numberColumn("members", FormedGroup::size)
                .numberColumn("levels", groups::levelSpread)
                .column("areas", one -> asks.list(groups.areas(one)))
                .numberColumn("talks", this::talks)
                .finish();
    }

    private boolean meetsGuide(FormedGroup group) {
        return GuideFigures.SESSIONS.contains(sessions(group)) && GuideFigures.WEEKS.contains(groups.weekCount(group));
    }
}
