package dk.grundskema.examples.generated;

import dk.grundskema.examples.generated.PlantedPlan.CoTaught;
import dk.grundskema.examples.generated.PlantedPlan.Preparation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Makes up a pool of co-teachers by planting a plan: each class's lessons go to whoever can take most of them, and where nobody can, somebody
 * new joins the pool.
 */
final class Planter {
    /** Nobody is sent into a class for fewer lessons than this, unless no more are left. */
    private static final int WORTH_IT = 4;

    private final MadeSchool school;
    private final List<CoveredClass> covered = new ArrayList<>();
    private final List<PoolMember> pool = new ArrayList<>();
    private final Map<Integer, BitSet> teachers = new HashMap<>();
    private final Map<String, BitSet> rooms = new HashMap<>();
    private final List<CoTaught> lessons = new ArrayList<>();
    private final List<Preparation> preparations = new ArrayList<>();

    Planter(SchoolSize size, MadeSchool school, SplittableRandom random) {
        this.school = school;
        school.lessons().forEach(one -> busy(one.teacher()).set(one.slot()));
        school.secondRooms().forEach(room -> rooms.put(room, new BitSet()));
        for (int teacher = 0; teacher < school.posts().coTeachers(); teacher++) {
            var member = new PoolMember(
                    pool.size(),
                    PoolMember.Kind.TEACHER,
                    teacher,
                    school.isPartTime(teacher) ? SchoolWeek.DAYS - 1 : -1);
            busy(teacher).stream().forEach(member::occupy);
            pool.add(member);
        }
        choose(size, random);
        covered.forEach(this::plant);
        covered.forEach(this::prepare);
        vetoes(random);
    }

    private BitSet busy(int teacher) {
        return teachers.computeIfAbsent(teacher, any -> new BitSet());
    }

    private void choose(SchoolSize size, SplittableRandom random) {
        var classes = new ArrayList<SchoolClass>();
        for (SchoolClass one : school.posts().classes()) {
            classes.add(random.nextInt(classes.size() + 1), one);
        }
        for (int i = 0; i < size.covered(); i++) {
            SchoolClass one = classes.get(i);
            boolean isParallel = i % 4 == 2 && Subject.MATHEMATICS.lessons(one.year()) > 0;
            covered.add(new CoveredClass(one, i % 2 == 0, 2 + random.nextInt(8), isParallel));
        }
    }

    private void plant(CoveredClass one) {
        var open = new ArrayList<>(school.lessons().stream()
                .filter(one::takes)
                .sorted(Comparator.comparingInt(MadeLesson::slot))
                .toList());
        int left = one.lessons();
        while (left > 0) {
            int worth = Math.min(left, WORTH_IT);
            PoolMember best = pool.stream()
                    .filter(member -> isQualified(member, one) && gain(member, one, open) >= worth)
                    .max(Comparator.comparingInt((PoolMember member) -> gain(member, one, open))
                            .thenComparing(PoolMember::number, Comparator.reverseOrder()))
                    .orElseGet(() -> newMember(one));
            int taken = take(best, one, open, left);
            if (taken == 0) {
                throw new IllegalStateException(
                        "Nobody can take a lesson of (%s).\nMaybe it has too few lessons?".formatted(one));
            }
            left -= taken;
        }
    }

    private static boolean isQualified(PoolMember member, CoveredClass one) {
        return !one.isFirst() || member.kind() != PoolMember.Kind.RESOURCE_PERSON;
    }

    private int gain(PoolMember member, CoveredClass one, List<MadeLesson> open) {
        long possible = open.stream().filter(lesson -> can(member, one, lesson)).count();
        return (int) Math.min(possible, member.room());
    }

    private boolean can(PoolMember member, CoveredClass one, MadeLesson lesson) {
        return member.isFree(lesson.slot())
                && (!one.isParallel(lesson) || !freeRoom(lesson.slot()).isEmpty());
    }

