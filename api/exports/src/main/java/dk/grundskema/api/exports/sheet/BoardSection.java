package dk.grundskema.api.exports.sheet;

import dk.grundskema.api.documents.timetable.DayBoard;
import dk.grundskema.api.documents.timetable.DayBoard.DayPart;
import dk.grundskema.api.documents.timetable.TimetableEntry;
import dk.grundskema.api.documents.timetable.TimetableEntry.NamedEntity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A part of a day on its board.
 *
 * @param key     key of its heading
 * @param entries entries that begin in this part
 * @param ofAll   all entries of the day by staff member and room, to detect double bookings
 */
public record BoardSection(String key, List<TimetableEntry> entries, Map<NamedEntity<?>, List<TimetableEntry>> ofAll) {
    /** Copies the collections. */
    public BoardSection {
        entries = List.copyOf(entries);
        ofAll = Map.copyOf(ofAll);
    }

    /** Returns the parts of a day, preceded by the entries that continue from the day before. */
    public static List<BoardSection> of(DayBoard board) {
        var all = new HashMap<NamedEntity<?>, List<TimetableEntry>>();
        Stream.concat(
                        board.fromBefore().stream(),
                        Arrays.stream(DayPart.values()).flatMap(part -> board.entriesIn(part).stream()))
                .forEach(entry -> Stream.concat(entry.staff().stream(), entry.rooms().stream())
                        .forEach(one -> all.computeIfAbsent(one, fresh -> new ArrayList<>())
                                .add(entry)));
        var sections = new ArrayList<BoardSection>();
        sections.add(new BoardSection("day.from-before", board.fromBefore(), all));
        for (DayPart part : DayPart.values()) {
            sections.add(new BoardSection("day." + part.name().toLowerCase(Locale.ROOT), board.entriesIn(part), all));
        }
        return sections;
    }

    /** Returns the section without lessons that the plan leaves unchanged, except those that clash with a planned entry in staff or room. */
    public BoardSection withoutUntouchedLessons() {
        return new BoardSection(
                key,
                entries.stream()
                        .filter(entry ->
                                !entry.isUntouched() || !clashing(entry).isEmpty())
                        .toList(),
                ofAll);
    }

    /** Returns the names of the people and rooms that have another entry at the same time. */
    public List<String> clashing(TimetableEntry entry) {
        return Stream.concat(
                        entry.staff().stream()
                                .filter(one -> isDoubleBooked(one, entry))
                                .map(NamedEntity::brief),
                        entry.rooms().stream()
                                .filter(one -> isDoubleBooked(one, entry))
                                .map(NamedEntity::name))
                .toList();
    }

    private boolean isDoubleBooked(NamedEntity<?> one, TimetableEntry entry) {
        return ofAll.getOrDefault(one, List.of()).stream().anyMatch(other -> other.isClashOf(entry));
    }
}
