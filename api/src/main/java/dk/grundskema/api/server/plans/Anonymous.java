package dk.grundskema.api.server.plans;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.timetable.WrittenNumbers;
import dk.grundskema.domain.timetable.Delivery;
import dk.grundskema.domain.timetable.Timetable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/**
 * Documents that name nobody any more: students and staff are numbers, students those by which calendars call them; they are known by their ids
 * alone, and what says something of a person beyond what was planned is gone. Ids, counts and everything that was planned stay.
 */
final class Anonymous {
    private static final Set<String> OF_STUDENTS = Set.of("availability", "wishedWith", "neverWith");
    private static final Set<String> OF_STAFF = Set.of("email", "wishes");
    private static final Pattern NUMBER = Pattern.compile("(?:Elev|Student|Medarbejder|Staff member) \\d+");

    private Anonymous() {}

    /** Whether a name is but a number that stands for somebody who was forgotten. */
    static boolean isNumber(String name) {
        return NUMBER.matcher(name).matches();
    }

    /** A problem without names of people; one that has none any more stays as it is. */
    static Json.Structure problem(Json.Structure problem) {
        boolean isEnglish = problem.fields().get("language") instanceof Json.Text language
                && language.value().equalsIgnoreCase("EN");
        var fields = new LinkedHashMap<>(problem.fields());
        List<Integer> numbers = WrittenNumbers.of(problem);
        fields.computeIfPresent(
                "students",
                (name, all) -> people(all, OF_STUDENTS, i -> (isEnglish ? "Student " : "Elev ") + numbers.get(i)));
        fields.computeIfPresent(
                "staff",
                (name, all) -> people(all, OF_STAFF, i -> (isEnglish ? "Staff member " : "Medarbejder ") + (i + 1)));
        return new Json.Structure(fields);
    }

    private static Json people(Json all, Set<String> personal, IntFunction<String> called) {
        if (!(all instanceof Json.Listing list)) {
            return all;
        }
        var people = new ArrayList<Json>();
        for (Json each : list.elements()) {
            people.add(each instanceof Json.Structure one ? person(one, personal, called.apply(people.size())) : each);
        }
        return new Json.Listing(people);
    }

    private static Json.Structure person(Json.Structure one, Set<String> personal, String called) {
        var fields = new LinkedHashMap<>(one.fields());
        fields.keySet().removeAll(personal);
        fields.put("name", new Json.Text(called));
        return new Json.Structure(fields);
    }

    /** A timetable of another problem, without reasons why something wasn't held, which may be about people. */
    static Timetable timetable(Timetable one, String problem) {
        List<Delivery> deliveries = one.deliveries().stream()
                .map(each -> new Delivery(each.sessionId(), each.date(), each.held(), "", each.absent()))
                .toList();
        return new Timetable(
                one.version(),
                problem,
                one.zone(),
                one.seed(),
                one.score(),
                one.rules(),
                one.groups(),
                one.meetings(),
                one.tasks(),
                deliveries);
    }
}
