package dk.grundskema.api.timetable;

import dk.grundskema.api.platform.SpokenName;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What colleagues call each other: the first name, with as much of the last name as it takes to tell two apart. */
public final class FirstNames {
    private final Map<StaffId, String> byId = new HashMap<>();

    /** @param staff everybody who may be named */
    public FirstNames(Collection<StaffMember> staff) {
        Map<String, List<StaffMember>> sharing = new HashMap<>();
        staff.forEach(one ->
                sharing.computeIfAbsent(first(one), name -> new ArrayList<>()).add(one));
        sharing.values().forEach(this::tellApart);
    }

    private void tellApart(List<StaffMember> namesakes) {
        int letters = 0;
        while (letters < 20 && !distinct(namesakes, letters)) {
            letters++;
        }
        for (StaffMember one : namesakes) {
            byId.put(one.id(), shortened(one, letters));
        }
    }

    private static boolean distinct(List<StaffMember> namesakes, int letters) {
        Set<String> seen = new HashSet<>();
        return namesakes.stream().allMatch(one -> seen.add(shortened(one, letters)));
    }

    private static String shortened(StaffMember one, int letters) {
        String name = SpokenName.of(one.name());
        String last = name.substring(name.lastIndexOf(' ') + 1);
        return letters == 0 ? first(one) : first(one) + " " + last.substring(0, Math.min(letters, last.length()));
    }

    private static String first(StaffMember one) {
        return SpokenName.first(one.name());
    }

    /** The name of one of them; the id of anybody else. */
    public String of(StaffId id) {
        return byId.getOrDefault(id, id.value());
    }
}
