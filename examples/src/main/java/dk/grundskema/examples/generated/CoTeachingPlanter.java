package dk.grundskema.examples.generated;

import dk.grundskema.examples.generated.PlantedPlan.PlantedLesson;
import dk.grundskema.examples.generated.PlantedPlan.PlantedPreparation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Generates a pool of co-teachers by planting a plan. Each class's lessons go to the co-teacher who can take most of them; if
 * nobody can, a new member joins the pool.
 */
final class CoTeachingPlanter {
    /** Minimum number of lessons for which a co-teacher is sent into a class, unless fewer are left. */
    private static final int WORTH_IT = 4;

    private final GeneratedSchool school;
    private final List<CoTeachingClass> covered = new ArrayList<>();
    private final List<PoolMember> pool = new ArrayList<>();
    private final Map<Integer, BitSet> teachers = new HashMap<>();
    private final Map<String, BitSet> rooms = new HashMap<>();
    private final List<PlantedLesson> lessons = new ArrayList<>();
    private final List<PlantedPreparation> preparations = new ArrayList<>();

    CoTeachingPlanter(SchoolSize size, GeneratedSchool school, SplittableRandom random) {
        this.school = school;
        school.lessons().forEach(one -> busySlots(one.teacher()).set(one.slot()));
        school.secondRooms().forEach(room -> rooms.put(room, new BitSet()));
        for (int teacher = 0; teacher < school.teacherAssignments().coTeachers(); teacher++) {
            var member = new PoolMember(
                    pool.size(),
                    PoolMember.Kind.TEACHER,
                    teacher,
                    school.isPartTime(teacher) ? SchoolWeek.DAYS - 1 : -1);
            busySlots(teacher).stream().forEach(member::occupy);
            pool.add(member);
        }
        chooseClasses(size, random);
        covered.forEach(this::plant);
        covered.forEach(this::prepare);
        addVetoes(random);
    }

    private BitSet busySlots(int teacher) {
        return teachers.computeIfAbsent(teacher, any -> new BitSet());
    }

    private void chooseClasses(SchoolSize size, SplittableRandom random) {
        var classes = new ArrayList<SchoolClass>();
        for (SchoolClass one : school.teacherAssignments().classes()) {
            classes.add(random.nextInt(classes.size() + 1), one);
        }
        for (int i = 0; i < size.covered(); i++) {
            SchoolClass one = classes.get(i);
            boolean isParallel = i % 4 == 2 && SchoolSubject.MATHEMATICS.lessons(one.year()) > 0;
            covered.add(new CoTeachingClass(one, i % 2 == 0, 2 + random.nextInt(8), isParallel));
        }
    }

    private void plant(CoTeachingClass one) {
        var open = new ArrayList<>(school.lessons().stream()
                .filter(one::allowsLesson)
                .sorted(Comparator.comparingInt(GeneratedLesson::slot))
                .toList());
        int left = one.lessons();
        while (left > 0) {
            int worth = Math.min(left, WORTH_IT);
            PoolMember best = pool.stream()
                    .filter(member -> isQualified(member, one) && possibleLessons(member, one, open) >= worth)
                    .max(Comparator.comparingInt((PoolMember member) -> possibleLessons(member, one, open))
                            .thenComparing(PoolMember::number, Comparator.reverseOrder()))
                    .orElseGet(() -> newMember(one));
            int taken = takeLessons(best, one, open, left);
            if (taken == 0) {
                throw new IllegalStateException(
                        "Nobody can take a lesson of (%s).\nMaybe it has too few lessons?".formatted(one));
            }
            left -= taken;
        }
    }

    private static boolean isQualified(PoolMember member, CoTeachingClass one) {
        return !one.isFirst() || member.kind() != PoolMember.Kind.RESOURCE_PERSON;
    }

    private int possibleLessons(PoolMember member, CoTeachingClass one, List<GeneratedLesson> open) {
        long possible =
                open.stream().filter(lesson -> canTeach(member, one, lesson)).count();
        return (int) Math.min(possible, member.lessonsLeft());
    }

    private boolean canTeach(PoolMember member, CoTeachingClass one, GeneratedLesson lesson) {
        return member.isFree(lesson.slot())
                && (!one.isParallel(lesson) || !freeRoom(lesson.slot()).isEmpty());
    }

    private String freeRoom(int slot) {
        return school.secondRooms().stream()
                .filter(room -> !rooms.getOrDefault(room, new BitSet()).get(slot))
                .findFirst()
                .orElse("");
    }

