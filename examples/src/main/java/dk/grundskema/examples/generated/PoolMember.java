package dk.grundskema.examples.generated;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** A member of a generated school's pool, with the week of the planted plan. */
final class PoolMember {
    /** Kind of member. */
    enum Kind {
        /** A teacher of the school with own lessons and some time for co-teaching; for both types. */
        TEACHER(7),
        /** A teacher who only does co-teaching; for both types. */
        ADVISOR(15),
        /** A pedagogue; for type 2. */
        RESOURCE_PERSON(18);

        private final int lessons;

        Kind(int lessons) {
            this.lessons = lessons;
        }
    }

    private final int number;
    private final Kind kind;
    private final int teacher;
    private final int away;
    private final BitSet busy = new BitSet();
    private final List<String> never = new ArrayList<>();
    private final List<String> classes = new ArrayList<>();
    private int lessons;
    private int preparation;

    /**
     * @param number  index in the pool, from 0
     * @param teacher number among the school's teachers; -1 for others
     * @param away    day on which the person is never available, from 0; -1 means none
     */
    PoolMember(int number, Kind kind, int teacher, int away) {
        this.number = number;
        this.kind = kind;
        this.teacher = teacher;
        this.away = away;
    }

    int number() {
        return number;
    }

    Kind kind() {
        return kind;
    }

    int teacher() {
        return teacher;
    }

    int dayOff() {
        return away;
    }

    boolean isFree(int slot) {
        return slot / SchoolWeek.A_DAY != away && !busy.get(slot);
    }

    /** Marks the slot as occupied. */
    void occupy(int slot) {
        busy.set(slot);
    }

    /** Returns how many more lessons the person can take. */
    int lessonsLeft() {
        return kind.lessons - lessons;
    }

    void teach(int slot, String of) {
        busy.set(slot);
        lessons++;
        if (!classes.contains(of)) {
            classes.add(of);
        }
    }

    void prepare(int slot, int minutes) {
        busy.set(slot);
        preparation += minutes;
    }

    /** Returns the minutes a week in the planted plan. */
    int minutes() {
        return lessons * SchoolWeek.MINUTES + preparation;
    }

    /** Returns the person's classes in the planted plan. */
    List<String> classes() {
        return classes;
    }

    /** Returns the classes in which the person must not be. */
    List<String> vetoedClasses() {
        return never;
    }
}
