package dk.grundskema.domain.place;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The usual kinds of rooms. A school may also use its own word for another kind. The display text of a kind has the key {@code enum.} plus its
 * name; {@link #toString()} returns the word used in problems.
 */
public enum RoomKind {
    /** For teaching a class; the default that interventions look for. */
    CLASSROOM(
            "classroom",
            "class room|teaching|klasselokale|klasserum|klasseværelse|stamlokale|undervisning|undervisningslokale"),
    /** For a few students. */
    SMALL_ROOM("small-room", "small room|grupperum"),
    /** For conversations. */
    TALK_ROOM("talk-room", "talk room|office|samtalerum|samtalelokale|kontor"),
    /** Where people eat. */
    DINING_HALL("dining-hall", "dining hall|spisesal"),
    /** A large room for many people. */
    HALL("hall", "hal|sal"),
    /** For sports. */
    GYM("gym", "gymnasium|gymnastiksal|idrætssal"),
    /** For assemblies. */
    ASSEMBLY_HALL("assembly", "assembly hall|festsal|aula"),
    /** For crafts. */
    WORKSHOP("workshop", "værksted"),
    /** For arts. */
    ART_ROOM("art", "art room|atelier|billedkunst|billedkunstlokale"),
    /** For music. */
    MUSIC_ROOM("music", "music room|musik|musiklokale"),
    /** For cooking. */
    KITCHEN("kitchen", "køkken|skolekøkken"),
    /** For experiments. */
    LABORATORY("laboratory", "lab|laboratorium");

    private static final List<String> ARTICLES = List.of("et", "en", "t", "n");
    private static final int SHORTEST_STEM = 3;

    private final String word;
    private final String called;

    /** @param called synonyms that people use, separated by {@code |} */
    RoomKind(String word, String called) {
        this.word = word;
        this.called = called;
    }

    /** Returns the kind with a problem's word, or empty if it is not one of these. */
    public static Optional<RoomKind> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }

    /** Returns the kind with a Danish or English name or synonym, ignoring case, or empty if there is none. */
    public static Optional<RoomKind> findByName(String said) {
        return Arrays.stream(values()).filter(one -> one.hasName(said)).findFirst();
    }

    /** Returns whether the text is the word or a synonym of this kind, or its Danish form with the article, ignoring case. */
    public boolean hasName(String said) {
        String small = said.strip().toLowerCase(Locale.ROOT);
        List<String> names = List.of((word + "|" + called).split("\\|"));
        return Stream.concat(Stream.of(small), withoutArticle(small)).anyMatch(names::contains);
    }

    /** Returns what a Danish word may be without the article at its end: {@code køkkenet}, {@code hallen}, {@code laboratoriet}. */
    private static Stream<String> withoutArticle(String small) {
        return ARTICLES.stream()
                .filter(article -> small.endsWith(article) && small.length() >= article.length() + SHORTEST_STEM)
                .map(article -> small.substring(0, small.length() - article.length()))
                .flatMap(stem -> Stream.of(
                        stem,
                        stem.charAt(stem.length() - 1) == stem.charAt(stem.length() - 2)
                                ? stem.substring(0, stem.length() - 1)
                                : stem,
                        stem + "um"));
    }

    /**
     * Returns the argument for findings about a room kind: the kind itself, so that it is shown in the reader's language, or the word if it is not
     * one of these.
     */
    public static Object toFindingArgument(String word) {
        return of(word).map(Object.class::cast).orElse(word);
    }

    /** Returns the word used in problems. */
    @Override
    public String toString() {
        return word;
    }
}
