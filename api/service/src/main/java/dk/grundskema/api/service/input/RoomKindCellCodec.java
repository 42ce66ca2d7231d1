package dk.grundskema.api.service.input;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.place.RoomKind;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Formats and parses cells with kinds of rooms: standard kinds have names in the reader's language; any other word is a kind of the
 * school's own.
 */
final class RoomKindCellCodec {
    private final List<Json> rooms;
    private final Texts texts;
    private @Nullable Set<String> planKinds;

    /**
     * @param rooms rooms of the plan
     * @param texts texts in the reader's language
     */
    RoomKindCellCodec(List<Json> rooms, Texts texts) {
        this.rooms = rooms;
        this.texts = texts;
    }

    /** Returns the names of the standard kinds. */
    List<String> usualNames() {
        return Stream.of(RoomKind.values()).map(this::nameOf).toList();
    }

    /** Returns the hint of the column. */
    String hint() {
        return texts.text("pages.list-room-kinds", String.join(", ", usualNames()));
    }

    private String nameOf(RoomKind kind) {
        return texts.text("enum." + kind.name());
    }

    /** Returns the display name of a kind. */
    String format(String kind) {
        return RoomKind.of(kind).map(this::nameOf).orElse(kind);
    }

    /**
     * Returns the kind for a word. A kind of the plan's rooms with exactly that word (ignoring case) takes precedence over a standard kind,
     * because interventions may refer to it.
     */
    String parse(String word) {
        Set<String> planKinds = kindsOfPlan();
        return planKinds.contains(word)
                ? word
                : planKinds.stream()
                        .filter(word::equalsIgnoreCase)
                        .findFirst()
                        .or(() -> RoomKind.findByName(word).map(RoomKind::toString))
                        .orElse(word);
    }

    /** Collects the kinds once, because a whole column may be submitted. */
    private Set<String> kindsOfPlan() {
        Set<String> known = planKinds;
        if (known == null) {
            known = rooms.stream()
                    .map(room -> ListCellCodec.text(room, "kind"))
                    .collect(Collectors.toCollection(TreeSet::new));
            planKinds = known;
        }
        return known;
    }
}
