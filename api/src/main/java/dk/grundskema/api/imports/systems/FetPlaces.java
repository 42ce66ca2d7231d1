package dk.grundskema.api.imports.systems;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where and when FET has put its activities. */
final class FetPlaces {
    /**
     * A time of the week in FET's words.
     *
     * @param day  name of the day
     * @param hour name of the first hour
     */
    record Time(String day, String hour) {}

    private final Map<String, Time> times = new HashMap<>();
    private final Map<String, List<String>> rooms = new HashMap<>();

    private FetPlaces() {}

    /** Times and rooms that a school's file demands of activities without exception, as a saved timetable does. */
    static FetPlaces locked(Element root) {
        var places = new FetPlaces();
        root.rows("Time_Constraints_List", "ConstraintActivityPreferredStartingTime")
                .filter(FetPlaces::isStrict)
                .forEach(each -> places.time(
                        each.value("Activity_Id"),
                        each.value("Preferred_Day") + each.value("Day"),
                        each.value("Preferred_Hour") + each.value("Hour")));
        root.rows("Space_Constraints_List", "ConstraintActivityPreferredRoom")
                .filter(FetPlaces::isStrict)
                .forEach(each -> places.room(each.value("Activity_Id"), each));
        return places;
    }

    /** Whether a constraint is on and admits no exception. */
    static boolean isStrict(Element constraint) {
        String weight = constraint.value("Weight_Percentage");
        return !constraint.value("Active").equals("false") && (weight.isEmpty() || weight.matches("100(\\.0+)?"));
    }

    /** Adds FET's results, which come before what is there. */
    void add(Element results) {
        results.all("Activity").forEach(each -> {
            time(each.value("Id"), each.value("Day"), each.value("Hour"));
            room(each.value("Id"), each);
        });
    }

    private void time(String activity, String day, String hour) {
        if (!day.isEmpty() && !hour.isEmpty()) {
            times.put(activity, new Time(day, hour));
        }
    }

    /** The real rooms of a virtual one, otherwise the room. */
    private void room(String activity, Element from) {
        var real = from.all("Real_Room")
                .map(Element::text)
                .filter(each -> !each.isEmpty())
                .toList();
        if (!real.isEmpty()) {
            rooms.put(activity, real);
        } else if (!from.value("Room").isEmpty()) {
            rooms.put(activity, List.of(from.value("Room")));
        }
    }

    boolean hasTime(String activity) {
        return times.containsKey(activity);
    }

    /** The time; must be known. */
    Time time(String activity) {
        return java.util.Objects.requireNonNull(times.get(activity));
    }

    /** Names of the rooms; empty means that none is given. */
    List<String> rooms(String activity) {
        return rooms.getOrDefault(activity, List.of());
    }
}
