package dk.grundskema.examples.comparison;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.examples.cpsat.CampSolver;
import dk.grundskema.examples.cpsat.Outcome;
import dk.grundskema.examples.cpsat.SchoolSolver;
import dk.grundskema.examples.generated.CampGenerator;
import dk.grundskema.examples.generated.CampSize;
import dk.grundskema.examples.generated.SchoolGenerator;
import dk.grundskema.examples.generated.SchoolSize;
import dk.grundskema.examples.scoring.PlanScorer;
import dk.grundskema.examples.scoring.SchoolScorer;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.List;
import java.util.function.LongSupplier;

/** What is made up, judged and solved by both in one way. */
sealed interface Family {
    /** What sizes of schools begin with. */
    String SCHOOL = "school-";

    /** A made-up problem. */
    Problem problem(long seed);

    /** What the independent judge says of a plan. */
    Score score(Problem problem, Timetable timetable);

    /** What CP-SAT finds. */
    Outcome search(Problem problem, int workers, List<Integer> seconds, int seed, LongSupplier elapsed);

    /** The family of a size: {@code school-12}, a number of teams, or the name of a camp's size. */
    static Family of(String size, PluginRegistry plugins) {
        if (size.startsWith(SCHOOL)) {
            return new Schools(SchoolSize.of(Integer.parseInt(size.substring(SCHOOL.length()))), plugins);
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
}
