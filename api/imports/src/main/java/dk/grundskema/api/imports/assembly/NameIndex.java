package dk.grundskema.api.imports.assembly;

import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.api.imports.source.SourceText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All entries of one kind that files name, found by key, name or normalized spelling. {@code exact} maps written words to entries, {@code
 * forms} maps normalized ones; an entry is added once and never removed, and the order of entries is the order of the files. A match by
 * normalized spelling alone is recorded as a variant, and a possible duplicate as a doubt, so that nothing is merged silently.
 */
public final class NameIndex {
    /** One entry. */
    public static final class Entry {
        private final String id;
        private final String key;
        private final boolean listed;
        private final List<SourceLocation> places = new ArrayList<>();
        private @Nullable String name;

        private Entry(String id, String key, @Nullable String name, boolean listed, SourceLocation place) {
            this.id = id;
            this.key = key;
            this.name = name;
            this.listed = listed;
            places.add(place);
        }

        /** Returns the id in the problem. */
        public String id() {
            return id;
        }

        /** Returns the file's id or short name. */
        String key() {
            return key;
        }

        /** Returns the display name: the name, or the key if there is none. */
        String label() {
            return name == null ? key : name;
        }

        /** Whether a list has it, not only a timetable. */
        boolean isListed() {
            return listed;
        }

        /** Returns the places that name it. */
        List<SourceLocation> places() {
            return List.copyOf(places);
        }

        boolean isNamed() {
            return name != null;
        }
    }

    /**
     * A word that was matched to an entry with another spelling.
     *
     * @param entry  the entry
     * @param places places of the word
     */
    record SpellingVariant(Entry entry, List<SourceLocation> places) {}

    /**
     * Two entries that may be the same, or one that may be two.
     *
     * @param code  the finding's code after that of the kind
     * @param place place of the second
     * @param one   the first
     * @param other the second
     */
    record NameDoubt(String code, SourceLocation place, String one, String other) {}

    private final Map<String, String> aliases;
    private final BiFunction<String, String, String> idOf;
    private final UnaryOperator<String> written;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Entry> exact = new HashMap<>();
    private final Map<String, Entry> forms = new HashMap<>();
    private final Map<String, SpellingVariant> variants = new LinkedHashMap<>();
    private final List<NameDoubt> doubts = new ArrayList<>();
    private final List<SourceLocation> rewritten = new ArrayList<>();
    private final Set<String> exactFiles = new HashSet<>();

    /** Creates an index of names with only one way of writing. */
    public NameIndex(SortedMap<String, String> aliases, BiFunction<String, String, String> idOf) {
        this(aliases, idOf, UnaryOperator.identity());
    }

    /**
     * @param aliases other spellings, with the name that each means
     * @param idOf    returns the id for a key and a name, which is the key if there is none
     * @param written returns the canonical way of writing a name
     */
    NameIndex(
            SortedMap<String, String> aliases, BiFunction<String, String, String> idOf, UnaryOperator<String> written) {
        this.aliases = Map.copyOf(aliases);
        this.idOf = idOf;
        this.written = written;
    }

    /** Keeps similar names apart that are in the same one of some files. */
    void keepApart(Set<String> files) {
        exactFiles.addAll(files);
    }

    /** Whether two places are in one file that keeps similar names apart. */
    boolean isKeptApart(SourceLocation one, SourceLocation other) {
        return one.file().equals(other.file()) && exactFiles.contains(one.file());
    }

    /** Registers an entry of a list; returns the existing one if it is the same. */
    public Entry register(SourceText key, @Nullable SourceText name) {
        String word = canonicalName(key.text());
        String called = name == null ? null : canonicalName(name.text());
        SourceText shown = name == null ? key : name;
        if (!written.apply(shown.text()).equals(shown.text())) {
            rewritten.add(shown.place());
        }
        Entry known = exact.get(word);
        if (known == null && called != null) {
            known = findFromOtherFile(called, key.place());
        }
        if (known == null && !aliases.containsKey(key.text())) {
            known = findAlike(key, called);
        }
        if (known == null) {
            return add(word, called, true, key.place());
        }
        exact.putIfAbsent(word, known);
        addName(known, called, key.place());
        return known;
    }

    /** Registers a list entry who has the same name as another and no own key. */
    Entry registerNamesake(SourceText name) {
        return add(canonicalName(name.text()), null, true, name.place());
    }

    /** Whether a list of the same file has an entry with exactly this key or name. */
    boolean isListedInSameFile(SourceText word) {
        Entry known = exact.get(canonicalName(word.text()));
        return known != null
                && known.listed
                && known.places.getFirst().file().equals(word.place().file());
    }

    private @Nullable Entry findFromOtherFile(String called, SourceLocation place) {
        Entry known = exact.get(called);
        if (known == null) {
            return null;
        }
        if (known.places.getFirst().file().equals(place.file()) && known.isNamed()) {
            doubts.add(new NameDoubt("same-name", place, known.key, called));
            return null;
        }
        return known;
    }

