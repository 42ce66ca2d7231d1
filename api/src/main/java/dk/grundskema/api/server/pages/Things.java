package dk.grundskema.api.server.pages;

import dk.grundskema.api.catalogue.FormField.Option;
import dk.grundskema.api.catalogue.FormField.Thing;
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

/** The things of a plan that forms name: what they are called there, and what is meant by what somebody typed. */
final class Things {
    private static final Pattern CLASS = Pattern.compile(" \\([^)]*\\)$");
    private static final Names NOBODY = new Names(List.of());

    private final Map<Thing, List<Option>> all = new EnumMap<>(Thing.class);
    private final Map<Thing, Names> names = new EnumMap<>(Thing.class);

    /**
     * @param problem  what the plan is of
     * @param hasNames whether students are called by their names
     */
    Things(Problem problem, boolean hasNames) {
        Map<GroupId, String> groups =
                problem.groups().stream().collect(Collectors.toMap(Group::id, Group::name, (one, other) -> one));
        Function<Student, String> student =
                one -> hasNames ? named(one, groups) : one.id().value();
        put(Thing.STUDENT, problem.students().stream().sorted(byClass(groups)), Student::id, student);
        put(Thing.STAFF, problem.staff().stream(), one -> one.id(), one -> one.name());
        put(Thing.GROUP, problem.groups().stream(), Group::id, Group::name);
        put(Thing.ROOM, problem.rooms().stream(), one -> one.id(), one -> one.name());
        put(Thing.SITE, problem.sites().stream(), one -> one.id(), one -> one.name());
        put(Thing.SCHOOL, problem.schools().stream(), one -> one.id(), one -> one.name());
    }

    /**
     * With kinds of rooms, too.
     *
     * @param texts in the reader's language
     */
    Things(Problem problem, boolean hasNames, Texts texts) {
        this(problem, hasNames);
        var kinds = new LinkedHashSet<String>();
        problem.rooms().forEach(room -> kinds.add(room.kind()));
        Arrays.stream(RoomKind.values()).map(RoomKind::toString).forEach(kinds::add);
        all.put(
                Thing.ROOM_KIND,
                kinds.stream()
                        .map(one -> new Option(one, called(one, kinds, texts)))
                        .toList());
    }

    /** A usual kind by its word in the reader's language, unless rooms of the plan are of another kind by just that word. */
    private static String called(String kind, Set<String> kinds, Texts texts) {
        return RoomKind.of(kind)
                .map(usual -> texts.text("enum." + usual.name()))
                .filter(word -> kinds.stream().noneMatch(one -> !one.equals(kind) && one.equalsIgnoreCase(word)))
                .orElse(kind);
    }

    private static Comparator<Student> byClass(Map<GroupId, String> groups) {
        return Comparator.comparing((Student one) -> classOf(one, groups)).thenComparing(Student::name);
    }

    private static String classOf(Student one, Map<GroupId, String> groups) {
        GroupId own = one.classGroup();
        return own == null ? "" : Objects.requireNonNullElse(groups.get(own), "");
    }

    private static String named(Student one, Map<GroupId, String> groups) {
        String own = classOf(one, groups);
        return own.isEmpty() ? one.name() : one.name() + " (" + own + ")";
    }

    /** Who is called as somebody else is has the id, too. */
    private <T> void put(Thing kind, Stream<T> things, Function<T, Id> id, Function<T, String> name) {
        List<T> listed = things.toList();
        Set<String> twice = Namesakes.shared(listed.stream().map(name));
        all.put(
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

    /** All of a kind, in the order in which people look for them. */
    List<Option> of(@Nullable Thing kind) {
        return kind == null ? List.of() : Objects.requireNonNullElse(all.get(kind), List.of());
    }

    /** The id of what somebody typed or chose, or what was typed, if nothing is called so. */
    String meant(@Nullable Thing kind, String typed) {
        String meant = names(kind).meant(typed);
        return kind == Thing.ROOM_KIND && !names(kind).byId.containsKey(meant)
                ? RoomKind.meant(typed).map(RoomKind::toString).orElse(typed)
                : meant;
    }

    /** What something is called, or the id, if there is nothing of that id. */
    String called(@Nullable Thing kind, String id) {
        return names(kind).called(id);
    }

    /** Looked up once for each kind, for forms may have very many cells. */
    private Names names(@Nullable Thing kind) {
        return kind == null ? NOBODY : names.computeIfAbsent(kind, one -> new Names(of(one)));
    }

    /** All of a kind by what people may type. */
    private static final class Names {
        private final List<Option> options;
        private final Map<String, Integer> byId = new HashMap<>();
        private final Map<String, Integer> byText = new HashMap<>();

        /** Without the class, where that is enough. */
        private final Map<String, Optional<String>> byBare = new HashMap<>();

        Names(List<Option> options) {
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

        /** Of one whose id and another whose name it is, the first. */
        String meant(String typed) {
            int first = Math.min(
                    byId.getOrDefault(typed, options.size()), byText.getOrDefault(lower(typed), options.size()));
            return first < options.size()
                    ? options.get(first).value()
                    : byBare.getOrDefault(lower(typed), Optional.empty()).orElse(typed);
        }

        String called(String id) {
            Integer place = byId.get(id);
            return place == null ? id : options.get(place).text();
        }
    }
}
