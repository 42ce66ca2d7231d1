package dk.grundskema.solver.model;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Planning entity of a seat: the person who fills it. */
@PlanningEntity
public final class SeatEntity implements OpenDecision {
    @PlanningId
    private final Integer decision;

    private final List<Integer> range;
    private final int[] planValues;

    private @Nullable Integer person;

    SeatEntity(int decision, Decisions decisions, int[] values) {
        this.decision = decision;
        this.range = Arrays.stream(decisions.range(decision)).boxed().toList();
        this.planValues = values;
        this.person = values[decision] == Decisions.NONE ? null : values[decision];
    }

    SeatEntity(SeatEntity original, int[] values) {
        this.decision = original.decision;
        this.range = original.range;
        this.planValues = values;
        this.person = original.person;
    }

    /** Returns the number of the decision. */
    public int decision() {
        return decision;
    }

    /** Returns the values that it may take. */
    @ValueRangeProvider(id = "people")
    public List<Integer> getRange() {
        return range;
    }

    /** Returns the index of the person; {@code null} while undecided. */
    @PlanningVariable(valueRangeProviderRefs = "people", allowsUnassigned = true)
    public @Nullable Integer getPerson() {
        return person;
    }

    /**
     * Called by the solver. Timefold uses this setter, not the field, so that the shared array of values stays in step.
     */
    public void setPerson(@Nullable Integer person) {
        this.person = person;
        planValues[decision] = person == null ? Decisions.NONE : person;
    }

    @Override
    public int value(int ofDecision) {
        return person == null ? Decisions.NONE : person;
    }

    @Override
    public void set(int ofDecision, int value) {
        setPerson(value == Decisions.NONE ? null : value);
    }

    @Override
    public String variableName(int ofDecision) {
        return "person";
    }

    @Override
    public String toString() {
        return "person of decision " + decision;
    }
}
