package dk.grundskema.api.server.pages.lists;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.pages.lists.ListColumn.Form;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A list of a plan that people change as a table. */
enum ListKind implements Sheet {
    /** Who works. */
    STAFF,
    /** Who learns. */
    STUDENTS,
    /** Where it is. */
    ROOMS,
    /** Classes, courses and teams. */
    GROUPS;

    /** The list of a problem's field. */
    static Optional<ListKind> named(String field) {
        return Arrays.stream(values()).filter(one -> one.field().equals(field)).findFirst();
    }

    /** Its field in the problem, and its word in addresses. */
    String field() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public List<ListColumn> columns() {
        return switch (this) {
            case STAFF ->
                List.of(
                        new ListColumn("name", Form.TEXT),
                        new ListColumn("skills", Form.SUBJECT).many(),
                        new ListColumn("contractHours", Form.NUMBER),
                        new ListColumn("availability", Form.NEVER),
                        new ListColumn("email", Form.TEXT));
            case STUDENTS ->
                List.of(
                        new ListColumn("name", Form.TEXT),
                        new ListColumn("school", Form.NAMED, "schools"),
                        new ListColumn("classGroup", Form.NAMED, "groups"),
                        new ListColumn("availability", Form.NEVER),
                        new ListColumn("neverWith", Form.NAMED, "students").many());
            case ROOMS ->
                List.of(
                        new ListColumn("name", Form.TEXT),
                        new ListColumn("kind", Form.ROOM_KIND),
                        new ListColumn("capacity", Form.NUMBER),
                        new ListColumn("availability", Form.NEVER));
            case GROUPS ->
                List.of(
                        new ListColumn("name", Form.TEXT),
                        new ListColumn("kind", Form.CHOICE, "CLASS|COURSE|TEAM|SMALL_GROUP|PAIR"),
                        new ListColumn("members", Form.MEMBERS, "students"));
        };
    }

    /** Whether it says who students are. */
    boolean namesStudents() {
        return this == STUDENTS || this == GROUPS;
    }

    /** The lists that somebody may look at, by their words in addresses, and what interventions need. */
    static List<String> tabs(Set<Permission> permissions) {
        return Stream.concat(
                        Arrays.stream(values())
                                .filter(one -> !one.namesStudents() || permissions.contains(Permission.READ_STUDENTS))
                                .map(ListKind::field),
                        Stream.of("needs"))
                .toList();
    }

    @Override
    public List<String> keys(List<Json.Structure> rows) {
        return rows.stream().map(one -> ListCells.text(one, "id")).toList();
    }

    @Override
    public Map<String, Json.Structure> known(List<String> keys, List<Json.Structure> rows) {
        Set<String> meant = Set.copyOf(keys);
        return rows.stream()
                .filter(one -> meant.contains(ListCells.text(one, "id")))
                .collect(Collectors.toMap(one -> ListCells.text(one, "id"), one -> one, (one, other) -> one));
    }

    @Override
    public Json.Structure fresh(Set<String> taken) {
        int number = taken.size() + 1;
        while (!taken.add(prefix() + "-" + number)) {
            number++;
        }
        return new Json.Structure(Map.of("id", new Json.Text(prefix() + "-" + number)));
    }

    /** What ids of new rows begin with. */
    private String prefix() {
        return switch (this) {
            case STAFF -> "staff";
            case STUDENTS -> "student";
            case ROOMS -> "room";
            case GROUPS -> "group";
        };
    }
}
