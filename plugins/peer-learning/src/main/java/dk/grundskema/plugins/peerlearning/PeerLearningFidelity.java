package dk.grundskema.plugins.peerlearning;

import dk.grundskema.domain.fidelity.AskOrigin;
import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.toolkit.FidelityReportBuilder;
import dk.grundskema.solver.spi.toolkit.FinishedIntervention;
import java.util.List;

/** Compares a finished timetable with what the guide asks of peer learning. */
final class PeerLearningFidelity {
    private static final int WEEKS = 16;
    /** Lessons a week. */
    static final int LESSONS = 2;

    private static final int SWAP = 15;

    /** A pair and its set. */
    private record SetPair(FinishedPair pair, FinishedSet in) {}

    private final FidelityReportBuilder asks = new FidelityReportBuilder(PeerLearningPlugin.ID);
    private final AskOrigin guide = asks.source("guide", "peers");
    private final PeerLearningParameters parameters;
    private final List<FinishedSet> sets;
    private final List<SetPair> pairs;

    private PeerLearningFidelity(PeerLearningParameters parameters, List<FinishedSet> sets) {
        this.parameters = parameters;
        this.sets = sets;
        this.pairs = sets.stream()
                .flatMap(set -> set.pairs().stream().map(pair -> new SetPair(pair, set)))
                .toList();
    }

    static FidelityReport of(Intervention<PeerLearningParameters> intervention, Problem problem, Timetable timetable) {
        var finished = new FinishedIntervention(intervention, problem, timetable);
        var fidelity = new PeerLearningFidelity(
                intervention.parameters(), FinishedSet.of(finished, intervention.parameters(), problem));
        fidelity.amounts();
        new PlaceFidelity(finished, problem)
                .askEnoughPlaces(fidelity.asks, "quiet", fidelity.guide, PeerLearningExpansion.KIND);
        fidelity.people();
        fidelity.tables();
        return fidelity.asks.build(intervention);
    }

    private void amounts() {
        asks.forEachOf("sets", sets, FinishedSet::subjectId)
                .withReason(this::whyFew)
                .askAtLeast("lessons", guide, "lessons", LESSONS * WEEKS, set -> set.lessons(LESSONS), LESSONS, WEEKS)
                .askAtLeast(
                        "weeks", guide, "weeks", WEEKS, set -> set.heldByWeek().size(), WEEKS);
        asks.informational("length", FidelityReportBuilder.productDefault(), "minutes", 45, parameters.minutes());
        var equals = sets.stream().filter(one -> !one.set().isTutoring()).toList();
        boolean swaps = parameters.swapMinutes() == SWAP && parameters.minutes() >= 2 * SWAP;
        asks.forEachOf("sets", equals, FinishedSet::subjectId)
                .withReason(any -> asks.reason("other-swap", parameters.swapMinutes(), parameters.minutes()))
                .askThatAll("swap", guide, any -> swaps, SWAP);
    }

    private Reason whyFew(FinishedSet set) {
        return parameters.weeks() < WEEKS || parameters.lessonsPerWeek() < LESSONS
                ? asks.reason("asked-less", parameters.lessonsPerWeek(), parameters.weeks())
                : asks.reason(set.meetings().size() < LESSONS ? "no-time" : "closed");
    }

    private void people() {
        var outside = sets.stream()
                .filter(one -> one.set().place() == MeetingPlacement.OUTSIDE)
                .flatMap(one -> one.meetings().stream())
                .toList();
        asks.forEachOf("lessons", outside, Meeting::sessionId)
                .askThatAll(
                        "adult",
                        FidelityReportBuilder.productDefault(),
                        one -> !FinishedIntervention.staff(one).isEmpty());
        asks.forEachOf("sets", sets, FinishedSet::subjectId)
                .askThatAll("stable", guide, set -> set.isStable(parameters.lessonsPerWeek()));
        asks.forEachOf("pairs", pairs, (SetPair one) -> one.pair().id())
                .askThatAll("confirmed", guide, one -> one.pair().isConfirmed());
        var led = pairs.stream().filter(one -> one.in().set().isTutoring()).toList();
        asks.forEachOf("pairs", led, (SetPair one) -> one.pair().id())
                .askThatAll("ahead", guide, one -> one.in().isAhead(one.pair()));
    }

    private void tables() {
        asks.itemTable(
                        "sets",
                        sets,
                        FinishedSet::subjectId,
                        one -> one.meetings().size() >= parameters.lessonsPerWeek())
                .meetings(FinishedSet::meetings)
                .column("form", one -> asks.phrase("sets.is", one.set().form()))
                .numberColumn("students", one -> one.students().size())
                .numberColumn("pairs", one -> one.pairs().size())
                .column("when", one -> asks.times("sets.at", one.meetings()))
                .column("where", one -> asks.listOrPhrase("sets.own-room", FinishedIntervention.rooms(one.meetings())))
                .numberColumn(
                        "confirmed",
                        one -> one.pairs().stream()
                                .filter(FinishedPair::isConfirmed)
                                .count())
                .finish();
        asks.itemTable("pairs", pairs, one -> one.pair().id(), one -> one.pair().isConfirmed())
                .column("students", one -> asks.list(one.pair().students()))
                .column(
                        "levels",
                        one -> asks.list(
                                one.in().levels().readableLevels(one.pair().students())))
                .column(
                        "confirmed",
                        one -> asks.listOrPhrase(
                                "pairs.proposal",
                                one.pair().confirmedBy().stream().toList()))
                .finish();
    }
}
