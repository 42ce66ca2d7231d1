package dk.grundskema.api.exports.program;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Short unique names of staff, such as initials. The id is one if it is short and has letters only, as ids of imported staff are. */
final class StaffCodes {
    private static final Pattern INITIALS = Pattern.compile("[a-z]{2,4}");
    private static final int MOST_LETTERS = 4;

    private final Map<StaffId, String> codes = new LinkedHashMap<>();

    StaffCodes(Collection<StaffMember> staff) {
        Set<String> taken = new HashSet<>();
        staff.stream()
                .filter(one -> isInitials(one.id()))
                .forEach(one -> codes.put(one.id(), free(one.id().value().toUpperCase(Locale.ROOT), taken)));
        staff.stream()
                .filter(one -> !isInitials(one.id()))
                .forEach(one -> codes.put(one.id(), free(initials(one.name()), taken)));
    }

    private static boolean isInitials(StaffId id) {
        return INITIALS.matcher(id.value()).matches();
    }

    private static String initials(String name) {
        String letters = Stream.of(name.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_LETTERS)
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT))
                .collect(Collectors.joining());
        return letters.isEmpty() ? "X" : letters;
    }

    private static String free(String wanted, Set<String> taken) {
        String code = wanted;
        for (int number = 2; !taken.add(code); number++) {
            code = wanted + number;
        }
        return code;
    }

    /** Returns the code of a staff member; the id if there is no such person. */
    String code(StaffId id) {
        return codes.getOrDefault(id, id.value());
    }
}
