package dk.grundskema.examples.comparison;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.examples.cpsat.CampSolver;
import dk.grundskema.examples.cpsat.GroupsSolver;
import dk.grundskema.examples.cpsat.Outcome;
import dk.grundskema.examples.cpsat.SchoolSolver;
import dk.grundskema.examples.generated.CampGenerator;
import dk.grundskema.examples.generated.CampSize;
import dk.grundskema.examples.generated.GroupsBound;
import dk.grundskema.examples.generated.GroupsGenerator;
import dk.grundskema.examples.generated.GroupsSize;
import dk.grundskema.examples.generated.SchoolGenerator;
import dk.grundskema.examples.generated.SchoolSize;
import dk.grundskema.examples.scoring.GroupsScorer;
import dk.grundskema.examples.scoring.PlanScorer;
import dk.grundskema.examples.scoring.SchoolScorer;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** What is made up, judged and solved by both in one way. */
sealed interface Family {
    /** What sizes of schools begin with. */
    String SCHOOL = "school-";

    /** What sizes of small groups begin with. */
    String GROUPS = "groups-";

    /** A made-up problem. */
    Problem problem(long seed);

    /** What the independent judge says of a plan. */
    Score score(Problem problem, Timetable timetable);

    /** What the independent judge says that rules charge in a plan, by their ids; empty if no figures are made of it. */
    default Map<String, Long> penalties(Problem problem, Timetable timetable) {
        return Map.of();
    }

    /** What else is told of a plan, from what rules charge in it; empty means nothing. */
    default List<Long> figures(Map<String, Long> penalties) {
        return List.of();
    }

    /** Medium points that no plan can do without, as far as counting tells. */
    default long forced(Problem problem) {
        return 0;
    }

    /** What CP-SAT finds. */
    Outcome search(Problem problem, int workers, List<Integer> seconds, int seed, LongSupplier elapsed);

    /** The family of a size: {@code school-12}, {@code groups-small}, a number of teams, or the name of a camp's size. */
    static Family of(String size, PluginRegistry plugins) {
        if (size.startsWith(SCHOOL)) {
            return new Schools(SchoolSize.of(Integer.parseInt(size.substring(SCHOOL.length()))), plugins);
        }
        if (size.startsWith(GROUPS)) {
            return new Groups(GroupsSize.named(size.substring(GROUPS.length())), plugins);
        }
        return new Camps(
                size.chars().allMatch(Character::isDigit)
                        ? CampSize.ofTeams(Integer.parseInt(size))
                        : CampSize.named(size),
                plugins);
    }

    /**
     * Camps.
     *
     * @param size    how large
     * @param plugins plugins, that of camps among them
     */
    record Camps(CampSize size, PluginRegistry plugins) implements Family {
        @Override
        public Problem problem(long seed) {
            return CampGenerator.problem(size, seed, plugins);
        }

        @Override
        public Score score(Problem problem, Timetable timetable) {
            return new PlanScorer(plugins).score(problem, timetable);
        }

        @Override
        public Outcome search(Problem problem, int workers, List<Integer> seconds, int seed, LongSupplier elapsed) {
            return new CampSolver(plugins, workers).search(problem, seconds, seed, elapsed);
        }
    }

    /**
     * Schools with co-teaching.
     *
     * @param size    how large
     * @param plugins plugins, that of co-teaching among them
     */
    record Schools(SchoolSize size, PluginRegistry plugins) implements Family {
        @Override
        public Problem problem(long seed) {
            return SchoolGenerator.problem(size, seed, plugins);
        }

        @Override
        public Score score(Problem problem, Timetable timetable) {
            return new SchoolScorer().score(problem, timetable);
        }

        @Override
        public Outcome search(Problem problem, int workers, List<Integer> seconds, int seed, LongSupplier elapsed) {
            return new SchoolSolver(plugins, workers).search(problem, seconds, seed, elapsed);
        }
    }

    /**
     * Schools with small groups.
     *
     * @param size    how large
     * @param plugins plugins, that of small groups among them
     */
    record Groups(GroupsSize size, PluginRegistry plugins) implements Family {
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

        /** The need that is left, and how far levels are apart in all groups together. */
        @Override
        public List<Long> figures(Map<String, Long> penalties) {
            return List.of(penalties.getOrDefault(UNSERVED, 0L), penalties.getOrDefault(SPREAD, 0L));
        }

        @Override
        public long forced(Problem problem) {
            return GroupsScorer.WEIGHTS.medium(UNSERVED) * GroupsBound.unservedNeed(problem);
        }

        @Override
        public Outcome search(Problem problem, int workers, List<Integer> seconds, int seed, LongSupplier elapsed) {
            return new GroupsSolver(plugins, workers).search(problem, seconds, seed, forced(problem), elapsed);
        }
    }
}
