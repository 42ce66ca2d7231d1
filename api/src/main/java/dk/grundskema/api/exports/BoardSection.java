package dk.grundskema.api.exports;

import dk.grundskema.api.timetable.DayBoard;
import dk.grundskema.api.timetable.DayBoard.Part;
import dk.grundskema.api.timetable.Entry;
import dk.grundskema.api.timetable.Entry.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A part of a day as its board shows it.
 *
 * @param key      key of its heading
 * @param entries  what begins in it
 * @param ofTheDay all of the day, among which somebody may be in two places
 */
public record BoardSection(String key, List<Entry> entries, List<Entry> ofTheDay) {
    /** Copies the lists. */
    public BoardSection {
        entries = List.copyOf(entries);
        ofTheDay = List.copyOf(ofTheDay);
    }

    static List<BoardSection> of(DayBoard board) {
        var all = new ArrayList<>(board.fromBefore());
        for (Part part : Part.values()) {
            all.addAll(board.in(part));
        }
        var sections = new ArrayList<BoardSection>();
        sections.add(new BoardSection("day.from-before", board.fromBefore(), all));
        for (Part part : Part.values()) {
            sections.add(new BoardSection("day." + part.name().toLowerCase(Locale.ROOT), board.in(part), all));
        }
        return sections;
    }

    /** Who and which room is taken up by something else at the same time, by name. */
    public List<String> clashing(Entry entry) {
        var names = new ArrayList<String>();
        var meanwhile =
                ofTheDay.stream().filter(other -> other.isClashOf(entry)).toList();
        entry.staff().stream()
                .filter(one ->
                        meanwhile.stream().anyMatch(other -> other.staff().contains(one)))
                .map(Named::brief)
                .forEach(names::add);
        entry.rooms().stream()
                .filter(one ->
                        meanwhile.stream().anyMatch(other -> other.rooms().contains(one)))
                .map(Named::name)
                .forEach(names::add);
        return names;
    }
}
