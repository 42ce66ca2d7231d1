package dk.grundskema.solver.moves;

/** A family of moves. */
public enum MoveKind {
    /** Reassigns one seat. */
    CHANGE_PERSON(72),
    /** Swaps the holders of two seats, mostly of the same day. */
    SWAP_PERSONS(72),
    /** Gives a stretch of a neighbourhood's day to one person. */
    TAKE_OVER(72),
    /** Replaces one person by another in a group, for a day, a week or the whole time. */
    REPLACE(36),
    /** Moves a person into a group, by swaps with its staff wherever both work at the same time. */
    CHANGE_PLACES(16),
    /** Swaps all duties of two persons on a day, on several days, or from one duty to the same time a day later. */
    EXCHANGE_DAYS(48),
    /** Assigns a seat to a person and the person's conflicting duties to others. */
    TAKE_WITH_REST(36),
    /** Clears a person's day and reassigns each duty. */
    CLEAR_DAY(36),
    /** Chain move: an empty required seat is filled by somebody who gives away other duties, which others take who give duties away, and so on. */
    PASS_SEATS_ON(36),
    /**
     * Hands over a person's lessons in a neighbourhood to another person, or to nobody, and moves its meetings to fit.
     */
    HAND_OVER_LESSONS(48),
    /** Two people trade their lessons of two classes, as many of each. */
    TRADE_CLASSES(32),
    /** Moves a person from one lesson to another. */
    MOVE_TO_LESSON(72),
    /** Assigns a person to a lesson, and conflicting lessons to others. */
    JOIN_LESSON(48),
    /** Swaps the hosts of two guests of a neighbourhood. */
    SWAP_SUBJECTS(60),
    /** Changes the time or host of a session. */
    CHANGE_TIME(24),
    /** Changes the room of a session, or swaps the rooms of two. */
    CHANGE_ROOM(24),
    /**
     * Moves a session with its own seats to another time, possibly with another room or another holder, and assigns the
     * stand-ins that this requires.
     */
    MOVE_MEETING(32),
    /** Swaps times and rooms of two such sessions. */
    SWAP_MEETINGS(16),
    /** Moves a chain of clashing sessions between two times, so that none of them clashes. */
    EXCHANGE_TIMES(64),
    /** Gives a session another room; the session that has it at that time takes the first one's. */
    EXCHANGE_ROOMS(48),
    /**
     * Reassigns a seat of sessions with variable times, or swaps two such seats; sessions move to times when the new
     * holders are free.
     */
    CHANGE_CONTACT(24),
    /** Moves a student to another group. */
    CHANGE_GROUP(4),
    /** Swaps two students. */
    SWAP_GROUPS(8),
    /** Redistributes the students of two groups. Takes as much time as fifty changes of a person, and seldom makes a plan better. */
    DISSOLVE_GROUPS(1),
    /** Builds a group around a student without one: members, times, rooms and staff. */
    BUILD_GROUP(48),
    /** Redistributes the students of two groups and reschedules what no longer fits. */
    REBUILD_GROUPS(64),
    /** Changes the times, rooms or staff of a group and keeps its students. */
    REPLAN_GROUP(64),
    /** Gives a student a place in a group, mostly another student's, who moves elsewhere or loses the place. */
    TAKE_PLACE(64),
    /** Moves one or two sessions of a group to times at which all participants are free. */
    MOVE_GROUP_SESSION(96),
    /** Swaps two students of different whole groups. */
    SWAP_STUDENTS(48),
    /** Changes the tutor of a group, or swaps two tutors. */
    CHANGE_TUTOR(48),
    /** Chain move: a student without a group takes a place, the displaced student takes another's place, and so on. */
    PASS_PLACES_ON(48),
    /**
     * Dissolves a group and gives its tutor another one, possibly of another grouping; displaced students take places
     * of students in less need.
     */
    TURN_GROUP(32);

    private final int share;

    MoveKind(int share) {
        this.share = share;
    }

    /** Returns the relative frequency of the family. */
    int share() {
        return share;
    }
}
