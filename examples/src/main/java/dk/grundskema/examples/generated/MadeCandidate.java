package dk.grundskema.examples.generated;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** A made-up student who is named for a small group. Filled step by step while the plan is planted. */
final class MadeCandidate {
    private final int number;
    private final SchoolClass of;
    private final String subject;
    private final String area;
    private final int level;
    private final int need;
    private final int half;
    private final int course;
    private final List<Map<String, Object>> away;
    private final SortedSet<String> wished = new TreeSet<>();
    private final SortedSet<String> never = new TreeSet<>();

    /**
     * @param half   which half of the class the student is in for lessons in half classes; -1 means neither
     * @param course which course of the year's electives, from 1; 0 means none
     * @param away   periods in which the student can't come
     */
    MadeCandidate(
            int number,
            SchoolClass of,
            String subject,
            String area,
            int level,
            int need,
            int half,
            int course,
            List<Map<String, Object>> away) {
        this.number = number;
        this.of = of;
        this.subject = subject;
        this.area = area;
        this.level = level;
        this.need = need;
        this.half = half;
        this.course = course;
        this.away = List.copyOf(away);
    }

    static String id(int number) {
        return "s%03d".formatted(number + 1);
    }

    String id() {
        return id(number);
    }

    int number() {
        return number;
    }

    SchoolClass of() {
        return of;
    }

    String subject() {
        return subject;
    }

    String area() {
        return area;
    }

    int level() {
        return level;
    }

    int need() {
        return need;
    }

    int half() {
        return half;
    }

    int course() {
        return course;
    }

    List<Map<String, Object>> away() {
        return away;
    }

    /** Whose company the student wishes for; may be added to. */
    SortedSet<String> wished() {
        return wished;
    }

    /** Whom the student is never to be with; may be added to. */
    SortedSet<String> never() {
        return never;
    }
}
