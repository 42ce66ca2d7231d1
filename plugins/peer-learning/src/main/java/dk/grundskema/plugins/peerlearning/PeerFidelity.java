package dk.grundskema.plugins.peerlearning;

import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.fidelity.Origin;
import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.toolkit.Asks;
import dk.grundskema.solver.spi.toolkit.Finished;
import dk.grundskema.solver.spi.toolkit.OwnLessons;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What the guide asks of peer learning, and what a finished timetable gives of it. */
final class PeerFidelity {
    private static final int WEEKS = 16;
    private static final int LESSONS = 2;
    private static final int SWAP = 15;

    private final Asks asks = new Asks(PeerLearningPlugin.ID);
    private final Origin guide = asks.source("guide", "peers");
    private final PeerLearningParameters parameters;
    private final List<FinishedSet> sets;

    private PeerFidelity(PeerLearningParameters parameters, List<FinishedSet> sets) {
        this.parameters = parameters;
        this.sets = sets;
    }

    static FidelityReport of(Intervention<PeerLearningParameters> intervention, Problem problem, Timetable timetable) {
        var finished = new Finished(intervention, problem, timetable);
        var fidelity = new PeerFidelity(
                intervention.parameters(), FinishedSet.of(finished, intervention.parameters(), problem));
        fidelity.amounts();
        fidelity.places(finished, new OwnLessons(problem));
        var pairs = fidelity.sets.stream().flatMap(set -> set.pairs().stream()).toList();
        fidelity.pairs(pairs);
        fidelity.tables(pairs);
        return fidelity.asks.report(intervention);
    }

    private void amounts() {
        var lessons = asks.tally("lessons", guide, "lessons");
        var weeks = asks.tally("weeks", guide, "weeks");
        var swap = asks.tally("swap", guide, "sets");
        boolean swaps = parameters.swapMinutes() == SWAP && parameters.minutes() >= 2 * SWAP;
        for (FinishedSet set : sets) {
            lessons.at(LESSONS * WEEKS, set.lessons(LESSONS), whyFew(set), set.about());
            weeks.at(WEEKS, Finished.perWeek(set.meetings()).size(), whyFew(set), set.about());
            if (!set.set().isTutoring()) {
                var why = asks.why("other-swap", parameters.swapMinutes(), parameters.minutes());
                swap.at(swaps, why, set.about());
            }
        }
        lessons.done(LESSONS, WEEKS);
        weeks.done(WEEKS);
        asks.noted("length", Asks.ours(), "minutes", 45, parameters.minutes());
        swap.done(SWAP);
    }

    private Reason whyFew(FinishedSet set) {
        return parameters.weeks() < WEEKS || parameters.lessonsPerWeek() < LESSONS
                ? asks.why("asked-less", parameters.lessonsPerWeek(), parameters.weeks())
                : asks.why(set.meetings().size() < LESSONS ? "no-time" : "closed");
    }

    private void places(Finished finished, OwnLessons lessons) {
        var quiet = asks.tally("quiet", guide, "lessons");
        var outside = new ArrayList<Meeting>();
        for (FinishedSet set : sets) {
            int all = set.roster().all().size();
            for (Meeting one : set.meetings()) {
                quiet.at(finished.places(one, lessons) >= all, asks.why("no-room", all), one.sessionId());
            }
            outside.addAll(set.set().isInside() ? List.of() : set.meetings());
        }
        quiet.done();
        Predicate<Meeting> isWatched = one -> !Finished.staff(one).isEmpty();
        asks.all("adult", Asks.ours(), "lessons", outside, Meeting::sessionId, isWatched);
    }

    private void pairs(List<FinishedPair> pairs) {
        int lessons = parameters.lessonsPerWeek();
        asks.all("stable", guide, "sets", sets, FinishedSet::about, set -> set.isStable(lessons));
        asks.all("confirmed", guide, "pairs", pairs, FinishedPair::id, FinishedPair::isConfirmed);
        var led = pairs.stream().filter(one -> one.roster().set().isTutoring()).toList();
        asks.all("ahead", guide, "pairs", led, FinishedPair::id, FinishedPair::isAhead);
    }

    private void tables(List<FinishedPair> pairs) {
        var perSet = asks.table("sets", "form", "students", "pairs", "when", "where", "confirmed");
        for (FinishedSet set : sets) {
            var rooms = Finished.rooms(set.meetings());
            perSet.line(
                    set.about(),
                    set.meetings().size() >= parameters.lessonsPerWeek(),
                    set.meetings().stream().map(Meeting::sessionId).toList(),
                    asks.words("sets.is", set.set().form()),
                    asks.words("count", set.roster().all().size()),
                    asks.words("count", set.pairs().size()),
                    asks.times("sets.at", set.meetings()),
                    rooms.isEmpty() ? asks.words("sets.own-room") : asks.list(rooms),
                    asks.words(
                            "count",
                            set.pairs().stream()
                                    .filter(FinishedPair::isConfirmed)
                                    .count()));
        }
        perSet.done();
        var perPair = asks.table("pairs", "students", "levels", "confirmed");
        for (FinishedPair one : pairs) {
            var levels = asks.list(one.roster().levels().of(one.students()));
            StaffId by = one.confirmedBy();
            var confirmed = by == null ? asks.words("pairs.proposal") : asks.words("list", by);
            perPair.line(one.id(), by != null, List.of(), asks.list(one.students()), levels, confirmed);
        }
        perPair.done();
    }
}
