package dk.grundskema.api.server.pages.camp;

import dk.grundskema.api.platform.Json;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The kinds of day as somebody typed them. What a block has that the form hasn't, such as rooms, it keeps; a new block has what others of its kind
 * have.
 */
final class TypedDays {
    private static final List<String> ENDS = List.of("FIRST_DAY", "LAST_DAY");
    private static final List<String> WEEKDAYS =
            Arrays.stream(DayOfWeek.values()).map(DayOfWeek::name).toList();
    private static final List<String> TYPED = List.of("id", "title", "kind", "start", "end", "staff");

    private final Sent sent;
    private final List<Said> known;
    private final String lastDay;

    TypedDays(Camp camp, Sent sent) {
        this.sent = sent;
        this.known = camp.spelledOut().rows("dayKinds");
        this.lastDay = camp.spelledOut().text("lastDay");
    }

    /** All kinds of day, each with its blocks in order. */
    List<Said> all() {
        return sent.rows(DaysStep.AT, this::day);
    }

    private Said day(String at) {
        String id = sent.text(at + "/id");
        Said before = Said.withId(id, known);
        return inOrder(Said.NOTHING
                .with("id", new Json.Text(id))
                .with("name", sent.said(at + "/name"))
                .withTexts("weekdays", days(id, "weekday/", WEEKDAYS))
                .withTexts("dates", dates(id))
                .with("occasion", occasion(id))
                .withRows("blocks", blocks(at + "/blocks", before.rows("blocks"))));
    }

    /**
     * A kind of day has one occasion: who chooses it for both ends of the camp gets the last day by its date, until another kind is chosen for
     * that end. A kind that is chosen for the date itself goes before, whatever is chosen for the end.
     */
    private List<String> dates(String id) {
        List<String> all = sent.fields().keySet().stream()
                .filter(one -> one.startsWith("date/"))
                .map(one -> one.substring("date/".length()))
                .sorted()
                .toList();
        var chosen = new TreeSet<>(days(id, "date/", all));
        if (!id.isEmpty() && sent.text("occasion/FIRST_DAY").equals(id)) {
            String end = sent.text("occasion/LAST_DAY");
            if (end.equals(id) && sent.text("date/" + lastDay).isEmpty()) {
                chosen.add(lastDay);
            }
        }
        return List.copyOf(chosen);
    }

    /** The days of a sort that are chosen to be of a kind. */
    private List<String> days(String id, String sort, List<String> days) {
        return days.stream()
                .filter(day -> !id.isEmpty() && sent.text(sort + day).equals(id))
                .toList();
    }

    private Optional<Json> occasion(String id) {
        return ENDS.stream()
                .filter(one -> !id.isEmpty() && sent.text("occasion/" + one).equals(id))
                .findFirst()
                .map(Json.Text::new);
    }

    private List<Said> blocks(String at, List<Said> before) {
        var byId = new TreeMap<String, Said>();
        before.forEach(one -> byId.put(one.text("id"), one));
        return sent.rows(at, own -> block(own, byId));
    }

    private Said block(String at, Map<String, Said> before) {
        String kind = sent.text(at + "/kind");
        String id = sent.text(at + "/id");
        Said same = before.getOrDefault(id, Said.NOTHING);
        Said block = same.text("kind").equals(kind) ? same : like(kind, id);
        return block.with("id", new Json.Text(id))
                .with("title", sent.said(at + "/title"))
                .with("kind", new Json.Text(kind))
                .with("start", sent.time(at + "/start"))
                .with("end", sent.time(at + "/end"))
                .with("staff", sent.number(at + "/staff"));
    }

    /** What blocks of a kind have besides what is typed, the same block of another day before all. */
    private Said like(String kind, String id) {
        Said like = known.stream()
                .flatMap(day -> day.rows("blocks").stream())
                .filter(block -> block.text("kind").equals(kind))
                .min(Comparator.comparing(block -> !block.text("id").equals(id)))
                .orElse(Said.NOTHING);
        for (String typed : TYPED) {
            like = like.without(typed);
        }
        return like;
    }

    /** A kind of day with its blocks in the order of their starts. */
    static Said inOrder(Said day) {
        return day.withRows(
                "blocks",
                day.rows("blocks").stream()
                        .sorted(Comparator.comparing(block -> block.text("start")))
                        .toList());
    }
}
