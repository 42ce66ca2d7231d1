package dk.grundskema.api.server.pages.camp;

import dk.grundskema.api.platform.Json;
import dk.grundskema.domain.finding.Texts;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Kinds of day with a block or a kind more, or without one. Nothing is saved by that. */
final class ChangedDays {
    /** No kind of day is added to more, nor a block to a kind of day with more. */
    static final int MOST = 100;

    private static final int MINUTES = 30;
    private static final LocalTime LATEST = LocalTime.of(22, 0);

    private final List<Said> days;
    private final Texts texts;
    private String full = "";

    ChangedDays(List<Said> days, Texts texts) {
        this.days = new ArrayList<>(days);
        this.texts = texts;
    }

    /** @param change what is asked for: {@code add} or {@code drop}, {@code copy} of a kind of day, then numbers of a kind of day and a block, with colons between */
    List<Said> with(String change) {
        String[] asked = change.split(":");
        Optional<Integer> day = number(asked, 1);
        Optional<Integer> block = number(asked, 2);
        if (day.isPresent() && day.get() < days.size()) {
            change(asked[0], day.get(), block);
        }
        return List.copyOf(days);
    }

    /** Pointer to the kind of day that could not be copied, or could not get a block, since there are so many; empty if there is room. */
    String full() {
        return full;
    }

    /** Where the kind of day or the block is that there was not before, as a pointer; empty if there is none. */
    static String added(List<Said> before, List<Said> now) {
        for (int i = 0; i < now.size(); i++) {
            Said day = now.get(i);
            String at = DaysStep.AT + "/" + i;
            Optional<Said> same = before.stream()
                    .filter(one -> one.text("id").equals(day.text("id")))
                    .findFirst();
            if (same.isEmpty()) {
                return at;
            }
            int block = added(same.get(), day);
            if (block >= 0) {
                return at + "/blocks/" + block;
            }
        }
        return "";
    }

    private static int added(Said before, Said now) {
        Set<String> known =
                before.rows("blocks").stream().map(one -> one.text("id")).collect(Collectors.toSet());
        List<Said> blocks = now.rows("blocks");
        return IntStream.range(0, blocks.size())
                .filter(i -> !known.contains(blocks.get(i).text("id")))
                .findFirst()
                .orElse(-1);
    }

    private static Optional<Integer> number(String[] asked, int place) {
        return Optional.of(asked)
                .filter(one -> one.length > place && one[place].matches("\\d{1,3}"))
                .map(one -> Integer.valueOf(one[place]));
    }

    private void change(String what, int nth, Optional<Integer> block) {
        Said day = days.get(nth);
        switch (what) {
            case "copy" -> {
                if (hasRoom(days, nth)) {
                    days.add(nth + 1, copy(day));
                }
            }
            case "add" -> {
                if (hasRoom(day.rows("blocks"), nth)) {
                    days.set(nth, TypedDays.inOrder(withBlock(day)));
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
                // nothing that there is a button for
            }
        }
    }

    private boolean hasRoom(List<Said> rows, int day) {
        if (rows.size() >= MOST) {
            full = DaysStep.AT + "/" + day;
        }
        return full.isEmpty();
    }

    /** A kind of day that no day is of yet. */
    private Said copy(Said day) {
        return day.withFreshId("day", days)
                .with("name", new Json.Text(texts.text("pages.camp-day-copy", day.text("name"))))
                .without("weekdays")
                .without("dates")
                .without("occasion");
    }

    private static Said withBlock(Said day) {
        List<Said> blocks = day.rows("blocks");
        LocalTime start = free(blocks);
        Said fresh = Said.NOTHING
                .withFreshId("block", blocks)
                .with("kind", new Json.Text("FREE_TIME"))
                .with("start", new Json.Text(start.toString()))
                .with("end", new Json.Text(start.plusMinutes(MINUTES).toString()));
        return day.withRows(
                "blocks", Stream.concat(blocks.stream(), Stream.of(fresh)).toList());
    }

    /** The first time of a day at which nothing is, after something that ends. */
    private static LocalTime free(List<Said> blocks) {
        return blocks.stream()
                .filter(one -> one.text("end").compareTo(one.text("start")) > 0)
                .map(one -> one.text("end"))
                .filter(end -> end.matches("([01]\\d|2[0-3]):[0-5]\\d"))
                .sorted()
                .map(LocalTime::parse)
                .filter(end -> !end.isAfter(LATEST) && blocks.stream().noneMatch(one -> isAt(one, end)))
                .findFirst()
                .orElse(LocalTime.NOON);
    }

    private static boolean isAt(Said block, LocalTime time) {
        String until = time.plusMinutes(MINUTES).toString();
        boolean isOvernight = block.text("end").compareTo(block.text("start")) <= 0;
        return block.text("start").compareTo(until) < 0
                && (isOvernight || block.text("end").compareTo(time.toString()) > 0);
    }

    private static Said without(Said day, int nth) {
        List<Said> blocks = new ArrayList<>(day.rows("blocks"));
        if (nth < blocks.size()) {
            blocks.remove(nth);
        }
        return day.withRows("blocks", blocks);
    }
}
