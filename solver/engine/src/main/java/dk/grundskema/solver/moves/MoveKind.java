package dk.grundskema.solver.moves;

/** A family of moves. */
public enum MoveKind {
    /** One seat gets another person. */
    CHANGE_PERSON(18),
    /** Two seats of a day change their persons. */
    SWAP_PERSONS(18),
    /** One person takes over a stretch of a neighbourhood's day. */
    TAKE_OVER(18),
    /** One person replaces another in a group, for a day, a week or the whole time. */
    REPLACE(9),
    /** A person joins a group and changes places with those who are there, wherever both work at the same time. */
    CHANGE_PLACES(12),
    /** Two persons exchange all their duties of a day, of some days, or from one duty to the same time a day later. */
    EXCHANGE_DAYS(12),
    /** A person takes a seat, and others take what is too close to it. */
    TAKE_WITH_REST(9),
    /** A person's day is cleared, each duty finds somebody else. */
    CLEAR_DAY(9),
    /** Lessons of a neighbourhood that one person joins are joined by another, or by nobody, and its meetings move to where that fits. */
    HAND_OVER_LESSONS(12),
    /** Whoever joins a lesson joins another one in its place. */
    MOVE_TO_LESSON(18),
    /** A person joins a lesson that nobody joins, and others those that the person then can't. */
    JOIN_LESSON(12),
    /** Two guests of a neighbourhood swap their hosts. */
    SWAP_SUBJECTS(15),
    /** A session gets another time or host. */
    CHANGE_TIME(6),
    /** A session gets another room, or two exchange theirs. */
    CHANGE_ROOM(6),
    /** A session that brings its own seats is held at another time, maybe in another room or with somebody else, and who has to stands in. */
    MOVE_MEETING(8),
    /** Two such sessions exchange times and rooms. */
    SWAP_MEETINGS(4),
    /** A seat of sessions whose times are open changes hands, or two exchange theirs; sessions move to where the new ones are free. */
    CHANGE_CONTACT(6),
    /** A student joins another group. */
    CHANGE_GROUP(1),
    /** Two students exchange their groups. */
    SWAP_GROUPS(2),
    /** Two groups are dissolved and their students dealt out anew. */
    DISSOLVE_GROUPS(1),
    /** A group is built around a student who has none: company, times, rooms and who teaches it. */
    BUILD_GROUP(12),
    /** The students of two groups are dealt out anew, and what doesn't suit them any longer is planned anew. */
    REBUILD_GROUPS(16),
    /** A group keeps its students and gets other times, rooms or people. */
    REPLAN_GROUP(16),
    /** A student takes a place in a group, mostly another's, who goes elsewhere or nowhere. */
    TAKE_PLACE(16),
    /** A session of a group, sometimes two, is held at another time at which everybody needed is free. */
    MOVE_GROUP_SESSION(24),
    /** Two students of two groups exchange their places. */
    SWAP_STUDENTS(12),
    /** A group gets another tutor, or two groups exchange theirs. */
    CHANGE_TUTOR(12),
    /** A student without a group takes a place, whoever had it takes another's, and so on. */
    PASS_PLACES_ON(12),
    /** A group is dissolved and its tutor gets another, maybe of another grouping; who lost a place takes one of somebody in less need. */
    TURN_GROUP(8);

    private final int share;

    MoveKind(int share) {
        this.share = share;
    }

    /** How often the family is tried, compared with the others. */
    int share() {
        return share;
    }
}
