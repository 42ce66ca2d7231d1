package dk.grundskema.solver.score;

import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.solver.model.Blueprint;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The lessons of each student. Students with the same lessons in the same weeks share a profile, so that a
 * municipality's lessons are not listed for each of its students.
 */
final class StudentLessonProfiles {
    private final Blueprint blueprint;
    private final Map<Set<IsoWeek>, Integer> weekNumbers = new HashMap<>();
    private final Map<Integer, Set<IsoWeek>> weeks = new HashMap<>();
    private final Map<StretchSignature, Integer> profiles = new HashMap<>();
    private final Map<Integer, StretchSignature> ofProfile = new HashMap<>();
    private final int[] profileOf;
    private final Map<Integer, int[]> spots = new HashMap<>();

    StudentLessonProfiles(Blueprint blueprint) {
        this.blueprint = blueprint;
        int students = blueprint.students().size();
        long[][] lists = new long[students][8];
        int[] counts = new int[students];
        List<Lesson> lessons = blueprint.problem().lessons();
        for (int i = 0; i < lessons.size(); i++) {
            for (var id : lessons.get(i).studentIds()) {
                add(lists, counts, blueprint.index().student().indexOf(id), i, Set.of());
            }
            for (GroupId group : lessons.get(i).groupIds()) {
                for (GroupMember member : members(group)) {
                    add(lists, counts, blueprint.index().student().indexOf(member.studentId()), i, member.weeks());
                }
            }
        }
        this.profileOf = new int[students];
        for (int student = 0; student < students; student++) {
            var lessonsAndWeeks = new StretchSignature(Arrays.copyOf(lists[student], counts[student]));
            profileOf[student] = profiles.computeIfAbsent(lessonsAndWeeks, fresh -> profiles.size());
            ofProfile.putIfAbsent(profileOf[student], lessonsAndWeeks);
        }
    }

    /** An empty set of weeks means all weeks of the lesson. */
    private void add(long[][] lists, int[] counts, int student, int lesson, Set<IsoWeek> inWeeks) {
        int number = weekNumbers.computeIfAbsent(inWeeks, fresh -> weekNumbers.size());
        weeks.putIfAbsent(number, inWeeks);
        if (counts[student] == lists[student].length) {
            lists[student] = Arrays.copyOf(lists[student], 2 * counts[student]);
        }
        lists[student][counts[student]++] = (long) lesson << 32 | number;
    }

    private List<GroupMember> members(GroupId group) {
        return blueprint.groups().get(blueprint.index().group().indexOf(group)).members();
    }

    /** Returns the number of a student's profile. */
    int profileOf(int student) {
        return profileOf[student];
    }

    /** Returns the spots of a profile's lessons, in order and without duplicates; do not modify the array. */
    int[] spotsOfProfile(int profile) {
        return spots.computeIfAbsent(profile, fresh -> {
            StretchSignature known = ofProfile.getOrDefault(profile, new StretchSignature(new long[0]));
            return Arrays.stream(known.signs())
                    .flatMap(one -> Arrays.stream(restrictToWeeks(
                                    blueprint.spots().lessons()[(int) (one >> 32)],
                                    weeks.getOrDefault((int) one, Set.of())))
                            .asLongStream())
                    .mapToInt(spot -> (int) spot)
                    .sorted()
                    .distinct()
                    .toArray();
        });
    }

    /** Returns the spots that start in the weeks in which a member takes part. */
    int[] restrictToWeeks(int[] some, GroupMember member) {
        return restrictToWeeks(some, member.weeks());
    }

    private int[] restrictToWeeks(int[] some, Set<IsoWeek> inWeeks) {
        return inWeeks.isEmpty()
                ? some
                : Arrays.stream(some)
                        .filter(spot ->
                                inWeeks.contains(IsoWeek.of(blueprint.spots().date()[spot])))
                        .toArray();
    }
}
