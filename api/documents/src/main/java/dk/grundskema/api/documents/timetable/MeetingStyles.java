package dk.grundskema.api.documents.timetable;

import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.Colour;
import dk.grundskema.solver.spi.Decoration;
import dk.grundskema.solver.spi.Decoration.Mark;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Visual styles of all meetings of a timetable. */
public final class MeetingStyles {
    /** Colours for meetings without a mark from a plugin. */
    private static final List<Colour> SPARE = List.of(
            Colour.of(0x4F5660), Colour.of(0x1F4E79), Colour.of(0x6B5B4B), Colour.of(0x2F6B5B), Colour.of(0x5B5170));

    private static final int FEWEST_LETTERS = 3;

    /** Order by the plugins' untranslated values: the style numbers are the same in all languages, so that browsers cache one style sheet. */
    private static final Comparator<Mark> IN_EVERY_LANGUAGE = Comparator.comparing(Mark::name)
            .thenComparing(Mark::category)
            .thenComparing(mark -> mark.colour().hex());

    /** Style of existing lessons that nothing was planned for: they stay in the background. */
    private static final MeetingStyle BACKGROUND = new MeetingStyle(-1, "", "", "", SPARE.getFirst());

    private final UnaryOperator<String> words;
    private final Map<StyleKey, MeetingStyle> byStyle = new HashMap<>();
    private final Map<Mark, MeetingStyle> byMark = new LinkedHashMap<>();

    /**
     * @param timetable the timetable to draw
     * @param marks     marks of each intervention's plugin for its kinds and subjects
     * @param words     translates a mark's name or category, which may be a key of the plugin's texts
     */
    public MeetingStyles(Timetable timetable, Map<InterventionId, Decoration> marks, UnaryOperator<String> words) {
        this.words = words;
        var markOf = new LinkedHashMap<StyleKey, Mark>();
        for (Meeting meeting : timetable.meetings()) {
            markOf.computeIfAbsent(
                    StyleKey.of(meeting),
                    style -> Optional.ofNullable(marks.get(style.intervention()))
                            .flatMap(decoration -> decoration.markOf(style.kind(), style.subject()))
                            .orElseGet(() -> spareMark(style, meeting)));
        }
        List<Mark> numbered =
                Set.copyOf(markOf.values()).stream().sorted(IN_EVERY_LANGUAGE).toList();
        var briefs = abbreviations(
                numbered.stream().map(mark -> words.apply(mark.name())).toList());
        for (Mark mark : numbered) {
            String name = words.apply(mark.name());
            var meetingStyle = new MeetingStyle(
                    byMark.size(),
                    name,
                    Objects.requireNonNull(briefs.get(name)),
                    words.apply(mark.category()),
                    mark.colour());
            byMark.put(mark, meetingStyle);
        }
        markOf.forEach((style, mark) -> byStyle.put(style, Objects.requireNonNull(byMark.get(mark))));
    }

    /** Key of the sessions that share a style. */
    private record StyleKey(InterventionId intervention, String kind, String subject) {
        static StyleKey of(Meeting meeting) {
            return new StyleKey(meeting.interventionId(), meeting.kind(), meeting.subject());
        }
    }

    private static Mark spareMark(StyleKey style, Meeting first) {
        Colour colour = SPARE.get(Math.floorMod((style.kind() + style.subject()).hashCode(), SPARE.size()));
        return new Mark(first.title(), first.title(), colour);
    }

    /** Returns the style of a meeting of the timetable. */
    public MeetingStyle of(Meeting meeting) {
        return ExistingLessons.isOutsidePlan(meeting)
                ? BACKGROUND
                : Objects.requireNonNull(byStyle.get(StyleKey.of(meeting)), "The meeting is of another timetable.");
    }

    /** Returns the function that translates text keys. */
    UnaryOperator<String> words() {
        return words;
    }

    /** Returns all styles, in the order of their numbers. */
    public List<MeetingStyle> all() {
        return List.copyOf(byMark.values());
    }

    /** Returns an abbreviation for each name: as few first letters as make it unique, from 3 to 6; with 6 letters it may be ambiguous. */
    static Map<String, String> abbreviations(Collection<String> names) {
        var briefs = new HashMap<String, String>();
        for (int letters = FEWEST_LETTERS; letters <= 2 * FEWEST_LETTERS; letters++) {
            int length = letters;
            Set<String> once = new HashSet<>();
            Set<String> twice = new HashSet<>();
            Set.copyOf(names).stream()
                    .map(name -> firstLetters(name, length).toLowerCase(Locale.ROOT))
                    .filter(brief -> !once.add(brief))
                    .forEach(twice::add);
            for (String name : names) {
                String brief = firstLetters(name, length);
                if (letters == 2 * FEWEST_LETTERS || !twice.contains(brief.toLowerCase(Locale.ROOT))) {
                    briefs.putIfAbsent(name, brief);
                }
            }
        }
        return briefs;
    }

    private static String firstLetters(String name, int letters) {
        var characters = new ArrayList<String>();
        name.strip().codePoints().limit(letters).forEach(letter -> characters.add(Character.toString(letter)));
        return String.join("", characters).strip();
    }
}
