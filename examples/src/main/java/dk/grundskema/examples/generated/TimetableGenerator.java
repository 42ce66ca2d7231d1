package dk.grundskema.examples.generated;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * Generates a school's week by simulated annealing: each class's lessons fill its days without gaps, no teacher is in two places,
 * rooms of each kind suffice. A step swaps two slots of one class; the more it increases the cost, the less likely it is
 * accepted.
 */
final class TimetableGenerator {
    private static final long MOST_STEPS = 40_000_000;
    private static final long ROUND = 2_000_000;
    private static final double WARM = 5;
    private static final double COLD = 0.5;
    private static final double COOLING = 0.999_997;
    private static final int CLASH = 10;

    private final TeacherAssignments teacherAssignments;
    private final Map<String, Integer> rooms;
    private final BiPredicate<Integer, Integer> isAway;
    private final SplittableRandom random;
    private final int[][] lessonsHeld;
    private final boolean[][] isFixed;
    private final int[][] teacherAt;
    private final Map<String, int[]> roomsAt = new TreeMap<>();
    private final int[][] onDay;
    private long clashes;
    private long repeats;

    /**
     * @param rooms  number of rooms of each kind
     * @param isAway whether a teacher is away in a lesson of the week
     */
    TimetableGenerator(
            TeacherAssignments teacherAssignments,
            Map<String, Integer> rooms,
            BiPredicate<Integer, Integer> isAway,
            SplittableRandom random) {
        this.teacherAssignments = teacherAssignments;
        this.rooms = rooms;
        this.isAway = isAway;
        this.random = random;
        lessonsHeld = new int[teacherAssignments.classes().size()][SchoolWeek.SLOTS];
        isFixed = new boolean[lessonsHeld.length][SchoolWeek.SLOTS];
        teacherAt = new int[teacherAssignments.teachers()][SchoolWeek.SLOTS];
        onDay = new int[teacherAssignments.teachings().size()][SchoolWeek.DAYS];
        rooms.keySet().forEach(kind -> roomsAt.put(kind, new int[SchoolWeek.SLOTS]));
        for (int[] week : lessonsHeld) {
            Arrays.fill(week, -1);
        }
    }

    /**
     * Returns for each class and lesson of the week the number of its teaching, -1 for none.
     *
     * @throws IllegalStateException if no week was found
     */
    int[][] generate() {
        teacherAssignments.bands().forEach(this::fixElectives);
        for (SchoolClass one : teacherAssignments.classes()) {
            fillWeek(one);
        }
        double temperature = WARM;
        for (long step = 0; clashes > 0 && step < MOST_STEPS; step++) {
            temperature = step % ROUND == 0 ? WARM : Math.max(COLD, temperature * COOLING);
            swap(random.nextInt(lessonsHeld.length), temperature);
        }
        if (clashes > 0) {
            throw new IllegalStateException(
                    "No week was found for the school, (%d) clashes remain.\nMaybe another seed?".formatted(clashes));
        }
        return lessonsHeld;
    }

    /** The electives of a year are on a day of their own, in the third double lesson. */
    private void fixElectives(TeacherAssignments.ElectiveBand band) {
        int slot = (band.year() - 6) * SchoolWeek.A_DAY + 4;
        for (int i = slot; i < slot + 2; i++) {
            for (int teacher : band.teachers()) {
                teacherAt[teacher][i]++;
            }
            for (SchoolClass one : band.classes()) {
                int teaching = teacherAssignments.teachings().stream()
                        .filter(each -> each.of().equals(one) && each.subject() == SchoolSubject.ELECTIVE)
                        .findFirst()
                        .orElseThrow()
                        .number();
                isFixed[one.number()][i] = true;
                place(one.number(), i, teaching, 1);
            }
        }
    }

