package dk.grundskema.solver.proof;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.proof.FormulaSolver.State;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** Finds the facts that a timetable breaks already, so that they explain nothing. */
final class BrokenFacts {
    private BrokenFacts() {}

    static Set<ProofFact> of(
            StaffingCase input, Timetable timetable, TimetableChecker checker, ProofLimits.Budget budget) {
        boolean isLegal =
                checker.checkRules(input.problem(), timetable).stream().noneMatch(fault -> fault.level() == Level.HARD);
        if (isLegal) {
            return Set.of();
        }
        var model = new StaffingModel(
                input,
                input.seats().stream()
                        .filter(seat -> seat.lock() != null || seat.required() || seat.holder() != null)
                        .toList(),
                seat -> false);
        for (int i = 0; i < model.seats().size(); i++) {
            StaffId holder = model.seats().get(i).holder();
            model.candidates(i)
                    .forEach((person, variable) ->
                            model.formula().addClause(null, person.equals(holder) ? variable : -variable));
        }
        Set<ProofFact> facts = new LinkedHashSet<>(model.formula().facts());
        Set<ProofFact> broken = new HashSet<>();
        while (FormulaSolver.solve(model.formula(), facts, true, budget).state() == State.UNSATISFIABLE) {
            Set<ProofFact> core = Set.copyOf(FormulaSolver.suspectedCore(model.formula(), facts, budget));
            broken.addAll(core);
            if (!facts.removeAll(core)) {
                break;
            }
        }
        return broken;
    }
}
