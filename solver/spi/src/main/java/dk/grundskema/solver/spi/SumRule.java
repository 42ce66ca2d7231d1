package dk.grundskema.solver.spi;

import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.finding.Figure;
import dk.grundskema.domain.intervention.InterventionId;
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
 * A rule whose cost is a function of totals. Each decision adds amounts under keys, and the total of each key has a cost. Examples: distinct staff
 * of a team, fair loads, budgets, minima, daily counts. Open decisions add nothing. A total of 0 costs nothing, except under a key given to
 * {@link Builder#initialTotal}. Terms over seats, teaching, placements and rooms are called for the sessions of the rule's own intervention (teaching: those of the
 * host), unless the rule is {@link Builder#overAllInterventions}. Terms over memberships, companions and reliefs are called for those of all interventions.
 */
public final class SumRule implements Rule {
    /** The amounts that a filled seat adds. */
    @FunctionalInterface
    public interface SeatTerm {
        /**
         * Called once for each session of the seat and each person who may fill it.
         *
         * @param seat    the seat
         * @param session one of its sessions
         * @param time    a possible time of that session
         * @param holder  the person who fills the seat
         * @param entries receives the amounts
         */
        void add(Seat seat, Session session, MeetingTime time, StaffMember holder, AmountCollector entries);
    }

    /**
     * The amounts that a filled seat adds because of the guest that its session hosts, for example per teacher and subject. Guests with the same
     * hosts and subject are interchangeable and must add the same amounts.
     */
    @FunctionalInterface
    public interface TeachingTerm {
        /**
         * Called for each seat of a host, each guest that may be placed into the host, and each person who may fill the seat.
         *
         * @param seat    the seat
         * @param host    its session
         * @param guest   the session placed into the host
         * @param holder  the person who fills the seat
         * @param entries receives the amounts
         */
        void add(Seat seat, Session host, Session guest, StaffMember holder, AmountCollector entries);
    }

    /** The amounts that a session with a time adds. */
    @FunctionalInterface
    public interface PlacementTerm {
        /**
         * @param session the session
         * @param time    its time; for a guest that of its host
         * @param host    the host; {@code null} if the session has its own time
         * @param entries receives the amounts
         */
        void add(Session session, MeetingTime time, @Nullable Session host, AmountCollector entries);
    }

    /** The amounts that a session with a room adds. */
    @FunctionalInterface
    public interface RoomTerm {
        /**
         * @param session the session
         * @param room    its room
         * @param entries receives the amounts
         */
        void add(Session session, Room room, AmountCollector entries);
    }

    /** The amounts that a student in a group adds. */
    @FunctionalInterface
    public interface MembershipTerm {
        /**
         * @param membership the student's membership decision
         * @param group      the group that the student joins
         * @param entries    receives the amounts
         */
        void add(Membership membership, GroupId group, AmountCollector entries);
    }

    /**
     * The amounts that a filled seat adds because of the group of a student who meets the seat's holder alone, for example in talks. A linked
     * decision: both seat and group may be open.
     */
    @FunctionalInterface
    public interface CompanionTerm {
        /**
         * Called for each student listed singly in one of the seat's sessions, each group that contains the student in any week or that the student
         * may join, and each person who may fill the seat. The times of the sessions do not matter.
         *
         * @param seat    the seat, once even if several of its sessions list the student
         * @param student a student who takes part singly
         * @param group   a group of the student
         * @param holder  the person who fills the seat
         * @param entries receives the amounts
         */
        void add(Seat seat, Student student, GroupId group, StaffMember holder, AmountCollector entries);
    }

    /** The amounts that a lesson of the existing timetable adds if one of its teachers is released from it. */
    @FunctionalInterface
    public interface ReliefTerm {
        /**
         * Called for each lesson, teacher and date from which a session may release the teacher. The amounts count once while at least one such
         * session is held with its first seat filled.
         *
         * @param person  the teacher who is released
         * @param lesson  the lesson
         * @param date    the date of the lesson
         * @param entries receives the amounts
         */
        void add(StaffMember person, Lesson lesson, LocalDate date, AmountCollector entries);
    }

    /** Calculates the cost of a total. */
    @FunctionalInterface
    public interface Cost {
        /**
         * @param key   the key
         * @param total sum of the amounts under it; 0 only for a key with an initial total
         * @return the penalty in the rule's unit, 0 or more
         */
        long penalty(Object key, long total);
    }

    /** Names the figures of a text: what the total is, and what it may be. */
    @FunctionalInterface
    public interface Figures {
        /**
         * Called only for a text, not in the search.
         *
         * @param key   a key with a cost
         * @param total sum of the amounts under it
         * @return the last arguments of the rule's text
         */
        List<Figure> of(Object key, long total);
    }

    private final RuleType type;
    private final List<SeatTerm> seatTerms;
    private final List<TeachingTerm> teachingTerms;
    private final List<PlacementTerm> placementTerms;
    private final List<RoomTerm> roomTerms;
    private final List<MembershipTerm> membershipTerms;
    private final List<CompanionTerm> companionTerms;
    private final List<ReliefTerm> freedTerms;
    private final List<Object> keys;
    private final List<Long> constants;
    private final Figures figures;
    private final boolean overAll;
    private final @Nullable InterventionId own;
    private final Cost cost;

    private SumRule(Builder builder, @Nullable InterventionId own, Cost cost) {
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
        this.figures = builder.figures;
        this.overAll = builder.overAll;
        this.own = own;
        this.cost = cost;
    }

    @Override
    public RuleType type() {
        return type;
    }

    /** Returns the terms of filled seats. */
    public List<SeatTerm> seatTerms() {
        return seatTerms;
    }

    /** Returns the terms of filled seats with guests. */
    public List<TeachingTerm> teachingTerms() {
        return teachingTerms;
    }

    /** Returns the terms of placed sessions. */
    public List<PlacementTerm> placementTerms() {
        return placementTerms;
    }

    /** Returns the terms of sessions with a room. */
    public List<RoomTerm> roomTerms() {
        return roomTerms;
    }

    /** Returns the terms of students in groups. */
    public List<MembershipTerm> membershipTerms() {
        return membershipTerms;
    }

    /** Returns the terms of filled seats and the groups of single students. */
    public List<CompanionTerm> companionTerms() {
        return companionTerms;
    }

    /** Returns the terms of lessons from which a teacher is released. */
    public List<ReliefTerm> reliefTerms() {
        return freedTerms;
    }

    /** Calls {@code each} for each key with an initial total, and that total. */
    public void forEachInitialTotal(BiConsumer<Object, Long> each) {
        for (int i = 0; i < keys.size(); i++) {
            each.accept(keys.get(i), constants.get(i));
        }
    }

    /** Returns what names the figures of the text. */
    public Figures figures() {
        return figures;
    }

    /** Returns the cost function. */
    public Cost cost() {
        return cost;
    }

    /**
     * Returns the same rule as one of an intervention: its terms see that intervention's sessions alone, unless the rule is over all interventions. For the
     * engine.
     */
    public SumRule ofIntervention(InterventionId intervention) {
        return overAll ? this : copy(intervention);
    }

    /** Returns the intervention whose sessions the terms see; {@code null} if they see those of all interventions. */
    public @Nullable InterventionId intervention() {
        return own;
    }

    /** Returns whether the terms see the sessions of all interventions, whichever intervention the rule is of. */
    public boolean isOverAllInterventions() {
        return overAll;
    }

    /** Returns whether the terms are called for the sessions of an intervention. */
    public boolean sees(InterventionId intervention) {
        return own == null || own.equals(intervention);
    }

    private SumRule copy(InterventionId intervention) {
        var same = new Builder(type);
        same.seatTerms.addAll(seatTerms);
        same.teachingTerms.addAll(teachingTerms);
        same.placementTerms.addAll(placementTerms);
        same.roomTerms.addAll(roomTerms);
        same.membershipTerms.addAll(membershipTerms);
        same.companionTerms.addAll(companionTerms);
        same.freedTerms.addAll(freedTerms);
        same.keys.addAll(keys);
        same.constants.addAll(constants);
        same.figures = figures;
        same.overAll = overAll;
        return new SumRule(same, intervention, cost);
    }

    /** Starts a builder. */
    public static Builder sum(RuleType type) {
        return new Builder(type);
    }

    /** Builds a rule: terms first, the cost last. */
    public static final class Builder {
        private final RuleType type;
        private final List<SeatTerm> seatTerms = new ArrayList<>();
        private final List<TeachingTerm> teachingTerms = new ArrayList<>();
        private final List<PlacementTerm> placementTerms = new ArrayList<>();
        private final List<RoomTerm> roomTerms = new ArrayList<>();
        private final List<MembershipTerm> membershipTerms = new ArrayList<>();
        private final List<CompanionTerm> companionTerms = new ArrayList<>();
        private final List<ReliefTerm> freedTerms = new ArrayList<>();
        private final List<Object> keys = new ArrayList<>();
        private final List<Long> constants = new ArrayList<>();
        private Figures figures = (key, total) -> List.of();
        private boolean overAll;

        private Builder(RuleType type) {
            this.type = Objects.requireNonNull(type);
        }

        /** Adds a term for filled seats. */
        public Builder overSeats(SeatTerm term) {
            seatTerms.add(term);
            return this;
        }

        /** Adds a term for filled seats and the guests of their sessions. */
        public Builder overTeaching(TeachingTerm term) {
            teachingTerms.add(term);
            return this;
        }

        /** Adds a term for placed sessions. */
        public Builder overPlacements(PlacementTerm term) {
            placementTerms.add(term);
            return this;
        }

        /** Adds a term for sessions with a room. */
        public Builder overRooms(RoomTerm term) {
            roomTerms.add(term);
            return this;
        }

        /** Adds a term for students in groups. */
        public Builder overMemberships(MembershipTerm term) {
            membershipTerms.add(term);
            return this;
        }

        /** Adds a term for filled seats and the groups of single students in their sessions. */
        public Builder overCompanions(CompanionTerm term) {
            companionTerms.add(term);
            return this;
        }

        /** Adds a term for lessons from which a teacher is released. */
        public Builder overReliefs(ReliefTerm term) {
            freedTerms.add(term);
            return this;
        }

        /** Declares a key whose total counts even if no decision adds to it, and its initial amount. */
        public Builder initialTotal(Object key, long amount) {
            keys.add(key);
            constants.add(amount);
            return this;
        }

        /** Lets the terms see the sessions of all interventions, for example to limit what somebody does in all of them together. */
        public Builder overAllInterventions() {
            overAll = true;
            return this;
        }

        /** Sets what names the figures of the text; without it the text has none. */
        public Builder figures(Figures named) {
            figures = named;
            return this;
        }

        /** Sets the cost function and returns the rule. */
        public SumRule cost(Cost cost) {
            return new SumRule(this, null, cost);
        }
    }
}
