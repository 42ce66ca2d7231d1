package dk.grundskema.plugins.peerlearning;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.spi.toolkit.DemandBuilder;
import dk.grundskema.solver.spi.toolkit.HomeClasses;
import dk.grundskema.solver.spi.toolkit.PlannedWeeks;
import dk.grundskema.solver.spi.toolkit.PluginTexts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** Expands peer learning into demand: each set's lessons, held for all its students at the same time, and its pairs. */
final class PeerLearningExpansion {
    /** Session kind of a lesson in pairs. */
    static final String KIND = "peer-learning";

    private PeerLearningExpansion() {}

    /** Returns for each set, in order, its students and those who may form a pair. */
    static Map<PeerSet, PairGrouping> pairings(PeerLearningParameters parameters, Problem problem) {
        var homes = new HomeClasses(problem);
        var levels = KnownLevels.from(parameters.levels());
        var pairings = new LinkedHashMap<PeerSet, PairGrouping>();
        for (PeerSet set : parameters.sets()) {
            var sides = set.isByLevel()
                    ? PairGrouping.byLevel(set.peers(homes), levels)
                    : new PairGrouping(set.peers(homes), set.namedTutors(homes), List.of());
            int allWeeks = problem.horizon().allWeeks().size();
            boolean isChanging =
                    set.members(sides.all(), homes).weeks().values().stream().anyMatch(own -> own.size() < allWeeks);
            pairings.put(set, sides.withKeptPairs(parameters.pairs()).withChanging(isChanging));
        }
        return pairings;
    }

    /** Returns a finder of the students' lessons and free times in the weeks of peer learning. */
    static CommonTimeFinder commonTime(
            PeerLearningParameters parameters, Problem problem, List<DateSpan> interruptions) {
        var weeks = PlannedWeeks.of(problem, parameters.firstWeek(), parameters.weeks(), interruptions);
        return new CommonTimeFinder(problem, weeks, parameters.minutes());
    }

    static Demand of(Intervention<PeerLearningParameters> intervention, Problem problem, List<DateSpan> interruptions) {
        var parameters = intervention.parameters();
        var draft = new DemandBuilder(intervention, problem);
        var texts = PluginTexts.ofPlugin(PeerLearningExpansion.class, problem.language());
        var homes = new HomeClasses(problem);
        var common = commonTime(parameters, problem, interruptions);
        pairings(parameters, problem).forEach((set, pairing) -> {
            String title = texts.titleOrText(set.title(), "title.kind." + KIND);
            IntFunction<Session.Builder> lesson = number -> homes.withParticipants(
                    draft.session(KIND, title, set.id(), number)
                            .form(set.form().name().toLowerCase(Locale.ROOT)),
                    concat(set.classes(), set.tutorClasses()),
                    concat(set.students(), set.tutors()),
                    set.without());
            set.frame(set.members(pairing.all(), homes), parameters.usable())
                    .addTo(draft, parameters.lessonsPerWeek(), lesson, problem, common, parameters.supervisors());
            draft.addGrouping(pairing.grouping(
                    intervention,
                    set.id(),
                    number -> isOnlyOneOfItsTitle(title, parameters, texts)
                            ? texts.text("title.pair", title, number)
                            : texts.text("title.pair.of-set", title, set.id(), number),
                    student -> membership(student, problem)));
        });
        return draft.build();
    }

    private static boolean isOnlyOneOfItsTitle(String title, PeerLearningParameters parameters, PluginTexts texts) {
        return parameters.sets().stream()
                        .filter(one -> texts.titleOrText(one.title(), "title.kind." + KIND)
                                .equals(title))
                        .count()
                == 1;
    }

    /** Returns the membership of a student who is given in a pair, in the weeks in which the student is there; empty if there are none. */
    private static Optional<GroupMember> membership(StudentId student, Problem problem) {
        SortedSet<IsoWeek> weeks = problem.weeksPresent(student);
        if (weeks.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                weeks.containsAll(problem.horizon().allWeeks())
                        ? GroupMember.always(student)
                        : new GroupMember(student, weeks));
    }

    private static <T> List<T> concat(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
