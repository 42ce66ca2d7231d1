package dk.grundskema.plugins.peerlearning;

import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.fidelity.Origin;
import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.plugins.peerlearning.PeerSet.Form;
import dk.grundskema.solver.spi.toolkit.Asks;
import dk.grundskema.solver.spi.toolkit.Finished;
import dk.grundskema.solver.spi.toolkit.OwnLessons;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/** What the guide asks of peer learning, and what a finished timetable gives of it. */
final class PeerFidelity {
    private static final int WEEKS = 16;
    private static final int LESSONS = 2;
    private static final int SWAP = 15;

    private final Asks asks = new Asks(PeerLearningPlugin.ID);
    private final Origin guide = asks.source("guide", "peers");
    private final PeerLearningParameters parameters;
    private final Finished finished;
    private final OwnLessons own;
    private final Asks.Tally lessons = asks.tally("lessons", guide, "lessons");
    private final Asks.Tally weeks = asks.tally("weeks", guide, "weeks");
    private final Asks.Tally swap = asks.tally("swap", guide, "sets");
    private final Asks.Tally quiet = asks.tally("quiet", guide, "lessons");
    private final Asks.Tally adult = asks.tally("adult", Asks.ours(), "lessons");
    private final Asks.Tally stable = asks.tally("stable", guide, "sets");
    private final Asks.Tally confirmed = asks.tally("confirmed", guide, "pairs");
    private final Asks.Tally ahead = asks.tally("ahead", guide, "pairs");
    private final Asks.Table perSet = asks.table("sets", "form", "students", "pairs", "when", "where", "confirmed");
    private final Asks.Table perPair = asks.table("pairs", "students", "levels", "confirmed");

    private PeerFidelity(Intervention<PeerLearningParameters> intervention, Problem problem, Timetable timetable) {
        this.parameters = intervention.parameters();
        this.finished = new Finished(intervention, problem, timetable);
        this.own = new OwnLessons(problem);
    }

    static FidelityReport of(Intervention<PeerLearningParameters> intervention, Problem problem, Timetable timetable) {
        var fidelity = new PeerFidelity(intervention, problem, timetable);
        Roster.of(intervention.parameters(), problem).forEach(fidelity::set);
        return fidelity.report(intervention);
    }

    private FidelityReport report(Intervention<PeerLearningParameters> intervention) {
        lessons.done(LESSONS, WEEKS);
        weeks.done(WEEKS);
        asks.noted("length", Asks.ours(), "minutes", 45, parameters.minutes());
        swap.done(SWAP);
        quiet.done();
        adult.done();
        stable.done();
        confirmed.done();
        ahead.done();
        perSet.done();
        perPair.done();
        return asks.report(intervention);
    }

    private void set(Roster roster) {
        PeerSet set = roster.set();
        var meetings = finished.meetings(PeerExpansion.KIND).stream()
                .filter(meeting -> finished.parts(meeting).indexOf(set.id()) == 1)
                .toList();
        var pairs = FinishedPair.of(finished, roster);
        Id about = set.classes().isEmpty() && !pairs.isEmpty()
                ? pairs.getFirst().group().id()
                : set.classes().getFirst();
        amounts(meetings, about);
        meetings.forEach(meeting -> place(meeting, roster));
        boolean swaps = parameters.swapMinutes() == SWAP && parameters.minutes() >= 2 * SWAP;
        var why = asks.why("other-swap", parameters.swapMinutes(), parameters.minutes());
        swap.at(set.form() == Form.EQUALS ? 1 : 0, swaps ? 1 : 0, why, about);
        var times =
                meetings.stream().map(one -> one.weekday() + " " + one.start()).distinct();
        boolean isStable = times.count() <= parameters.lessonsPerWeek()
                && pairs.stream()
                        .flatMap(pair -> pair.group().members().stream())
                        .allMatch(one -> one.weeks().isEmpty());
        stable.at(isStable, asks.why("changes"), about);
        pairs.forEach(this::pair);
        var by = pairs.stream()
                .map(FinishedPair::confirmedBy)
                .filter(Objects::nonNull)
                .toList();
        var rooms = meetings.stream()
                .map(Meeting::roomId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        perSet.line(
                about,
                meetings.size() >= parameters.lessonsPerWeek(),
                meetings.stream().map(Meeting::sessionId).toList(),
                asks.words("sets.is", set.form()),
                asks.words("count", roster.all().size()),
                asks.words("count", pairs.size()),
                asks.list(meetings.stream()
                        .map(one -> asks.words(
                                "sets.at",
                                one.weekday(),
                                one.start(),
                                one.weeks().size()))
                        .toList()),
                rooms.isEmpty() ? asks.words("sets.own-room") : asks.list(rooms),
                asks.words("count", by.size()));
    }

    private void amounts(List<Meeting> meetings, Id about) {
        var held = new TreeMap<IsoWeek, Integer>();
        meetings.forEach(meeting -> meeting.weeks().forEach(week -> held.merge(week, 1, Integer::sum)));
        boolean askedLess = parameters.weeks() < WEEKS || parameters.lessonsPerWeek() < LESSONS;
        var why = askedLess
                ? asks.why("asked-less", parameters.lessonsPerWeek(), parameters.weeks())
                : asks.why(meetings.size() < LESSONS ? "no-time" : "closed");
        int given =
                held.values().stream().mapToInt(many -> Math.min(LESSONS, many)).sum();
        lessons.at(LESSONS * WEEKS, given, why, about);
        weeks.at(WEEKS, held.size(), why, about);
    }

    private void place(Meeting meeting, Roster roster) {
        int all = roster.all().size();
        quiet.at(finished.places(meeting, own) >= all, asks.why("no-room", all), meeting.sessionId());
        boolean isOutside = roster.set().place() == PeerSet.Place.OUTSIDE;
        adult.at(isOutside ? 1 : 0, Finished.staff(meeting).size(), asks.why("no-adult"), meeting.sessionId());
    }

    private void pair(FinishedPair pair) {
        PeerSet set = pair.roster().set();
        StaffId by = pair.confirmedBy();
        confirmed.at(by != null, asks.why("proposal"), pair.group().id());
        boolean isOlder = set.leastAhead() == null;
        boolean isAhead = isOlder || pair.leads().stream().allMatch(lead -> lead >= 0);
        ahead.at(
                set.form() == Form.TUTORING ? 1 : 0,
                isAhead ? 1 : 0,
                asks.why("behind"),
                pair.group().id());
        perPair.line(
                pair.group().id(),
                by != null,
                List.of(),
                asks.list(pair.students()),
                asks.list(pair.levels()),
                by == null ? asks.words("pairs.proposal") : asks.words("list", by));
    }
}
