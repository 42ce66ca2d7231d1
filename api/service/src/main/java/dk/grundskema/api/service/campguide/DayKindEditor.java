package dk.grundskema.api.service.campguide;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.service.rules.JsonObjectView;
import dk.grundskema.domain.finding.Texts;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Adds, copies or removes kinds of day and blocks in a form without saving. */
final class DayKindEditor {
    /** Maximum number of kinds of day, and of blocks of a kind of day, to which one can be added. */
    static final int MAX_ROWS = 100;

    private static final int MINUTES = 30;
    private static final LocalTime LATEST = LocalTime.of(22, 0);

    private final List<JsonObjectView> days;
    private final Texts texts;
    private String fullListPointer = "";

    DayKindEditor(List<JsonObjectView> days, Texts texts) {
        this.days = new ArrayList<>(days);
        this.texts = texts;
    }

    /**
     * @param change {@code add} or {@code drop}, or {@code copy} for a kind of day, followed by the indexes of a kind of day and a block,
     *     separated by colons
     */
    List<JsonObjectView> apply(String change) {
        String[] asked = change.split(":");
        Optional<Integer> day = parseNumber(asked, 1);
        Optional<Integer> block = parseNumber(asked, 2);
        if (day.isPresent() && day.get() < days.size()) {
            applyChange(asked[0], day.get(), block);
        }
        return List.copyOf(days);
    }

    /** Returns the pointer to the list that reached its maximum when a kind of day was to be copied or a block added; empty otherwise. */
    String fullList() {
        return fullListPointer;
    }

    /** Returns the pointer to the added kind of day or block; empty if there is none. */
    static String findAdded(List<JsonObjectView> before, List<JsonObjectView> now) {
        for (int i = 0; i < now.size(); i++) {
            JsonObjectView day = now.get(i);
            String at = DaysStep.AT + "/" + i;
            Optional<JsonObjectView> same = before.stream()
                    .filter(one -> one.text("id").equals(day.text("id")))
                    .findFirst();
            if (same.isEmpty()) {
                return at;
            }
            int block = findAdded(same.get(), day);
            if (block >= 0) {
                return at + "/blocks/" + block;
            }
        }
        return "";
    }

    private static int findAdded(JsonObjectView before, JsonObjectView now) {
        Set<String> known =
                before.rows("blocks").stream().map(one -> one.text("id")).collect(Collectors.toSet());
        List<JsonObjectView> blocks = now.rows("blocks");
        return IntStream.range(0, blocks.size())
                .filter(i -> !known.contains(blocks.get(i).text("id")))
                .findFirst()
                .orElse(-1);
    }

    private static Optional<Integer> parseNumber(String[] asked, int place) {
        return Optional.of(asked)
                .filter(one -> one.length > place && one[place].matches("\\d{1,3}"))
                .map(one -> Integer.valueOf(one[place]));
    }

    private void applyChange(String what, int nth, Optional<Integer> block) {
        JsonObjectView day = days.get(nth);
        switch (what) {
            case "copy" -> {
                if (hasRoom(days, nth)) {
                    days.add(nth + 1, copy(day));
                }
            }
            case "add" -> {
                if (hasRoom(day.rows("blocks"), nth)) {
                    days.set(nth, DayKindReader.withSortedBlocks(withBlock(day)));
                }
            }
            case "drop" -> {
                if (block.isEmpty()) {
                    days.remove(nth);
                } else {
                    days.set(nth, without(day, block.get()));
                }
            }
            default -> {
                // not offered by any button
            }
        }
    }

    private boolean hasRoom(List<JsonObjectView> rows, int day) {
        if (rows.size() >= MAX_ROWS) {
            fullListPointer = DaysStep.AT + "/" + day;
        }
        return fullListPointer.isEmpty();
    }

    /** Returns a copy that no date uses yet. */
    private JsonObjectView copy(JsonObjectView day) {
        return day.withFreshId("day", days)
                .with("name", new Json.JsonString(texts.text("pages.camp-day-copy", day.text("name"))))
                .without("weekdays")
                .without("dates")
                .without("occasion");
    }

    private static JsonObjectView withBlock(JsonObjectView day) {
        List<JsonObjectView> blocks = day.rows("blocks");
        LocalTime start = findFreeStart(blocks);
        JsonObjectView fresh = JsonObjectView.NOTHING
                .withFreshId("block", blocks)
                .with("kind", new Json.JsonString("FREE_TIME"))
                .with("start", new Json.JsonString(start.toString()))
                .with("end", new Json.JsonString(start.plusMinutes(MINUTES).toString()));
        return day.withRows(
                "blocks", Stream.concat(blocks.stream(), Stream.of(fresh)).toList());
    }

    /** Returns the first free start time after the end of a block. */
    private static LocalTime findFreeStart(List<JsonObjectView> blocks) {
        return blocks.stream()
                .filter(one -> one.text("end").compareTo(one.text("start")) > 0)
                .map(one -> one.text("end"))
                .filter(end -> end.matches("([01]\\d|2[0-3]):[0-5]\\d"))
                .sorted()
                .map(LocalTime::parse)
                .filter(end -> !end.isAfter(LATEST) && blocks.stream().noneMatch(one -> overlaps(one, end)))
                .findFirst()
                .orElse(LocalTime.NOON);
    }

    private static boolean overlaps(JsonObjectView block, LocalTime time) {
        String until = time.plusMinutes(MINUTES).toString();
        boolean isOvernight = block.text("end").compareTo(block.text("start")) <= 0;
        return block.text("start").compareTo(until) < 0
                && (isOvernight || block.text("end").compareTo(time.toString()) > 0);
    }

    private static JsonObjectView without(JsonObjectView day, int nth) {
        List<JsonObjectView> blocks = new ArrayList<>(day.rows("blocks"));
        if (nth < blocks.size()) {
            blocks.remove(nth);
        }
        return day.withRows("blocks", blocks);
    }
}
