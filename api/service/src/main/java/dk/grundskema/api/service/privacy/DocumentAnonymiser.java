package dk.grundskema.api.service.privacy;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.timetable.ProblemStudentNumbers;
import dk.grundskema.domain.timetable.Delivery;
import dk.grundskema.domain.timetable.Timetable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.ObjIntConsumer;
import java.util.regex.Pattern;

/**
 * Anonymises documents: names of students and staff become numbers, for students the same as in calendars, and personal attributes and the
 * reasons of decisions are removed.
 * Ids, counts and everything planned remain.
 */
public final class DocumentAnonymiser {
    private static final Set<String> OF_STUDENTS = Set.of("availability", "wishedWith", "neverWith");
    private static final Set<String> OF_STAFF = Set.of("email", "wishes");
    private static final Set<String> OF_DECISIONS = Set.of("reason", "acceptedBy");
    private static final Pattern NUMBER = Pattern.compile("(?:Elev|Student|Medarbejder|Staff member) \\d+");

    private DocumentAnonymiser() {}

    /** Returns whether a name is a pseudonym written by this class. */
    static boolean isPseudonym(String name) {
        return NUMBER.matcher(name).matches();
    }

    /** Returns the problem without names of people. A problem that is already anonymous is unchanged. */
    public static Json.JsonObject anonymiseProblem(Json.JsonObject problem) {
        boolean isEnglish = problem.fields().get("language") instanceof Json.JsonString language
                && language.value().equalsIgnoreCase("EN");
        var fields = new LinkedHashMap<>(problem.fields());
        List<Integer> numbers = ProblemStudentNumbers.numbersOf(problem);
        fields.computeIfPresent(
                "students",
                (name, all) ->
                        anonymisePeople(all, OF_STUDENTS, i -> (isEnglish ? "Student " : "Elev ") + numbers.get(i)));
        fields.computeIfPresent(
                "staff",
                (name, all) ->
                        anonymisePeople(all, OF_STAFF, i -> (isEnglish ? "Staff member " : "Medarbejder ") + (i + 1)));
        fields.computeIfPresent(
                "acceptedShortfalls",
                (name, all) -> mapObjects(all, (one, i) -> {
                    OF_DECISIONS.forEach(field -> one.put(field, new Json.JsonString("-")));
                }));
        return new Json.JsonObject(fields);
    }

    private static Json anonymisePeople(Json all, Set<String> personal, IntFunction<String> called) {
        return mapObjects(all, (one, i) -> {
            one.keySet().removeAll(personal);
            one.put("name", new Json.JsonString(called.apply(i)));
        });
    }

    private static Json mapObjects(Json all, ObjIntConsumer<Map<String, Json>> change) {
        if (!(all instanceof Json.JsonArray list)) {
            return all;
        }
        var changed = new ArrayList<Json>();
        for (Json each : list.elements()) {
            if (each instanceof Json.JsonObject one) {
                var fields = new LinkedHashMap<>(one.fields());
                change.accept(fields, changed.size());
                changed.add(new Json.JsonObject(fields));
            } else {
                changed.add(each);
            }
        }
        return new Json.JsonArray(changed);
    }

    /** Returns the timetable for another problem, without the reasons for cancelled meetings, which may be about people. */
    static Timetable anonymiseTimetable(Timetable one, String problem) {
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
