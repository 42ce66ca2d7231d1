package dk.grundskema.solver.explain;

import dk.grundskema.domain.demand.Relief;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.model.ReliefSpots;
import dk.grundskema.solver.model.Spots;
import dk.grundskema.solver.spi.TimelineRule;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Whose time goes where, as decisions stand and never change again: lessons, and what sessions, seats and groups add. */
final class HeldDuties {
    private record Whose(TimelineRule.Owner owner, int number) {}

    private final Blueprint blueprint;
    private final Decisions decisions;
    private final Spots spots;
    private final int[] values;
    private final Map<StudentId, Set<GroupId>> joined = new HashMap<>();
    private final Map<Whose, SortedMap<Integer, Integer>> known = new HashMap<>();

    HeldDuties(Blueprint blueprint, int[] values) {
        this.blueprint = blueprint;
        this.decisions = blueprint.decisions();
        this.spots = blueprint.spots();
        this.values = values;
        for (int m = 0; m < blueprint.memberships().size(); m++) {
            int group = values[decisions.member(m)];
            if (group != Decisions.NONE) {
                joined.computeIfAbsent(blueprint.memberships().get(m).student().id(), fresh -> new HashSet<>())
                        .add(blueprint.groups().get(group).id());
            }
        }
    }

    private int slot(int session) {
        return values[decisions.slot(session)];
    }

    /** Spots of an owner and how often, in order; not to be changed. Gathered once, for several rules look at the same. */
    SortedMap<Integer, Integer> of(TimelineRule.Owner owner, int number) {
        return known.computeIfAbsent(new Whose(owner, number), fresh -> {
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
        var id = blueprint.staff().get(person).id();
        Set<Integer> freed = freed(person);
        eachLesson((lesson, some) -> {
            if (lesson.staffIds().contains(id)) {
                add(
                        duties,
                        Arrays.stream(some)
                                .filter(spot -> !freed.contains(spot))
                                .toArray());
            }
        });
        for (int k = 0; k < blueprint.seats().size(); k++) {
            if (values[decisions.seat(k)] == person) {
                for (int s : blueprint.sessionsOf()[k]) {
                    if (slot(s) != Decisions.NONE && !blueprint.isGuest(s)) {
                        add(duties, spots.of()[s][slot(s)]);
                    }
                }
            }
        }
    }

    /** Spots of lessons that somebody else takes for the person. */
    private Set<Integer> freed(int person) {
        var reliefs = new ReliefSpots(blueprint);
        Set<Integer> freed = new HashSet<>();
        for (int s = 0; s < blueprint.sessions().size(); s++) {
            Relief relief = blueprint.sessions().get(s).relief();
            int seat = relief == null ? Decisions.NONE : reliefs.seat(s);
            if (relief != null
                    && seat != Decisions.NONE
                    && reliefs.person(relief) == person
                    && slot(s) != Decisions.NONE
                    && values[decisions.seat(seat)] != Decisions.NONE) {
                Arrays.stream(reliefs.spots(s, slot(s), relief)).forEach(freed::add);
            }
        }
        return freed;
    }

    private void roomDuties(int room, Map<Integer, Integer> duties) {
        var id = blueprint.rooms().get(room).id();
        eachLesson((lesson, some) -> {
            if (lesson.rooms().contains(id)) {
                add(duties, some);
            }
        });
        for (int s = 0; s < blueprint.sessions().size(); s++) {
            boolean isTaken = !blueprint.isLesson(s) || isFilled(s);
            if (values[decisions.room(s)] == room && slot(s) != Decisions.NONE && !blueprint.isGuest(s) && isTaken) {
                add(duties, spots.of()[s][slot(s)]);
            }
        }
    }

    private boolean isFilled(int session) {
        return Arrays.stream(blueprint.seatsOf()[session])
                .anyMatch(seat -> values[decisions.seat(seat)] != Decisions.NONE);
    }

    private void studentDuties(int student, Map<Integer, Integer> duties) {
        StudentId id = blueprint.students().get(student).id();
        eachLesson((lesson, some) -> {
            for (int spot : some) {
                if (lesson.studentIds().contains(id)
                        || lesson.groupIds().stream().anyMatch(group -> isIn(group, id, spot))) {
                    duties.put(spot, 1);
                }
            }
        });
        for (int s = 0; s < blueprint.sessions().size(); s++) {
            Session session = blueprint.sessions().get(s);
            if (slot(s) == Decisions.NONE || blueprint.isGuest(s) || blueprint.isLesson(s)) {
                continue;
            }
            for (int spot : spots.of()[s][slot(s)]) {
                if (session.students().contains(id)
                        || session.groups().stream().anyMatch(group -> joined(group, id) || isIn(group, id, spot))) {
                    duties.put(spot, 1);
                }
            }
        }
    }

    private boolean isIn(GroupId group, StudentId id, int spot) {
        for (GroupMember member :
                blueprint.groups().get(blueprint.index().group().of(group)).members()) {
            if (member.studentId().equals(id)) {
                return member.weeks().isEmpty() || member.weeks().contains(IsoWeek.of(spots.date()[spot]));
            }
        }
        return false;
    }

    private boolean joined(GroupId group, StudentId id) {
        return joined.getOrDefault(id, Set.of()).contains(group);
    }

    private interface EachLesson {
        void accept(Lesson lesson, int[] spots);
    }

    private void eachLesson(EachLesson each) {
        List<Lesson> lessons = blueprint.problem().lessons();
        for (int i = 0; i < lessons.size(); i++) {
            each.accept(lessons.get(i), spots.lessons()[i]);
        }
    }
}
