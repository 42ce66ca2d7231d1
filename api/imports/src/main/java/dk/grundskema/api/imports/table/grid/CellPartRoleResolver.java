package dk.grundskema.api.imports.table.grid;

import dk.grundskema.api.imports.table.grid.CellPartSplitter.CellPart;
import dk.grundskema.api.imports.table.parse.CommonSubjects;
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
 * Determines the roles of cell parts. A known word has its known role; some unknown words look like rooms. Any other word gets the most
 * frequent role of known words at its position in the file; if that is unknown too, the order is subject, teacher, room. Call {@link
 * #learn} for all cells first, then {@link #resolve}.
 */
final class CellPartRoleResolver {
    private static final Pattern ROOM = Pattern.compile(
            "(?iu)\\d{1,3}[a-z]?|\\d[.-]\\d{1,3}|.*(?:sal|hal|lokale|bibliotek|bibl|gym|værksted|køkken|lab|plc|aula)");
    private static final Pattern PERHAPS_ROOM = Pattern.compile("(?iu)[a-z][.-]?\\d{1,3}(?:[.-]\\d{1,3})?");
    private static final Pattern PART = Pattern.compile(
            "(?iu)½|1/2|halv\\p{L}*|halvt? hold|(?:hold|group|gr\\.?|del)\\s?[\\p{L}\\d]{1,2}|(?:drenge|piger|boys|girls)");

    /** A word in small letters is neither initials nor a name, unless a list has it. */
    private static final Pattern PLAIN_WORD = Pattern.compile("\\p{Ll}{5,}|[^\\p{L}\\d]+");

    private final SchoolVocabulary words;
    private final GridOwner.Kind kind;
    private final Map<Integer, Map<CellPartRole, Integer>> seen = new HashMap<>();
    private final Map<Integer, Integer> perhapsRooms = new HashMap<>();
    private final Map<Integer, Integer> all = new HashMap<>();
    private final Map<CellPartRole, SortedSet<String>> guessed = new HashMap<>();

    /**
     * @param words words of the school; common subjects are known in addition
     * @param kind  whose grids the cells are of: the cells of a teacher name classes, those of a class name teachers
     */
    CellPartRoleResolver(SchoolVocabulary words, GridOwner.Kind kind) {
        this.words = words;
        this.kind = kind;
    }

    private List<CellPartRole> usualOrder() {
        return switch (kind) {
            case CLASS -> List.of(CellPartRole.SUBJECT, CellPartRole.TEACHER, CellPartRole.ROOM);
            case TEACHER -> List.of(CellPartRole.SUBJECT, CellPartRole.CLASS, CellPartRole.ROOM);
            case ROOM -> List.of(CellPartRole.SUBJECT, CellPartRole.CLASS, CellPartRole.TEACHER);
        };
    }

    /** Counts the known roles by position. */
    void learn(List<CellPart> parts) {
        for (CellPart part : parts) {
            CellPartRole known = knownRole(part);
            all.merge(part.position(), 1, Integer::sum);
            if (known == CellPartRole.OTHER && isPerhapsRoom(part)) {
                perhapsRooms.merge(part.position(), 1, Integer::sum);
            }
            if (known != CellPartRole.OTHER && known != CellPartRole.PART) {
                seen.computeIfAbsent(part.position(), position -> new HashMap<>())
                        .merge(known, 1, Integer::sum);
            }
        }
    }

    /** Returns the roles of the parts of one cell, in their order. */
    List<CellPartRole> resolve(List<CellPart> parts) {
        var roles = new ArrayList<CellPartRole>();
        for (CellPart part : parts) {
            CellPartRole known = knownRole(part);
            roles.add(known == CellPartRole.OTHER ? roleByPosition(part, parts, roles) : known);
        }
        return roles;
    }

    private CellPartRole roleByPosition(CellPart part, List<CellPart> parts, List<CellPartRole> before) {
        if (isPerhapsRoom(part) && !areInitialsLikely(part.position())) {
            return CellPartRole.ROOM;
        }
        CellPartRole expected = usualRoleAt(part.position());
        boolean repeats = expected == CellPartRole.SUBJECT
                && (before.contains(CellPartRole.SUBJECT)
                        || parts.stream().anyMatch(each -> knownRole(each) == CellPartRole.SUBJECT));
        if (repeats) {
            expected = isShort(part.text()) ? CellPartRole.TEACHER : CellPartRole.OTHER;
        }
        boolean isNoName = (expected == CellPartRole.TEACHER || expected == CellPartRole.CLASS)
                && PLAIN_WORD.matcher(part.text()).matches();
        if (isNoName) {
            return CellPartRole.OTHER;
        }
        if (expected != CellPartRole.OTHER) {
            guessed.computeIfAbsent(expected, role -> new TreeSet<>()).add(part.text());
        }
        return expected;
    }

    private static boolean isPerhapsRoom(CellPart part) {
        return PERHAPS_ROOM.matcher(part.text()).matches();
    }

    /** "A12" looks like a room, but if most words at this position do and rooms are elsewhere, they are initials. */
    private boolean areInitialsLikely(int position) {
        boolean isUsual = 2 * perhapsRooms.getOrDefault(position, 0) > all.getOrDefault(position, 0);
        return isUsual
                && seen.entrySet().stream()
                        .anyMatch(at -> at.getKey() != position
                                && at.getValue().containsKey(CellPartRole.ROOM)
                                && isMain(at.getValue(), CellPartRole.ROOM));
    }

    private static boolean isShort(String text) {
        return text.matches("\\p{Lu}[\\p{L}]{1,4}\\d?");
    }

    /** Returns the most frequent known role at a position, else the first usual role that is still free. */
    private CellPartRole usualRoleAt(int position) {
        SortedMap<Integer, CellPartRole> roles = new TreeMap<>();
        for (int i = 0; i <= position; i++) {
            CellPartRole usual = seen.getOrDefault(i, Map.of()).entrySet().stream()
                    .max(Comparator.comparing(Map.Entry<CellPartRole, Integer>::getValue)
                            .thenComparing(Map.Entry::getKey))
                    .map(Map.Entry::getKey)
                    .orElse(CellPartRole.OTHER);
            roles.put(i, usual);
        }
        CellPartRole known = roles.getOrDefault(position, CellPartRole.OTHER);
        if (known != CellPartRole.OTHER) {
            return known;
        }
        return usualOrder().stream()
                .filter(role -> seen.values().stream().noneMatch(at -> at.containsKey(role) && isMain(at, role)))
                .skip(roles.headMap(position).values().stream()
                        .filter(role -> role == CellPartRole.OTHER)
                        .count())
                .findFirst()
                .orElse(CellPartRole.OTHER);
    }

    private static boolean isMain(Map<CellPartRole, Integer> at, CellPartRole role) {
        int own = at.getOrDefault(role, 0);
        return at.values().stream().allMatch(count -> count <= own);
    }

    private CellPartRole knownRole(CellPart part) {
        String word = SchoolVocabulary.normalize(part.text());
        if (part.isRoom()) {
            return CellPartRole.ROOM;
        }
        if (PART.matcher(word).matches()) {
            return CellPartRole.PART;
        }
        boolean isClassForm = kind != GridOwner.Kind.CLASS && ClassNames.isClass(part.text());
        if (!words.rooms().contains(word) && (words.groups().contains(word) || isClassForm)) {
            return CellPartRole.CLASS;
        }
        boolean isTeacher = words.teachers().contains(word);
        boolean isSubject = words.subjects().contains(word);
        if (isSubject && isTeacher) {
            return part.position() == 0 ? CellPartRole.SUBJECT : CellPartRole.TEACHER;
        }
        if (isTeacher) {
            return CellPartRole.TEACHER;
        }
        if (isSubject) {
            return CellPartRole.SUBJECT;
        }
        if (words.rooms().contains(word) || ROOM.matcher(word).matches()) {
            return CellPartRole.ROOM;
        }
        // "MK" is as often initials as home economics: short names count only at the position of subjects
        boolean isUsual = CommonSubjects.ALL.contains(word.endsWith(".") ? word.substring(0, word.length() - 1) : word);
        return isUsual && (part.position() == 0 || word.length() > 2) ? CellPartRole.SUBJECT : CellPartRole.OTHER;
    }

    /** Returns the words whose role was guessed from their position. */
    SortedSet<String> guessedWords(CellPartRole role) {
        return guessed.getOrDefault(role, new TreeSet<>());
    }
}