    private @Nullable Entry findAlike(SourceText key, @Nullable String called) {
        Entry known = forms.get(normalize(key.text()));
        if (known == null || isKeptApart(known.places.getFirst(), key.place())) {
            return null;
        }
        if (called != null
                && known.name != null
                && !NameNormalizer.normalize(called).equals(NameNormalizer.normalize(known.name))) {
            doubts.add(new NameDoubt("alike", key.place(), known.label(), called));
            return null;
        }
        recordVariant(key, known);
        return known;
    }

    private void addName(Entry known, @Nullable String called, SourceLocation place) {
        if (called == null || called.equals(known.name)) {
            return;
        }
        if (known.name == null) {
            known.name = called;
            exact.putIfAbsent(called, known);
            forms.putIfAbsent(NameNormalizer.normalize(called), known);
        } else {
            doubts.add(new NameDoubt("two-names", place, known.name, called));
        }
    }

    /** Returns the entry that a word of a timetable means; adds it if there is none. */
    Entry findOrAdd(SourceText word) {
        return findAndRecordPlace(word).orElseGet(() -> add(canonicalName(word.text()), null, false, word.place()));
    }

    /** Returns the entry that a word means, if there is one, and records the word's place. */
    Optional<Entry> findAndRecordPlace(SourceText word) {
        Entry known = exact.get(canonicalName(word.text()));
        if (known == null && !aliases.containsKey(word.text())) {
            known = forms.get(normalize(word.text()));
            if (known != null) {
                recordVariant(word, known);
            }
        }
        if (known != null) {
            known.places.add(word.place());
        }
        return Optional.ofNullable(known);
    }

    /** Returns the entry that a word means, if there is one; records nothing. */
    Optional<Entry> lookUp(String word) {
        Entry known = exact.get(canonicalName(word));
        return Optional.ofNullable(known == null ? forms.get(normalize(word)) : known);
    }

    /** Whether the mapping states what a spelling means. */
    boolean isMapped(Entry entry) {
        return aliases.containsKey(entry.key()) || aliases.containsKey(entry.label());
    }

    /** Joins two consecutive words into one name that was cut at its comma, if only the joined name is known. */
    List<SourceText> joinCutNames(List<SourceText> words) {
        var all = new ArrayList<SourceText>();
        for (int i = 0; i < words.size(); i++) {
            SourceText word = words.get(i);
            String both = word.text()
                    + (i + 1 < words.size() ? ", " + words.get(i + 1).text() : "");
            boolean isCut = lookUp(word.text()).isEmpty() && lookUp(both).isPresent();
            all.add(isCut ? new SourceText(both, word.place()) : word);
            i += isCut ? 1 : 0;
        }
        return all;
    }

    private String canonicalName(String word) {
        String spelled = written.apply(word);
        return written.apply(aliases.getOrDefault(word, aliases.getOrDefault(spelled, spelled)));
    }

    private String normalize(String word) {
        return NameNormalizer.normalize(written.apply(word));
    }

    private void recordVariant(SourceText word, Entry known) {
        variants.computeIfAbsent(word.text(), any -> new SpellingVariant(known, new ArrayList<>()))
                .places()
                .add(word.place());
    }

    private Entry add(String key, @Nullable String name, boolean listed, SourceLocation place) {
        var entry = new Entry(idOf.apply(key, name == null ? key : name), key, name, listed, place);
        entries.add(entry);
        exact.putIfAbsent(key, entry);
        forms.putIfAbsent(NameNormalizer.normalize(key), entry);
        if (name != null) {
            exact.putIfAbsent(name, entry);
            forms.putIfAbsent(NameNormalizer.normalize(name), entry);
        }
        return entry;
    }

    /** Returns all entries, in the order in which they were added. */
    List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Returns the number of entries. */
    int size() {
        return entries.size();
    }

    /** Returns the display name of an id; the id if there is no such entry. */
    String label(String id) {
        return entries.stream()
                .filter(entry -> entry.id().equals(id))
                .map(Entry::label)
                .findFirst()
                .orElse(id);
    }

    /** Whether any entry comes from a list. */
    boolean hasList() {
        return entries.stream().anyMatch(Entry::isListed);
    }

    /** Returns all keys and names. */
    Collection<String> keysAndNames() {
        var words = new TreeSet<String>();
        entries.forEach(entry -> {
            words.add(entry.key());
            words.add(entry.label());
        });
        return words;
    }

    /** Returns words that were matched to an entry with another spelling. */
    Map<String, SpellingVariant> variants() {
        return variants;
    }

    /** Returns the places where lists write names in another than the canonical way. */
    List<SourceLocation> rewritten() {
        return List.copyOf(rewritten);
    }

    /** Returns entries that may be the same, or two. */
    List<NameDoubt> doubts() {
        return List.copyOf(doubts);
    }
}