    private String freeRoom(int slot) {
        return school.secondRooms().stream()
                .filter(room -> !rooms.getOrDefault(room, new BitSet()).get(slot))
                .findFirst()
                .orElse("");
    }

    /** One of three days off, or none. */
    private PoolMember newMember(CoveredClass one) {
        int number = pool.size();
        int away = number % 3 == 0 ? number % SchoolWeek.DAYS : -1;
        var member = new PoolMember(
                number, one.isFirst() ? PoolMember.Kind.ADVISOR : PoolMember.Kind.RESOURCE_PERSON, -1, away);
        pool.add(member);
        return member;
    }

    /** Takes lessons of day after day in turn, so that they are spread over the week. */
    private int take(PoolMember member, CoveredClass one, List<MadeLesson> open, int most) {
        int taken = 0;
        boolean isMore = true;
        while (isMore) {
            isMore = false;
            for (int day = 0; day < SchoolWeek.DAYS; day++) {
                int ofDay = day;
                MadeLesson next = open.stream()
                        .filter(lesson -> lesson.slot() / SchoolWeek.A_DAY == ofDay && can(member, one, lesson))
                        .findFirst()
                        .orElse(null);
                if (next != null && taken < most && member.room() > 0) {
                    String room = one.isParallel(next) ? freeRoom(next.slot()) : "";
                    if (!room.isEmpty()) {
                        rooms.getOrDefault(room, new BitSet()).set(next.slot());
                    }
                    member.teach(next.slot(), one.of().id());
                    lessons.add(new CoTaught(next.id(), id(member), room));
                    if (member.teacher() >= 0) {
                        busy(member.teacher()).set(next.slot());
                    }
                    open.remove(next);
                    taken++;
                    isMore = true;
                }
            }
        }
        return taken;
    }

    /** The class's co-teacher with most lessons meets one of its teachers, best the one with most lessons with two adults. */
    private void prepare(CoveredClass one) {
        List<MadeLesson> own = school.lessons().stream().filter(one::takes).toList();
        Map<String, String> who = new HashMap<>();
        lessons.forEach(taught -> who.put(taught.lesson(), taught.coTeacher()));
        PoolMember main = pool.stream()
                .max(Comparator.comparingLong((PoolMember member) -> own.stream()
                                .filter(lesson -> id(member).equals(who.get(lesson.id())))
                                .count())
                        .thenComparing(PoolMember::number, Comparator.reverseOrder()))
                .orElseThrow();
        List<Integer> partners = own.stream()
                .map(MadeLesson::teacher)
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
                    .filter(each -> main.isFree(each) && !busy(partner).get(each) && !school.isAway(partner, each))
                    .findFirst()
                    .orElse(-1);
            if (slot >= 0) {
                main.prepare(slot, one.preparation());
                busy(partner).set(slot);
                pool.stream().filter(member -> member.teacher() == partner).forEach(member -> member.occupy(slot));
                if (main.teacher() >= 0) {
                    busy(main.teacher()).set(slot);
                }
                preparations.add(new Preparation(one.of().id(), id(main), MadeStaff.id(partner), slot));
                return;
            }
        }
        throw new IllegalStateException("Nobody can prepare for (%s).\nMaybe another seed?".formatted(one));
    }

    /** Every fourth is not to be in a class that the plan has without them. */
    private void vetoes(SplittableRandom random) {
        for (PoolMember member : pool) {
            String other = covered.get(random.nextInt(covered.size())).of().id();
            if (member.number() % 4 == 1 && !member.classes().contains(other)) {
                member.never().add(other);
            }
        }
    }

    static String id(PoolMember member) {
        return member.teacher() >= 0 ? MadeStaff.id(member.teacher()) : "co-%d".formatted(member.number() + 1);
    }

    List<CoveredClass> covered() {
        return covered;
    }

    List<PoolMember> pool() {
        return pool;
    }

    PlantedPlan plan() {
        return new PlantedPlan(lessons, preparations);
    }
}
