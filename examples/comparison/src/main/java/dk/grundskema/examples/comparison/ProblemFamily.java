package dk.grundskema.examples.comparison;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.examples.comparison.cpsat.CampSolver;
import dk.grundskema.examples.comparison.cpsat.CpSatOutcome;
import dk.grundskema.examples.comparison.cpsat.GroupsSolver;
import dk.grundskema.examples.comparison.cpsat.SchoolSolver;
import dk.grundskema.examples.comparison.scoring.CampScorer;
import dk.grundskema.examples.comparison.scoring.GroupsScorer;
import dk.grundskema.examples.comparison.scoring.SchoolScorer;
import dk.grundskema.examples.generated.CampGenerator;
import dk.grundskema.examples.generated.CampSize;
import dk.grundskema.examples.generated.GroupsGenerator;
import dk.grundskema.examples.generated.GroupsSize;
import dk.grundskema.examples.generated.SchoolGenerator;
import dk.grundskema.examples.generated.SchoolSize;
import dk.grundskema.examples.generated.UnservedNeedBound;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** A family of generated problems that both solvers solve and one scorer judges. */
sealed interface ProblemFamily {
    /** Prefix of sizes of schools. */
    String SCHOOL = "school-";

    /** Prefix of sizes of small groups. */
    String GROUPS = "groups-";

    /** Returns a generated problem. */
    Problem problem(long seed);

    /** Returns the independent scorer's score of a plan. */
    Score score(Problem problem, Timetable timetable);

    /** Returns the independent scorer's charges of rules in a plan, by rule id; empty if no figures are derived from them. */
    default Map<String, Long> penalties(Problem problem, Timetable timetable) {
        return Map.of();
    }

    /** Returns further figures of a plan, derived from the rules' charges; empty means none. */
    default List<Long> figures(Map<String, Long> penalties) {
        return List.of();
    }

    /** Returns the medium points that every plan has, by counting. */
    default long forcedMediumPoints(Problem problem) {
        return 0;
    }

    /** Returns the result of CP-SAT. */
    CpSatOutcome search(Problem problem, int workers, List<Integer> seconds, int seed, LongSupplier elapsed);

    /**
     * Returns the family of a size: {@code school-12}, {@code groups-small}, a number of teams, or the name of a camp's size.
     */
    static ProblemFamily of(String size, PluginRegistry plugins) {
        if (size.startsWith(SCHOOL)) {
            return new SchoolFamily(SchoolSize.of(Integer.parseInt(size.substring(SCHOOL.length()))), plugins);
        }
        if (size.startsWith(GROUPS)) {
            return new GroupsFamily(GroupsSize.findByName(size.substring(GROUPS.length())), plugins);
        }
        return new CampFamily(
                size.chars().allMatch(Character::isDigit)
                        ? CampSize.ofTeams(Integer.parseInt(size))
                        : CampSize.findByName(size),
                plugins);
    }

    /**
     * Camps.
     *
     * @param size    size of the camp
     * @param plugins plugins, including that of camps
     */
    record CampFamily(CampSize size, PluginRegistry plugins) implements ProblemFamily {
        @Override
        public Problem problem(long seed) {
            return CampGenerator.problem(size, seed, plugins);
        }

        @Override
        public Score score(Problem problem, Timetable timetable) {
            return new CampScorer(plugins).score(problem, timetable);
        }

        @Override
        public CpSatOutcome search(
                Problem problem, int workers, List<Integer> seconds, int seed, LongSupplier elapsed) {
            return new CampSolver(plugins, workers).search(problem, seconds, seed, elapsed);
        }
    }

    /**
     * Schools with co-teaching.
     *
     * @param size    size of the school
     * @param plugins plugins, including that of co-teaching
     */
    record SchoolFamily(SchoolSize size, PluginRegistry plugins) implements ProblemFamily {
        @Override
        public Problem problem(long seed) {
            return SchoolGenerator.problem(size, seed, plugins);
        }

        @Override
        public Score score(Problem problem, Timetable timetable) {
            return new SchoolScorer().score(problem, timetable);
        }

        @Override
        public CpSatOutcome search(
                Problem problem, int workers, List<Integer> seconds, int seed, LongSupplier elapsed) {
            return new SchoolSolver(plugins, workers).search(problem, seconds, seed, elapsed);
        }
    }

    /**
     * Schools with small groups.
     *
     * @param size    size of the school
     * @param plugins plugins, including that of small groups
     */
    record GroupsFamily(GroupsSize size, PluginRegistry plugins) implements ProblemFamily {
        private static final String UNSERVED = "core.student-without-group";
        private static final String SPREAD = "small-groups.level-spread";

        @Override
        public Problem problem(long seed) {
            return GroupsGenerator.problem(size, seed, plugins);
        }

        @Override
        public Score score(Problem problem, Timetable timetable) {
            return new GroupsScorer().score(problem, timetable);
        }

        @Override
        public Map<String, Long> penalties(Problem problem, Timetable timetable) {
            var scorer = new GroupsScorer();
            Map<String, Long> penalties = new HashMap<>(scorer.softPenalties(problem, timetable));
            penalties.putAll(scorer.mediumPenalties(problem, timetable));
            return penalties;
        }

        /** Returns the unserved need, and the sum of the groups' level differences. */
        @Override
        public List<Long> figures(Map<String, Long> penalties) {
            return List.of(penalties.getOrDefault(UNSERVED, 0L), penalties.getOrDefault(SPREAD, 0L));
        }

        @Override
        public long forcedMediumPoints(Problem problem) {
            return GroupsScorer.WEIGHTS.medium(UNSERVED) * UnservedNeedBound.unservedNeed(problem);
        }

        @Override
        public CpSatOutcome search(
                Problem problem, int workers, List<Integer> seconds, int seed, LongSupplier elapsed) {
            return new GroupsSolver(plugins, workers)
                    .search(problem, seconds, seed, forcedMediumPoints(problem), elapsed);
        }
    }
}
