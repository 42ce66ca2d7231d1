package dk.grundskema.solver.model;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who fills a seat. */
@PlanningEntity
public final class SeatEntity implements OpenDecision {
    @PlanningId
    private final Integer decision;

    private final List<Integer> range;
    private final int[] standing;

    private @Nullable Integer person;

    SeatEntity(int decision, Decisions decisions, int[] values) {
        this.decision = decision;
        this.range = Arrays.stream(decisions.range(decision)).boxed().toList();
        this.standing = values;
        this.person = values[decision] == Decisions.NONE ? null : values[decision];
    }

    SeatEntity(SeatEntity original, int[] values) {
        this.decision = original.decision;
        this.range = original.range;
        this.standing = values;
        this.person = original.person;
    }

    /** Number of the decision. */
    public int decision() {
        return decision;
    }

    /** Values that it may take. */
    @ValueRangeProvider(id = "people")
    public List<Integer> getRange() {
        return range;
    }

    /** Index of the person; {@code null} while there is none. */
    @PlanningVariable(valueRangeProviderRefs = "people", allowsUnassigned = true)
    public @Nullable Integer getPerson() {
        return person;
    }

    /** Called by the solver, which goes through here and not to the field, so that all see how the decision stands. */
    public void setPerson(@Nullable Integer person) {
        this.person = person;
        standing[decision] = person == null ? Decisions.NONE : person;
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
    public String variable(int ofDecision) {
        return "person";
    }

    @Override
    public String toString() {
        return "person of decision " + decision;
    }
}
