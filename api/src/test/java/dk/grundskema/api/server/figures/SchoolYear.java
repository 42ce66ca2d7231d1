package dk.grundskema.api.server.figures;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A made-up school whose lessons all have a second adult, for 40 weeks: so each of its classes, rooms and adults has some 1,500 entries in the calendar.
 */
final class SchoolYear {
    private static final LocalDate MONDAY = LocalDate.of(2026, 8, 10);
    private static final int HORIZON = 46;
    private static final int WEEKS = 40;
    private static final int LESSONS = 39;
    private static final int DAYS = 5;
    private static final int MINUTES = 45;

    /** So many events at least have the calendars of its classes, rooms and adults. */
    static final int EVENTS = 1500;

    private static final Set<Integer> HOLIDAYS = Set.of(7, 12, 42, 52, 53);
    private static final List<String> SUBJECTS = List.of("DAN", "MAT", "ENG", "NAT", "HIS", "KRI", "MUS", "BIL");
    private static final List<LocalTime> STARTS = List.of(
            LocalTime.of(8, 0),
            LocalTime.of(8, 45),
            LocalTime.of(9, 50),
            LocalTime.of(10, 35),
            LocalTime.of(11, 50),
            LocalTime.of(12, 35),
            LocalTime.of(13, 30),
            LocalTime.of(14, 15));

    private final List<Map<String, ?>> rooms = new ArrayList<>();
    private final List<Map<String, ?>> staff = new ArrayList<>();
    private final List<Map<String, ?>> groups = new ArrayList<>();
    private final List<Map<String, ?>> lessons = new ArrayList<>();
    private final List<Map<String, ?>> covered = new ArrayList<>();
    private final List<Map<String, ?>> pool = new ArrayList<>();

    private SchoolYear(int classes) {
        List<String> weeks = weeks();
        for (int number = 1; number <= classes; number++) {
            add(number, weeks);
        }
    }

    /** The problem of a school with so many classes, with as many teachers and as many second adults. */
    static Map<String, Object> problem(int classes) {
        var school = new SchoolYear(classes);
        var problem = new HashMap<String, Object>();
        problem.put("version", 1);
        problem.put("title", "A school year");
        problem.put("language", "DA");
        problem.put("horizon", Map.of("firstWeek", week(0), "weeks", HORIZON, "closedDays", closed()));
        problem.put("sites", List.of(Map.of("id", "school", "name", "Skolen")));
        problem.put("rooms", school.rooms);
        problem.put("staff", school.staff);
        problem.put("groups", school.groups);
        problem.put("lessons", school.lessons);
        problem.put(
                "interventions",
                List.of(Map.of(
                        "id",
                        "co-teaching",
                        "type",
                        "co-teaching",
                        "title",
                        "Tolærerordning",
                        "parameters",
                        Map.of("classes", school.covered, "pool", school.pool))));
        return problem;
    }

    private static String week(int index) {
        LocalDate monday = MONDAY.plusWeeks(index);
        return "%d-W%02d"
                .formatted(monday.get(IsoFields.WEEK_BASED_YEAR), monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    private static boolean isHoliday(int index) {
        return HOLIDAYS.contains(MONDAY.plusWeeks(index).get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    private static List<String> weeks() {
        var weeks = new ArrayList<String>();
        for (int index = 0; index < HORIZON && weeks.size() < WEEKS; index++) {
            if (!isHoliday(index)) {
                weeks.add(week(index));
            }
        }
        return weeks;
    }

    private static List<String> closed() {
        var closed = new ArrayList<String>();
        for (int index = 0; index < HORIZON; index++) {
            for (int day = 0; isHoliday(index) && day < DAYS; day++) {
                closed.add(MONDAY.plusWeeks(index).plusDays(day).toString());
            }
        }
        return closed;
    }

    private void add(int number, List<String> weeks) {
        String group = "class-" + number;
        String room = "room-" + number;
        rooms.add(Map.of("id", room, "name", "Lokale " + number, "kind", "classroom", "capacity", 28));
        groups.add(Map.of("id", group, "name", "Klasse " + number, "kind", "CLASS"));
        for (String kind : List.of("teacher", "second")) {
            String id = kind + "-" + number;
            staff.add(Map.of("id", id, "name", "Voksen " + id, "contractHours", 37, "skills", SUBJECTS));
        }
        pool.add(Map.of(
                "staffId", "second-" + number, "minutesPerWeek", (LESSONS + 1) * MINUTES, "yearsOfExperience", 6));
        covered.add(Map.of("groupId", group, "scheme", "TYPE_1", "subjects", SUBJECTS, "need", 10));
        for (int lesson = 0; lesson < LESSONS; lesson++) {
            LocalTime start = STARTS.get(lesson / DAYS);
            String subject = SUBJECTS.get(lesson % SUBJECTS.size());
            lessons.add(Map.of(
                    "id",
                    group + "-" + lesson,
                    "title",
                    subject,
                    "subject",
                    subject,
                    "time",
                    Map.of(
                            "weeks",
                            weeks,
                            "weekday",
                            DayOfWeek.of(lesson % DAYS + 1).name(),
                            "start",
                            start.toString(),
                            "end",
                            start.plusMinutes(MINUTES).toString()),
                    "roomId",
                    room,
                    "groupIds",
                    List.of(group),
                    "staffIds",
                    List.of("teacher-" + number)));
        }
    }
}
