package dk.grundskema.api.imports.assembly;

import dk.grundskema.api.imports.mappingfile.ImportMapping;
import dk.grundskema.api.imports.source.ImportQuestion;
import dk.grundskema.api.imports.source.ImportQuestion.Kind;
import dk.grundskema.api.imports.source.SourceData;
import dk.grundskema.api.imports.source.SourceText;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the entries of a mapping about names, subjects and kinds of rooms that files name. */
public final class UsedAnswers {
    private static final Pattern BETWEEN_NAMES = Pattern.compile("\\s*[,;\\n]\\s*");

    private final ImportMapping mapping;
    private final SourceData source;
    private final Set<String> cells;

    private UsedAnswers(ImportMapping mapping, SourceData source) {
        this.mapping = mapping;
        this.source = source;
        this.cells = source.rows().stream()
                .flatMap(row -> row.cells().values().stream())
                .flatMap(cell -> Stream.concat(Stream.of(cell.text()), Arrays.stream(BETWEEN_NAMES.split(cell.text()))))
                .collect(Collectors.toSet());
    }

    /** Returns what the entries that the files name are about. */
    public static Set<ImportQuestion.Key> of(ImportMapping mapping, SourceData source) {
        return new UsedAnswers(mapping, source).find();
    }

    private Set<ImportQuestion.Key> find() {
        Set<String> rooms = names(Stream.concat(
                source.rooms().stream().flatMap(room -> Stream.of(room.key(), orKey(room.name(), room.key()))),
                Stream.concat(source.lessons().stream().flatMap(one -> one.rooms().stream()), busy())));
        return Stream.of(
                        used(Kind.STAFF, mapping.staff().keySet(), staff()),
                        used(Kind.CLASS, mapping.classes().keySet(), classes()),
                        used(Kind.ROOM, mapping.rooms().keySet(), rooms),
                        used(Kind.SUBJECT, mapping.subjects().keySet(), subjects()),
                        used(Kind.ROOM_KIND, mapping.roomKinds().keySet(), ofUnknownKind(rooms)),
                        used(Kind.ROOM_USE, mapping.roomKinds().keySet(), roomUses()))
                .flatMap(keys -> keys)
                .collect(Collectors.toSet());
    }

    private static Stream<ImportQuestion.Key> used(Kind kind, Set<String> words, Set<String> names) {
        return words.stream().filter(names::contains).map(word -> new ImportQuestion.Key(kind, word));
    }

    private Set<String> names(Stream<SourceText> texts) {
        Set<String> names = texts.map(SourceText::text).collect(Collectors.toCollection(HashSet::new));
        names.addAll(cells);
        return names;
    }

    private static SourceText orKey(@Nullable SourceText name, SourceText key) {
        return name == null ? key : name;
    }

    private Stream<SourceText> busy() {
        return source.busy().stream().map(one -> one.who());
    }

    private Set<String> staff() {
        Set<String> written = names(Stream.of(
                        source.staff().stream().flatMap(one -> Stream.of(one.key(), orKey(one.name(), one.key()))),
                        source.lessons().stream().flatMap(one -> one.teachers().stream()),
                        busy())
                .flatMap(texts -> texts));
        return Stream.concat(written.stream(), written.stream().map(EntityRegistry::toSpokenOrder))
                .collect(Collectors.toSet());
    }

    private Set<String> classes() {
        return names(Stream.of(
                        source.groups().stream().flatMap(one -> Stream.of(one.key(), orKey(one.name(), one.key()))),
                        source.groups().stream().flatMap(one -> one.of().stream()),
                        source.lessons().stream()
                                .flatMap(one -> Stream.concat(one.classes().stream(), one.courses().stream())),
                        source.students().stream()
                                .flatMap(one ->
                                        Stream.concat(Stream.ofNullable(one.classGroup()), one.courses().stream())))
                .flatMap(texts -> texts));
    }

    private Set<String> subjects() {
        return names(Stream.concat(
                source.lessons().stream().flatMap(one -> Stream.ofNullable(one.subject())),
                source.staff().stream().flatMap(one -> one.skills().stream())));
    }

    private Set<String> roomUses() {
        return source.rooms().stream()
                .flatMap(room -> Stream.ofNullable(room.kind()))
                .map(SourceText::text)
                .collect(Collectors.toSet());
    }

    /** Returns those of the rooms, and the names that the mapping gives them, whose kind no file states. */
    private Set<String> ofUnknownKind(Set<String> rooms) {
        Set<String> unknown = Stream.concat(
                        rooms.stream(),
                        rooms.stream()
                                .flatMap(room ->
                                        Stream.ofNullable(mapping.rooms().get(room))))
                .collect(Collectors.toCollection(HashSet::new));
        source.rooms().stream().filter(room -> room.kind() != null).forEach(room -> {
            unknown.remove(room.key().text());
            unknown.remove(orKey(room.name(), room.key()).text());
        });
        return unknown;
    }
}
