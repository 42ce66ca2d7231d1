package dk.grundskema.api.cli;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.domain.timetable.Timetable;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A school with a lesson on three Mondays that Ann teaches and one of the pool co-teaches. */
final class WeeklySchool {
    private WeeklySchool() {}

    /**
     * Returns the text of the problem.
     *
     * @param pool ids of the co-teachers, of {@code mia} and {@code bo}
     */
    static String problem(String... pool) {
        String members = Stream.of(pool)
                .map("{\"staffId\": \"%s\", \"lessonsPerWeek\": 5}"::formatted)
                .collect(Collectors.joining(", "));
        return """
            {"version": 1, "title": "School", "language": "en",
             "horizon": {"firstWeek": "2026-W33", "weeks": 3, "zone": "Europe/Copenhagen"},
             "sites": [{"id": "s", "name": "School"}],
             "staff": [{"id": "ann", "name": "Ann Berg", "contractHours": 37}, {"id": "mia", "name": "Mia Dahl", "contractHours": 37},
               {"id": "bo", "name": "Bo Holm", "contractHours": 37}],
             "groups": [{"id": "1a", "name": "1A", "kind": "CLASS"}],
             "lessons": [{"id": "dan", "title": "DAN", "subject": "DAN", "kind": "TEACHING", "groupIds": ["1a"], "staffIds": ["ann"],
               "time": {"weeks": ["2026-W33", "2026-W34", "2026-W35"], "weekday": "MONDAY", "start": "08:00", "end": "08:45"}}],
             "interventions": [{"id": "co", "type": "co-teaching", "title": "Co-teaching", "parameterVersion": 1, "parameters": {
               "classes": [{"groupId": "1a", "lessonsPerWeek": 1}], "pool": [%s],
               "preparation": {"minutesType1": 0}}}]}
            """.formatted(members);
    }

    /** Returns week and co-teacher of each date of the lesson in a timetable file. */
    static List<String> coTeachers(Path file) {
        Timetable timetable = ((ReadResult.Success<Timetable>) new PluginPlanningFacade().readTimetable(file)).value();
        return timetable.meetings().stream()
                .flatMap(one -> one.weeks().stream()
                        .map(week -> week.week() + " " + one.seats().get(1).staffId()))
                .sorted()
                .toList();
    }
}
