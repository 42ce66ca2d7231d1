package dk.grundskema.domain.people;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds the staff who are in two plans. In one school, staff with the same id are the same person. Ids of different schools say nothing: schools choose
 * them themselves, often initials. There, staff with the same mail address are the same person, unless several people of a plan share the address.
 */
public final class SharedStaff {
    private SharedStaff() {}

    /**
     * Returns the staff of another plan who are also in this plan, each with the id in this plan.
     *
     * @param own          staff of this plan
     * @param others       staff of the other plan
     * @param isSameSchool whether both plans are of one school
     */
    public static Map<StaffId, StaffId> find(List<StaffMember> own, List<StaffMember> others, boolean isSameSchool) {
        Map<String, StaffId> known = byKey(own, isSameSchool);
        var shared = new HashMap<StaffId, StaffId>();
        byKey(others, isSameSchool).forEach((key, other) -> {
            StaffId here = known.get(key);
            if (here != null) {
                shared.put(other, here);
            }
        });
        return Map.copyOf(shared);
    }

    private static Map<String, StaffId> byKey(List<StaffMember> staff, boolean isSameSchool) {
        var found = new HashMap<String, StaffId>();
        Set<String> ambiguous = new HashSet<>();
        for (StaffMember one : staff) {
            String email = one.email();
            String key = isSameSchool
                    ? one.id().value()
                    : email == null ? "" : email.strip().toLowerCase(Locale.ROOT);
            if (!key.isEmpty() && found.putIfAbsent(key, one.id()) != null) {
                ambiguous.add(key);
            }
        }
        found.keySet().removeAll(ambiguous);
        return found;
    }
}
