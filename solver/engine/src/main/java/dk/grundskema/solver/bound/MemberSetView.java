package dk.grundskema.solver.bound;

import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.registry.EngineSignal;
import dk.grundskema.solver.score.NumberedScope;
import dk.grundskema.solver.spi.ScopeView;
import org.jspecify.annotations.Nullable;

/**
 * A view of a group's scope with assumed members and an assumed holder of the first seat of its first session. Anything else is unknown: reading it ends
 * the evaluation. Not thread-safe.
 */
final class MemberSetView implements ScopeView {
    /** Something that the view does not know was read. An error, because a rule's own exceptions are runtime exceptions and end the work. */
    static final class Unknown extends EngineSignal {
        private static final long serialVersionUID = 1;
        private final boolean isHolder;

        private Unknown(boolean isHolder) {
            this.isHolder = isHolder;
        }

        /** Returns whether it was the holder, who can be assumed. */
        boolean isHolder() {
            return isHolder;
        }
    }

    /** No holder is assumed. */
    static final int NOBODY_ASSUMED = -2;

    private final Blueprint blueprint;
    private NumberedScope scope;
    private Student[] members = new Student[0];
    private int size;
    private int holder = NOBODY_ASSUMED;

    MemberSetView(Blueprint blueprint, NumberedScope scope) {
        this.blueprint = blueprint;
        this.scope = scope;
    }

    /** Returns this view of another scope. */
    MemberSetView of(NumberedScope other) {
        scope = other;
        return this;
    }

    /** Assumes the first {@code count} students of an array as members. */
    void assumeMembers(Student[] students, int count) {
        members = students;
        size = count;
    }

    /** Assumes a holder by number, -1 for an empty seat, or {@link #NOBODY_ASSUMED}. */
    void assumeHolder(int person) {
        holder = person;
    }

    @Override
    public @Nullable MeetingTime time(int session) {
        throw new Unknown(false);
    }

    @Override
    public @Nullable Room room(int session) {
        throw new Unknown(false);
    }

    @Override
    public int guestCount(int session) {
        throw new Unknown(false);
    }

    @Override
    public Session guest(int session, int guest) {
        throw new Unknown(false);
    }

    @Override
    public int seatCount(int session) {
        return blueprint.seatsOf()[scope.sessions()[session]].length;
    }

    @Override
    public Seat seat(int session, int seat) {
        return blueprint.seats().get(blueprint.seatsOf()[scope.sessions()[session]][seat]);
    }

    @Override
    public @Nullable StaffMember holder(int session, int seat) {
        int person = holderIndex(session, seat);
        return person < 0 ? null : blueprint.staff().get(person);
    }

    @Override
    public int holderIndex(int session, int seat) {
        if (session != 0 || seat != 0) {
            throw new Unknown(false);
        }
        if (holder == NOBODY_ASSUMED) {
            throw new Unknown(true);
        }
        return holder;
    }

    @Override
    public int studentCount(int session) {
        throw new Unknown(false);
    }

    @Override
    public boolean isAsleep(int session) {
        throw new Unknown(false);
    }

    @Override
    public Student student(int group, int place) {
        return members[place];
    }

    @Override
    public int groupSize(int group) {
        return size;
    }

    @Override
    public @Nullable GroupId joinedGroup(int membership) {
        throw new Unknown(false);
    }
}
