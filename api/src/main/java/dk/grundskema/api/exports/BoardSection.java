package dk.grundskema.api.exports;

import dk.grundskema.api.timetable.DayBoard;
import dk.grundskema.api.timetable.DayBoard.Part;
import dk.grundskema.api.timetable.Entry;
import dk.grundskema.api.timetable.Entry.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A part of a day as its board shows it.
 *
 * @param key     key of its heading
 * @param entries what begins in it
 * @param ofAll   what of the day each of the staff is in and is held in each room, where somebody may be in two places
 */
public record BoardSection(String key, List<Entry> entries, Map<Named<?>, List<Entry>> ofAll) {
    /** Copies the collections. */
    public BoardSection {
        entries = List.copyOf(entries);
        ofAll = Map.copyOf(ofAll);
    }

    /** The parts of a day, and before them what lasts from the day before. */
    public static List<BoardSection> of(DayBoard board) {
        var all = new HashMap<Named<?>, List<Entry>>();
        Stream.concat(
                        board.fromBefore().stream(),
                        Arrays.stream(Part.values()).flatMap(part -> board.in(part).stream()))
                .forEach(entry -> Stream.concat(entry.staff().stream(), entry.rooms().stream())
                        .forEach(one -> all.computeIfAbsent(one, fresh -> new ArrayList<>())
                                .add(entry)));
        var sections = new ArrayList<BoardSection>();
        sections.add(new BoardSection("day.from-before", board.fromBefore(), all));
        for (Part part : Part.values()) {
            sections.add(new BoardSection("day." + part.name().toLowerCase(Locale.ROOT), board.in(part), all));
        }
        return sections;
    }

    /** The same without the lessons that a plan leaves as they are, except those whose teacher or room is taken up by something planned at the same time. */
    public BoardSection withoutUntouched() {
        return new BoardSection(
                key,
                entries.stream()
                        .filter(entry ->
                                !entry.isUntouched() || !clashing(entry).isEmpty())
                        .toList(),
                ofAll);
    }

    /** Who and which room is taken up by something else at the same time, by name. */
    public List<String> clashing(Entry entry) {
        return Stream.concat(
                        entry.staff().stream()
                                .filter(one -> isElsewhere(one, entry))
                                .map(Named::brief),
                        entry.rooms().stream()
                                .filter(one -> isElsewhere(one, entry))
                                .map(Named::name))
                .toList();
    }

    private boolean isElsewhere(Named<?> one, Entry entry) {
        return ofAll.getOrDefault(one, List.of()).stream().anyMatch(other -> other.isClashOf(entry));
    }
}
