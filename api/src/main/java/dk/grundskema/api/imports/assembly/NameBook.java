package dk.grundskema.api.imports.assembly;

import dk.grundskema.api.imports.source.Place;
import dk.grundskema.api.imports.source.Said;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** All that files call by name of one kind, and what each of them is called. What it takes to be one is never merged in silence. */
public final class NameBook {
    /** One of them. */
    public static final class Entry {
        private final String id;
        private final String key;
        private final boolean listed;
        private final List<Place> places = new ArrayList<>();
        private @Nullable String name;

        private Entry(String id, String key, @Nullable String name, boolean listed, Place place) {
            this.id = id;
            this.key = key;
            this.name = name;
            this.listed = listed;
            places.add(place);
        }

        /** The id in the problem. */
        public String id() {
            return id;
        }

        /** The file's id or short name. */
        String key() {
            return key;
        }

        /** What people call it: the name, or the key where there is none. */
        String label() {
            return name == null ? key : name;
        }

        /** Whether a list has it, not only a timetable. */
        boolean listed() {
            return listed;
        }

        /** Where it is named. */
        List<Place> places() {
            return List.copyOf(places);
        }

        boolean isNamed() {
            return name != null;
        }
    }

    /**
     * A word that was taken to mean somebody who is spelled otherwise.
     *
     * @param entry  who
     * @param places where the word stands
     */
    record Variant(Entry entry, List<Place> places) {}

    /**
     * Two that may be one, or one that may be two.
     *
     * @param code  the finding's code after that of the kind
     * @param place where the second stands
     * @param one   the first
     * @param other the second
     */
    record Doubt(String code, Place place, String one, String other) {}

    private final Map<String, String> aliases;
    private final BiFunction<String, String, String> idOf;
    private final UnaryOperator<String> written;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Entry> exact = new HashMap<>();
    private final Map<String, Entry> forms = new HashMap<>();
    private final Map<String, Variant> variants = new LinkedHashMap<>();
    private final List<Doubt> doubts = new ArrayList<>();
    private final List<Place> rewritten = new ArrayList<>();

    /** A book of what everybody writes in one way. */
    public NameBook(SortedMap<String, String> aliases, BiFunction<String, String, String> idOf) {
        this(aliases, idOf, UnaryOperator.identity());
    }

    /**
     * @param aliases spellings and what is meant by them
     * @param idOf    makes an id of a key and a name, which is the key where there is none
     * @param written how names are written here that files may write in several ways
     */
    NameBook(
            SortedMap<String, String> aliases, BiFunction<String, String, String> idOf, UnaryOperator<String> written) {
        this.aliases = Map.copyOf(aliases);
        this.idOf = idOf;
        this.written = written;
    }

    /** Takes in one that a list has. */
    public Entry enter(Said key, @Nullable Said name) {
        String word = meant(key.text());
        String called = name == null ? null : meant(name.text());
        Said shown = name == null ? key : name;
        if (!written.apply(shown.text()).equals(shown.text())) {
            rewritten.add(shown.place());
        }
        Entry known = exact.get(word);
        if (known == null && called != null) {
            known = ofOtherFile(called, key.place());
        }
        if (known == null && !aliases.containsKey(key.text())) {
            known = alike(key, called);
        }
        if (known == null) {
            return add(word, called, true, key.place());
        }
        exact.putIfAbsent(word, known);
        rename(known, called, key.place());
        return known;
    }

    /** Takes in one of a list who has the name of another and no key of his or her own. */
    Entry enterNamesake(Said name) {
        return add(meant(name.text()), null, true, name.place());
    }

    /** Whether a list of the same file has somebody of exactly this key or name. */
    boolean hasIn(Said word) {
        Entry known = exact.get(meant(word.text()));
        return known != null
                && known.listed
                && known.places.getFirst().file().equals(word.place().file());
    }

    private @Nullable Entry ofOtherFile(String called, Place place) {
        Entry known = exact.get(called);
        if (known == null) {
            return null;
        }
        if (known.places.getFirst().file().equals(place.file()) && known.isNamed()) {
            doubts.add(new Doubt("same-name", place, known.key, called));
            return null;
        }
        return known;
    }

