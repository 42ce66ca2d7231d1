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
 * Gives interchangeable groups and sessions the ids of an earlier timetable. Each group gets the id of the earlier
 * group with the most members in common, together with its times, rooms and staff; each session of a group gets the id
 * of the most similar earlier one. This changes nobody's schedule, but unchanged parts keep their ids.
 */
public final class EarlierIdMatcher {
    private final Blueprint blueprint;
    private final Decisions decisions;
    private final InterchangeableGroups alikes;
    private final List<List<InterchangeableGroups.GroupParts>> groups;
    private final List<List<Integer>> sessions;
    private final Map<SessionId, Meeting> meetings = new HashMap<>();
    private final Map<GroupId, Set<StudentId>> before = new HashMap<>();

    /** Indexes an earlier timetable. */
    public EarlierIdMatcher(Blueprint blueprint, Timetable earlier) {
        this.blueprint = blueprint;
        this.decisions = blueprint.decisions();
        this.alikes = new InterchangeableGroups(blueprint);
        this.groups = alikes.groups();
        this.sessions = alikes.sessions();
        earlier.meetings().forEach(one -> meetings.put(one.sessionId(), one));
        for (GroupMembers group : earlier.groups()) {
            Set<StudentId> members = before.computeIfAbsent(group.id(), fresh -> new HashSet<>());
            group.members().stream().map(GroupMember::studentId).forEach(members::add);
        }
    }

    /** Returns the decisions with the ids of the earlier timetable. Does not modify the given array. */
    public int[] withEarlierIds(int[] values) {
        int[] named = values.clone();
        for (List<InterchangeableGroups.GroupParts> some : groups) {
            renameGroups(some, named);
        }
        for (List<Integer> some : sessions) {
            renameSessions(some, named);
        }
        return named;
    }

    private void renameGroups(List<InterchangeableGroups.GroupParts> some, int[] values) {
        List<Set<StudentId>> now =
                some.stream().map(one -> members(one.group(), values)).toList();
        int[] names = matchByLikeness(some.size(), (one, name) -> {
            Set<StudentId> then = before.getOrDefault(
                    blueprint.groups().get(some.get(name).group()).id(), Set.of());
            return (int) now.get(one).stream().filter(then::contains).count();
        });
        int[] old = values.clone();
        Map<Integer, Integer> newGroup = new HashMap<>();
        for (int one = 0; one < names.length; one++) {
            InterchangeableGroups.GroupParts from = some.get(one);
            InterchangeableGroups.GroupParts to = some.get(names[one]);
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
        int[] names =
                matchByLikeness(some.size(), (one, name) -> likeness(some.get(one), meetingOf(some.get(name)), values));
        int[] old = values.clone();
        for (int one = 0; one < names.length; one++) {
            int from = some.get(one);
            int to = some.get(names[one]);
            values[decisions.slot(to)] = old[decisions.slot(from)];
            values[decisions.room(to)] = old[decisions.room(from)];
            for (int i = 0; i < blueprint.seatsOf()[from].length; i++) {
                if (alikes.isOfSingleSession(blueprint.seatsOf()[from][i])) {
                    values[decisions.seat(blueprint.seatsOf()[to][i])] =
                            old[decisions.seat(blueprint.seatsOf()[from][i])];
                }
            }
        }
    }

    private @Nullable Meeting meetingOf(int session) {
        return meetings.get(blueprint.sessions().get(session).id());
    }

    /** Returns the similarity of a session and an earlier meeting: 100 for the time, 10 per holder, 1 for the room. */
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
            alike += isSame && alikes.isOfSingleSession(seat) ? 10 : 0;
        }
        return alike;
    }

    /** A candidate pair and its similarity. */
    private record ScoredPair(int one, int name, int alike) {
        boolean isSame() {
            return one == name;
        }
    }

    /**
     * Returns an id for each item, by greedy matching: the most similar pair first; on a tie an item keeps its current
     * id.
     */
    private static int[] matchByLikeness(int count, IntBinaryOperator alike) {
        var pairs = new ArrayList<ScoredPair>();
        for (int one = 0; one < count; one++) {
            for (int name = 0; name < count; name++) {
                pairs.add(new ScoredPair(one, name, alike.applyAsInt(one, name)));
            }
        }
        pairs.sort(Comparator.comparingInt(ScoredPair::alike)
                .thenComparing(ScoredPair::isSame)
                .reversed()
                .thenComparingInt(ScoredPair::one)
                .thenComparingInt(ScoredPair::name));
        int[] names = new int[count];
        Arrays.fill(names, -1);
        var taken = new boolean[count];
        for (ScoredPair pair : pairs) {
            if (names[pair.one()] < 0 && !taken[pair.name()]) {
                names[pair.one()] = pair.name();
                taken[pair.name()] = true;
            }
        }
        return names;
    }
}
