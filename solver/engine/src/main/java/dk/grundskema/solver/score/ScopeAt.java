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

/** Looks at one scope after the other of a plan that stands in arrays; lives with one thread. */
public final class ScopeAt implements ScopeView {
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
     * @param blueprint the problem by numbers
     * @param values    how decisions stand, what sleeps being undecided; may change meanwhile
     * @param guests    who is placed into whom; may change meanwhile
     * @param sizes     size of each group; may change meanwhile
     * @param joined    which memberships decide for which group; may change meanwhile
     * @param asleep    which sessions sleep; may change meanwhile
     */
    public ScopeAt(
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
                                .get(blueprint.index().student().of(member.studentId())))
                        .toArray(Student[]::new))
                .toArray(Student[][]::new);
    }

    /** Turns to another scope, of which nothing has been read yet. */
    public ScopeAt at(NumberedScope other) {
        scope = other;
        read = 0;
        return this;
    }

    /** What was looked at since turning to the scope: a sum of {@link Aspect} bits. */
    int read() {
        return read;
    }

    @Override
    public @Nullable MeetingTime time(int session) {
        read |= Aspect.TIME;
        int number = scope.sessions()[session];
        int slot = values[decisions.slot(number)];
        return slot == Decisions.NONE ? null : blueprint.times().get(number).get(slot);
    }

    @Override
    public @Nullable Room room(int session) {
        read |= Aspect.ROOM;
        int room = values[decisions.room(scope.sessions()[session])];
        return room == Decisions.NONE ? null : blueprint.rooms().get(room);
    }

    @Override
    public int guests(int session) {
        read |= Aspect.GUESTS;
        return guests.count(scope.sessions()[session]);
    }

    @Override
    public Session guest(int session, int guest) {
        read |= Aspect.GUESTS;
        return blueprint.sessions().get(guests.of(scope.sessions()[session], guest));
    }

    @Override
    public int seats(int session) {
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
        read |= Aspect.SEATS;
        return values[decisions.seat(blueprint.seatsOf()[scope.sessions()[session]][seat])];
    }

    @Override
    public int students(int session) {
        TakingPart part = scope.parts()[session];
        read |= part.looksAtMembers() ? Aspect.MEMBERS : Aspect.SIZES;
        return part.count(sizes, blueprint, values);
    }

    @Override
    public boolean isAsleep(int session) {
        read |= Aspect.SLEEP;
        return asleep[scope.sessions()[session]];
    }

    @Override
    public Student student(int group, int place) {
        read |= Aspect.WHO;
        int number = scope.groups()[group];
        Student[] first = given[number];
        return place < first.length
                ? first[place]
                : blueprint
                        .memberships()
                        .get(joined.of(number, place - first.length))
                        .student();
    }

    @Override
    public int size(int group) {
        read |= Aspect.SIZES;
        return sizes[scope.groups()[group]];
    }

    @Override
    public @Nullable GroupId joined(int membership) {
        read |= Aspect.MEMBERS;
        int group = values[decisions.member(scope.memberships()[membership])];
        return group == Decisions.NONE ? null : blueprint.groups().get(group).id();
    }
}
