package dk.grundskema.api.server.pages;

import dk.grundskema.api.catalogue.FormField.Option;
import dk.grundskema.api.catalogue.FormField.Thing;
import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.problem.Problem;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The things of a plan that forms name: what they are called there, and what is meant by what somebody typed. */
final class Things {
    private final Map<Thing, List<Option>> all = new EnumMap<>(Thing.class);

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
        var once = new HashSet<String>();
        var twice = new HashSet<String>();
        listed.forEach(one -> {
            if (!once.add(name.apply(one))) {
                twice.add(name.apply(one));
            }
        });
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
        var byName = new HashMap<String, Optional<String>>();
        for (Option one : of(kind)) {
            if (one.value().equals(typed) || one.text().equalsIgnoreCase(typed)) {
                return one.value();
            }
            String bare = one.text().replaceFirst(" \\([^)]*\\)$", "").toLowerCase(Locale.ROOT);
            byName.merge(bare, Optional.of(one.value()), (some, other) -> Optional.empty());
        }
        return byName.getOrDefault(typed.toLowerCase(Locale.ROOT), Optional.empty())
                .orElse(typed);
    }

    /** What something is called, or the id, if there is nothing of that id. */
    String called(@Nullable Thing kind, String id) {
        return of(kind).stream()
                .filter(one -> one.value().equals(id))
                .map(Option::text)
                .findFirst()
                .orElse(id);
    }
}
