package dk.grundskema.examples.mutation;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** A kind of change with the rules of the core of which each such change breaks one. Other kinds break rules that depend on the meeting. */
enum DemandRule {
    /** The plan is the same but for the ids of two meetings. */
    SWAP_OF_EQUALS(
            "swap-of-equals", "core.asked-time", "core.asked-week", "core.asked-participant", "core.asked-content"),
    /** Each required seat needs an adult; those of a lesson have its teachers. */
    VACATE_SEAT("vacate-seat", "core.missing-adult", "core.lock-kept"),
    /** Two seats have candidates, and a person is in one place at a time, when available. */
    SWAP_PEOPLE(
            "swap-people",
            "core.asked-holder",
            "core.asked-same-holder",
            "core.person-in-two-places",
            "core.staff-unavailable"),
    /** Marks of locks in the timetable are those of the problem. */
    LOCK_OF_SEAT("lock-of-seat", "core.asked-locks"),
    /** Marks of locks in the timetable are those of the problem. */
    LOCK_OF_TIME("lock-of-time", "core.asked-locks"),
    /** Marks of locks in the timetable are those of the problem. */
    LOCK_OF_ROOM("lock-of-room", "core.asked-locks"),
    /** Both sessions are in one of their rooms, and a room has one meeting at a time, when available. */
    SWAP_ROOMS(
            "swap-rooms", "core.room-kind", "core.room-in-two-places", "core.room-unavailable", "core.room-capacity"),
    /** A student is excused only if there is a lesson to miss. */
    EXCUSED_WITHOUT_LESSON("excused-without-lesson", "core.excused-without-reason"),
    /** A student who misses a lesson by a decision is excused. */
    NOT_EXCUSED("not-excused", "core.not-excused"),
    /** The members of a class are given. */
    DROP_MEMBER_OF_GIVEN_GROUP("drop-member-of-given-group", "core.asked-member"),
    /** A member is in the group in all weeks. */
    MEMBER_IN_ONE_WEEK_OF_GIVEN_GROUP("member-in-one-week-of-given-group", "core.asked-member"),
    /** Only the given members are in a class. */
    ONE_MEMBER_MORE_OF_GIVEN_GROUP("one-member-more-of-given-group", "core.other-member"),
    /** A student is in a group once. */
    MEMBER_TWICE_OF_GIVEN_GROUP("member-twice-of-given-group", "core.member-twice"),
    /** A meeting is of a session, or a part of one. */
    UNKNOWN_ORIGIN("unknown-origin", "core.unknown-origin");

    private final String kind;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<String> rules;

    DemandRule(String kind, String... rules) {
        this.kind = kind;
        this.rules = Set.of(rules);
    }

    /** Returns the rules of a kind of change; empty if they depend on the meeting. */
    static Optional<DemandRule> of(String kind) {
        return Arrays.stream(values()).filter(one -> one.kind.equals(kind)).findFirst();
    }

    /** Returns the rules of which each such change breaks one. */
    Set<String> rules() {
        return rules;
    }
}
