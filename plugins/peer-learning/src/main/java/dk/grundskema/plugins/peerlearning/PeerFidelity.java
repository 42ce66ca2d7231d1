package dk.grundskema.plugins.peerlearning;

import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.fidelity.Origin;
import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.toolkit.Asks;
import dk.grundskema.solver.spi.toolkit.Finished;
import dk.grundskema.solver.spi.toolkit.FinishedPair;
import dk.grundskema.solver.spi.toolkit.GroupAsks;
import dk.grundskema.solver.spi.toolkit.Setting;
import java.util.List;

/** What the guide asks of peer learning, and what a finished timetable gives of it. */
final class PeerFidelity {
    private static final int WEEKS = 16;
    private static final int LESSONS = 2;
    private static final int SWAP = 15;

    /** A pair and the set that it is of. */
    private record Paired(FinishedPair pair, FinishedSet in) {}

    private final Asks asks = new Asks(PeerLearningPlugin.ID);
    private final Origin guide = asks.source("guide", "peers");
    private final PeerLearningParameters parameters;
    private final List<FinishedSet> sets;
    private final List<Paired> pairs;

    private PeerFidelity(PeerLearningParameters parameters, List<FinishedSet> sets) {
        this.parameters = parameters;
        this.sets = sets;
        this.pairs = sets.stream()
                .flatMap(set -> set.pairs().stream().map(pair -> new Paired(pair, set)))
                .toList();
    }

    static FidelityReport of(Intervention<PeerLearningParameters> intervention, Problem problem, Timetable timetable) {
        var finished = new Finished(intervention, problem, timetable);
        var fidelity = new PeerFidelity(
                intervention.parameters(), FinishedSet.of(finished, intervention.parameters(), problem));
        fidelity.amounts();
        new GroupAsks(fidelity.asks, finished, problem, PeerExpansion.KIND).places("quiet", fidelity.guide);
        fidelity.people();
        fidelity.tables();
        return fidelity.asks.report(intervention);
    }

    private void amounts() {
        asks.of("sets", sets, FinishedSet::about)
                .because(this::whyFew)
                .least("lessons", guide, "lessons", LESSONS * WEEKS, set -> set.lessons(LESSONS), LESSONS, WEEKS)
                .least(
                        "weeks",
                        guide,
                        "weeks",
                        WEEKS,
                        set -> Finished.perWeek(set.meetings()).size(),
                        WEEKS);
        asks.noted("length", Asks.ours(), "minutes", 45, parameters.minutes());
        var equals = sets.stream().filter(one -> !one.set().isTutoring()).toList();
        boolean swaps = parameters.swapMinutes() == SWAP && parameters.minutes() >= 2 * SWAP;
        asks.of("sets", equals, FinishedSet::about)
                .because(any -> asks.why("other-swap", parameters.swapMinutes(), parameters.minutes()))
                .all("swap", guide, any -> swaps, SWAP);
    }

    private Reason whyFew(FinishedSet set) {
        return parameters.weeks() < WEEKS || parameters.lessonsPerWeek() < LESSONS
                ? asks.why("asked-less", parameters.lessonsPerWeek(), parameters.weeks())
                : asks.why(set.meetings().size() < LESSONS ? "no-time" : "closed");
    }

    private void people() {
        var outside = sets.stream()
                .filter(one -> one.set().place() == Setting.OUTSIDE)
                .flatMap(one -> one.meetings().stream())
                .toList();
        asks.of("lessons", outside, Meeting::sessionId)
                .all("adult", Asks.ours(), one -> !Finished.staff(one).isEmpty());
        asks.of("sets", sets, FinishedSet::about)
                .all("stable", guide, set -> set.isStable(parameters.lessonsPerWeek()));
        asks.of("pairs", pairs, (Paired one) -> one.pair().id())
                .all("confirmed", guide, one -> one.pair().isConfirmed());
        var led = pairs.stream().filter(one -> one.in().set().isTutoring()).toList();
        asks.of("pairs", led, (Paired one) -> one.pair().id())
                .all("ahead", guide, one -> one.in().isAhead(one.pair()));
    }

    private void tables() {
        asks.tableOf("sets", sets, FinishedSet::about, one -> one.meetings().size() >= parameters.lessonsPerWeek())
                .meetings(FinishedSet::meetings)
                .column("form", one -> asks.words("sets.is", one.set().form()))
                .number("students", one -> one.all().size())
                .number("pairs", one -> one.pairs().size())
                .column("when", one -> asks.times("sets.at", one.meetings()))
                .column("where", one -> asks.listOr("sets.own-room", Finished.rooms(one.meetings())))
                .number(
                        "confirmed",
                        one -> one.pairs().stream()
                                .filter(FinishedPair::isConfirmed)
                                .count())
                .done();
        asks.tableOf("pairs", pairs, one -> one.pair().id(), one -> one.pair().isConfirmed())
                .column("students", one -> asks.list(one.pair().students()))
                .column(
                        "levels",
                        one -> asks.list(one.in().levels().shown(one.pair().students())))
                .column(
                        "confirmed",
                        one -> asks.listOr(
                                "pairs.proposal",
                                one.pair().confirmedBy().stream().toList()))
                .done();
    }
}