    private void fillWeek(SchoolClass one) {
        int[] week = lessonsHeld[one.number()];
        var pairs = new ArrayList<Integer>();
        var singles = new ArrayList<Integer>();
        for (int slot = 0; slot < SchoolWeek.SLOTS; slot++) {
            boolean isOpen = isOpen(one, slot) && week[slot] < 0;
            if (isOpen && slot % 2 == 0 && isOpen(one, slot + 1)) {
                pairs.add(random.nextInt(pairs.size() + 1), slot);
            }
        }
        Map<Integer, Integer> left = new LinkedHashMap<>();
        for (ClassSubject teaching : teacherAssignments.teachings()) {
            if (teaching.of().equals(one) && teaching.subject() != SchoolSubject.ELECTIVE) {
                int lessons = teaching.lessons();
                if (teaching.subject().allowsDoubles() && lessons >= 2) {
                    int slot = pairs.removeLast();
                    place(one.number(), slot, teaching.number(), 1);
                    place(one.number(), slot + 1, teaching.number(), 1);
                    lessons -= 2;
                }
                left.put(teaching.number(), lessons);
            }
        }
        for (int slot = 0; slot < SchoolWeek.SLOTS; slot++) {
            if (isOpen(one, slot) && week[slot] < 0) {
                singles.add(random.nextInt(singles.size() + 1), slot);
            }
        }
        left.forEach((teaching, lessons) -> {
            for (int i = 0; i < lessons; i++) {
                place(one.number(), singles.removeLast(), teaching, 1);
            }
        });
    }

    private static boolean isOpen(SchoolClass one, int slot) {
        int day = slot / SchoolWeek.A_DAY;
        return slot % SchoolWeek.A_DAY < SchoolWeek.lessonsOn(day, SchoolSubject.lessonsPerWeek(one.year()));
    }

    private void swap(int of, double temperature) {
        int a = random.nextInt(SchoolWeek.SLOTS);
        int b = random.nextInt(SchoolWeek.SLOTS);
        int length = isDouble(of, a) || isDouble(of, b) ? 2 : 1;
        if (length == 2) {
            a -= a % 2;
            b -= b % 2;
        }
        if (a == b || !canMove(of, a, length) || !canMove(of, b, length)) {
            return;
        }
        long before = cost();
        exchange(of, a, b, length);
        long worse = cost() - before;
        if (worse > 0 && random.nextDouble() >= Math.exp(-worse / temperature)) {
            exchange(of, a, b, length);
        }
    }

    private long cost() {
        return CLASH * clashes + repeats;
    }

    private boolean canMove(int of, int slot, int length) {
        for (int i = slot; i < slot + length; i++) {
            if (lessonsHeld[of][i] < 0 || isFixed[of][i]) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether a slot is half of a double lesson; then both halves move together. */
    private boolean isDouble(int of, int slot) {
        int other = slot % 2 == 0 ? slot + 1 : slot - 1;
        int teaching = lessonsHeld[of][slot];
        return teaching >= 0
                && teaching == lessonsHeld[of][other]
                && teacherAssignments.teachings().get(teaching).subject().allowsDoubles();
    }

    private void exchange(int of, int a, int b, int length) {
        for (int i = 0; i < length; i++) {
            int first = lessonsHeld[of][a + i];
            int second = lessonsHeld[of][b + i];
            place(of, a + i, first, -1);
            place(of, b + i, second, -1);
            place(of, a + i, second, 1);
            place(of, b + i, first, 1);
        }
    }

    private void place(int of, int slot, int teaching, int by) {
        ClassSubject one = teacherAssignments.teachings().get(teaching);
        lessonsHeld[of][slot] = by > 0 ? teaching : -1;
        if (one.teacher() >= 0) {
            teacherAt[one.teacher()][slot] += by;
            boolean isTaken = teacherAt[one.teacher()][slot] >= (by > 0 ? 2 : 1);
            clashes += isTaken ? by : 0;
            clashes += isAway.test(one.teacher(), slot) ? by : 0;
        }
        int[] used = roomsAt.get(one.subject().roomKind());
        if (used != null) {
            used[slot] += by;
            int there = rooms.getOrDefault(one.subject().roomKind(), 0);
            clashes += used[slot] >= there + (by > 0 ? 1 : 0) ? by : 0;
        }
        int day = slot / SchoolWeek.A_DAY;
        onDay[teaching][day] += by;
        int usual = Math.max(one.subject().allowsDoubles() ? 2 : 1, Math.ceilDiv(one.lessons(), SchoolWeek.DAYS));
        repeats += onDay[teaching][day] >= usual + (by > 0 ? 1 : 0) ? by : 0;
    }

    /** Returns a class's lessons in order of the week, each with its teaching. */
    static List<Integer> slots(int[] week) {
        var slots = new ArrayList<Integer>();
        for (int slot = 0; slot < week.length; slot++) {
            if (week[slot] >= 0) {
                slots.add(slot);
            }
        }
        return slots;
    }
}
