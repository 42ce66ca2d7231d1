package dk.grundskema.domain.place;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The usual kinds of rooms. A room may be of any other kind, too, by a word of the school's own. What a kind is called in a language is the text
 * {@code enum.} and its name; as a text it is the word that problems have.
 */
public enum RoomKind {
    /** Where a class is taught; the kind that interventions look for if nobody says otherwise. */
    CLASSROOM("classroom", "class room|klasselokale|klasserum|klasseværelse|stamlokale"),
    /** For a few students. */
    SMALL_ROOM("small-room", "small room|grupperum"),
    /** For conversations. */
    TALK_ROOM("talk-room", "talk room|samtalerum|samtalelokale"),
    /** Where people eat. */
    DINING_HALL("dining-hall", "dining hall|spisesal"),
    /** A large room for all. */
    HALL("hall", "hal|sal"),
    /** For sports. */
    GYM("gym", "gymnasium|gymnastiksal|idrætssal"),
    /** Where people meet as one. */
    ASSEMBLY_HALL("assembly", "assembly hall|festsal|aula"),
    /** For crafts. */
    WORKSHOP("workshop", "værksted"),
    /** For arts. */
    ART_ROOM("art", "art room|billedkunst|billedkunstlokale"),
    /** For music. */
    MUSIC_ROOM("music", "music room|musik|musiklokale"),
    /** For cooking. */
    KITCHEN("kitchen", "køkken|skolekøkken"),
    /** For experiments. */
    LABORATORY("laboratory", "lab|laboratorium");

    private final String word;
    private final String called;

    /** @param called what else people write, with lines between the words */
    RoomKind(String word, String called) {
        this.word = word;
        this.called = called;
    }

    /** The kind of a problem's word; empty if it is none of these. */
    public static Optional<RoomKind> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }

    /** The kind that people mean by a word, Danish or English, in small or capital letters; empty if it is none of these. */
    public static Optional<RoomKind> meant(String said) {
        return Arrays.stream(values()).filter(one -> one.isMeant(said)).findFirst();
    }

    /** Whether people mean this kind by a word. */
    public boolean isMeant(String said) {
        String small = said.strip().toLowerCase(Locale.ROOT);
        return word.equals(small) || List.of(called.split("\\|")).contains(small);
    }

    /** A problem's word as findings mention it: the kind, so that each reader reads it in his or her language, or the word if it is none of these. */
    public static Object mentioned(String word) {
        return of(word).map(Object.class::cast).orElse(word);
    }

    /** The word that problems have. */
    @Override
    public String toString() {
        return word;
    }
}
