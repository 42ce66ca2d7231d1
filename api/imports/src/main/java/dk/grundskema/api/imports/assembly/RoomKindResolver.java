package dk.grundskema.api.imports.assembly;

import dk.grundskema.api.imports.source.ImportQuestion;
import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.domain.place.RoomKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Kinds of rooms. Those that no file states are as the mapping says, otherwise as the names of the rooms suggest, otherwise classrooms. Words of files
 * that are no kinds are as the mapping says, otherwise kinds of their own. Reports and asks about all assumed kinds and all such words.
 */
final class RoomKindResolver {
    private static final int MOST_NAMED = 5;

    /** Shortest name of a kind that a longer word may end with: {@code Idrætshal}. */
    private static final int SHORTEST_ENDING = 3;

    private static final Pattern FLOOR = Pattern.compile("\\d+\\.?\\s*sal\\b");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}]+");

    private final Map<String, String> mapped;
    private final FileFindingList findings;
    private final Map<RoomKind, List<NameIndex.Entry>> assumed = new EnumMap<>(RoomKind.class);
    private final Map<String, List<NameIndex.Entry>> unknownWords = new LinkedHashMap<>();

    /** @param mapped kinds by name of the room or word for a kind, as the mapping has them */
    RoomKindResolver(Map<String, String> mapped, FileFindingList findings) {
        this.mapped = mapped;
        this.findings = findings;
    }

    /** Returns the kind of a room whose kind no file states. */
    String kindOf(NameIndex.Entry room) {
        String stated = mapped.getOrDefault(room.label(), mapped.get(room.key()));
        if (stated != null) {
            return stated;
        }
        RoomKind kind = suggestKind(room.label()).orElse(RoomKind.CLASSROOM);
        assumed.computeIfAbsent(kind, any -> new ArrayList<>()).add(room);
        return kind.toString();
    }

    /** Returns the kind for the word of a file. A word that is a kind means that kind, whatever was answered about a room of that name. */
    String kindOf(NameIndex.Entry room, String word) {
        Optional<String> known = RoomKind.findByName(word).map(RoomKind::toString);
        if (known.isPresent()) {
            return known.get();
        }
        String stated = mapped.get(word);
        if (stated == null) {
            unknownWords.computeIfAbsent(word, any -> new ArrayList<>()).add(room);
            return word;
        }
        return stated;
    }

    /** Returns the kind that a room's name suggests. */
    static Optional<RoomKind> suggestKind(String name) {
        String small =
                FLOOR.matcher(name.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
        List<String> words = Stream.concat(Stream.of(small), NO_LETTER.splitAsStream(small))
                .filter(word -> !word.isEmpty())
                .toList();
        return words.stream()
                .flatMap(word -> RoomKind.findByName(word).stream())
                .findFirst()
                .or(() -> words.stream()
                        .flatMap(word -> Arrays.stream(RoomKind.values()).filter(kind -> isEnding(kind, word)))
                        .findFirst());
    }

    private static boolean isEnding(RoomKind kind, String word) {
        for (int length = SHORTEST_ENDING; length < word.length(); length++) {
            if (kind.hasName(word.substring(word.length() - length))) {
                return true;
            }
        }
        return false;
    }

    /** Reports the assumed kinds, one finding for each, and asks about each room and each word that is no kind. */
    void reportAssumptions() {
        unknownWords.forEach(this::reportUnknownWord);
        assumed.forEach((kind, rooms) -> {
            SourceLocation first = rooms.getFirst().places().getFirst();
            findings.info(
                    new SourceLocation(first.file(), ""),
                    "import.room.kind-assumed",
                    kind,
                    rooms.size(),
                    rooms.stream().limit(MOST_NAMED).map(NameIndex.Entry::label).toList(),
                    rooms.size() > MOST_NAMED ? 1 : 0);
            rooms.forEach(room -> findings.ask(new ImportQuestion(
                    ImportQuestion.Kind.ROOM_KIND,
                    room.label(),
                    room.places().getFirst(),
                    kindWords().toList(),
                    kind.toString())));
        });
    }

    private static Stream<String> kindWords() {
        return Arrays.stream(RoomKind.values()).map(RoomKind::toString);
    }

    private void reportUnknownWord(String word, List<NameIndex.Entry> rooms) {
        SourceLocation first = rooms.getFirst().places().getFirst();
        findings.info(
                first,
                "import.room.kind-unknown",
                word,
                rooms.size(),
                rooms.stream().limit(MOST_NAMED).map(NameIndex.Entry::label).toList(),
                rooms.size() > MOST_NAMED ? 1 : 0);
        findings.ask(new ImportQuestion(
                ImportQuestion.Kind.ROOM_USE,
                word,
                first,
                Stream.concat(kindWords(), Stream.of(word)).toList(),
                suggestKind(word).map(RoomKind::toString).orElse(null)));
    }
}
