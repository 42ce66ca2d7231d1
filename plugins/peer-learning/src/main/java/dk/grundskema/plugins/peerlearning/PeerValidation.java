package dk.grundskema.plugins.peerlearning;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.toolkit.BestChanges;
import dk.grundskema.solver.spi.toolkit.CommonTime;
import dk.grundskema.solver.spi.toolkit.Company;
import dk.grundskema.solver.spi.toolkit.FindingList;
import dk.grundskema.solver.spi.toolkit.OwnLessons;
import dk.grundskema.solver.spi.toolkit.Pairing;
import dk.grundskema.solver.spi.toolkit.Pins;
import dk.grundskema.solver.spi.toolkit.PlannedWeeks;
import java.util.List;

/** Everything that is wrong with an intervention, all at once. */
final class PeerValidation {
    private final PeerLearningParameters parameters;
    private final Problem problem;
    private final FindingList found;
    private final PeerExpansion expansion;
    private final OwnLessons lessons;

    private PeerValidation(Intervention<PeerLearningParameters> intervention, Problem problem) {
        this.parameters = intervention.parameters();
        this.problem = problem;
        this.found = new FindingList(PeerLearningPlugin.ID, problem);
        this.expansion = new PeerExpansion(intervention, problem, List.of());
        this.lessons = expansion.common().free().lessons();
    }

    static List<Finding> of(Intervention<PeerLearningParameters> intervention, Problem problem) {
        var validation = new PeerValidation(intervention, problem);
        FindingList found = validation.found;
        PeerLearningParameters parameters = intervention.parameters();
        validation.durations();
        if (found.references(parameters, "")) {
            var rosters = Roster.of(parameters, problem);
            FindingList.each(rosters, "sets", validation::set);
            FindingList.each(parameters.pairs(), "pairs", (pair, at) -> validation.pair(pair, rosters, at));
        }
        Pins.check(problem, () -> PeerExpansion.of(intervention, problem, List.of()), found, "pairs");
        return found.all();
    }

    /** What the guide doesn't ask for is allowed. */
    private void durations() {
        int weeks = PlannedWeeks.of(problem, parameters.firstWeek(), parameters.weeks(), List.of())
                .size();
        boolean swaps = parameters.sets().stream().anyMatch(set -> !set.isTutoring());
        found.warnIf(weeks < parameters.weeks(), "few-school-weeks", "weeks", parameters.weeks(), weeks);
        found.warnIf(parameters.weeks() < 16, "few-weeks", "weeks", parameters.weeks());
        found.warnIf(parameters.lessonsPerWeek() < 2, "few-lessons", "lessonsPerWeek", parameters.lessonsPerWeek());
        found.warnIf(swaps && parameters.swapMinutes() != 15, "other-swap", "swapMinutes", parameters.swapMinutes());
        found.unless(!parameters.sets().isEmpty(), "no-sets", "sets");
    }

    private void set(Roster roster, String at) {
        PeerSet set = roster.set();
        Pairing pairing = roster.pairing();
        List<StudentId> all = roster.all();
        int ones = pairing.ones().size();
        int tutors = pairing.others().size();
        boolean comesOut = pairing.comesOut() && set.isTutoring() == (tutors > 0);
        var unknown = roster.levels().unknown(all);
        var nowhere = all.stream().filter(one -> lessons.of(one).isEmpty()).toList();
        boolean hasRoom = set.isInOwnRooms() || !expansion.rooms(roster).isEmpty();
        found.unless(all.size() > 1, "set-too-small", at, set.id(), all.size());
        found.unless(all.size() < 2 || comesOut, "uneven-sides", at, set.id(), ones, tutors);
        found.unless(pairing.isDisjoint(), "on-both-sides", at, set.id());
        found.unless(!set.isByLevel() || unknown.isEmpty(), "levels-missing", at, set.id(), unknown);
        found.unless(hasRoom, "rooms-too-small", at + "/rooms", set.id(), all.size());
        found.unless(nowhere.isEmpty(), "no-timetable", at, set.id(), nowhere);
        if (nowhere.isEmpty() && all.size() > 1) {
            enoughTimes(roster, at);
        }
        new Company(problem, all).contradictions(found, "wishes-against-veto", at);
        pairing.keptTwice().forEach(one -> found.error("in-two-pairs", "pairs", one));
    }

    /** As many times as lessons; otherwise the three changes that would give most. */
    private void enoughTimes(Roster roster, String at) {
        PeerSet set = roster.set();
        int count = CommonTime.apart(expansion.times(roster));
        int asked = parameters.lessonsPerWeek();
        found.unless(count > 0, "no-common-time", at, set.id(), asked);
        found.warnIf(count > 0 && count < asked, "few-common-times", at, set.id(), asked, count);
        if (count < asked && set.isInside()) {
            var changes = new BestChanges();
            expansion.common().offerInside(roster.all(), set.subjects(), set.isInOwnRooms(), set.id(), changes);
            changes.report(found, count, at);
        }
    }

    private void pair(PeerPair pair, List<Roster> rosters, String at) {
        var students = pair.students();
        var of = rosters.stream().filter(one -> one.pairs().contains(pair)).toList();
        boolean hasBoth = of.stream().allMatch(one -> one.pairing().hasBothSides(students));
        var vetoed = new Company(problem, students).vetoedAmong(students);
        found.unless(!of.isEmpty(), "pair-in-no-set", at, students);
        found.unless(hasBoth, "pair-without-tutor", at, students);
        found.unless(vetoed.isEmpty(), "pinned-veto", at, vetoed);
        var by = pair.confirmedBy();
        if (by != null
                && students.stream().noneMatch(one -> lessons.teachers(one).contains(by))) {
            found.warning("confirmed-by-stranger", at + "/confirmedBy", by);
        }
    }
}
