package dk.grundskema.solver.model;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Planning entity of a membership: the group that a student joins. */
@PlanningEntity
public final class MembershipEntity implements OpenDecision {
    @PlanningId
    private final Integer decision;

    private final List<Integer> range;
    private final int[] planValues;

    private @Nullable Integer group;

    MembershipEntity(int decision, Decisions decisions, int[] values) {
        this.decision = decision;
        this.range = Arrays.stream(decisions.range(decision)).boxed().toList();
        this.planValues = values;
        this.group = values[decision] == Decisions.NONE ? null : values[decision];
    }

    MembershipEntity(MembershipEntity original, int[] values) {
        this.decision = original.decision;
        this.range = original.range;
        this.planValues = values;
        this.group = original.group;
    }

    /** Returns the number of the decision. */
    public int decision() {
        return decision;
    }

    /** Returns the values that it may take. */
    @ValueRangeProvider(id = "groups")
    public List<Integer> getRange() {
        return range;
    }

    /** Returns the index of the group; {@code null} while undecided. */
    @PlanningVariable(valueRangeProviderRefs = "groups", allowsUnassigned = true)
    public @Nullable Integer getGroup() {
        return group;
    }

    /**
     * Called by the solver. Timefold uses this setter, not the field, so that the shared array of values stays in step.
     */
    public void setGroup(@Nullable Integer group) {
        this.group = group;
        planValues[decision] = group == null ? Decisions.NONE : group;
    }

    @Override
    public int value(int ofDecision) {
        return group == null ? Decisions.NONE : group;
    }

    @Override
    public void set(int ofDecision, int value) {
        setGroup(value == Decisions.NONE ? null : value);
    }

    @Override
    public String variableName(int ofDecision) {
        return "group";
    }

    @Override
    public String toString() {
        return "group of decision " + decision;
    }
}
