package dk.grundskema.solver.model;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactProperty;
import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plan in the making: the open decisions as planning entities, the rest as it stands. */
@PlanningSolution(solutionCloner = PlanCloner.class)
public class Plan {
    @ProblemFactProperty
    private Workshop workshop;

    private int[] settled;

    @PlanningEntityCollectionProperty
    private List<PlacementEntity> placements = new ArrayList<>();

    @PlanningEntityCollectionProperty
    private List<SeatEntity> seats = new ArrayList<>();

    @PlanningEntityCollectionProperty
    private List<MembershipEntity> memberships = new ArrayList<>();

    @PlanningScore
    private @Nullable HardMediumSoftLongScore score;

    private OpenDecision[] entities;

    /**
     * A plan whose decisions stand as given.
     *
     * @param workshop what all searches share
     * @param values   a value for each decision of the blueprint
     */
    public Plan(Workshop workshop, int[] values) {
        this.workshop = workshop;
        this.settled = values.clone();
        Decisions decisions = workshop.blueprint().decisions();
        this.entities = new OpenDecision[decisions.count()];
        for (int s = 0; s < workshop.blueprint().sessions().size(); s++) {
            if (decisions.isOpen(decisions.slot(s)) || decisions.isOpen(decisions.room(s))) {
                placements.add(new PlacementEntity(s, decisions, values));
            }
        }
        for (int k = 0; k < workshop.blueprint().seats().size(); k++) {
            if (decisions.isOpen(decisions.seat(k))) {
                seats.add(new SeatEntity(decisions.seat(k), decisions, values));
            }
        }
        for (int m = 0; m < workshop.blueprint().memberships().size(); m++) {
            if (decisions.isOpen(decisions.member(m))) {
                memberships.add(new MembershipEntity(decisions.member(m), decisions, values));
            }
        }
        index();
    }

    Plan(Plan original) {
        this.workshop = original.workshop;
        this.settled = original.settled;
        this.score = original.score;
        this.entities = new OpenDecision[original.entities.length];
        original.placements.forEach(one -> placements.add(new PlacementEntity(one)));
        original.seats.forEach(one -> seats.add(new SeatEntity(one)));
        original.memberships.forEach(one -> memberships.add(new MembershipEntity(one)));
        index();
    }

    private void index() {
        Arrays.fill(entities, null);
        for (PlacementEntity placement : placements) {
            entities[placement.slotDecision()] = placement;
            entities[placement.roomDecision()] = placement;
        }
        seats.forEach(seat -> entities[seat.decision()] = seat);
        memberships.forEach(membership -> entities[membership.decision()] = membership);
    }

    /** How a decision stands. */
    public int value(int decision) {
        OpenDecision entity = entities[decision];
        return entity == null ? settled[decision] : entity.value(decision);
    }

    /** How all decisions stand. */
    public int[] values() {
        int[] values = new int[entities.length];
        for (int d = 0; d < values.length; d++) {
            values[d] = value(d);
        }
        return values;
    }

    /**
     * The entity of an open decision.
     *
     * @throws IllegalArgumentException if the decision is not open
     */
    public OpenDecision entity(int decision) {
        OpenDecision entity = entities[decision];
        if (entity == null) {
            throw new IllegalArgumentException(
                    "The decision (%d) is not open.\nMaybe it is locked?".formatted(decision));
        }
        return entity;
    }

    /** What all searches share. */
    public Workshop getWorkshop() {
        return workshop;
    }

    /** The open placements. */
    public List<PlacementEntity> getPlacements() {
        return placements;
    }

    /** The open seats. */
    public List<SeatEntity> getSeats() {
        return seats;
    }

    /** The open memberships. */
    public List<MembershipEntity> getMemberships() {
        return memberships;
    }

    /** The score that was last computed; {@code null} before the first. */
    public @Nullable HardMediumSoftLongScore getScore() {
        return score;
    }

    /** Called by the solver. */
    public void setScore(@Nullable HardMediumSoftLongScore score) {
        this.score = score;
    }
}
