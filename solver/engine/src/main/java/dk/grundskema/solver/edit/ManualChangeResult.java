package dk.grundskema.solver.edit;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The result of manual changes. */
public sealed interface ManualChangeResult {
    /**
     * The changes are invalid: they refer to something that does not exist, or change something that is not decided.
     *
     * @param findings all errors, with pointers into the list of changes
     */
    record RejectedChanges(List<Finding> findings) implements ManualChangeResult {
        /** Copies the list. */
        public RejectedChanges {
            findings = List.copyOf(findings);
        }
    }

    /** The changes can be applied, possibly with new violations. */
    final class AppliedChanges implements ManualChangeResult {
        private final Workbench from;
        private final EditableProblem bench;
        private final int[] values;
        private final Supplier<Problem> changed;
        private @Nullable Problem problem;
        private final EditableProblem.RulePenalties standings;
        private final ChangeEffect effect;

        AppliedChanges(
                Workbench from,
                EditableProblem bench,
                int[] values,
                Supplier<Problem> changed,
                EditableProblem.RulePenalties standings,
                ChangeEffect effect) {
            this.from = from;
            this.bench = bench;
            this.values = values;
            this.changed = changed;
            this.standings = standings;
            this.effect = effect;
        }

        /** Returns the new violations and the costs of the changes. */
        public ChangeEffect effect() {
            return effect;
        }

        /**
         * Whether the demands of the interventions are unchanged. Session locks never affect demands; member locks may.
         */
        @SuppressWarnings("ReferenceEquality") // each instance is compiled from one set of demands
        public boolean hasSameDemands() {
            return bench == from.editableProblem();
        }

        /** Returns the problem with the resulting locks; it does not differ otherwise. */
        public synchronized Problem problem() {
            Problem known = problem;
            if (known == null) {
                known = changed.get();
                problem = known;
            }
            return known;
        }

        /**
         * Returns the plan with the changes applied; unaffected meetings are unchanged.
         *
         * @param problemHash hash of {@link #problem}, as hexadecimal text
         */
        public Timetable timetable(String problemHash) {
            return new EditedTimetableBuilder(from, bench, values, problem(), standings).build(problemHash);
        }

        /**
         * Returns a workbench for the changed plan, without compiling again.
         *
         * @param timetable the result of {@link #timetable}
         */
        public Workbench workbench(Timetable timetable) {
            return from.derive(bench, values, problem(), timetable, standings);
        }
    }
}
