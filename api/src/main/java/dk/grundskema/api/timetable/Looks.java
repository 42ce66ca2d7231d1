package dk.grundskema.api.timetable;

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

/** The looks of all that is in a timetable. */
public final class Looks {
    /** For what no plugin has a mark for. */
    private static final List<Colour> SPARE = List.of(
            Colour.of(0x4F5660), Colour.of(0x1F4E79), Colour.of(0x6B5B4B), Colour.of(0x2F6B5B), Colour.of(0x5B5170));

    private static final int FEWEST_LETTERS = 3;

    /** By what plugins wrote, before it becomes words: readers of all languages see the same styles, and their browsers keep one for all of them. */
    private static final Comparator<Mark> IN_EVERY_LANGUAGE = Comparator.comparing(Mark::name)
            .thenComparing(Mark::category)
            .thenComparing(mark -> mark.colour().hex());

    /** Look of lessons of the existing timetable that nothing was planned for: they stay in the background. */
    private static final Look BACKGROUND = new Look(-1, "", "", "", SPARE.getFirst());

    private final UnaryOperator<String> words;
    private final Map<Style, Look> byStyle = new HashMap<>();
    private final Map<Mark, Look> byMark = new LinkedHashMap<>();

    /**
     * @param timetable what is drawn
     * @param marks     what each intervention's plugin says of its kinds and subjects
     * @param words     makes words of a mark's name or category, which may be a key of the plugin's texts
     */
    public Looks(Timetable timetable, Map<InterventionId, Decoration> marks, UnaryOperator<String> words) {
        this.words = words;
        var markOf = new LinkedHashMap<Style, Mark>();
        for (Meeting meeting : timetable.meetings()) {
            markOf.computeIfAbsent(
                    Style.of(meeting),
                    style -> Optional.ofNullable(marks.get(style.intervention()))
                            .flatMap(decoration -> decoration.of(style.kind(), style.subject()))
                            .orElseGet(() -> spare(style, meeting)));
        }
        List<Mark> numbered =
                Set.copyOf(markOf.values()).stream().sorted(IN_EVERY_LANGUAGE).toList();
        var briefs =
                briefs(numbered.stream().map(mark -> words.apply(mark.name())).toList());
        for (Mark mark : numbered) {
            String name = words.apply(mark.name());
            var look = new Look(
                    byMark.size(),
                    name,
                    Objects.requireNonNull(briefs.get(name)),
                    words.apply(mark.category()),
                    mark.colour());
            byMark.put(mark, look);
        }
        markOf.forEach((style, mark) -> byStyle.put(style, Objects.requireNonNull(byMark.get(mark))));
    }

    /** What sessions that look the same have in common. */
    private record Style(InterventionId intervention, String kind, String subject) {
        static Style of(Meeting meeting) {
            return new Style(meeting.interventionId(), meeting.kind(), meeting.subject());
        }
    }

    private static Mark spare(Style style, Meeting first) {
        Colour colour = SPARE.get(Math.floorMod((style.kind() + style.subject()).hashCode(), SPARE.size()));
        return new Mark(first.title(), first.title(), colour);
    }

    /** The look of a meeting of the timetable. */
    public Look of(Meeting meeting) {
        return ExistingLessons.isFact(meeting)
                ? BACKGROUND
                : Objects.requireNonNull(byStyle.get(Style.of(meeting)), "The meeting is of another timetable.");
    }

    /** Makes words of keys of texts. */
    UnaryOperator<String> words() {
        return words;
    }

    /** All looks, in the order of their numbers. */
    public List<Look> all() {
        return List.copyOf(byMark.values());
    }

    /** The first letters of each name, as few as tell the names apart; of names that begin alike, as many as there is room for. */
    static Map<String, String> briefs(Collection<String> names) {
        var briefs = new HashMap<String, String>();
        for (int letters = FEWEST_LETTERS; letters <= 2 * FEWEST_LETTERS; letters++) {
            int length = letters;
            Set<String> once = new HashSet<>();
            Set<String> twice = new HashSet<>();
            Set.copyOf(names).stream()
                    .map(name -> first(name, length).toLowerCase(Locale.ROOT))
                    .filter(brief -> !once.add(brief))
                    .forEach(twice::add);
            for (String name : names) {
                String brief = first(name, length);
                if (letters == 2 * FEWEST_LETTERS || !twice.contains(brief.toLowerCase(Locale.ROOT))) {
                    briefs.putIfAbsent(name, brief);
                }
            }
        }
        return briefs;
    }

    private static String first(String name, int letters) {
        var characters = new ArrayList<String>();
        name.strip().codePoints().limit(letters).forEach(letter -> characters.add(Character.toString(letter)));
        return String.join("", characters).strip();
    }
}
