package dk.grundskema.api.imports;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.Json.JsonArray;
import dk.grundskema.api.documents.json.Json.JsonObject;
import dk.grundskema.api.documents.json.Json.JsonString;
import dk.grundskema.api.documents.json.RecordWriter;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a new camp takes over from an earlier one: the base timetable, subjects, working-time rules and weights of wishes. People, rooms,
 * teams, dates and decisions are not taken over; rooms are replaced by their kinds. Contains no personal data.
 *
 * @param title      title of the earlier plan
 * @param first      first day of the earlier camp
 * @param parameters parameters of the camp, without those that are not taken over
 * @param rules      fields of the problem that are taken over
 */
public record CampTemplate(String title, LocalDate first, Map<String, Json> parameters, Map<String, Json> rules) {
    /** Parameters that are about certain people, places and dates. */
    private static final Set<String> NOT_TAKEN_OVER = Set.of(
            "firstDay", "weeks", "lastDay", "site", "teams", "students", "staff", "visits", "takesStudentsFromLessons");

    private static final String ROOM_KINDS = "roomKinds";
    private static final Set<String> RULES = Set.of("work", "weights");

    /** Copies the maps. */
    public CampTemplate {
        parameters = Map.copyOf(parameters);
        rules = Map.copyOf(rules);
    }

    /** Returns whether a problem has a camp. */
    public static boolean isIn(Problem earlier) {
        return findCamp(earlier).isPresent();
    }

    /** Returns what can be taken over from the first camp of a problem; empty if it has none. */
    public static Optional<CampTemplate> of(Problem earlier) {
        return findCamp(earlier)
                .map(camp -> new Reader(earlier).read((JsonObject) RecordWriter.toJsonValue(camp.parameters())));
    }

    private static Optional<Intervention<?>> findCamp(Problem earlier) {
        return earlier.interventions().stream()
                .<Intervention<?>>map(one -> one)
                .filter(one -> one.type().equals(CampDays.TYPE))
                .findFirst();
    }

    /** Reads the template of one problem. */
    private record Reader(Problem earlier) {
        CampTemplate read(JsonObject camp) {
            var kept = new LinkedHashMap<>(camp.fields());
            LocalDate first = kept.get("firstDay") instanceof JsonString day
                    ? LocalDate.parse(day.value())
                    : earlier.horizon().firstDay();
            kept.keySet().removeAll(NOT_TAKEN_OVER);
            kept.computeIfPresent(
                    "conversations", (name, conversations) -> withKindsOfRooms(without(conversations, "contacts")));
            kept.computeIfPresent(
                    "dayKinds",
                    (name, kinds) ->
                            each(kinds, kind -> with(kind, "blocks", blocks -> each(blocks, this::withKindsOfRooms))));
            var rules = new LinkedHashMap<>(RecordWriter.toJson(earlier).fields());
            rules.keySet().retainAll(RULES);
            return new CampTemplate(earlier.title(), first, kept, rules);
        }

        /** Replaces rooms by their kinds. */
        private Json withKindsOfRooms(Json json) {
            if (!(json instanceof JsonObject block) || !(block.fields().get("rooms") instanceof JsonArray rooms)) {
                return json;
            }
            var kinds = new TreeSet<String>();
            texts(block.fields().get(ROOM_KINDS)).forEach(kinds::add);
            Set<String> named = texts(rooms).collect(Collectors.toSet());
            earlier.rooms().stream()
                    .filter(room -> named.contains(room.id().value()))
                    .map(Room::kind)
                    .forEach(kinds::add);
            var fields = new LinkedHashMap<>(block.fields());
            fields.remove("rooms");
            fields.put(
                    ROOM_KINDS,
                    new JsonArray(kinds.stream().<Json>map(JsonString::new).toList()));
            return new JsonObject(fields);
        }
    }

    /** Returns the template without the base timetable, and what refers to its blocks or needs them, for a camp that has its own. */
    CampTemplate withoutBaseTimetable() {
        var kept = new LinkedHashMap<>(parameters);
        kept.remove("dayKinds");
        kept.remove("conversations");
        kept.computeIfPresent("subjects", (name, all) -> each(all, subject -> without(subject, "allowedBlocks")));
        return new CampTemplate(title, first, kept, rules);
    }

