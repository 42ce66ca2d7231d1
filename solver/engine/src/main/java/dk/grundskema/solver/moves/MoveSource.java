package dk.grundskema.solver.moves;

import dk.grundskema.solver.model.Plan;
import java.util.Iterator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Makes one random move after the other for a plan that changes meanwhile. */
final class MoveSource implements Iterator<PlanMove> {
    private static final int TRIES = 64;

    private final Plan plan;
    private final RandomGenerator random;
    private final Draft draft;
    private final MoveKind[] wheel;
    private final SeatMoves seats;
    private final LessonMoves lessons;
    private final PlacementMoves placements;
    private final MeetingMoves meetings;
    private final GroupMoves groups;
    private final WholeGroupMoves wholes;
    private final GroupTouches touches;
    private final PlaceChains chains;
    private final GroupTurns turns;

    MoveSource(Terrain terrain, Plan plan, RandomGenerator random) {
        this.plan = plan;
        this.random = random;
        this.draft = new Draft(plan);
        this.wheel = wheel(terrain);
        this.seats = new SeatMoves(terrain, draft, random);
        this.lessons = new LessonMoves(terrain, draft, random);
        this.placements = new PlacementMoves(terrain, draft, random);
        this.meetings = new MeetingMoves(terrain, draft, random);
        this.groups = new GroupMoves(terrain, draft, random);
        this.wholes = new WholeGroupMoves(terrain.wholes, terrain.blueprint, draft, random);
        var planner = new GroupPlanner(terrain.wholes, terrain.blueprint, draft, random);
        this.touches = new GroupTouches(terrain.wholes, terrain.blueprint, draft, random, planner);
        this.chains = new PlaceChains(terrain.wholes, terrain.decisions, draft, random, planner);
        this.turns = new GroupTurns(terrain.wholes, terrain.decisions, draft, random, planner, wholes);
    }

    private static MoveKind[] wheel(Terrain terrain) {
        return terrain.kinds.stream()
                .flatMap(kind -> java.util.Collections.nCopies(kind.share(), kind).stream())
                .toArray(MoveKind[]::new);
    }

    @SuppressWarnings("ReferenceEquality")
    boolean isFor(Plan other, RandomGenerator otherRandom) {
        return plan == other && random == otherRandom;
    }

    @Override
    public boolean hasNext() {
        return true;
    }

    /** The next move; one that changes nothing if none could be found, which Timefold skips. */
    @Override
    public PlanMove next() {
        for (int i = 0; i < TRIES; i++) {
            PlanMove move = attempt(wheel[random.nextInt(wheel.length)]);
            if (move != null) {
                return move;
            }
        }
        return new PlanMove(wheel[0], new int[0], new int[0]);
    }

    private @Nullable PlanMove attempt(MoveKind kind) {
        draft.begin(plan);
        switch (kind) {
            case CHANGE_PERSON -> seats.changePerson();
            case SWAP_PERSONS -> seats.swapPersons();
            case TAKE_OVER -> seats.takeOver();
            case REPLACE -> seats.replace();
            case CHANGE_PLACES -> seats.changePlaces();
            case EXCHANGE_DAYS -> seats.exchangeDays();
            case TAKE_WITH_REST -> seats.takeWithRest();
            case CLEAR_DAY -> seats.clearDay();
            case HAND_OVER_LESSONS -> lessons.handOver();
            case MOVE_TO_LESSON -> lessons.moveTo();
            case JOIN_LESSON -> lessons.join();
            case SWAP_SUBJECTS -> placements.swapSubjects();
            case CHANGE_TIME -> placements.changeTime();
            case CHANGE_ROOM -> placements.changeRoom();
            case MOVE_MEETING -> meetings.moveMeeting();
            case SWAP_MEETINGS -> meetings.swapMeetings();
            case CHANGE_CONTACT -> meetings.changeContact();
            case CHANGE_GROUP -> groups.changeGroup();
            case SWAP_GROUPS -> groups.swapGroups();
            case DISSOLVE_GROUPS -> groups.dissolveGroups();
            case BUILD_GROUP -> wholes.build();
            case REBUILD_GROUPS -> wholes.rebuild();
            case REPLAN_GROUP -> wholes.replan();
            case TAKE_PLACE -> wholes.takePlace();
            case MOVE_GROUP_SESSION -> touches.moveSession();
            case SWAP_STUDENTS -> touches.swapStudents();
            case CHANGE_TUTOR -> touches.changeTutor();
            case PASS_PLACES_ON -> chains.passOn();
            case TURN_GROUP -> turns.turn();
        }
        return draft.move(kind);
    }
}
