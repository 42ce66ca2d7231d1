package dk.grundskema.api.imports;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.Json.JsonArray;
import dk.grundskema.api.documents.json.Json.JsonObject;
import dk.grundskema.api.documents.json.Json.JsonString;
import dk.grundskema.api.documents.json.RecordWriter;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomKind;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** Parameters that are, name or need parts of a base timetable. */
    private static final Set<String> OF_BASE_TIMETABLE = Set.of("dayKinds", "conversations", "noDoubleModules");

    private static final String CONVERSATIONS = "conversations";
    private static final String DATES = "dates";
    private static final String ROOM_KINDS = "roomKinds";
    private static final Set<String> RULES = Set.of("work", "weights");

    /** Copies the maps. */
    public CampTemplate {
        parameters = Map.copyOf(parameters);
        rules = Map.copyOf(rules);
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
                    CONVERSATIONS, (name, conversations) -> withKindsOfRooms(without(conversations, "contacts")));
            kept.computeIfPresent(
                    "dayKinds",
                    (name, kinds) ->
                            each(kinds, kind -> with(kind, "blocks", blocks -> each(blocks, this::withKindsOfRooms))));
            var rules = new LinkedHashMap<>(RecordWriter.toJson(earlier).fields());
            rules.keySet().retainAll(RULES);
            // Agreements are made with certain people.
            rules.computeIfPresent("work", (name, work) -> without(work, "agreedShortRest"));
            kept.computeIfPresent("work", (name, work) -> without(work, "agreedShortRest"));
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

    /** Returns the template without the base timetable, and what refers to its blocks or subjects or needs them, for a camp that has its own. */
    CampTemplate withoutBaseTimetable() {
        var kept = new LinkedHashMap<>(parameters);
        kept.keySet().removeAll(OF_BASE_TIMETABLE);
        kept.computeIfPresent("subjects", (name, all) -> each(all, subject -> without(subject, "allowedBlocks")));
        return new CampTemplate(title, first, kept, rules);
    }

    /**
     * What of a template fits another camp.
     *
     * @param template the template
     * @param findings what does not fit, as warnings
     */
    record FittedTemplate(CampTemplate template, List<Finding> findings) {}

    /** Returns what fits the days and the kinds of room of another camp. Dated days move by whole weeks, from the first week to the first week. */
    FittedTemplate fitTo(CampDays days, Set<String> kindsOfRooms) {
        var findings = new ArrayList<Finding>();
        var kept = new LinkedHashMap<>(parameters);
        fitRooms(kept, kindsOfRooms, findings);
        if (kept.get("dayKinds") instanceof JsonArray kinds) {
            fitDays(kept, kinds, days, findings);
        }
        return new FittedTemplate(new CampTemplate(title, first, kept, rules), List.copyOf(findings));
    }

    private static void fitRooms(Map<String, Json> kept, Set<String> kindsOfRooms, List<Finding> findings) {
        var missing = new TreeSet<String>();
        collectRoomKinds(new JsonObject(kept), missing);
        missing.removeAll(kindsOfRooms);
        boolean hadKinds = hasRoomKinds(kept.get(CONVERSATIONS));
        kept.replaceAll((name, value) -> withoutRoomKinds(value, missing));
        kept.computeIfPresent(
                "roomLimits",
                (name, limits) -> new JsonArray(((JsonArray) limits)
                        .elements().stream().filter(CampTemplate::hasRoomKinds).toList()));
        if (!missing.isEmpty()) {
            findings.add(Finding.warning("import.camp.no-such-rooms", "", words(missing)));
        }
        // Conversations without kinds of room are held in classrooms.
        boolean isClassroom = hadKinds && !hasRoomKinds(kept.get(CONVERSATIONS));
        if (isClassroom && kindsOfRooms.contains(RoomKind.CLASSROOM.toString())) {
            findings.add(Finding.warning("import.camp.conversations-in-classrooms", ""));
        } else if (kept.containsKey(CONVERSATIONS)
                && !hasRoomKinds(kept.get(CONVERSATIONS))
                && !kindsOfRooms.contains(RoomKind.CLASSROOM.toString())) {
            kept.remove(CONVERSATIONS);
            findings.add(Finding.warning("import.camp.no-conversations", ""));
        }
    }

    private static List<Object> words(Set<String> kinds) {
        return kinds.stream()
                .map(kind -> RoomKind.of(kind).<Object>map(known -> known).orElse(kind))
                .toList();
    }

    private void fitDays(Map<String, Json> kept, JsonArray earlier, CampDays days, List<Finding> findings) {
        int weeks = IsoWeek.of(first).until(IsoWeek.of(days.first()));
        List<Json> kinds = earlier.elements().stream()
                .map(kind -> with(
                        kind,
                        DATES,
                        dates -> new JsonArray(texts(dates)
                                .map(date -> LocalDate.parse(date).plusWeeks(weeks))
                                .filter(date -> !date.isBefore(days.first()) && !date.isAfter(days.last()))
                                .<Json>map(date -> new JsonString(date.toString()))
                                .toList())))
                .filter(CampTemplate::hasDays)
                .map(CampTemplate::withoutNameOfADate)
                .toList();
        if (kinds.isEmpty()) {
            kept.putAll(withoutBaseTimetable().parameters());
            kept.keySet().removeAll(OF_BASE_TIMETABLE);
            findings.add(Finding.warning("import.camp.no-days-fit", ""));
            return;
        }
        kept.put("dayKinds", new JsonArray(kinds));
        Set<DayOfWeek> datedWeekdays = earlier.elements().stream()
                .flatMap(kind -> texts(((JsonObject) kind).fields().get(DATES)))
                .map(date -> LocalDate.parse(date).getDayOfWeek())
                .collect(Collectors.toSet());
        List<LocalDate> off = days.first()
                .datesUntil(days.last().plusDays(1))
                .filter(date -> datedWeekdays.contains(date.getDayOfWeek())
                        && kinds.stream().noneMatch(kind -> isOf(kind, date, days)))
                .toList();
        if (!off.isEmpty()) {
            findings.add(Finding.warning("import.camp.days-off", "", off));
        }
        Set<String> blocks = kinds.stream()
                .flatMap(kind -> objects(((JsonObject) kind).fields().get("blocks")))
                .flatMap(block -> text(block.fields().get("id")).stream())
                .collect(Collectors.toSet());
        kept.computeIfPresent(
                "subjects", (name, all) -> each(all, subject -> withBlocks(subject, "allowedBlocks", blocks)));
        kept.computeIfPresent(
                CONVERSATIONS,
                (name, conversations) ->
                        hasOnlyOthers(conversations, blocks) ? null : onlyBlocks(conversations, blocks));
    }

    private static Json withBlocks(Json json, String field, Set<String> blocks) {
        return json instanceof JsonObject object
                        && hasOnlyOthers(object.fields().get(field), blocks)
                ? without(json, field)
                : with(json, field, limit -> onlyBlocks(limit, blocks));
    }

    private static boolean hasOnlyOthers(@Nullable Json json, Set<String> blocks) {
        List<String> named = json instanceof JsonObject object
                ? texts(object.fields().get("blocks")).toList()
                : List.of();
        return !named.isEmpty() && named.stream().noneMatch(blocks::contains);
    }

    private static Json onlyBlocks(Json json, Set<String> blocks) {
        return with(
                json,
                "blocks",
                named -> new JsonArray(texts(named)
                        .filter(blocks::contains)
                        .<Json>map(JsonString::new)
                        .toList()));
    }

    private static boolean isOf(Json kind, LocalDate date, CampDays days) {
        Map<String, Json> fields = ((JsonObject) kind).fields();
        String occasion = text(fields.get("occasion")).orElse("");
        return texts(fields.get(DATES)).anyMatch(date.toString()::equals)
                || texts(fields.get("weekdays")).anyMatch(date.getDayOfWeek().name()::equals)
                || (occasion.equals("FIRST_DAY") && date.equals(days.first()))
                || (occasion.equals("LAST_DAY") && date.equals(days.last()));
    }

    /** A kind that was read from a heading with a date is called after it. */
    private static Json withoutNameOfADate(Json kind) {
        Map<String, Json> fields = ((JsonObject) kind).fields();
        boolean hasDates = texts(fields.get(DATES)).findAny().isPresent();
        boolean hasNumber =
                text(fields.get("name")).filter(name -> name.matches(".*\\d.*")).isPresent();
        return hasDates && hasNumber ? without(kind, "name") : kind;
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

    private static boolean hasRoomKinds(@Nullable Json json) {
        return json instanceof JsonObject object
                && texts(object.fields().get(ROOM_KINDS)).findAny().isPresent();
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

    private static Optional<String> text(@Nullable Json json) {
        return json instanceof JsonString text ? Optional.of(text.value()) : Optional.empty();
    }

    private static Stream<JsonObject> objects(@Nullable Json list) {
        return list instanceof JsonArray all
                ? all.elements().stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast)
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
