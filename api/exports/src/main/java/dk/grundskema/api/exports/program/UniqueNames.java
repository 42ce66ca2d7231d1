package dk.grundskema.api.exports.program;

import dk.grundskema.api.exports.calendar.PlainTextCleaner;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Gives each entity a name that no other entity has: its own, or the own with a number. Names that differ only in case count as equal.
 *
 * @param <K> type of the entities
 */
final class UniqueNames<K> {
    private final Map<K, String> names = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /** Returns the name of an entity. The first call decides it, so that the order of the calls must not depend on chance. */
    String name(K entity, String wanted) {
        return names.computeIfAbsent(entity, any -> findFreeName(wanted));
    }

    private String findFreeName(String wanted) {
        String cleaned = PlainTextCleaner.toSingleLine(wanted);
        String stem = cleaned.isEmpty() ? "?" : cleaned;
        String free = stem;
        for (int number = 2; !taken.add(free.toLowerCase(Locale.ROOT)); number++) {
            free = stem + " " + number;
        }
        return free;
    }
}
