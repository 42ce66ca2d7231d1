package dk.grundskema.solver.proof;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.OpenSeatRepair;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Fills open seats at the end of a solve by exact search, bounded in CP-SAT's deterministic units. */
public final class ExactSeatRepair implements OpenSeatRepair {
    /** Units of each exact search. A repair makes up to 60 of them, each after an objection of the checker; most take a fraction of a unit. */
    private static final double EFFORT = 3;

    private final StaffingProof proof;

    /** @param proof finds the repair */
    public ExactSeatRepair(StaffingProof proof) {
        this.proof = proof;
    }

    @Override
    public Optional<Timetable> repair(
            Problem problem,
            List<Demand> demands,
            Timetable timetable,
            @Nullable Duration time,
            BooleanSupplier stopped) {
        return proof.repairOpenSeats(problem, demands, timetable, new ProofLimits(EFFORT, time), stopped);
    }
}
