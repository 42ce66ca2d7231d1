package dk.grundskema.solver.spi;

import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A rule whose cost is a function of totals: each decision adds amounts under keys, each key's total has a price. Distinct
 * staff of a team, fair loads, budgets, minima, daily counts. Decisions that are open add nothing. A total of 0 costs nothing,
 * unless the rule named its key as one that counts from the start.
 */
public final class SumRule implements Rule {
    /** What a filled seat adds. */
    @FunctionalInterface
    public interface SeatTerm {
        /**
         * Called once for each session of the seat and each person who may fill it.
         *
         * @param seat    the seat
         * @param session one of its sessions
         * @param time    a time at which that session may be held
         * @param holder  who fills the seat
         * @param entries takes the amounts
         */
        void add(Seat seat, Session session, MeetingTime time, StaffMember holder, Entries entries);
    }

    /**
     * What a filled seat adds on account of the guest that its session hosts: who teaches what. Guests of the same hosts and
     * subject are interchangeable: what they add is the same.
     */
    @FunctionalInterface
    public interface TeachingTerm {
        /**
         * Called for each seat of a host, each guest that may be placed into it, and each person who may fill the seat.
         *
         * @param seat    the seat
         * @param host    its session
         * @param guest   what is placed into the session
         * @param holder  who fills the seat
         * @param entries takes the amounts
         */
        void add(Seat seat, Session host, Session guest, StaffMember holder, Entries entries);
    }

    /** What a session adds that has found its time. */
    @FunctionalInterface
    public interface PlacementTerm {
        /**
         * @param session the session
         * @param time    when it is held; a guest's is its host's
         * @param host    where it is placed into; {@code null} if it has a time of its own
         * @param entries takes the amounts
         */
        void add(Session session, MeetingTime time, @Nullable Session host, Entries entries);
    }

    /** What a session adds that has found its room. */
    @FunctionalInterface
    public interface RoomTerm {
        /**
         * @param session the session
         * @param room    where it is held
         * @param entries takes the amounts
         */
        void add(Session session, Room room, Entries entries);
    }

    /** What a student adds who has joined a group. */
    @FunctionalInterface
    public interface MembershipTerm {
        /**
         * @param membership who joins
         * @param group      which group
         * @param entries    takes the amounts
         */
        void add(Membership membership, GroupId group, Entries entries);
    }

    /**
     * What a filled seat adds on account of the group of a student whom its holder meets alone: who talks with whose student. A
     * linked decision, for seat and group may both be open.
     */
    @FunctionalInterface
    public interface CompanionTerm {
        /**
         * Called for each student who is named singly in one of the seat's sessions, each group that the student is given in, in
         * whichever weeks, or may join, and each person who may fill the seat. Times of the sessions don't matter.
         *
         * @param seat    the seat, once however many of its sessions name the student
         * @param student a student who takes part singly
         * @param group   a group of the student
         * @param holder  who fills the seat
         * @param entries takes the amounts
         */
        void add(Seat seat, Student student, GroupId group, StaffMember holder, Entries entries);
    }

    /** What a lesson of the existing timetable adds that somebody else takes for one of its teachers. */
    @FunctionalInterface
    public interface FreedTerm {
        /**
         * Called for each lesson, teacher and date that a session may take off the teacher's hands. It counts while at least one such
         * session is held with somebody in its first seat, and once however many are.
         *
         * @param person  the teacher who is freed
         * @param lesson  the lesson
         * @param date    the date on which it is taught
         * @param entries takes the amounts
         */
        void add(StaffMember person, Lesson lesson, LocalDate date, Entries entries);
    }

    /** What a key's total costs. */
    @FunctionalInterface
    public interface Cost {
        /**
         * @param key   the key
         * @param total sum of the amounts under it; 0 only if the key counts from the start
         * @return the penalty in the rule's unit, 0 or more
         */
        long of(Object key, long total);
    }

    private final RuleType type;
    private final List<SeatTerm> seatTerms;
    private final List<TeachingTerm> teachingTerms;
    private final List<PlacementTerm> placementTerms;
    private final List<RoomTerm> roomTerms;
    private final List<MembershipTerm> membershipTerms;
    private final List<CompanionTerm> companionTerms;
    private final List<FreedTerm> freedTerms;
    private final List<Object> keys;
    private final List<Long> constants;
    private final Cost cost;

