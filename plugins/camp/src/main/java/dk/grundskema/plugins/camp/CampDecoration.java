package dk.grundskema.plugins.camp;

import dk.grundskema.domain.people.Language;
import dk.grundskema.solver.spi.Colour;
import dk.grundskema.solver.spi.Decoration;
import dk.grundskema.solver.spi.Decoration.Mark;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Chooses the colours of a camp: one for each subject in order, muted ones for everything around teaching. The choice is ours.
 */
final class CampDecoration {
    /** The first colours are distinguishable with impaired colour vision. The list repeats from the beginning. */
    private static final List<Colour> OF_SUBJECTS = List.of(
            Colour.of(0x1F5FA8),
            Colour.of(0xB3400E),
            Colour.of(0x1B7340),
            Colour.of(0x7B3AA3),
            Colour.of(0x0B7079),
            Colour.of(0xB0256B),
            Colour.of(0x6B6100),
            Colour.of(0x3D4DC0),
            Colour.of(0x7D4A1E),
            Colour.of(0xB42318),
            Colour.of(0x3F6B10),
            Colour.of(0x53606D));

    private CampDecoration() {}

    static Decoration of(CampParameters camp, Language language) {
        var kinds = new TreeMap<String, Mark>();
        for (Block.Kind kind : Block.Kind.values()) {
            kinds.put(
                    kind.word(),
                    new Mark("title.kind." + kind.word(), "title.category." + category(kind), colour(kind)));
        }
        putAppointmentMark(AppointmentDemand.CONVERSATION, "conversation", Colour.of(0x8A3B12), kinds);
        putAppointmentMark(AppointmentDemand.VISIT, "visit", Colour.of(0x006B5E), kinds);
        putAppointmentMark(AppointmentDemand.COVER, "visit", Colour.of(0x53606D), kinds);
        var texts = new CampTexts(language);
        var subjects = new TreeMap<String, Mark>();
        for (Subject subject : camp.subjects()) {
            Colour colour = OF_SUBJECTS.get(subjects.size() % OF_SUBJECTS.size());
            subjects.put(subject.id(), new Mark(texts.subjectTitle(subject), "title.category.teaching", colour));
        }
        return new Decoration(kinds, subjects);
    }

    private static void putAppointmentMark(String kind, String category, Colour colour, Map<String, Mark> kinds) {
        kinds.put(kind, new Mark("title.kind." + kind, "title.category." + category, colour));
    }

    private static String category(Block.Kind kind) {
        return switch (kind) {
            case MODULE -> "teaching";
            case MEAL -> "meal";
            case RITUAL, MOVEMENT, CLEANING, ARRIVAL, DEPARTURE, TRIP -> "together";
            case FREE_TIME, QUIET_HOUR -> "own-time";
            case EVENING -> "evening";
            case WAKE_UP, NIGHT -> "night";
            case HANDOVER -> "staff";
        };
    }

    private static Colour colour(Block.Kind kind) {
        return switch (kind) {
            case MODULE -> Colour.of(0x1F4E79);
            case MEAL -> Colour.of(0x6B5B4B);
            case RITUAL -> Colour.of(0x5B5170);
            case MOVEMENT -> Colour.of(0x2F6B5B);
            case FREE_TIME -> Colour.of(0x55672E);
            case QUIET_HOUR -> Colour.of(0x4A5A7A);
            case EVENING -> Colour.of(0x7A3B63);
            case HANDOVER -> Colour.of(0x4F5660);
            case WAKE_UP -> Colour.of(0x7A5A1E);
            case CLEANING -> Colour.of(0x5A6650);
            case NIGHT -> Colour.of(0x2B2F55);
            case ARRIVAL -> Colour.of(0x2E6A4F);
            case DEPARTURE -> Colour.of(0x7A4A2E);
            case TRIP -> Colour.of(0x2C6E7F);
        };
    }
}
