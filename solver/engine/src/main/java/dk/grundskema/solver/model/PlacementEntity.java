package dk.grundskema.solver.model;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Planning entity of a session's placement: its time or host, and its room. */
@PlanningEntity
public final class PlacementEntity implements OpenDecision {
    @PlanningId
    private final Integer slotDecision;

    private final int roomDecision;
    private final List<Integer> slots;
    private final List<Integer> rooms;
    private final int[] planValues;

    private @Nullable Integer slot;

    private @Nullable Integer room;

    PlacementEntity(int session, Decisions decisions, int[] values) {
        this.slotDecision = decisions.slot(session);
        this.roomDecision = decisions.room(session);
        this.slots = Arrays.stream(decisions.range(slotDecision)).boxed().toList();
        this.rooms = Arrays.stream(decisions.range(roomDecision)).boxed().toList();
        this.planValues = values;
        set(slotDecision, values[slotDecision]);
        set(roomDecision, values[roomDecision]);
    }

    PlacementEntity(PlacementEntity original, int[] values) {
        this.slotDecision = original.slotDecision;
        this.roomDecision = original.roomDecision;
        this.slots = original.slots;
        this.rooms = original.rooms;
        this.planValues = values;
        this.slot = original.slot;
        this.room = original.room;
    }

    /** Returns the number of the decision that a variable holds. */
    public int decision(String variable) {
        return variable.equals("room") ? roomDecision : slotDecision;
    }

    int slotDecision() {
        return slotDecision;
    }

    int roomDecision() {
        return roomDecision;
    }

    /** Returns the choices of time or host. */
    @ValueRangeProvider(id = "slots")
    public List<Integer> getSlots() {
        return slots;
    }

    /** Returns the candidate rooms. */
    @ValueRangeProvider(id = "rooms")
    public List<Integer> getRooms() {
        return rooms;
    }

    /** Returns the choice; {@code null} while undecided. */
    @PlanningVariable(valueRangeProviderRefs = "slots", allowsUnassigned = true)
    public @Nullable Integer getSlot() {
        return slot;
    }

    /**
     * Called by the solver. Timefold uses this setter, not the field, so that the shared array of values stays in step.
     */
    public void setSlot(@Nullable Integer slot) {
        this.slot = slot;
        planValues[slotDecision] = slot == null ? Decisions.NONE : slot;
    }

    /** Returns the index of the room; {@code null} while undecided. */
    @PlanningVariable(valueRangeProviderRefs = "rooms", allowsUnassigned = true)
    public @Nullable Integer getRoom() {
        return room;
    }

    /** Called by the solver. */
    public void setRoom(@Nullable Integer room) {
        this.room = room;
        planValues[roomDecision] = room == null ? Decisions.NONE : room;
    }

    @Override
    public int value(int decision) {
        Integer value = decision == roomDecision ? room : slot;
        return value == null ? Decisions.NONE : value;
    }

    @Override
    public void set(int decision, int value) {
        Integer boxed = value == Decisions.NONE ? null : value;
        if (decision == roomDecision) {
            setRoom(boxed);
        } else {
            setSlot(boxed);
        }
    }

    @Override
    public String variableName(int decision) {
        return decision == roomDecision ? "room" : "slot";
    }

    @Override
    public String toString() {
        return "placement of decision " + slotDecision;
    }
}
