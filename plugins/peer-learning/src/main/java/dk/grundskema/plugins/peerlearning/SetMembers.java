package dk.grundskema.plugins.peerlearning;

import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.time.IsoWeek;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.function.Function;

/**
 * The students of a set, who may come later, leave, or be away for whole weeks. A lesson in pairs needs two who are there.
 *
 * @param weeks weeks in which each student takes part, in a stable order; no weeks for a student who has left or takes part in none
 */
record SetMembers(SequencedMap<StudentId, SortedSet<IsoWeek>> weeks) {
    /** Fewest students of a lesson in pairs. */
    static final int LEAST = 2;

    /** Copies the map. */
    SetMembers {
        weeks = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(weeks));
    }

    /** Returns some students with their weeks, in their order. */
    static SetMembers of(List<StudentId> students, Function<StudentId, SortedSet<IsoWeek>> weeks) {
        var members = new LinkedHashMap<StudentId, SortedSet<IsoWeek>>();
        students.forEach(one -> members.put(one, weeks.apply(one)));
        return new SetMembers(members);
    }

    /** Returns all students, each once. */
    List<StudentId> students() {
        return List.copyOf(weeks.keySet());
    }

    /** Returns the students who take part in some week. */
    List<StudentId> everPresent() {
        return weeks.entrySet().stream()
                .filter(one -> !one.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns the students who take part in a week. */
    List<StudentId> in(IsoWeek week) {
        return weeks.entrySet().stream()
                .filter(one -> one.getValue().contains(week))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns the number of students in the week with the most. */
    int mostAtOnce() {
        return weeks.values().stream()
                .flatMap(Collection::stream)
                .distinct()
                .mapToInt(week -> in(week).size())
                .max()
                .orElse(0);
    }

    /** Returns the same students without one. */
    SetMembers without(StudentId student) {
        var rest = new LinkedHashMap<>(weeks);
        rest.remove(student);
        return new SetMembers(rest);
    }
}
