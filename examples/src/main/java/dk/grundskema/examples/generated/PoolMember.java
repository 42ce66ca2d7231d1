package dk.grundskema.examples.generated;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Somebody in a made-up school's pool, with the week that the planted plan gives. */
final class PoolMember {
    /** What somebody is. */
    enum Kind {
        /** A teacher of the school, with lessons of the own and a little time for co-teaching; for both types. */
        TEACHER(7),
        /** A teacher who does nothing but co-teaching; for both types. */
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
     * @param number  among the pool, from 0
     * @param teacher number among the school's teachers; -1 for others
     * @param away    day on which the person is never there, from 0; -1 means none
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

    int away() {
        return away;
    }

    boolean isFree(int slot) {
        return slot / SchoolWeek.A_DAY != away && !busy.get(slot);
    }

    /** Is busy with something else then. */
    void occupy(int slot) {
        busy.set(slot);
    }

    /** How many lessons more the person can take. */
    int room() {
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

    /** Minutes a week that the planted plan takes. */
    int minutes() {
        return lessons * SchoolWeek.MINUTES + preparation;
    }

    /** Classes in which the planted plan has the person. */
    List<String> classes() {
        return classes;
    }

    /** Classes in which the person is not to be. */
    List<String> never() {
        return never;
    }
}
