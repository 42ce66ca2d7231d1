package dk.grundskema.api.service.input;

import dk.grundskema.api.documents.timetable.NaturalOrder;
import dk.grundskema.api.planning.catalogue.FormField.EntityKind;
import dk.grundskema.api.planning.catalogue.FormField.Option;
import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.place.RoomKind;
import dk.grundskema.domain.problem.Problem;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Items of a plan that forms refer to, in both directions: display names for ids, and ids for what users type. Items with the same name are
 * distinguished by their ids.
 */
final class ItemNameIndex {
    private static final Pattern CLASS = Pattern.compile(" \\([^)]*\\)$");
    private static final ItemNames NOBODY = new ItemNames(List.of());

    private final Map<EntityKind, List<Option>> optionsByKind = new EnumMap<>(EntityKind.class);
    private final Map<EntityKind, ItemNames> names = new EnumMap<>(EntityKind.class);

    /**
     * @param problem  problem of the plan
     * @param hasNames whether students appear with their names
     */
    ItemNameIndex(Problem problem, boolean hasNames) {
        Map<GroupId, String> groups =
                problem.groups().stream().collect(Collectors.toMap(Group::id, Group::name, (one, other) -> one));
        Function<Student, String> student =
                one -> hasNames ? nameWithClass(one, groups) : one.id().value();
        addItems(EntityKind.STUDENT, problem.students().stream().sorted(byClass(groups)), Student::id, student);
        addItems(EntityKind.STAFF, problem.staff().stream(), one -> one.id(), one -> one.name());
        addItems(EntityKind.GROUP, problem.groups().stream(), Group::id, Group::name);
        addItems(EntityKind.ROOM, problem.rooms().stream(), one -> one.id(), one -> one.name());
        addItems(EntityKind.SITE, problem.sites().stream(), one -> one.id(), one -> one.name());
        addItems(EntityKind.SCHOOL, problem.schools().stream(), one -> one.id(), one -> one.name());
    }

    /**
     * Also contains kinds of rooms.
     *
     * @param texts texts in the reader's language
     */
    ItemNameIndex(Problem problem, boolean hasNames, Texts texts) {
        this(problem, hasNames);
        var kinds = new LinkedHashSet<String>();
        problem.rooms().forEach(room -> kinds.add(room.kind()));
        Arrays.stream(RoomKind.values()).map(RoomKind::toString).forEach(kinds::add);
        optionsByKind.put(
                EntityKind.ROOM_KIND,
                kinds.stream()
                        .map(one -> new Option(one, displayName(one, kinds, texts)))
                        .toList());
    }

    /**
     * Returns the display name of a kind of room: that of a standard kind in the reader's language, unless the plan has another kind with
     * that name.
     */
    private static String displayName(String kind, Set<String> kinds, Texts texts) {
        return RoomKind.of(kind)
                .map(usual -> texts.text("enum." + usual.name()))
                .filter(word -> kinds.stream().noneMatch(one -> !one.equals(kind) && one.equalsIgnoreCase(word)))
                .orElse(kind);
    }

    private static Comparator<Student> byClass(Map<GroupId, String> groups) {
        return Comparator.comparing((Student one) -> classOf(one, groups))
                .thenComparing(NaturalOrder.by(Student::name));
    }

    private static String classOf(Student one, Map<GroupId, String> groups) {
        GroupId own = one.classGroup();
        return own == null ? "" : Objects.requireNonNullElse(groups.get(own), "");
    }

    private static String nameWithClass(Student one, Map<GroupId, String> groups) {
        String own = classOf(one, groups);
        return own.isEmpty() ? one.name() : one.name() + " (" + own + ")";
    }

    /** Returns names that occur more than once. */
    private static Set<String> findRepeated(Stream<String> names) {
        var once = new HashSet<String>();
        return names.filter(name -> !once.add(name)).collect(Collectors.toSet());
    }

    /** Adds items; those that share a name also get their ids in the display text. */
    private <T> void addItems(EntityKind kind, Stream<T> things, Function<T, Id> id, Function<T, String> name) {
        List<T> listed = things.toList();
        Set<String> twice = findRepeated(listed.stream().map(name));
        optionsByKind.put(
                kind,
                listed.stream()
                        .map(one -> new Option(
                                id.apply(one).value(),
                                twice.contains(name.apply(one))
                                        ? name.apply(one) + " · "
                                                + id.apply(one).value()
                                        : name.apply(one)))
                        .toList());
    }

    /** Returns all items of a kind in display order. */
    List<Option> of(@Nullable EntityKind kind) {
        return kind == null ? List.of() : Objects.requireNonNullElse(optionsByKind.get(kind), List.of());
    }

    /** Returns the id for submitted text; the text itself if no item matches. */
    String resolveId(@Nullable EntityKind kind, String typed) {
        String meant = names(kind).resolveId(typed);
        return kind == EntityKind.ROOM_KIND && !names(kind).byId.containsKey(meant)
                ? RoomKind.findByName(typed).map(RoomKind::toString).orElse(typed)
                : meant;
    }

    /** Returns the display name of an id; the id itself if it is unknown. */
    String displayName(@Nullable EntityKind kind, String id) {
        return names(kind).displayName(id);
    }

    /** Builds the index of a kind once, because forms can have very many cells. */
    private ItemNames names(@Nullable EntityKind kind) {
        return kind == null ? NOBODY : names.computeIfAbsent(kind, one -> new ItemNames(of(one)));
    }

    /** Items of a kind, indexed by text that users may type. */
    private static final class ItemNames {
        private final List<Option> options;
        private final Map<String, Integer> byId = new HashMap<>();
        private final Map<String, Integer> byText = new HashMap<>();

        /** Ids by name without class; empty if the name is ambiguous. */
        private final Map<String, Optional<String>> byBare = new HashMap<>();

        ItemNames(List<Option> options) {
            this.options = options;
            for (int i = 0; i < options.size(); i++) {
                Option one = options.get(i);
                byId.putIfAbsent(one.value(), i);
                byText.putIfAbsent(lower(one.text()), i);
                byBare.merge(
                        lower(CLASS.matcher(one.text()).replaceFirst("")),
                        Optional.of(one.value()),
                        (some, other) -> Optional.empty());
            }
        }

        private static String lower(String text) {
            return text.toLowerCase(Locale.ROOT);
        }

        /** Returns the id for the text. An id takes precedence over a name. */
        String resolveId(String typed) {
            int first = Math.min(
                    byId.getOrDefault(typed, options.size()), byText.getOrDefault(lower(typed), options.size()));
            return first < options.size()
                    ? options.get(first).value()
                    : byBare.getOrDefault(lower(typed), Optional.empty()).orElse(typed);
        }

        String displayName(String id) {
            Integer place = byId.get(id);
            return place == null ? id : options.get(place).text();
        }
    }
}
