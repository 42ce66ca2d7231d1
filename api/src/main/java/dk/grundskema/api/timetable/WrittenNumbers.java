package dk.grundskema.api.timetable;

import dk.grundskema.api.platform.Json;
import dk.grundskema.domain.people.Student;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Students' numbers in problems as they are written, whether or not the plugins that are there can read them. */
public final class WrittenNumbers {
    private static final String STUDENTS = "students";
    private static final String NUMBER = "number";

    private WrittenNumbers() {}

    /** A problem in which each student has the number written down that stands for the student, as {@link StudentAliases} says. */
    public static Json.Structure spelledOut(Json.Structure problem) {
        return with(problem, of(problem));
    }

    /** The number that stands for each student of a problem, in its order. */
    public static List<Integer> of(Json.Structure problem) {
        List<@Nullable Integer> said = new ArrayList<>();
        if (problem.fields().get(STUDENTS) instanceof Json.Listing list) {
            list.elements().forEach(element -> said.add(said(element)));
        }
        return StudentAliases.numbers(said);
    }

    /**
     * A problem in which students have other numbers.
     *
     * @param numbers one for each student, in the order of the problem
     */
    public static Json.Structure with(Json.Structure problem, List<Integer> numbers) {
        if (!(problem.fields().get(STUDENTS) instanceof Json.Listing list)) {
            return problem;
        }
        var students = new ArrayList<Json>();
        for (Json element : list.elements()) {
            students.add(element instanceof Json.Structure one ? numbered(one, numbers.get(students.size())) : element);
        }
        var fields = new LinkedHashMap<>(problem.fields());
        fields.put(STUDENTS, new Json.Listing(students));
        return new Json.Structure(fields);
    }

    private static Json.Structure numbered(Json.Structure student, int number) {
        Json written = new Json.Numeric(BigDecimal.valueOf(number));
        var fields = new LinkedHashMap<String, Json>();
        for (Map.Entry<String, Json> each : student.fields().entrySet()) {
            fields.put(each.getKey(), each.getKey().equals(NUMBER) ? written : each.getValue());
            if (each.getKey().equals("name")) {
                fields.putIfAbsent(NUMBER, written);
            }
        }
        fields.putIfAbsent(NUMBER, written);
        return new Json.Structure(fields);
    }

    /** What a student's element says, if it can be a number; what nobody here has read may say anything. */
    private static @Nullable Integer said(Json element) {
        if (!(element instanceof Json.Structure student)
                || !(student.fields().get(NUMBER) instanceof Json.Numeric written)) {
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
