package dk.grundskema.solver.moves;

import java.util.Collections;
import java.util.random.RandomGenerator;

/** Generates random moves, of each kind by its share. Not thread-safe. */
public final class MoveGenerator {
    /** Receives the decisions that a move changes. */
    public interface DecisionSetter {
        /** Sets a decision to a value. */
        void set(int decision, int value);
    }

    private static final int TRIES = 64;

    private final RandomGenerator random;
    private final DecisionOverlay draft;
    private final MoveKind[] kindsByShare;
    private final SeatMoves seats;
    private final SeatChainMoves seatChains;
    private final LessonMoves lessons;
    private final PlacementMoves placements;
    private final MeetingMoves meetings;
    private final TimeExchangeMoves exchanges;
    private final GroupMembershipMoves groups;
    private final WholeGroupMoves wholes;
    private final GroupAdjustmentMoves adjustments;
    private final PlaceChainMoves chains;
    private final TutorReassignmentMoves tutorReassignments;

    /**
     * @param openDecisions the decisions that moves may change; some kind of move is possible
     * @param currentValues current values of all decisions, which may change between moves
     */
    public MoveGenerator(OpenDecisionIndex openDecisions, int[] currentValues, RandomGenerator random) {
        this.random = random;
        this.draft = new DecisionOverlay(openDecisions.decisions, currentValues);
        this.kindsByShare = openDecisions.kinds.stream()
                .flatMap(kind -> Collections.nCopies(kind.share(), kind).stream())
                .toArray(MoveKind[]::new);
        var people = new FreePeople(openDecisions, draft, random);
        this.seats = new SeatMoves(openDecisions, draft, people, random);
        this.seatChains = new SeatChainMoves(openDecisions, draft, people, random);
        this.lessons = new LessonMoves(openDecisions, draft, random);
        this.placements = new PlacementMoves(openDecisions, draft, random);
        this.meetings = new MeetingMoves(openDecisions, draft, random);
        this.exchanges = new TimeExchangeMoves(openDecisions, draft, random);
        this.groups = new GroupMembershipMoves(openDecisions, draft, random);
        this.wholes = new WholeGroupMoves(openDecisions.wholes, openDecisions.blueprint, draft, random);
        var planner = new GroupPlanner(openDecisions.wholes, openDecisions.blueprint, draft, random);
        this.adjustments =
                new GroupAdjustmentMoves(openDecisions.wholes, openDecisions.blueprint, draft, random, planner);
        this.chains = new PlaceChainMoves(openDecisions.wholes, openDecisions.decisions, draft, random, planner);
        this.tutorReassignments = new TutorReassignmentMoves(
                openDecisions.wholes, openDecisions.decisions, draft, random, planner, wholes);
    }

    /** Draws the next move; returns whether one was found that changes something. */
    public boolean draw() {
        for (int i = 0; i < TRIES; i++) {
            generate(kindsByShare[random.nextInt(kindsByShare.length)]);
            if (draft.countChanges() > 0) {
                return true;
            }
        }
        return false;
    }

    /** Sets the decisions of the drawn move. */
    public void applyTo(DecisionSetter setter) {
        for (int i = 0; i < draft.count(); i++) {
            setter.set(draft.decision(i), draft.value(draft.decision(i)));
        }
    }

    private void generate(MoveKind kind) {
        draft.clear();
        switch (kind) {
            case CHANGE_PERSON -> seats.changePerson();
            case SWAP_PERSONS -> seats.swapPersons();
            case TAKE_OVER -> seats.takeOverSeats();
            case REPLACE -> seats.replacePerson();
            case CHANGE_PLACES -> seats.changePlaces();
            case EXCHANGE_DAYS -> seats.exchangeDays();
            case TAKE_WITH_REST -> seats.takeWithRest();
            case CLEAR_DAY -> seats.clearDay();
            case PASS_SEATS_ON -> seatChains.passSeatsOn();
            case HAND_OVER_LESSONS -> lessons.handOverLessons();
            case TRADE_CLASSES -> lessons.tradeClasses();
            case MOVE_TO_LESSON -> lessons.moveToLesson();
            case JOIN_LESSON -> lessons.joinLesson();
            case SWAP_SUBJECTS -> placements.swapSubjects();
            case CHANGE_TIME -> placements.changeTime();
            case CHANGE_ROOM -> placements.changeRoom();
            case MOVE_MEETING -> meetings.moveMeeting();
            case SWAP_MEETINGS -> meetings.swapMeetings();
            case EXCHANGE_TIMES -> exchanges.exchangeTimes();
            case EXCHANGE_ROOMS -> exchanges.exchangeRooms();
            case CHANGE_CONTACT -> meetings.changeContact();
            case CHANGE_GROUP -> groups.changeGroup();
            case SWAP_GROUPS -> groups.swapGroups();
            case DISSOLVE_GROUPS -> groups.dissolveGroups();
            case BUILD_GROUP -> wholes.buildGroup();
            case REBUILD_GROUPS -> wholes.rebuildGroups();
            case REPLAN_GROUP -> wholes.replanGroup();
            case TAKE_PLACE -> wholes.takePlace();
            case MOVE_GROUP_SESSION -> adjustments.moveSession();
            case SWAP_STUDENTS -> adjustments.swapStudents();
            case CHANGE_TUTOR -> adjustments.changeTutor();
            case PASS_PLACES_ON -> chains.passPlacesOn();
            case TURN_GROUP -> tutorReassignments.reassignTutor();
        }
    }
}
