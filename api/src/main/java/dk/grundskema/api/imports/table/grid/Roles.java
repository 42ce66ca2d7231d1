package dk.grundskema.api.imports.table.grid;

import dk.grundskema.api.imports.table.grid.CellParts.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What the parts of cells are. A word that is known is what it is known as; of the others some look like rooms; the rest is what stands at their
 * place in the other cells of the file, and if that isn't known either, first comes the subject, then the teacher, then the room.
 */
final class Roles {
    private static final Pattern ROOM = Pattern.compile(
            "(?iu)\\d{1,3}[a-z]?|\\d[.-]\\d{1,3}|.*(?:sal|hal|lokale|bibliotek|bibl|gym|værksted|køkken|lab|plc|aula)");
    private static final Pattern PERHAPS_ROOM = Pattern.compile("(?iu)[a-z][.-]?\\d{1,3}(?:[.-]\\d{1,3})?");
    private static final Pattern PART = Pattern.compile(
            "(?iu)½|1/2|halv\\p{L}*|halvt? hold|(?:hold|group|gr\\.?|del)\\s?[\\p{L}\\d]{1,2}|(?:drenge|piger|boys|girls)");
    private static final List<Role> USUAL = List.of(Role.SUBJECT, Role.TEACHER, Role.ROOM);

    private final Vocabulary words;
    private final Map<Integer, Map<Role, Integer>> seen = new HashMap<>();
    private final Map<Integer, Integer> perhapsRooms = new HashMap<>();
    private final Map<Integer, Integer> all = new HashMap<>();
    private final Map<Role, SortedSet<String>> guessed = new HashMap<>();

    /** @param words words of the school; the usual subjects are known beside them */
    Roles(Vocabulary words) {
        this.words = words;
    }

    /** Notes which known words stand at which place. */
    void learn(List<Part> parts) {
        for (Part part : parts) {
            Role known = known(part);
            all.merge(part.position(), 1, Integer::sum);
            if (known == Role.OTHER && isPerhapsRoom(part)) {
                perhapsRooms.merge(part.position(), 1, Integer::sum);
            }
            if (known != Role.OTHER && known != Role.PART) {
                seen.computeIfAbsent(part.position(), position -> new HashMap<>())
                        .merge(known, 1, Integer::sum);
            }
        }
    }

    /** The roles of parts that stand in one cell, in their order. */
    List<Role> of(List<Part> parts) {
        var roles = new ArrayList<Role>();
        for (Part part : parts) {
            Role known = known(part);
            roles.add(known == Role.OTHER ? byPlace(part, parts, roles) : known);
        }
        return roles;
    }

    private Role byPlace(Part part, List<Part> parts, List<Role> before) {
        if (isPerhapsRoom(part) && !areInitialsLikeThat(part.position())) {
            return Role.ROOM;
        }
        Role expected = expected(part.position());
        boolean repeats = expected == Role.SUBJECT
                && (before.contains(Role.SUBJECT) || parts.stream().anyMatch(each -> known(each) == Role.SUBJECT));
        if (repeats) {
            expected = isShort(part.text()) ? Role.TEACHER : Role.OTHER;
        }
        if (expected != Role.OTHER) {
            guessed.computeIfAbsent(expected, role -> new TreeSet<>()).add(part.text());
        }
        return expected;
    }

    private static boolean isPerhapsRoom(Part part) {
        return PERHAPS_ROOM.matcher(part.text()).matches();
    }

    /** "A12" is a room, but where most words are like that, and rooms stand elsewhere, it is somebody's short name. */
    private boolean areInitialsLikeThat(int position) {
        boolean isUsual = 2 * perhapsRooms.getOrDefault(position, 0) > all.getOrDefault(position, 0);
        return isUsual
                && seen.entrySet().stream()
                        .anyMatch(at -> at.getKey() != position
                                && at.getValue().containsKey(Role.ROOM)
                                && isMain(at.getValue(), Role.ROOM));
    }

    private static boolean isShort(String text) {
        return text.matches("\\p{Lu}[\\p{L}]{1,4}\\d?");
    }

    /** What stands at a place in most cells where that is known. */
    private Role expected(int position) {
        SortedMap<Integer, Role> roles = new TreeMap<>();
        for (int i = 0; i <= position; i++) {
            Role usual = seen.getOrDefault(i, Map.of()).entrySet().stream()
                    .max(Comparator.comparing(Map.Entry<Role, Integer>::getValue)
                            .thenComparing(Map.Entry::getKey))
                    .map(Map.Entry::getKey)
                    .orElse(Role.OTHER);
            roles.put(i, usual);
        }
        Role known = roles.getOrDefault(position, Role.OTHER);
        if (known != Role.OTHER) {
            return known;
        }
        return USUAL.stream()
                .filter(role -> seen.values().stream().noneMatch(at -> at.containsKey(role) && isMain(at, role)))
                .skip(roles.headMap(position).values().stream()
                        .filter(role -> role == Role.OTHER)
                        .count())
                .findFirst()
                .orElse(Role.OTHER);
    }

    private static boolean isMain(Map<Role, Integer> at, Role role) {
        int own = at.getOrDefault(role, 0);
        return at.values().stream().allMatch(count -> count <= own);
    }

    private Role known(Part part) {
        String word = Vocabulary.plain(part.text());
        if (part.isRoom()) {
            return Role.ROOM;
        }
        if (PART.matcher(word).matches()) {
            return Role.PART;
        }
        boolean isTeacher = words.teachers().contains(word);
        boolean isSubject = words.subjects().contains(word);
        if (isSubject && isTeacher) {
            return part.position() == 0 ? Role.SUBJECT : Role.TEACHER;
        }
        if (isTeacher) {
            return Role.TEACHER;
        }
        if (isSubject) {
            return Role.SUBJECT;
        }
        if (words.rooms().contains(word) || ROOM.matcher(word).matches()) {
            return Role.ROOM;
        }
        // "MK" is somebody's initials as often as it is home economics: short names count where subjects stand
        boolean isUsual = KnownSubjects.ALL.contains(word);
        return isUsual && (part.position() == 0 || word.length() > 2) ? Role.SUBJECT : Role.OTHER;
    }

    /** Words that were taken for something by their place alone. */
    SortedSet<String> guessed(Role role) {
        return guessed.getOrDefault(role, new TreeSet<>());
    }
}
