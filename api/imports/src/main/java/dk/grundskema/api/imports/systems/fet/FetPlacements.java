package dk.grundskema.api.imports.systems.fet;

import dk.grundskema.api.imports.systems.file.XmlElement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Times and rooms of FET's placed activities. */
final class FetPlacements {
    /**
     * A time of the week in FET's names.
     *
     * @param day  name of the day
     * @param hour name of the first hour
     */
    record Time(String day, String hour) {}

    private final Map<String, Time> times = new HashMap<>();
    private final Map<String, List<String>> rooms = new HashMap<>();

    private FetPlacements() {}

    /** Returns the times and rooms that a file fixes with a weight of 100 %, as a saved timetable does. */
    static FetPlacements ofLockedActivities(XmlElement root) {
        var places = new FetPlacements();
        places.addLocked(root);
        return places;
    }

    /** Adds the times and rooms that a file fixes, which override existing placements. */
    void addLocked(XmlElement root) {
        root.rows("Time_Constraints_List", "ConstraintActivityPreferredStartingTime")
                .filter(FetPlacements::isStrict)
                .forEach(each -> time(
                        each.childText("Activity_Id"),
                        each.childText("Preferred_Day") + each.childText("Day"),
                        each.childText("Preferred_Hour") + each.childText("Hour")));
        root.rows("Space_Constraints_List", "ConstraintActivityPreferredRoom")
                .filter(FetPlacements::isStrict)
                .forEach(each -> addRooms(each.childText("Activity_Id"), each));
    }

    /** Whether a constraint is active and has a weight of 100 %. */
    static boolean isStrict(XmlElement constraint) {
        String weight = constraint.childText("Weight_Percentage");
        return !constraint.childText("Active").equals("false") && (weight.isEmpty() || weight.matches("100(\\.0+)?"));
    }

    /** Adds FET's results, which override existing placements. */
    void add(XmlElement results) {
        results.childrenNamed("Activity").forEach(each -> {
            time(each.childText("Id"), each.childText("Day"), each.childText("Hour"));
            addRooms(each.childText("Id"), each);
        });
    }

    private void time(String activity, String day, String hour) {
        if (!day.isEmpty() && !hour.isEmpty()) {
            times.put(activity, new Time(day, hour));
        }
    }

    /** Uses the real rooms of a virtual room, otherwise the room. */
    private void addRooms(String activity, XmlElement from) {
        var real = from.childrenNamed("Real_Room")
                .map(XmlElement::text)
                .filter(each -> !each.isEmpty())
                .toList();
        if (!real.isEmpty()) {
            rooms.put(activity, real);
        } else if (!from.childText("Room").isEmpty()) {
            rooms.put(activity, List.of(from.childText("Room")));
        }
    }

    boolean hasTime(String activity) {
        return times.containsKey(activity);
    }

    /** Returns the time; it must be known. */
    Time time(String activity) {
        return java.util.Objects.requireNonNull(times.get(activity));
    }

    /** Returns the names of the rooms; empty means none. */
    List<String> rooms(String activity) {
        return rooms.getOrDefault(activity, List.of());
    }
}
