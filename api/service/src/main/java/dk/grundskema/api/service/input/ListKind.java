package dk.grundskema.api.service.input;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.service.input.ListColumn.CellForm;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists of a plan that users edit as tables. */
enum ListKind implements TableSchema {
    /** Staff members. */
    STAFF,
    /** Students. */
    STUDENTS,
    /** Rooms. */
    ROOMS,
    /** Classes, courses and teams. */
    GROUPS;

    /** Returns the list of a field of the problem. */
    static Optional<ListKind> findByField(String field) {
        return Arrays.stream(values()).filter(one -> one.field().equals(field)).findFirst();
    }

    /** Returns the field in the problem, which is also the path segment. */
    String field() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public List<ListColumn> columns() {
        return switch (this) {
            case STAFF ->
                List.of(
                        new ListColumn("name", CellForm.TEXT),
                        new ListColumn("skills", CellForm.SUBJECT).withSeveral(),
                        new ListColumn("contractHours", CellForm.NUMBER),
                        new ListColumn("availability", CellForm.NEVER),
                        new ListColumn("email", CellForm.TEXT));
            case STUDENTS ->
                List.of(
                        new ListColumn("name", CellForm.TEXT),
                        new ListColumn("school", CellForm.NAMED, "schools"),
                        new ListColumn("classGroup", CellForm.NAMED, "groups"),
                        new ListColumn("availability", CellForm.NEVER),
                        new ListColumn("neverWith", CellForm.NAMED, "students").withSeveral());
            case ROOMS ->
                List.of(
                        new ListColumn("name", CellForm.TEXT),
                        new ListColumn("kind", CellForm.ROOM_KIND),
                        new ListColumn("capacity", CellForm.NUMBER),
                        new ListColumn("availability", CellForm.NEVER));
            case GROUPS ->
                List.of(
                        new ListColumn("name", CellForm.TEXT),
                        new ListColumn("kind", CellForm.CHOICE, "CLASS|COURSE|TEAM|SMALL_GROUP|PAIR"),
                        new ListColumn("members", CellForm.MEMBERS, "students"));
        };
    }

    /** Returns whether the list contains students' names. */
    boolean namesStudents() {
        return this == STUDENTS || this == GROUPS;
    }

    /** Returns the path segments of the lists that a user may read, and of the needs page. */
    static List<String> tabs(Set<Permission> permissions) {
        return Stream.concat(
                        Arrays.stream(values())
                                .filter(one -> !one.namesStudents() || permissions.contains(Permission.READ_STUDENTS))
                                .map(ListKind::field),
                        Stream.of("needs"))
                .toList();
    }

    @Override
    public List<String> keys(List<Json.JsonObject> rows) {
        return rows.stream().map(one -> ListCellCodec.text(one, "id")).toList();
    }

    @Override
    public Map<String, Json.JsonObject> matchRows(List<String> keys, List<Json.JsonObject> rows) {
        Set<String> meant = Set.copyOf(keys);
        return rows.stream()
                .filter(one -> meant.contains(ListCellCodec.text(one, "id")))
                .collect(Collectors.toMap(one -> ListCellCodec.text(one, "id"), one -> one, (one, other) -> one));
    }

    @Override
    public Json.JsonObject newRow(Set<String> taken) {
        int number = taken.size() + 1;
        while (!taken.add(prefix() + "-" + number)) {
            number++;
        }
        return new Json.JsonObject(Map.of("id", new Json.JsonString(prefix() + "-" + number)));
    }

    /** Returns the prefix of ids of new rows. */
    private String prefix() {
        return switch (this) {
            case STAFF -> "staff";
            case STUDENTS -> "student";
            case ROOMS -> "room";
            case GROUPS -> "group";
        };
    }
}
