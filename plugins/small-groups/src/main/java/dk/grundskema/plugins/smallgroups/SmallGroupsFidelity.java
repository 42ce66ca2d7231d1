package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.fidelity.Origin;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.toolkit.Asks;
import dk.grundskema.solver.spi.toolkit.CandidateAsks;
import dk.grundskema.solver.spi.toolkit.CandidateGroups;
import dk.grundskema.solver.spi.toolkit.Covers;
import dk.grundskema.solver.spi.toolkit.Finished;
import dk.grundskema.solver.spi.toolkit.Finished.Formed;
import dk.grundskema.solver.spi.toolkit.Gathering;
import dk.grundskema.solver.spi.toolkit.GatheringAsks;
import dk.grundskema.solver.spi.toolkit.MissedLessons;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import java.util.List;
import java.util.function.Predicate;

/** What the guide asks of small groups, and what a finished plan gives of it. */
final class SmallGroupsFidelity {
    private final SmallGroupsFrame frame;
    private final SmallGroupsParameters parameters;
    private final Finished finished;
    private final CandidateGroups groups;
    private final Asks asks = new Asks("small-groups");
    private final Origin practice = asks.source("guide", "practice");
    private final Origin partly = asks.partlyOurs("guide", "practice");

    private SmallGroupsFidelity(SmallGroupsFrame frame, Finished finished) {
        this.frame = frame;
        this.parameters = frame.parameters;
        this.finished = finished;
        this.groups =
                new CandidateGroups(finished, frame.free.lessons(), parameters.candidates(), "small-group", "tutor");
    }

    static FidelityReport of(Intervention<SmallGroupsParameters> intervention, Problem problem, Timetable timetable) {
        var frame = new SmallGroupsFrame(intervention, problem, List.of());
        var report = new SmallGroupsFidelity(frame, new Finished(intervention, problem, timetable));
        report.amounts();
        report.people();
        report.breakdown();
        return report.asks.report(intervention);
    }

    private void amounts() {
        Origin overview = asks.source("guide", "overview");
        asks.of("groups", groups.formed(), Formed::id)
                .least("weeks", overview, "weeks", GuideC.WEEKS, groups::weeks)
                .least("sessions", practice, "sessions", GuideC.SESSIONS, this::sessions, GuideC.MINUTES.words())
                .all("sizes", practice, one -> GuideC.SIZE.holds(one.members().size()))
                .all("areas", practice, one -> groups.areas(one).size() <= 1)
                .all("levels", partly, one -> groups.spread(one) <= GuideC.NEARLY, GuideC.NEARLY)
                .all("trained", practice, one -> groups.isTrained(one, parameters.tutors()));
        long lessons = GuideC.SESSIONS.lowest();
        long least = groups.formed().stream().mapToLong(groups::minutes).min().orElse(0);
        long usual = lessons * GuideC.LESSON_MINUTES;
        asks.noted("lessons", overview, "minutes", usual, least, lessons, GuideC.LESSON_MINUTES);
    }

    private long sessions(Formed group) {
        return groups.sessions(group, GuideC.MINUTES);
    }

    private long talks(Formed group) {
        return groups.withOwnTeacher(group, "talk").size();
    }

    private void people() {
        var each = new CandidateAsks(asks, groups);
        each.served(
                "served", asks.partlyOurs("guide", "needs"), frame.usable, parameters.sessionsPerWeek(), frame.free);
        each.ownTeacher("own-teacher", practice);
        each.ownSchool("own-school", practice, frame.problem);
        var talks = parameters.talkMinutes() == 0 ? List.<Formed>of() : groups.formed();
        asks.each("talks", partly, "meetings", talks, Formed::id, 3, this::talks, parameters.talkMinutes());
        Origin rules = asks.source("guide", "rules");
        MissedLessons.ask(asks, "ordinary-lessons", rules, finished, frame.free.lessons(), each.students());
        Predicate<Meeting> isUsable = one -> UsableTime.holds(parameters.usable(), one.time());
        asks.all("usable", rules, "sessions", groups.meetings(), Meeting::sessionId, isUsable);
        Covers.ask(asks, "cover", practice, finished, frame.free.lessons(), "small-group", "tutor");
        var gatherings = new GatheringAsks(asks, partly, finished, parameters.gatherings());
        var tutors = frame.tutors.ids();
        Predicate<StaffId> isTrained = one -> frame.tutors.isTrainedBefore(one, frame.weeks);
        gatherings.hours(Gathering.Kind.TRAINING, GuideC.TRAINING_HOURS, tutors, isTrained);
        gatherings.hours(Gathering.Kind.SUPERVISION, GuideC.FEEDBACK_HOURS, tutors, one -> false);
    }

    private void breakdown() {
        asks.tableOf("groups", groups.formed(), Formed::id, this::isAsAsked)
                .column("tutor", one -> asks.list(groups.staff(one)))
                .column("times", one -> asks.times("at", groups.taught(one)))
                .number("members", one -> one.members().size())
                .number("levels", groups::spread)
                .column("areas", one -> asks.list(groups.areas(one)))
                .number("talks", this::talks)
                .done();
    }

    private boolean isAsAsked(Formed group) {
        return GuideC.SESSIONS.holds(sessions(group)) && GuideC.WEEKS.holds(groups.weeks(group));
    }
}
