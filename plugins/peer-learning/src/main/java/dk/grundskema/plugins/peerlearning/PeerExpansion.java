package dk.grundskema.plugins.peerlearning;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.solver.spi.toolkit.CommonTime;
import dk.grundskema.solver.spi.toolkit.DemandDraft;
import dk.grundskema.solver.spi.toolkit.HomeClasses;
import dk.grundskema.solver.spi.toolkit.KnownLevels;
import dk.grundskema.solver.spi.toolkit.Pairing;
import dk.grundskema.solver.spi.toolkit.PlannedWeeks;
import dk.grundskema.solver.spi.toolkit.PluginTexts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** What peer learning needs: each set's lessons, held for all its students at once, and its pairs. */
final class PeerExpansion {
    /** What a lesson in pairs is in a timetable. */
    static final String KIND = "peer-learning";

    private PeerExpansion() {}

    /** Who is in each set, and who of them may be in a pair, in the order of the sets. */
    static Map<PeerSet, Pairing> pairings(PeerLearningParameters parameters, Problem problem) {
        var homes = new HomeClasses(problem);
        var levels = KnownLevels.from(parameters.levels());
        var pairings = new LinkedHashMap<PeerSet, Pairing>();
        for (PeerSet set : parameters.sets()) {
            var sides = set.isByLevel()
                    ? Pairing.byLevel(set.peers(homes), levels)
                    : new Pairing(set.peers(homes), set.namedTutors(homes), List.of());
            pairings.put(set, sides.keeping(parameters.pairs()));
        }
        return pairings;
    }

    /** When students have which lessons and when they are free, in the weeks of peer learning. */
    static CommonTime common(PeerLearningParameters parameters, Problem problem, List<DateSpan> interruptions) {
        var weeks = PlannedWeeks.of(problem, parameters.firstWeek(), parameters.weeks(), interruptions);
        return new CommonTime(problem, weeks, parameters.minutes());
    }

    static Demand of(Intervention<PeerLearningParameters> intervention, Problem problem, List<DateSpan> interruptions) {
        var parameters = intervention.parameters();
        var draft = new DemandDraft(intervention, problem);
        var texts = PluginTexts.beside(PeerExpansion.class, problem.language());
        var homes = new HomeClasses(problem);
        var common = common(parameters, problem, interruptions);
        pairings(parameters, problem).forEach((set, pairing) -> {
            String title = texts.orText(set.title(), "title.kind." + KIND);
            IntFunction<Session.Builder> lesson = number -> homes.attend(
                    draft.session(KIND, title, set.id(), number)
                            .form(set.form().name().toLowerCase(Locale.ROOT)),
                    both(set.classes(), set.tutorClasses()),
                    both(set.students(), set.tutors()),
                    set.without());
            set.frame(pairing.all(), parameters.usable())
                    .addTo(draft, parameters.lessonsPerWeek(), lesson, problem, common, parameters.supervisors());
            draft.grouping(pairing.grouping(
                    intervention, set.id(), number -> texts.text("title.pair", title, set.id(), number)));
        });
        return draft.demand();
    }

    private static <T> List<T> both(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
