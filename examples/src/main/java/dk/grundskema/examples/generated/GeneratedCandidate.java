package dk.grundskema.examples.generated;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** A generated candidate for a small group. Filled step by step while the plan is planted. */
final class GeneratedCandidate {
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
     * @param half   the student's half of the class for lessons in half classes; -1 means neither
     * @param course the student's course of the year's electives, from 1; 0 means none
     * @param away   periods in which the student is unavailable
     */
    GeneratedCandidate(
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

    SchoolClass homeClass() {
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

    List<Map<String, Object>> absences() {
        return away;
    }

    /** Returns the students whose company is wished for; modifiable. */
    SortedSet<String> wishedCompany() {
        return wished;
    }

    /** Returns the students who must not be in the same group; modifiable. */
    SortedSet<String> vetoedCompany() {
        return never;
    }
}
