package dk.grundskema.api.imports.systems;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** FET's activities, and which of them always begin together. */
final class FetActivities {
    private FetActivities() {}

    /** Those that are switched on. */
    static Stream<Element> of(Element root) {
        return root.rows("Activities_List", "Activity")
                .filter(each -> !each.value("Active").equals("false"));
    }

    /** By activity, one name for all that begin together; activities that begin for themselves are missing. */
    static Map<String, String> together(Element root) {
        Map<String, SortedSet<String>> sets = new HashMap<>();
        root.rows("Time_Constraints_List", "ConstraintActivitiesSameStartingTime")
                .filter(FetPlaces::isStrict)
                .map(each -> each.all("Activity_Id").map(Element::text).toList())
                .filter(ids -> ids.size() > 1)
                .forEach(ids -> join(ids, sets));
        Map<String, String> names = new HashMap<>();
        sets.forEach((id, set) -> names.put(id, "activities " + String.join(", ", set)));
        return names;
    }

    private static void join(List<String> ids, Map<String, SortedSet<String>> sets) {
        var all = new TreeSet<>(ids);
        ids.forEach(id -> all.addAll(sets.getOrDefault(id, Collections.emptySortedSet())));
        all.forEach(id -> sets.put(id, all));
    }
}
