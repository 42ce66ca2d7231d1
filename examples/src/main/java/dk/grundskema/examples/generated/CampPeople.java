package dk.grundskema.examples.generated;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** Generates staff and students in problem-file form. */
final class CampPeople {
    private static final List<String> FIRST = List.of(
            "Alma", "Bjørn", "Clara", "Daniel", "Ella", "Frode", "Gry", "Hassan", "Ingrid", "Jakob", "Karla", "Leo",
            "Maja", "Niels", "Olga", "Pelle", "Rosa", "Sami", "Tove", "Viggo", "Yasmin", "Åse");
    private static final List<String> LAST = List.of(
            "Agerbo",
            "Bakke",
            "Dalby",
            "Eng",
            "Fjord",
            "Gran",
            "Hede",
            "Iversholm",
            "Kær",
            "Lind",
            "Mose",
            "Nørre",
            "Odde",
            "Ravn",
            "Skov",
            "Toft",
            "Vang",
            "Østergård",
            "Åkær");
    private static final int SCHOOLS = 5;

    private static final List<DayOfWeek> SOUGHT_EVENINGS =
            List.of(DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY);

    private final CampSize size;
    private final CampShape shape;
    private final LocalDate firstDay;
    private final int days;
    private final SplittableRandom random;
    private final List<Integer> order = new ArrayList<>();

    CampPeople(CampSize size, CampShape shape, LocalDate firstDay, SplittableRandom random) {
        this.size = size;
        this.shape = shape;
        this.firstDay = firstDay;
        this.days = size.weeks() == 0 ? 2 : 7 * size.weeks();
        this.random = random;
        for (int day = 0; day < days; day++) {
            order.add(random.nextInt(day + 1), day);
        }
    }

    List<Map<String, Object>> schools() {
        var schools = new ArrayList<Map<String, Object>>();
        for (int i = 1; i <= SCHOOLS; i++) {
            schools.add(Map.of("id", "school-" + i, "name", "School no. " + i));
        }
        return schools;
    }

    /** Returns a generated name; it is unique for four hundred consecutive numbers. */
    static String nameOf(int number) {
        return FIRST.get(number % FIRST.size()) + " " + LAST.get(number / FIRST.size() % LAST.size());
    }

    /** Generates staff. Each can teach Danish or mathematics, one in three both, one in four another subject as well. */
    List<Map<String, Object>> staff() {
        var staff = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < size.staff(); i++) {
            var skills = new TreeSet<String>();
            skills.add(i % 2 == 0 ? "danish" : "mathematics");
            if (i % 3 == 2) {
                skills.add(i % 2 == 0 ? "mathematics" : "danish");
            }
            if (i % 4 == 3) {
                skills.add("creative");
            }
            var one = new LinkedHashMap<String, Object>();
            one.put("id", "staff-" + (i + 1));
            one.put("name", nameOf(i));
            one.put("skills", List.copyOf(skills));
            one.put("contractHours", contractHours());
            if (size.weeks() > 0) {
                one.put("availability", Map.of("except", daysOff(i)));
            }
            one.put("wishes", wishes(i));
            staff.add(one);
        }
        return staff;
    }

    private int contractHours() {
        return shape == CampShape.PART_TIME ? 15 + random.nextInt(16) : random.nextInt(4) == 0 ? 32 : 37;
    }

    /**
     * Generates two single days off, spread so that as few people as possible share a day; for one in five also an afternoon of
     * each week.
     */
    private List<Map<String, Object>> daysOff(int number) {
        var off = new ArrayList<Map<String, Object>>();
        for (int half = 0; half < 2; half++) {
            LocalDate day = firstDay.plusDays(order.get((number + half * size.staff()) % days));
            off.add(mapOf("from", day.toString(), "until", day.toString()));
        }
        if (number % 5 == 4) {
            off.add(mapOf("weekdays", List.of(weekday()), "start", "13:00", "end", "18:00"));
        }
        if (shape == CampShape.PART_TIME) {
            off.add(mapOf("weekdays", List.of(DayOfWeek.of(1 + number % 5).name())));
        }
        return off;
    }

    private List<Map<String, Object>> wishes(int number) {
        var wishes = new ArrayList<Map<String, Object>>();
        if (shape == CampShape.UNEVEN_WISHES) {
            for (DayOfWeek day : number % 3 == 0 ? SOUGHT_EVENINGS : List.<DayOfWeek>of()) {
                Map<String, Object> evening = mapOf("weekdays", List.of(day.name()), "start", "16:00");
                wishes.add(mapOf("kind", "FREE", "period", evening, "weight", 5 + random.nextInt(6)));
            }
            return wishes;
        }
        String from = "17:00";
        if (number % 3 != 0) {
            wishes.add(wish("FREE", mapOf("weekdays", List.of(weekday()), "start", from)));
        }
        if (number % 4 == 0) {
            wishes.add(wish("DUTY", mapOf("weekdays", List.of(weekday()), "start", "18:30", "end", "21:00")));
        }
        if (size.nights() && number % 5 == 0) {
            LocalDate saturday = firstDay.plusDays(5 + 7L * random.nextInt(size.weeks()));
            wishes.add(wish(
                    "FREE",
                    mapOf(
                            "from",
                            saturday.toString(),
                            "until",
                            saturday.plusDays(1).toString())));
        }
        return wishes;
    }

    private Map<String, Object> wish(String kind, Map<String, Object> period) {
        return mapOf("kind", kind, "period", period, "weight", 1 + random.nextInt(5));
    }

    private String weekday() {
        return DayOfWeek.of(1 + random.nextInt(size.weeks() == 0 ? 2 : 5)).name();
    }

    /**
     * Generates students from five schools. Two in three have a wish for company, one in eight has a veto.
     */
    List<Map<String, Object>> students() {
        var students = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < size.students(); i++) {
            var one = new LinkedHashMap<String, Object>();
            one.put("id", student(i));
            one.put("name", nameOf(i + 100));
            one.put("school", "school-" + (1 + random.nextInt(SCHOOLS)));
            int friend = otherStudent(i);
            if (i % 3 != 0) {
                one.put("wishedWith", List.of(student(friend)));
            }
            int never = otherStudent(i);
            if (i % 8 == 5 && size.teams() > 1 && never != friend) {
                one.put("neverWith", List.of(student(never)));
            }
            students.add(one);
        }
        return students;
    }

    private int otherStudent(int number) {
        return (number + 1 + random.nextInt(size.students() - 1)) % size.students();
    }

    private static String student(int number) {
        return "s%03d".formatted(number + 1);
    }

    private static Map<String, Object> mapOf(Object... fields) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < fields.length; i += 2) {
            map.put((String) fields[i], fields[i + 1]);
        }
        return map;
    }
}
