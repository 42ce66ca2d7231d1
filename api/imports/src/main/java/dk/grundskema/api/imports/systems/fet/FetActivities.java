package dk.grundskema.api.imports.systems.fet;

import dk.grundskema.api.imports.systems.file.XmlElement;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** FET's activities, and which of them always start together. */
final class FetActivities {
    private FetActivities() {}

    /** Returns the active activities. */
    static Stream<XmlElement> activeActivities(XmlElement root) {
        return root.rows("Activities_List", "Activity")
                .filter(each -> !each.childText("Active").equals("false"));
    }

    /** Returns a common name by activity id for all activities that start together; other activities are missing. */
    static Map<String, String> simultaneousGroups(XmlElement root) {
        Map<String, SortedSet<String>> sets = new HashMap<>();
        root.rows("Time_Constraints_List", "ConstraintActivitiesSameStartingTime")
                .filter(FetPlacements::isStrict)
                .map(each ->
                        each.childrenNamed("Activity_Id").map(XmlElement::text).toList())
                .filter(ids -> ids.size() > 1)
                .forEach(ids -> mergeSets(ids, sets));
        Map<String, String> names = new HashMap<>();
        sets.forEach((id, set) -> names.put(id, "activities " + String.join(", ", set)));
        return names;
    }

    /** Returns the number of hours of an activity; empty if it is no number. */
    static OptionalInt duration(XmlElement activity) {
        String text = activity.childText("Duration");
        return text.matches("\\d{1,4}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    private static void mergeSets(List<String> ids, Map<String, SortedSet<String>> sets) {
        var all = new TreeSet<>(ids);
        ids.forEach(id -> all.addAll(sets.getOrDefault(id, Collections.emptySortedSet())));
        all.forEach(id -> sets.put(id, all));
    }
}
