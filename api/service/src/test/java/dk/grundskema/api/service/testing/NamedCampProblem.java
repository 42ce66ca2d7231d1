package dk.grundskema.api.service.testing;

import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.domain.time.IsoWeek;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The example camp with unmistakable names, which are found wherever they remain. */
public final class NamedCampProblem {
    private NamedCampProblem() {}

    /**
     * Returns the camp.
     *
     * @param title title of the camp
     * @param names prefix of students' names before their numbers, two words; staff have the first word
     */
    @SuppressWarnings("unchecked")
    public // its students and staff are objects
    static Map<String, Object> problem(String title, String names) {
        Map<String, Object> problem = TestServices.weekOfCamp();
        problem.put("title", title);
        var students = new ArrayList<Map<String, Object>>();
        for (Map<String, Object> each : (List<Map<String, Object>>) problem.get("students")) {
            var one = new HashMap<>(each);
            one.put("name", names + " " + students.size());
            students.add(one);
        }
        problem.put("students", students);
        var staff = new ArrayList<Map<String, Object>>();
        for (Map<String, Object> each : (List<Map<String, Object>>) problem.get("staff")) {
            var one = new HashMap<>(each);
            one.put("name", names.replaceFirst(" .*", " Ansat ") + staff.size());
            staff.add(one);
        }
        problem.put("staff", staff);
        return problem;
    }

    /** The students of a problem. */
    @SuppressWarnings("unchecked")
    public // they are objects
    static List<Map<String, Object>> students(Answer problem) {
        return (List<Map<String, Object>>) problem.at("/students");
    }

    /** Returns the last planned day of a problem. */
    public static LocalDate lastDay(Answer problem) {
        var first = IsoWeek.parse((String) problem.at("/horizon/firstWeek"));
        return first.date(DayOfWeek.MONDAY)
                .plusWeeks(((Number) problem.at("/horizon/weeks")).longValue())
                .minusDays(1);
    }
}
