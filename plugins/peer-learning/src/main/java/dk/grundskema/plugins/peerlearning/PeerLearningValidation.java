package dk.grundskema.plugins.peerlearning;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.toolkit.FindingCollector;
import dk.grundskema.solver.spi.toolkit.HomeClasses;
import dk.grundskema.solver.spi.toolkit.PlannedWeeks;
import dk.grundskema.solver.spi.toolkit.StudentCompanyWishes;
import java.util.List;
import java.util.Objects;

/** Validates an intervention. Reports all findings at once. */
final class PeerLearningValidation {
    private PeerLearningValidation() {}

    static List<Finding> of(Intervention<PeerLearningParameters> intervention, Problem problem) {
        var found = new FindingCollector(PeerLearningPlugin.ID, problem);
        var parameters = intervention.parameters();
        var pairings = PeerLearningExpansion.pairings(parameters, problem);
        var homes = new HomeClasses(problem);
        var levels = KnownLevels.from(parameters.levels());
        var common = PeerLearningExpansion.commonTime(parameters, problem, List.of());
        var pairs = new PairValidator(problem, common.freeTime().lessons(), found);
        durations(parameters, problem, found);
        found.checkReferences(parameters, "");
        found.forEachWithoutError(parameters.sets(), "sets", (set, at) -> {
            var pairing = Objects.requireNonNull(pairings.get(set));
            var all = pairing.all();
            var unknown = levels.studentsWithoutLevel(all);
            pairs.checkFormed(set.id(), pairing, set.isTutoring(), at);
            found.errorUnless(!set.isByLevel() || unknown.isEmpty(), "levels-missing", at, set.id(), unknown);
            set.frame(set.members(all, homes), parameters.usable())
                    .check(parameters.lessonsPerWeek(), problem, common, found, at);
            new StudentCompanyWishes(problem, all).contradictions(found, "wishes-against-veto", at);
            pairs.checkFixed(intervention, set.id(), pairing, "pairs");
        });
        found.forEachWithoutError(
                parameters.pairs(), "pairs", (pair, at) -> pairs.checkKept(pair, pairings.values(), at));
        return found.all();
    }

    /** Values other than the guide's are allowed. */
    private static void durations(PeerLearningParameters parameters, Problem problem, FindingCollector found) {
        int weeks = PlannedWeeks.of(problem, parameters.firstWeek(), parameters.weeks(), List.of())
                .size();
        boolean swaps = parameters.sets().stream().anyMatch(set -> !set.isTutoring());
        found.warnIf(weeks < parameters.weeks(), "few-school-weeks", "weeks", parameters.weeks(), weeks);
        found.warnIf(parameters.weeks() < 16, "few-weeks", "weeks", parameters.weeks());
        found.warnIf(parameters.lessonsPerWeek() < 2, "few-lessons", "lessonsPerWeek", parameters.lessonsPerWeek());
        found.warnIf(swaps && parameters.swapMinutes() != 15, "other-swap", "swapMinutes", parameters.swapMinutes());
        found.errorUnless(!parameters.sets().isEmpty(), "no-sets", "sets");
    }
}
