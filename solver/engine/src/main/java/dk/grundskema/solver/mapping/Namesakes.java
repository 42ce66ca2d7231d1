package dk.grundskema.solver.mapping;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntBinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Gives what can stand in for each other the ids that it had in an earlier timetable: of groups that are alike, each gets the id of the group
 * with which it has most members in common, together with its times, rooms and people; of a group's sessions that are alike, each gets the id of
 * the one that was held as it is. Nobody notices, for nobody is anywhere else; but what has not changed looks the same.
 */
public final class Namesakes {
    private final Blueprint blueprint;
    private final Decisions decisions;
    private final Alikes alikes;
    private final List<List<Alikes.Part>> groups;
    private final List<List<Integer>> sessions;
    private final Map<SessionId, Meeting> meetings = new HashMap<>();
    private final Map<GroupId, Set<StudentId>> before = new HashMap<>();

    /** The names that an earlier timetable gives. */
    public Namesakes(Blueprint blueprint, Timetable earlier) {
        this.blueprint = blueprint;
        this.decisions = blueprint.decisions();
        this.alikes = new Alikes(blueprint);
        this.groups = alikes.groups();
        this.sessions = alikes.sessions();
        earlier.meetings().forEach(one -> meetings.put(one.sessionId(), one));
        for (GroupMembers group : earlier.groups()) {
            Set<StudentId> members = before.computeIfAbsent(group.id(), fresh -> new HashSet<>());
            group.members().stream().map(GroupMember::studentId).forEach(members::add);
        }
    }

    /** The same decisions under the names of the earlier timetable; those that are given stay as they are. */
    public int[] kept(int[] values) {
        int[] named = values.clone();
        for (List<Alikes.Part> some : groups) {
            renameGroups(some, named);
        }
        for (List<Integer> some : sessions) {
            renameSessions(some, named);
        }
        return named;
    }

    private void renameGroups(List<Alikes.Part> some, int[] values) {
        List<Set<StudentId>> now =
                some.stream().map(one -> members(one.group(), values)).toList();
        int[] names = matched(some.size(), (one, name) -> {
            Set<StudentId> then = before.getOrDefault(
                    blueprint.groups().get(some.get(name).group()).id(), Set.of());
            return (int) now.get(one).stream().filter(then::contains).count();
        });
        int[] old = values.clone();
        Map<Integer, Integer> newGroup = new HashMap<>();
        for (int one = 0; one < names.length; one++) {
            Alikes.Part from = some.get(one);
            Alikes.Part to = some.get(names[one]);
            newGroup.put(from.group(), to.group());
            for (int i = 0; i < from.sessions().length; i++) {
                values[decisions.slot(to.sessions()[i])] = old[decisions.slot(from.sessions()[i])];
                values[decisions.room(to.sessions()[i])] = old[decisions.room(from.sessions()[i])];
            }
            for (int i = 0; i < from.seats().length; i++) {
                values[decisions.seat(to.seats()[i])] = old[decisions.seat(from.seats()[i])];
            }
        }
        for (int m = 0; m < blueprint.memberships().size(); m++) {
            values[decisions.member(m)] = newGroup.getOrDefault(old[decisions.member(m)], old[decisions.member(m)]);
        }
    }

    private Set<StudentId> members(int group, int[] values) {
        Set<StudentId> members = new HashSet<>();
        for (int m = 0; m < blueprint.memberships().size(); m++) {
            if (values[decisions.member(m)] == group) {
                members.add(blueprint.memberships().get(m).student().id());
            }
        }
        return members;
    }

    private void renameSessions(List<Integer> some, int[] values) {
        int[] names = matched(some.size(), (one, name) -> likeness(some.get(one), meetingOf(some.get(name)), values));
        int[] old = values.clone();
        for (int one = 0; one < names.length; one++) {
            int from = some.get(one);
            int to = some.get(names[one]);
            values[decisions.slot(to)] = old[decisions.slot(from)];
            values[decisions.room(to)] = old[decisions.room(from)];
            for (int i = 0; i < blueprint.seatsOf()[from].length; i++) {
                if (alikes.isOwn(blueprint.seatsOf()[from][i])) {
                    values[decisions.seat(blueprint.seatsOf()[to][i])] =
                            old[decisions.seat(blueprint.seatsOf()[from][i])];
                }
            }
        }
    }

    private @Nullable Meeting meetingOf(int session) {
        return meetings.get(blueprint.sessions().get(session).id());
    }

    /** How much of a session's decisions is as an earlier meeting was: the time counts most, then who, then where. */
    private int likeness(int session, @Nullable Meeting was, int[] values) {
        int slot = values[decisions.slot(session)];
        if (was == null || slot == Decisions.NONE) {
            return 0;
        }
        int alike = blueprint.times().get(session).get(slot).equals(was.time()) ? 100 : 0;
        int room = values[decisions.room(session)];
        alike += room != Decisions.NONE && blueprint.rooms().get(room).id().equals(was.roomId()) ? 1 : 0;
        for (int seat : blueprint.seatsOf()[session]) {
            int place = blueprint.placeInMeeting(session, seat);
            int holder = values[decisions.seat(seat)];
            StaffId then = place < was.seats().size() ? was.seats().get(place).staffId() : null;
            boolean isSame = holder != Decisions.NONE
                    && Objects.equals(then, blueprint.staff().get(holder).id());
            alike += isSame && alikes.isOwn(seat) ? 10 : 0;
        }
        return alike;
    }

    /** A pair that is alike to some degree. */
    private record Pair(int one, int name, int alike) {
        boolean isSame() {
            return one == name;
        }
    }

    /** For each one a name: the pair with most in common comes first, and at a tie whoever has the name already keeps it. */
    private static int[] matched(int count, IntBinaryOperator alike) {
        var pairs = new ArrayList<Pair>();
        for (int one = 0; one < count; one++) {
            for (int name = 0; name < count; name++) {
                pairs.add(new Pair(one, name, alike.applyAsInt(one, name)));
            }
        }
        pairs.sort(Comparator.comparingInt(Pair::alike)
                .thenComparing(Pair::isSame)
                .reversed()
                .thenComparingInt(Pair::one)
                .thenComparingInt(Pair::name));
        int[] names = new int[count];
        Arrays.fill(names, -1);
        var taken = new boolean[count];
        for (Pair pair : pairs) {
            if (names[pair.one()] < 0 && !taken[pair.name()]) {
                names[pair.one()] = pair.name();
                taken[pair.name()] = true;
            }
        }
        return names;
    }
}
