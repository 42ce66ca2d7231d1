package dk.grundskema.solver.score;

import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.spi.ScopeView;
import org.jspecify.annotations.Nullable;

/**
 * A reusable view of one scope at a time, reading the current values from arrays. It records which aspects were read.
 * Not thread-safe.
 */
public final class ArrayScopeView implements ScopeView {
    private final Blueprint blueprint;
    private final Decisions decisions;
    private final int[] values;
    private final Occupants guests;
    private final int[] sizes;
    private final Occupants joined;
    private final boolean[] asleep;
    private final Student[][] given;
    private NumberedScope scope = NumberedScope.NOTHING;
    private int read;

    /**
     * Creates a view over live arrays, which may change between reads.
     *
     * @param blueprint the indexed problem
     * @param values value of each decision; undecided for everything that sleeps
     * @param guests guests of each host
     * @param sizes size of each group
     * @param joined memberships of each group
     * @param asleep which sessions sleep
     */
    public ArrayScopeView(
            Blueprint blueprint, int[] values, Occupants guests, int[] sizes, Occupants joined, boolean[] asleep) {
        this.blueprint = blueprint;
        this.decisions = blueprint.decisions();
        this.values = values;
        this.guests = guests;
        this.sizes = sizes;
        this.joined = joined;
        this.asleep = asleep;
        this.given = blueprint.groups().stream()
                .map(group -> group.members().stream()
                        .map(member -> blueprint
                                .students()
                                .get(blueprint.index().student().indexOf(member.studentId())))
                        .toArray(Student[]::new))
                .toArray(Student[][]::new);
    }

    /** Switches to another scope and forgets what was read. */
    public ArrayScopeView useScope(NumberedScope other) {
        scope = other;
        read = 0;
        return this;
    }

    /** Returns what was read since switching to the scope: a sum of {@link ScopeAspect} bits. */
    int readAspects() {
        return read;
    }

    @Override
    public @Nullable MeetingTime time(int session) {
        read |= ScopeAspect.TIME;
        int number = scope.sessions()[session];
        int slot = values[decisions.slot(number)];
        return slot == Decisions.NONE ? null : blueprint.times().get(number).get(slot);
    }

    @Override
    public @Nullable Room room(int session) {
        read |= ScopeAspect.ROOM;
        int room = values[decisions.room(scope.sessions()[session])];
        return room == Decisions.NONE ? null : blueprint.rooms().get(room);
    }

    @Override
    public int guestCount(int session) {
        read |= ScopeAspect.GUESTS;
        return guests.count(scope.sessions()[session]);
    }

    @Override
    public Session guest(int session, int guest) {
        read |= ScopeAspect.GUESTS;
        return blueprint.sessions().get(guests.occupant(scope.sessions()[session], guest));
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
        int holder = holderIndex(session, seat);
        return holder == Decisions.NONE ? null : blueprint.staff().get(holder);
    }

    @Override
    public int holderIndex(int session, int seat) {
        read |= ScopeAspect.SEATS;
        return values[decisions.seat(blueprint.seatsOf()[scope.sessions()[session]][seat])];
    }

    @Override
    public int studentCount(int session) {
        ParticipantCount part = scope.parts()[session];
        read |= part.looksAtMembers() ? ScopeAspect.MEMBERS : ScopeAspect.SIZES;
        return part.count(sizes, blueprint, values);
    }

    @Override
    public boolean isAsleep(int session) {
        read |= ScopeAspect.SLEEP;
        return asleep[scope.sessions()[session]];
    }

    @Override
    public Student student(int group, int place) {
        read |= ScopeAspect.WHO;
        int number = scope.groups()[group];
        Student[] first = given[number];
        return place < first.length
                ? first[place]
                : blueprint
                        .memberships()
                        .get(joined.occupant(number, place - first.length))
                        .student();
    }

    @Override
    public int groupSize(int group) {
        read |= ScopeAspect.SIZES;
        return sizes[scope.groups()[group]];
    }

    @Override
    public @Nullable GroupId joinedGroup(int membership) {
        read |= ScopeAspect.MEMBERS;
        int group = values[decisions.member(scope.memberships()[membership])];
        return group == Decisions.NONE ? null : blueprint.groups().get(group).id();
    }
}