    /** Returns the kinds of room that it needs. */
    SortedSet<String> roomKinds() {
        var kinds = new TreeSet<String>();
        collectRoomKinds(new JsonObject(parameters), kinds);
        return kinds;
    }

    private static void collectRoomKinds(Json json, Set<String> kinds) {
        switch (json) {
            case JsonArray list -> list.elements().forEach(one -> collectRoomKinds(one, kinds));
            case JsonObject object ->
                object.fields().forEach((name, value) -> {
                    if (name.equals(ROOM_KINDS)) {
                        texts(value).forEach(kinds::add);
                    } else {
                        collectRoomKinds(value, kinds);
                    }
                });
            default -> {}
        }
    }

    /** Returns the template without some kinds of room: what needed no others needs no room, and a limit of no others is left out. */
    CampTemplate withoutRoomKinds(Set<String> gone) {
        var kept = new LinkedHashMap<String, Json>();
        parameters.forEach((name, value) -> kept.put(name, withoutRoomKinds(value, gone)));
        kept.computeIfPresent(
                "roomLimits",
                (name, limits) -> new JsonArray(((JsonArray) limits)
                        .elements().stream()
                                .filter(limit -> texts(
                                                ((JsonObject) limit).fields().get(ROOM_KINDS))
                                        .findAny()
                                        .isPresent())
                                .toList()));
        return new CampTemplate(title, first, kept, rules);
    }

    private static Json withoutRoomKinds(Json json, Set<String> gone) {
        if (!(json instanceof JsonObject object)) {
            return each(json, one -> withoutRoomKinds(one, gone));
        }
        var fields = new LinkedHashMap<String, Json>();
        object.fields()
                .forEach((name, value) -> fields.put(
                        name,
                        name.equals(ROOM_KINDS)
                                ? new JsonArray(texts(value)
                                        .filter(kind -> !gone.contains(kind))
                                        .<Json>map(JsonString::new)
                                        .toList())
                                : withoutRoomKinds(value, gone)));
        return new JsonObject(fields);
    }

    /** Returns the kinds of day in the weeks of another camp; dates outside it are left out. */
    Optional<Json> dayKinds(CampDays days) {
        int weeks = IsoWeek.of(first).until(IsoWeek.of(days.first()));
        return Optional.ofNullable(parameters.get("dayKinds"))
                .map(kinds -> each(
                        kinds,
                        kind -> with(
                                kind,
                                "dates",
                                dates -> new JsonArray(texts(dates)
                                        .map(date -> LocalDate.parse(date).plusWeeks(weeks))
                                        .filter(date -> !date.isBefore(days.first()) && !date.isAfter(days.last()))
                                        .<Json>map(date -> new JsonString(date.toString()))
                                        .toList()))))
                .map(kinds -> new JsonArray(((JsonArray) kinds)
                        .elements().stream().filter(CampTemplate::hasDays).toList()));
    }

    private static boolean hasDays(Json kind) {
        Map<String, Json> fields = ((JsonObject) kind).fields();
        return fields.containsKey("occasion")
                || Stream.of("weekdays", "dates")
                        .anyMatch(field -> texts(fields.get(field)).findAny().isPresent());
    }

    private static Stream<String> texts(@Nullable Json list) {
        return list instanceof JsonArray all
                ? all.elements().stream().filter(JsonString.class::isInstance).map(one -> ((JsonString) one).value())
                : Stream.of();
    }

    private interface Change {
        Json of(Json json);
    }

    private static Json each(Json list, Change change) {
        return list instanceof JsonArray all
                ? new JsonArray(all.elements().stream().map(change::of).toList())
                : list;
    }

    private static Json with(Json json, String field, Change change) {
        if (!(json instanceof JsonObject object)) {
            return json;
        }
        var fields = new LinkedHashMap<>(object.fields());
        fields.computeIfPresent(field, (name, value) -> change.of(value));
        return new JsonObject(fields);
    }

    private static Json without(Json json, String field) {
        if (!(json instanceof JsonObject object)) {
            return json;
        }
        var fields = new LinkedHashMap<>(object.fields());
        fields.remove(field);
        return new JsonObject(fields);
    }
}
