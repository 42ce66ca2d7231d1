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

/**
 * Timefold's planning solution: the open decisions as planning entities over one array of values. The entities write
 * their value through to the array, which also holds the fixed decisions, so that the search and the score calculator read
 * plain {@code int}s.
 */
@PlanningSolution(solutionCloner = PlanSolutionCloner.class)
public class PlanSolution {
    @ProblemFactProperty
    private SearchContext context;

    private int[] values;

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
     * Creates a plan with the given values.
     *
     * @param context what all searches share
     * @param values a value for each decision of the blueprint
     */
    public PlanSolution(SearchContext context, int[] values) {
        this.context = context;
        this.values = values.clone();
        Decisions decisions = context.blueprint().decisions();
        this.entities = new OpenDecision[decisions.count()];
        for (int s = 0; s < context.blueprint().sessions().size(); s++) {
            if (decisions.isOpen(decisions.slot(s)) || decisions.isOpen(decisions.room(s))) {
                placements.add(new PlacementEntity(s, decisions, this.values));
            }
        }
        for (int k = 0; k < context.blueprint().seats().size(); k++) {
            if (decisions.isOpen(decisions.seat(k))) {
                seats.add(new SeatEntity(decisions.seat(k), decisions, this.values));
            }
        }
        for (int m = 0; m < context.blueprint().memberships().size(); m++) {
            if (decisions.isOpen(decisions.member(m))) {
                memberships.add(new MembershipEntity(decisions.member(m), decisions, this.values));
            }
        }
        indexEntities();
    }

    PlanSolution(PlanSolution original) {
        this.context = original.context;
        this.values = original.values.clone();
        this.score = original.score;
        this.entities = new OpenDecision[original.entities.length];
        original.placements.forEach(one -> placements.add(new PlacementEntity(one, values)));
        original.seats.forEach(one -> seats.add(new SeatEntity(one, values)));
        original.memberships.forEach(one -> memberships.add(new MembershipEntity(one, values)));
        indexEntities();
    }

    private void indexEntities() {
        Arrays.fill(entities, null);
        for (PlacementEntity placement : placements) {
            entities[placement.slotDecision()] = placement;
            entities[placement.roomDecision()] = placement;
        }
        seats.forEach(seat -> entities[seat.decision()] = seat);
        memberships.forEach(membership -> entities[membership.decision()] = membership);
    }

    /** Returns the value of a decision. */
    public int value(int decision) {
        return values[decision];
    }

    /** Returns a copy of the values of all decisions. */
    public int[] values() {
        return values.clone();
    }

    /**
     * Returns the live values of all decisions, which change with the entities; only the entities may write to the
     * array.
     */
    public int[] liveValues() {
        return values;
    }

    /**
     * Returns the entity of an open decision.
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

    /** Returns what all searches share. */
    public SearchContext getSearchContext() {
        return context;
    }

    /** Returns the open placements. */
    public List<PlacementEntity> getPlacements() {
        return placements;
    }

    /** Returns the open seats. */
    public List<SeatEntity> getSeats() {
        return seats;
    }

    /** Returns the open memberships. */
    public List<MembershipEntity> getMemberships() {
        return memberships;
    }

    /** Returns the last computed score; {@code null} before the first computation. */
    public @Nullable HardMediumSoftLongScore getScore() {
        return score;
    }

    /** Called by the solver. */
    public void setScore(@Nullable HardMediumSoftLongScore score) {
        this.score = score;
    }
}
