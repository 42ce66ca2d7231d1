package dk.grundskema.solver.engine;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What comes of changes by hand. */
public sealed interface Attempt {
    /**
     * They can't be meant: they name what isn't there, or would change what nobody decides.
     *
     * @param findings all of it, with pointers into the list of changes
     */
    record Meaningless(List<Finding> findings) implements Attempt {
        /** Copies the list. */
        public Meaningless {
            findings = List.copyOf(findings);
        }
    }

    /** They can be made, however unwise they are. */
    final class Made implements Attempt {
        private final Workbench from;
        private final Bench bench;
        private final int[] values;
        private final Supplier<Problem> changed;
        private @Nullable Problem problem;
        private final Bench.Standings standings;
        private final Effect effect;

        Made(
                Workbench from,
                Bench bench,
                int[] values,
                Supplier<Problem> changed,
                Bench.Standings standings,
                Effect effect) {
            this.from = from;
            this.bench = bench;
            this.values = values;
            this.changed = changed;
            this.standings = standings;
            this.effect = effect;
        }

        /** What they break and cost. */
        public Effect effect() {
            return effect;
        }

        /**
         * Whether interventions ask for the same as before: what a lock of a session holds, no intervention asks otherwise for; a lock of a
         * student to a group may change what it asks for.
         */
        @SuppressWarnings("ReferenceEquality") // one bench is compiled from one set of demands
        public boolean asksForTheSame() {
            return bench == from.bench();
        }

        /** The problem with the locks that there are then; it differs in nothing else. */
        public synchronized Problem problem() {
            Problem known = problem;
            if (known == null) {
                known = changed.get();
                problem = known;
            }
            return known;
        }

        /**
         * The plan with the changes in it; what they don't touch is as it was written.
         *
         * @param problemHash hash of {@link #problem}, as hexadecimal text
         */
        public Timetable timetable(String problemHash) {
            return new HandEdited(from, bench, values, problem(), standings).timetable(problemHash);
        }

        /**
         * The workbench for going on from here, without compiling anything again.
         *
         * @param timetable what {@link #timetable} made
         */
        public Workbench workbench(Timetable timetable) {
            return from.after(bench, values, problem(), timetable, standings);
        }
    }
}
