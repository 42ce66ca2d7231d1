package dk.grundskema.api.server.pages.lists;

import dk.grundskema.api.platform.Json;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.place.RoomKind;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Cells with kinds of rooms: usual kinds stand in the reader's language, and any other word is a kind of the school's own. */
final class KindCells {
    private final List<Json> rooms;
    private final Texts texts;
    private @Nullable Set<String> own;

    /**
     * @param rooms the plan's rooms
     * @param texts in the reader's language
     */
    KindCells(List<Json> rooms, Texts texts) {
        this.rooms = rooms;
        this.texts = texts;
    }

    /** What the usual kinds are called. */
    List<String> usual() {
        return Stream.of(RoomKind.values()).map(this::called).toList();
    }

    /** What there is to say of the column. */
    String hint() {
        return texts.text("pages.list-room-kinds", String.join(", ", usual()));
    }

    private String called(RoomKind kind) {
        return texts.text("enum." + kind.name());
    }

    /** A kind as people read it. */
    String shown(String kind) {
        return RoomKind.of(kind).map(this::called).orElse(kind);
    }

    /**
     * The kind that somebody means. Where rooms of the plan are of a kind by just that word, in small or capital letters, it is theirs, for interventions
     * may ask for it.
     */
    String meant(String word) {
        Set<String> own = own();
        return own.contains(word)
                ? word
                : own.stream()
                        .filter(word::equalsIgnoreCase)
                        .findFirst()
                        .or(() -> RoomKind.meant(word).map(RoomKind::toString))
                        .orElse(word);
    }

    /** Rooms are gone through once, for a whole column may be typed. */
    private Set<String> own() {
        Set<String> known = own;
        if (known == null) {
            known = rooms.stream()
                    .map(room -> ListCells.text(room, "kind"))
                    .collect(Collectors.toCollection(TreeSet::new));
            own = known;
        }
        return known;
    }
}