    private SumRule(Builder builder, Cost cost) {
        this.type = builder.type;
        this.seatTerms = List.copyOf(builder.seatTerms);
        this.teachingTerms = List.copyOf(builder.teachingTerms);
        this.placementTerms = List.copyOf(builder.placementTerms);
        this.roomTerms = List.copyOf(builder.roomTerms);
        this.membershipTerms = List.copyOf(builder.membershipTerms);
        this.companionTerms = List.copyOf(builder.companionTerms);
        this.freedTerms = List.copyOf(builder.freedTerms);
        this.keys = List.copyOf(builder.keys);
        this.constants = List.copyOf(builder.constants);
        this.cost = cost;
    }

    @Override
    public RuleType type() {
        return type;
    }

    /** What filled seats add. */
    public List<SeatTerm> seatTerms() {
        return seatTerms;
    }

    /** What filled seats add on account of their guests. */
    public List<TeachingTerm> teachingTerms() {
        return teachingTerms;
    }

    /** What placed sessions add. */
    public List<PlacementTerm> placementTerms() {
        return placementTerms;
    }

    /** What sessions with a room add. */
    public List<RoomTerm> roomTerms() {
        return roomTerms;
    }

    /** What students who joined add. */
    public List<MembershipTerm> membershipTerms() {
        return membershipTerms;
    }

    /** What filled seats add on account of the groups of those whom their holders meet alone. */
    public List<CompanionTerm> companionTerms() {
        return companionTerms;
    }

    /** What lessons add that somebody else takes. */
    public List<FreedTerm> freedTerms() {
        return freedTerms;
    }

    /** Calls for each key that counts whatever is decided, with the amount that it starts from. */
    public void forEachStart(BiConsumer<Object, Long> each) {
        for (int i = 0; i < keys.size(); i++) {
            each.accept(keys.get(i), constants.get(i));
        }
    }

    /** What a key's total costs. */
    public Cost cost() {
        return cost;
    }

    /** Begins a rule. */
    public static Builder sum(RuleType type) {
        return new Builder(type);
    }

    /** Puts a rule together: terms first, the cost last. */
    public static final class Builder {
        private final RuleType type;
        private final List<SeatTerm> seatTerms = new ArrayList<>();
        private final List<TeachingTerm> teachingTerms = new ArrayList<>();
        private final List<PlacementTerm> placementTerms = new ArrayList<>();
        private final List<RoomTerm> roomTerms = new ArrayList<>();
        private final List<MembershipTerm> membershipTerms = new ArrayList<>();
        private final List<CompanionTerm> companionTerms = new ArrayList<>();
        private final List<FreedTerm> freedTerms = new ArrayList<>();
        private final List<Object> keys = new ArrayList<>();
        private final List<Long> constants = new ArrayList<>();

        private Builder(RuleType type) {
            this.type = Objects.requireNonNull(type);
        }

        /** Filled seats add. */
        public Builder overSeats(SeatTerm term) {
            seatTerms.add(term);
            return this;
        }

        /** Filled seats add on account of the guest that their session hosts. */
        public Builder overTeaching(TeachingTerm term) {
            teachingTerms.add(term);
            return this;
        }

        /** Placed sessions add. */
        public Builder overPlacements(PlacementTerm term) {
            placementTerms.add(term);
            return this;
        }

        /** Sessions with a room add. */
        public Builder overRooms(RoomTerm term) {
            roomTerms.add(term);
            return this;
        }

        /** Students who joined add. */
        public Builder overMemberships(MembershipTerm term) {
            membershipTerms.add(term);
            return this;
        }

        /** Filled seats add on account of the groups of single students in their sessions. */
        public Builder overCompanions(CompanionTerm term) {
            companionTerms.add(term);
            return this;
        }

        /** Lessons add that somebody else takes. */
        public Builder overFreed(FreedTerm term) {
            freedTerms.add(term);
            return this;
        }

        /** A key whose total counts even if nothing is ever added, starting from a constant amount. */
        public Builder startingFrom(Object key, long amount) {
            keys.add(key);
            constants.add(amount);
            return this;
        }

        /** Ends the rule: what each key's total costs. */
        public SumRule cost(Cost cost) {
            return new SumRule(this, cost);
        }
    }
}
