package dk.grundskema.api.service.campguide;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.service.rules.JsonObjectView;
import dk.grundskema.api.service.rules.SubmittedForm;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads kinds of day from a submitted form. Blocks keep properties that the form lacks, such as rooms; new blocks take them from other
 * blocks of the same kind.
 */
final class DayKindReader {
    private static final List<String> ENDS = List.of("FIRST_DAY", "LAST_DAY");
    private static final List<String> WEEKDAYS =
            Arrays.stream(DayOfWeek.values()).map(DayOfWeek::name).toList();
    private static final List<String> TYPED = List.of("id", "title", "kind", "start", "end", "staff");

    private final SubmittedForm form;
    private final List<JsonObjectView> existingDays;
    private final String lastDay;

    DayKindReader(EditedCamp camp, SubmittedForm form) {
        this.form = form;
        this.existingDays = camp.spelledOut().rows("dayKinds");
        this.lastDay = camp.spelledOut().text("lastDay");
    }

    /** Returns all kinds of day, each with its blocks in order. */
    List<JsonObjectView> readAll() {
        return form.rows(DaysStep.AT, this::readDay);
    }

    private JsonObjectView readDay(String at) {
        String id = form.text(at + "/id");
        JsonObjectView before = JsonObjectView.findById(id, existingDays);
        return withSortedBlocks(JsonObjectView.NOTHING
                .with("id", new Json.JsonString(id))
                .with("name", form.jsonText(at + "/name"))
                .withTexts("weekdays", chosenDays(id, "weekday/", WEEKDAYS))
                .withTexts("dates", readDates(id))
                .with("occasion", readOccasion(id))
                .withRows("blocks", readBlocks(at + "/blocks", before.rows("blocks"))));
    }

    /**
     * Reads the dates of a kind of day. A kind of day has one occasion: if it is selected for both ends of the camp, the last day gets it
     * by its date until another kind is selected for that end. A kind selected for a date takes precedence over that for an end.
     */
    private List<String> readDates(String id) {
        List<String> all = form.fields().keySet().stream()
                .filter(one -> one.startsWith("date/"))
                .map(one -> one.substring("date/".length()))
                .sorted()
                .toList();
        var chosen = new TreeSet<>(chosenDays(id, "date/", all));
        if (!id.isEmpty() && form.text("occasion/FIRST_DAY").equals(id)) {
            String end = form.text("occasion/LAST_DAY");
            if (end.equals(id) && form.text("date/" + lastDay).isEmpty()) {
                chosen.add(lastDay);
            }
        }
        return List.copyOf(chosen);
    }

    /** Returns the days of a sort for which a kind is selected. */
    private List<String> chosenDays(String id, String sort, List<String> days) {
        return days.stream()
                .filter(day -> !id.isEmpty() && form.text(sort + day).equals(id))
                .toList();
    }

    private Optional<Json> readOccasion(String id) {
        return ENDS.stream()
                .filter(one -> !id.isEmpty() && form.text("occasion/" + one).equals(id))
                .findFirst()
                .map(Json.JsonString::new);
    }

    private List<JsonObjectView> readBlocks(String at, List<JsonObjectView> before) {
        var byId = new TreeMap<String, JsonObjectView>();
        before.forEach(one -> byId.put(one.text("id"), one));
        return form.rows(at, own -> readBlock(own, byId));
    }

    private JsonObjectView readBlock(String at, Map<String, JsonObjectView> before) {
        String kind = form.text(at + "/kind");
        String id = form.text(at + "/id");
        JsonObjectView same = before.getOrDefault(id, JsonObjectView.NOTHING);
        JsonObjectView block = same.text("kind").equals(kind) ? same : similarBlock(kind, id);
        return block.with("id", new Json.JsonString(id))
                .with("title", form.jsonText(at + "/title"))
                .with("kind", new Json.JsonString(kind))
                .with("start", form.time(at + "/start"))
                .with("end", form.time(at + "/end"))
                .with("staff", form.number(at + "/staff"));
    }

    /** Returns properties that the form lacks from a block of the same kind, preferably the same block of another day. */
    private JsonObjectView similarBlock(String kind, String id) {
        JsonObjectView similarBlock = existingDays.stream()
                .flatMap(day -> day.rows("blocks").stream())
                .filter(block -> block.text("kind").equals(kind))
                .min(Comparator.comparing(block -> !block.text("id").equals(id)))
                .orElse(JsonObjectView.NOTHING);
        for (String typed : TYPED) {
            similarBlock = similarBlock.without(typed);
        }
        return similarBlock;
    }

    /** Returns a kind of day with its blocks in the order of their starts. */
    static JsonObjectView withSortedBlocks(JsonObjectView day) {
        return day.withRows(
                "blocks",
                day.rows("blocks").stream()
                        .sorted(Comparator.comparing(block -> block.text("start")))
                        .toList());
    }
}
