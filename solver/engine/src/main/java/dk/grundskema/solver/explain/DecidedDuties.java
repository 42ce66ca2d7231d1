package dk.grundskema.solver.explain;

import dk.grundskema.domain.demand.Relief;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.model.ReliefTimeSlots;
import dk.grundskema.solver.model.TimeSlots;
import dk.grundskema.solver.spi.TimelineRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The duties of each owner for a fixed set of decisions: lessons, and what sessions, seats and groups add. Indexes are built once, because the
 * decisions never change.
 */
final class DecidedDuties {
    private record OwnerKey(TimelineRule.Owner owner, int number) {}

    private final Blueprint blueprint;
    private final Decisions decisions;
    private final TimeSlots spots;
    private final int[] values;
    private final Map<StudentId, Set<GroupId>> joined = new HashMap<>();
    private final Map<Object, List<Integer>> lessonsOf = new HashMap<>();
    private final Map<Integer, List<Integer>> seatsOf = new HashMap<>();
    private final Map<StudentId, Map<GroupId, GroupMember>> membersByGroup = new HashMap<>();
    private final Map<Object, List<Integer>> sessionsOf = new HashMap<>();
    private final Map<Integer, Set<Integer>> freed = new HashMap<>();
    private final Map<OwnerKey, SortedMap<Integer, Integer>> minutesByOwner = new HashMap<>();

    DecidedDuties(Blueprint blueprint, int[] values) {
        this.blueprint = blueprint;
        this.decisions = blueprint.decisions();
        this.spots = blueprint.spots();
        this.values = values;
        indexLessonsAndSeats();
        indexSessions();
        for (int m = 0; m < blueprint.memberships().size(); m++) {
            int group = values[decisions.member(m)];
            if (group != Decisions.NONE) {
                joined.computeIfAbsent(blueprint.memberships().get(m).student().id(), fresh -> new HashSet<>())
                        .add(blueprint.groups().get(group).id());
            }
        }
    }

    /** Indexes lessons and seats by owner, so that a lookup does not scan all of them. */
    private void indexLessonsAndSeats() {
        List<Lesson> lessons = blueprint.problem().lessons();
        for (int i = 0; i < lessons.size(); i++) {
            Lesson lesson = lessons.get(i);
            var owners = new HashSet<Object>(lesson.staffIds());
            owners.addAll(lesson.rooms());
            owners.addAll(lesson.studentIds());
            owners.addAll(lesson.groupIds());
            for (Object owner : owners) {
                lessonsOf.computeIfAbsent(owner, fresh -> new ArrayList<>()).add(i);
            }
        }
        for (int k = 0; k < blueprint.seats().size(); k++) {
            seatsOf.computeIfAbsent(values[decisions.seat(k)], fresh -> new ArrayList<>())
                    .add(k);
        }
        for (Group group : blueprint.groups()) {
            for (GroupMember member : group.members()) {
                membersByGroup
                        .computeIfAbsent(member.studentId(), fresh -> new HashMap<>())
                        .putIfAbsent(group.id(), member);
            }
        }
    }

    /** Indexes held sessions by room, student and group, and the spots of lessons that staff members are released from. */
    private void indexSessions() {
        var reliefs = new ReliefTimeSlots(blueprint);
        for (int s = 0; s < blueprint.sessions().size(); s++) {
            if (slot(s) == Decisions.NONE || blueprint.isGuest(s)) {
                continue;
            }
            Session session = blueprint.sessions().get(s);
            Relief relief = session.relief();
            int seat = relief == null ? Decisions.NONE : reliefs.relievingSeat(s);
            if (relief != null && seat != Decisions.NONE && values[decisions.seat(seat)] != Decisions.NONE) {
                Set<Integer> spotsFreed =
                        freed.computeIfAbsent(reliefs.relievedPerson(relief), fresh -> new HashSet<>());
                Arrays.stream(reliefs.relievedSpots(s, slot(s), relief)).forEach(spotsFreed::add);
            }
            var owners = new HashSet<Object>();
            int room = values[decisions.room(s)];
            if (room != Decisions.NONE && (!blueprint.isLesson(s) || isFilled(s))) {
                owners.add(blueprint.rooms().get(room).id());
            }
            if (!blueprint.isLesson(s)) {
                owners.addAll(session.students());
                owners.addAll(session.groups());
            }
            for (Object owner : owners) {
                sessionsOf.computeIfAbsent(owner, fresh -> new ArrayList<>()).add(s);
            }
        }
    }