    private @Nullable Entry alike(Said key, @Nullable String called) {
        Entry known = forms.get(form(key.text()));
        if (known == null) {
            return null;
        }
        if (called != null && known.name != null && !Spelling.form(called).equals(Spelling.form(known.name))) {
            doubts.add(new Doubt("alike", key.place(), known.label(), called));
            return null;
        }
        note(key, known);
        return known;
    }

    private void rename(Entry known, @Nullable String called, Place place) {
        if (called == null || called.equals(known.name)) {
            return;
        }
        if (known.name == null) {
            known.name = called;
            exact.putIfAbsent(called, known);
            forms.putIfAbsent(Spelling.form(called), known);
        } else {
            doubts.add(new Doubt("two-names", place, known.name, called));
        }
    }

    /** The one that a word of a timetable means; made if there is none. */
    Entry find(Said word) {
        return seek(word).orElseGet(() -> add(meant(word.text()), null, false, word.place()));
    }

    /** The one that a word means, if there is one; the word's place is kept. */
    Optional<Entry> seek(Said word) {
        Entry known = exact.get(meant(word.text()));
        if (known == null && !aliases.containsKey(word.text())) {
            known = forms.get(form(word.text()));
            if (known != null) {
                note(word, known);
            }
        }
        if (known != null) {
            known.places.add(word.place());
        }
        return Optional.ofNullable(known);
    }

    /** The one that a word means, if there is one; nothing is kept. */
    Optional<Entry> look(String word) {
        Entry known = exact.get(meant(word));
        return Optional.ofNullable(known == null ? forms.get(form(word)) : known);
    }

    /** Whether the mapping says who is meant by a spelling. */
    boolean isSettled(Entry entry) {
        return aliases.containsKey(entry.key()) || aliases.containsKey(entry.label());
    }

    /** Words of which two in a row may be one that was cut at its comma: put together where only that is somebody. */
    List<Said> whole(List<Said> words) {
        var all = new ArrayList<Said>();
        for (int i = 0; i < words.size(); i++) {
            Said word = words.get(i);
            String both = word.text()
                    + (i + 1 < words.size() ? ", " + words.get(i + 1).text() : "");
            boolean isCut = look(word.text()).isEmpty() && look(both).isPresent();
            all.add(isCut ? new Said(both, word.place()) : word);
            i += isCut ? 1 : 0;
        }
        return all;
    }

    private String meant(String word) {
        String spelled = written.apply(word);
        return written.apply(aliases.getOrDefault(word, aliases.getOrDefault(spelled, spelled)));
    }

    private String form(String word) {
        return Spelling.form(written.apply(word));
    }

    private void note(Said word, Entry known) {
        variants.computeIfAbsent(word.text(), any -> new Variant(known, new ArrayList<>()))
                .places()
                .add(word.place());
    }

    private Entry add(String key, @Nullable String name, boolean listed, Place place) {
        var entry = new Entry(idOf.apply(key, name == null ? key : name), key, name, listed, place);
        entries.add(entry);
        exact.putIfAbsent(key, entry);
        forms.putIfAbsent(Spelling.form(key), entry);
        if (name != null) {
            exact.putIfAbsent(name, entry);
            forms.putIfAbsent(Spelling.form(name), entry);
        }
        return entry;
    }

    /** All, in the order in which they were met. */
    List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** How many there are. */
    int size() {
        return entries.size();
    }

    /** What people call the one of that id; the id if there is none. */
    String label(String id) {
        return entries.stream()
                .filter(entry -> entry.id().equals(id))
                .map(Entry::label)
                .findFirst()
                .orElse(id);
    }

    /** Whether a list has any of them. */
    boolean hasList() {
        return entries.stream().anyMatch(Entry::listed);
    }

    /** All keys and names. */
    Collection<String> words() {
        var words = new TreeSet<String>();
        entries.forEach(entry -> {
            words.add(entry.key());
            words.add(entry.label());
        });
        return words;
    }

    /** Words that were taken to mean somebody who is spelled otherwise. */
    Map<String, Variant> variants() {
        return variants;
    }

    /** Where lists write names in another way than they are kept. */
    List<Place> rewritten() {
        return List.copyOf(rewritten);
    }

    /** Those that may be one, or two. */
    List<Doubt> doubts() {
        return List.copyOf(doubts);
    }
}
