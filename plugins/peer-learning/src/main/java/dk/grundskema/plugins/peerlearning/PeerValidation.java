package dk.grundskema.plugins.peerlearning;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.toolkit.Company;
import dk.grundskema.solver.spi.toolkit.FindingList;
import dk.grundskema.solver.spi.toolkit.KnownLevels;
import dk.grundskema.solver.spi.toolkit.PairFindings;
import dk.grundskema.solver.spi.toolkit.PlannedWeeks;
import java.util.List;
import java.util.Objects;

/** Everything that is wrong with an intervention, all at once. */
final class PeerValidation {
    private PeerValidation() {}

    static List<Finding> of(Intervention<PeerLearningParameters> intervention, Problem problem) {
        var found = new FindingList(PeerLearningPlugin.ID, problem);
        var parameters = intervention.parameters();
        var pairings = PeerExpansion.pairings(parameters, problem);
        var levels = KnownLevels.from(parameters.levels());
        var common = PeerExpansion.common(parameters, problem, List.of());
        var pairs = new PairFindings(problem, common.free().lessons(), found);
        durations(parameters, problem, found);
        found.references(parameters, "");
        found.eachFine(parameters.sets(), "sets", (set, at) -> {
            var pairing = Objects.requireNonNull(pairings.get(set));
            var all = pairing.all();
            var unknown = levels.unknown(all);
            pairs.formed(set.id(), pairing, set.isTutoring(), at);
            found.unless(!set.isByLevel() || unknown.isEmpty(), "levels-missing", at, set.id(), unknown);
            set.frame(all, parameters.usable()).check(parameters.lessonsPerWeek(), problem, common, found, at);
            new Company(problem, all).contradictions(found, "wishes-against-veto", at);
            pairs.fixed(intervention, set.id(), pairing, "pairs");
        });
        found.eachFine(parameters.pairs(), "pairs", (pair, at) -> pairs.kept(pair, pairings.values(), at));
        return found.all();
    }

    /** What the guide doesn't ask for is allowed. */
    private static void durations(PeerLearningParameters parameters, Problem problem, FindingList found) {
        int weeks = PlannedWeeks.of(problem, parameters.firstWeek(), parameters.weeks(), List.of())
                .size();
        boolean swaps = parameters.sets().stream().anyMatch(set -> !set.isTutoring());
        found.warnIf(weeks < parameters.weeks(), "few-school-weeks", "weeks", parameters.weeks(), weeks);
        found.warnIf(parameters.weeks() < 16, "few-weeks", "weeks", parameters.weeks());
        found.warnIf(parameters.lessonsPerWeek() < 2, "few-lessons", "lessonsPerWeek", parameters.lessonsPerWeek());
        found.warnIf(swaps && parameters.swapMinutes() != 15, "other-swap", "swapMinutes", parameters.swapMinutes());
        found.unless(!parameters.sets().isEmpty(), "no-sets", "sets");
    }
}