    private List<Integer> sessionsOf(Object owner) {
        return sessionsOf.getOrDefault(owner, List.of());
    }

    private int slot(int session) {
        return values[decisions.slot(session)];
    }

    /** Returns the spots of an owner and their multiplicity, in order; not to be modified. Cached, because several rules read the same owner. */
    SortedMap<Integer, Integer> of(TimelineRule.Owner owner, int number) {
        return minutesByOwner.computeIfAbsent(new OwnerKey(owner, number), fresh -> {
            SortedMap<Integer, Integer> duties = new TreeMap<>();
            switch (owner) {
                case STAFF -> staffDuties(number, duties);
                case ROOM -> roomDuties(number, duties);
                case STUDENT -> studentDuties(number, duties);
            }
            return Collections.unmodifiableSortedMap(duties);
        });
    }

    private static void add(Map<Integer, Integer> duties, int[] some) {
        for (int spot : some) {
            duties.merge(spot, 1, Integer::sum);
        }
    }

    private void staffDuties(int person, Map<Integer, Integer> duties) {
        Set<Integer> free = relievedSpots(person);
        for (int lesson : lessonsOf(blueprint.staff().get(person).id())) {
            for (int spot : spots.lessons()[lesson]) {
                if (!free.contains(spot)) {
                    duties.merge(spot, 1, Integer::sum);
                }
            }
        }
        for (int k : seatsOf.getOrDefault(person, List.of())) {
            for (int s : blueprint.sessionsOf()[k]) {
                if (slot(s) != Decisions.NONE && !blueprint.isGuest(s)) {
                    add(duties, spots.of()[s][slot(s)]);
                }
            }
        }
    }

    private List<Integer> lessonsOf(Object owner) {
        return lessonsOf.getOrDefault(owner, List.of());
    }

    /** Returns the spots of lessons that a person is released from. */
    Set<Integer> relievedSpots(int person) {
        return freed.getOrDefault(person, Set.of());
    }

    private void roomDuties(int room, Map<Integer, Integer> duties) {
        var id = blueprint.rooms().get(room).id();
        lessonsOf(id).forEach(lesson -> add(duties, spots.lessons()[lesson]));
        sessionsOf(id).forEach(s -> add(duties, spots.of()[s][slot(s)]));
    }

    private boolean isFilled(int session) {
        return Arrays.stream(blueprint.seatsOf()[session])
                .anyMatch(seat -> values[decisions.seat(seat)] != Decisions.NONE);
    }

    private void studentDuties(int student, Map<Integer, Integer> duties) {
        StudentId id = blueprint.students().get(student).id();
        Set<GroupId> groups =
                new HashSet<>(membersByGroup.getOrDefault(id, Map.of()).keySet());
        groups.addAll(joined.getOrDefault(id, Set.of()));
        var concerned = new TreeSet<>(lessonsOf(id));
        groups.forEach(group -> concerned.addAll(lessonsOf(group)));
        for (int number : concerned) {
            Lesson lesson = blueprint.problem().lessons().get(number);
            for (int spot : spots.lessons()[number]) {
                if (lesson.studentIds().contains(id)
                        || lesson.groupIds().stream().anyMatch(group -> isIn(group, id, spot))) {
                    duties.put(spot, 1);
                }
            }
        }
        var held = new TreeSet<>(sessionsOf(id));
        groups.forEach(group -> held.addAll(sessionsOf(group)));
        for (int s : held) {
            Session session = blueprint.sessions().get(s);
            for (int spot : spots.of()[s][slot(s)]) {
                if (session.students().contains(id)
                        || session.groups().stream().anyMatch(group -> hasJoined(group, id) || isIn(group, id, spot))) {
                    duties.put(spot, 1);
                }
            }
        }
    }

    private boolean isIn(GroupId group, StudentId id, int spot) {
        GroupMember member = membersByGroup.getOrDefault(id, Map.of()).get(group);
        return member != null && (member.weeks().isEmpty() || member.weeks().contains(IsoWeek.of(spots.date()[spot])));
    }

    private boolean hasJoined(GroupId group, StudentId id) {
        return joined.getOrDefault(id, Set.of()).contains(group);
    }
}
