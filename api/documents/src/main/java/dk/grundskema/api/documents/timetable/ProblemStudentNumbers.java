package dk.grundskema.api.documents.timetable;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.domain.people.Student;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and writes student numbers in problem JSON without parsing the problem, so that missing plugins don't matter. */
public final class ProblemStudentNumbers {
    private static final String STUDENTS = "students";
    private static final String NUMBER = "number";

    private ProblemStudentNumbers() {}

    /** Returns the problem with an explicit number for each student, assigned as {@link StudentAliases} does. */
    public static Json.JsonObject withExplicitNumbers(Json.JsonObject problem) {
        return withNumbers(problem, numbersOf(problem));
    }

    /** Returns the number of each student of a problem, in its order. */
    public static List<Integer> numbersOf(Json.JsonObject problem) {
        List<@Nullable Integer> givenNumbers = new ArrayList<>();
        if (problem.fields().get(STUDENTS) instanceof Json.JsonArray list) {
            list.elements().forEach(element -> givenNumbers.add(statedNumber(element)));
        }
        return StudentAliases.assignNumbers(givenNumbers);
    }

    /**
     * Returns the problem with other student numbers.
     *
     * @param numbers one for each student, in the problem's order
     */
    public static Json.JsonObject withNumbers(Json.JsonObject problem, List<Integer> numbers) {
        if (!(problem.fields().get(STUDENTS) instanceof Json.JsonArray list)) {
            return problem;
        }
        var students = new ArrayList<Json>();
        for (Json element : list.elements()) {
            students.add(
                    element instanceof Json.JsonObject one ? withNumber(one, numbers.get(students.size())) : element);
        }
        var fields = new LinkedHashMap<>(problem.fields());
        fields.put(STUDENTS, new Json.JsonArray(students));
        return new Json.JsonObject(fields);
    }

    private static Json.JsonObject withNumber(Json.JsonObject student, int number) {
        Json written = new Json.JsonNumber(BigDecimal.valueOf(number));
        var fields = new LinkedHashMap<String, Json>();
        for (Map.Entry<String, Json> each : student.fields().entrySet()) {
            fields.put(each.getKey(), each.getKey().equals(NUMBER) ? written : each.getValue());
            if (each.getKey().equals("name")) {
                fields.putIfAbsent(NUMBER, written);
            }
        }
        fields.putIfAbsent(NUMBER, written);
        return new Json.JsonObject(fields);
    }

    /** Returns the number in a student's JSON if it is valid; the JSON is unchecked and may contain anything. */
    private static @Nullable Integer statedNumber(Json element) {
        if (!(element instanceof Json.JsonObject student)
                || !(student.fields().get(NUMBER) instanceof Json.JsonNumber written)) {
            return null;
        }
        BigDecimal value = written.value();
        return value.compareTo(BigDecimal.ONE) >= 0
                        && value.compareTo(BigDecimal.valueOf(Student.HIGHEST_NUMBER)) <= 0
                        && value.stripTrailingZeros().scale() <= 0
                ? Integer.valueOf(value.intValue())
                : null;
    }
}