    /** Creates a member with one of three days off, or none. */
    private PoolMember newMember(CoTeachingClass one) {
        int number = pool.size();
        int away = number % 3 == 0 ? number % SchoolWeek.DAYS : -1;
        var member = new PoolMember(
                number, one.isFirst() ? PoolMember.Kind.ADVISOR : PoolMember.Kind.RESOURCE_PERSON, -1, away);
        pool.add(member);
        return member;
    }

    /** Takes lessons from the days in turn, so that they are spread over the week. */
    private int takeLessons(PoolMember member, CoTeachingClass one, List<GeneratedLesson> open, int most) {
        int taken = 0;
        boolean isMore = true;
        while (isMore) {
            isMore = false;
            for (int day = 0; day < SchoolWeek.DAYS; day++) {
                int ofDay = day;
                GeneratedLesson next = open.stream()
                        .filter(lesson -> lesson.slot() / SchoolWeek.A_DAY == ofDay && canTeach(member, one, lesson))
                        .findFirst()
                        .orElse(null);
                if (next != null && taken < most && member.lessonsLeft() > 0) {
                    String room = one.isParallel(next) ? freeRoom(next.slot()) : "";
                    if (!room.isEmpty()) {
                        rooms.getOrDefault(room, new BitSet()).set(next.slot());
                    }
                    member.teach(next.slot(), one.of().id());
                    lessons.add(new PlantedLesson(next.id(), id(member), room));
                    if (member.teacher() >= 0) {
                        busySlots(member.teacher()).set(next.slot());
                    }
                    open.remove(next);
                    taken++;
                    isMore = true;
                }
            }
        }
        return taken;
    }

    /**
     * The class's co-teacher with most lessons meets one of its teachers, preferably the one with most lessons with two adults.
     */
    private void prepare(CoTeachingClass one) {
        List<GeneratedLesson> own =
                school.lessons().stream().filter(one::allowsLesson).toList();
        Map<String, String> who = new HashMap<>();
        lessons.forEach(taught -> who.put(taught.lesson(), taught.coTeacher()));
        PoolMember main = pool.stream()
                .max(Comparator.comparingLong((PoolMember member) -> own.stream()
                                .filter(lesson -> id(member).equals(who.get(lesson.id())))
                                .count())
                        .thenComparing(PoolMember::number, Comparator.reverseOrder()))
                .orElseThrow();
        List<Integer> partners = own.stream()
                .map(GeneratedLesson::teacher)
                .filter(teacher -> teacher != main.teacher())
                .distinct()
                .sorted(Comparator.comparingLong((Integer teacher) -> own.stream()
                                .filter(lesson -> lesson.teacher() == teacher && who.containsKey(lesson.id()))
                                .count())
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        for (int partner : partners) {
            int slot = IntStream.range(0, SchoolWeek.SLOTS)
                    .filter(each -> main.isFree(each) && !busySlots(partner).get(each) && !school.isAway(partner, each))
                    .findFirst()
                    .orElse(-1);
            if (slot >= 0) {
                main.prepare(slot, one.preparation());
                busySlots(partner).set(slot);
                pool.stream().filter(member -> member.teacher() == partner).forEach(member -> member.occupy(slot));
                if (main.teacher() >= 0) {
                    busySlots(main.teacher()).set(slot);
                }
                preparations.add(new PlantedPreparation(one.of().id(), id(main), GeneratedStaff.id(partner), slot));
                return;
            }
        }
        throw new IllegalStateException("Nobody can prepare for (%s).\nMaybe another seed?".formatted(one));
    }

    /** Vetoes a class for every fourth co-teacher, one in which the planted plan does not use them. */
    private void addVetoes(SplittableRandom random) {
        for (PoolMember member : pool) {
            String other = covered.get(random.nextInt(covered.size())).of().id();
            if (member.number() % 4 == 1 && !member.classes().contains(other)) {
                member.vetoedClasses().add(other);
            }
        }
    }

    static String id(PoolMember member) {
        return member.teacher() >= 0 ? GeneratedStaff.id(member.teacher()) : "co-%d".formatted(member.number() + 1);
    }

    List<CoTeachingClass> coTeachingClasses() {
        return covered;
    }

    List<PoolMember> pool() {
        return pool;
    }

    PlantedPlan plantedPlan() {
        return new PlantedPlan(lessons, preparations);
    }
}
