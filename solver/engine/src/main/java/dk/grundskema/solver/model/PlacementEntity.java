package dk.grundskema.solver.model;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When, or into which host, a session is placed, and in which room it is held. */
@PlanningEntity
public final class PlacementEntity implements OpenDecision {
    @PlanningId
    private final Integer slotDecision;

    private final int roomDecision;
    private final List<Integer> slots;
    private final List<Integer> rooms;
    private final int[] standing;

    private @Nullable Integer slot;

    private @Nullable Integer room;

    PlacementEntity(int session, Decisions decisions, int[] values) {
        this.slotDecision = decisions.slot(session);
        this.roomDecision = decisions.room(session);
        this.slots = Arrays.stream(decisions.range(slotDecision)).boxed().toList();
        this.rooms = Arrays.stream(decisions.range(roomDecision)).boxed().toList();
        this.standing = values;
        set(slotDecision, values[slotDecision]);
        set(roomDecision, values[roomDecision]);
    }

    PlacementEntity(PlacementEntity original, int[] values) {
        this.slotDecision = original.slotDecision;
        this.roomDecision = original.roomDecision;
        this.slots = original.slots;
        this.rooms = original.rooms;
        this.standing = values;
        this.slot = original.slot;
        this.room = original.room;
    }

    /** Number of the decision that a variable holds. */
    public int decision(String variable) {
        return variable.equals("room") ? roomDecision : slotDecision;
    }

    int slotDecision() {
        return slotDecision;
    }

    int roomDecision() {
        return roomDecision;
    }

    /** Choices of time or host. */
    @ValueRangeProvider(id = "slots")
    public List<Integer> getSlots() {
        return slots;
    }

    /** Rooms to choose from. */
    @ValueRangeProvider(id = "rooms")
    public List<Integer> getRooms() {
        return rooms;
    }

    /** The choice; {@code null} while there is none. */
    @PlanningVariable(valueRangeProviderRefs = "slots", allowsUnassigned = true)
    public @Nullable Integer getSlot() {
        return slot;
    }

    /** Called by the solver, which goes through here and not to the field, so that all see how the decision stands. */
    public void setSlot(@Nullable Integer slot) {
        this.slot = slot;
        standing[slotDecision] = slot == null ? Decisions.NONE : slot;
    }

    /** Index of the room; {@code null} while there is none. */
    @PlanningVariable(valueRangeProviderRefs = "rooms", allowsUnassigned = true)
    public @Nullable Integer getRoom() {
        return room;
    }

    /** Called by the solver. */
    public void setRoom(@Nullable Integer room) {
        this.room = room;
        standing[roomDecision] = room == null ? Decisions.NONE : room;
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
    public String variable(int decision) {
        return decision == roomDecision ? "room" : "slot";
    }

    @Override
    public String toString() {
        return "placement of decision " + slotDecision;
    }
}
