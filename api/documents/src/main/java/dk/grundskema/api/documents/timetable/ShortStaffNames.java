package dk.grundskema.api.documents.timetable;

import dk.grundskema.api.documents.problem.PersonNameFormatter;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Short names of staff: the first name, with as many letters of the last name as make it unique. */
public final class ShortStaffNames {
    private final Map<StaffId, String> byId = new HashMap<>();

    /** @param staff all staff who may be named */
    public ShortStaffNames(Collection<StaffMember> staff) {
        Map<String, List<StaffMember>> sharing = new HashMap<>();
        staff.forEach(one -> sharing.computeIfAbsent(firstName(one), name -> new ArrayList<>())
                .add(one));
        sharing.values().forEach(this::disambiguate);
    }

    private void disambiguate(List<StaffMember> namesakes) {
        int letters = 0;
        while (letters < 20 && !areDistinct(namesakes, letters)) {
            letters++;
        }
        for (StaffMember one : namesakes) {
            byId.put(one.id(), shorten(one, letters));
        }
    }

    private static boolean areDistinct(List<StaffMember> namesakes, int letters) {
        Set<String> seen = new HashSet<>();
        return namesakes.stream().allMatch(one -> seen.add(shorten(one, letters)));
    }

    private static String shorten(StaffMember one, int letters) {
        String name = PersonNameFormatter.format(one.name());
        String last = name.substring(name.lastIndexOf(' ') + 1);
        return letters == 0
                ? firstName(one)
                : firstName(one) + " " + last.substring(0, Math.min(letters, last.length()));
    }

    private static String firstName(StaffMember one) {
        return PersonNameFormatter.firstName(one.name());
    }

    /** Returns the short name; the id for an unknown staff member. */
    public String shortName(StaffId id) {
        return byId.getOrDefault(id, id.value());
    }
}
