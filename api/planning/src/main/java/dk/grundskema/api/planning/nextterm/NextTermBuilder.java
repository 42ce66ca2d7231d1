package dk.grundskema.api.planning.nextterm;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.Json.JsonArray;
import dk.grundskema.api.documents.json.Json.JsonObject;
import dk.grundskema.api.documents.json.Json.JsonString;
import dk.grundskema.api.documents.json.JsonFormatter;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Horizon;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Lesson;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the problem of a next term: staff, rooms, rules, students and interventions stay, dates and weeks move, classes move up by the school years between,
 * and what belongs to the present term alone is left out. Not thread-safe.
 */
public final class NextTermBuilder {
    private static final int MOST_NAMES = 8;
    private static final int MOST_WEEKS = 60;
    private static final List<String> PEOPLE_AND_ROOMS = List.of("staff", "rooms", "students");

    private final JsonObject file;
    private final Problem present;
    private final TermShift shift;
    private final Horizon horizon;
    private final ClassPromotion promotion;
    private final List<Finding> notes = new ArrayList<>();
    private int datedEntries;
    private boolean hasHoursWorked;

    private NextTermBuilder(JsonObject file, Problem present, TermShift shift) {
        this.file = file;
        this.present = present;
        this.shift = shift;
        this.horizon = nextHorizon();
        this.promotion = ClassPromotion.of(present, shift.years());
    }

    /**
     * Makes the problem of a next term.
     *
     * @param file    content of the present problem's file
     * @param present the same problem
     * @param shift   how far it moves
     * @param title   title of the next term; {@code null} means the present one, with the next school year in place of the present one
     * @throws dk.grundskema.domain.finding.InvalidValueException if the next term lies outside the years that are supported
     */
    public static NextTerm build(JsonObject file, Problem present, TermShift shift, @Nullable String title) {
        return new NextTermBuilder(file, present, shift).build(title);
    }

    private NextTerm build(@Nullable String title) {
        var fields = new LinkedHashMap<>(((JsonObject) new DateShifter(shift.weeks()).shift(file)).fields());
        fields.put("title", new JsonString(title == null ? nextTitle() : title));
        fields.computeIfPresent("horizon", (name, moved) -> horizonObject(moved));
        note("next-term.weeks", horizon.firstDay().toString(), horizon.lastDay().toString(), shift.weeks());
        int locks = countRemoved(fields, "locks") + countRemoved(fields, "memberLocks");
        if (locks > 0) {
            note("next-term.locks", locks);
        }
        int accepted = countRemoved(fields, "acceptedShortfalls");
        if (accepted > 0) {
            note("next-term.accepted-shortfalls", accepted);
        }
        for (String list : PEOPLE_AND_ROOMS) {
            fields.computeIfPresent(list, (name, entries) -> withoutDatedEntries(entries));
        }
        if (datedEntries > 0) {
            note("next-term.dated-entries", datedEntries);
        }
        if (hasHoursWorked) {
            note("next-term.hours-worked");
        }
        fields.computeIfPresent("schools", (name, schools) -> withTerms(schools));
        promoteClasses(fields);
        fields.computeIfPresent("lessons", (name, lessons) -> lessonsOfNextTerm(lessons));
        if (!present.lessons().isEmpty()) {
            note("next-term.lessons");
        }
        if (!present.students().isEmpty()) {
            note("next-term.students");
        }
        return new NextTerm(JsonFormatter.format(new JsonObject(fields)), notes);
    }

    private String nextTitle() {
        return shift.present() == null || shift.next() == null
                ? present.title()
                : present.title()
                        .replace(
                                shift.present().year().toString(),
                                shift.next().year().toString());
    }

    /** Removes a list and returns the number of its entries. */
    private static int countRemoved(Map<String, Json> fields, String list) {
        return fields.remove(list) instanceof JsonArray removed
                ? removed.elements().size()
                : 0;
    }

    private void note(String code, Object... arguments) {
        notes.add(Finding.info(code, "", arguments));
    }

    /** Returns the weeks of the next term: the whole school year if the present term is one, otherwise as many weeks as now. */
    private Horizon nextHorizon() {
        Horizon now = present.horizon();
        IsoWeek first = now.firstWeek().plus(shift.weeks());
        int weeks = now.weeks();
        var closed = new TreeSet<LocalDate>();
        if (shift.present() != null && shift.next() != null) {
            IsoWeek lastNow = now.firstWeek().plus(now.weeks() - 1);
            if (lastNow.equals(IsoWeek.of(shift.present().lastDay()))) {
                weeks = Math.min(MOST_WEEKS, first.until(IsoWeek.of(shift.next().lastDay())) + 1);
            }
        }
        var plain = new Horizon(first, weeks, now.zone(), closed);
        if (followsCalendar(now) && shift.next() != null) {
            shift.next().closed().stream().filter(plain::contains).forEach(closed::add);
            note("next-term.closed-days", closed.size(), shift.next().year().toString());
        } else {
            now.closedDays().stream().map(day -> day.plusWeeks(shift.weeks())).forEach(closed::add);
        }
        return new Horizon(first, weeks, now.zone(), closed);
    }

    /** Returns whether the present term is closed whenever its school calendar is. */
    private boolean followsCalendar(Horizon now) {
        if (shift.present() == null) {
            return false;
        }
        List<LocalDate> closed =
                shift.present().closed().stream().filter(now::contains).toList();
        return !closed.isEmpty() && now.closedDays().containsAll(closed);
    }

    private Json horizonObject(Json moved) {
        var fields = new LinkedHashMap<>(((JsonObject) moved).fields());
        fields.put("firstWeek", new JsonString(horizon.firstWeek().toString()));
        fields.put("weeks", new Json.JsonNumber(BigDecimal.valueOf(horizon.weeks())));
        fields.put("closedDays", texts(horizon.closedDays().stream().map(LocalDate::toString)));
        return new JsonObject(fields);
    }

    private static JsonArray texts(Stream<String> values) {
        return new JsonArray(values.<Json>map(JsonString::new).toList());
    }

    /** Leaves out absences, availability and wishes of certain dates, and hours already worked; what recurs every week stays. */
    private Json withoutDatedEntries(Json entries) {
        return mapObjects(entries, entry -> {
            var fields = new LinkedHashMap<>(entry.fields());
            hasHoursWorked |= fields.remove("hoursAlreadyWorked") instanceof Json.JsonNumber worked
                    && worked.value().signum() > 0;
            if (fields.get("availability") instanceof JsonObject availability) {
                var kept = new LinkedHashMap<>(availability.fields());
                kept.replaceAll((name, periods) -> withoutDated(periods, period -> period));
                fields.put("availability", new JsonObject(kept));
            }
            fields.computeIfPresent(
                    "wishes",
                    (name, wishes) -> withoutDated(
                            wishes, wish -> wish.fields().get("period") instanceof JsonObject period ? period : wish));
            return new JsonObject(fields);
        });
    }

    private interface PeriodOf {
        JsonObject of(JsonObject entry);
    }

    private Json withoutDated(Json list, PeriodOf period) {
        if (!(list instanceof JsonArray all)) {
            return list;
        }
        List<Json> kept = all.elements().stream()
                .filter(one -> !(one instanceof JsonObject entry && isDated(period.of(entry))))
                .toList();
        datedEntries += all.elements().size() - kept.size();
        return new JsonArray(kept);
    }

    private static boolean isDated(JsonObject period) {
        return Stream.of("from", "until", "date", "week", "weeks")
                .anyMatch(field -> period.fields().get(field) instanceof JsonString
                        || period.fields().get(field) instanceof JsonArray);
    }

    /** Returns schools with the terms of the next calendar instead of their own. */
    private Json withTerms(Json schools) {
        if (shift.next() == null) {
            return schools;
        }
        List<Json> terms = shift.next().terms().stream()
                .<Json>map(term -> new JsonObject(Map.of(
                        "from", new JsonString(term.from().toString()),
                        "until", new JsonString(term.until().toString()))))
                .toList();
        return mapObjects(schools, school -> {
            if (!school.fields().containsKey("terms")) {
                return school;
            }
            var fields = new LinkedHashMap<>(school.fields());
            fields.put("terms", new JsonArray(terms));
            return new JsonObject(fields);
        });
    }

    private void promoteClasses(Map<String, Json> fields) {
        Map<String, String> names = promotion.names();
        Set<String> gone = promotion.gone();
        var pruner = new ReferencePruner(gone);
        for (String list : List.of("groups", "students")) {
            fields.computeIfPresent(list, (name, entries) -> pruner.pruneEntries(entries));
        }
        for (String list : List.of("lessons", "interventions")) {
            fields.computeIfPresent(list, (name, entries) -> pruner.prune(entries));
        }
        fields.computeIfPresent("groups", (name, groups) -> mapObjects(groups, group -> renamed(group, names)));
        if (!names.isEmpty()) {
            note("next-term.classes-up", names.size(), listed(promotion.moves()));
        }
        if (!promotion.leavers().isEmpty()) {
            note(
                    "next-term.classes-left",
                    promotion.leavers().size(),
                    listed(promotion.leavers().stream().map(Group::name).toList()),
                    promotion.studentsLeft());
        }
    }

    private static String listed(List<String> names) {
        return names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "))
                + (names.size() > MOST_NAMES ? ", …" : "");
    }

    private static JsonObject renamed(JsonObject group, Map<String, String> names) {
        if (!(group.fields().get("id") instanceof JsonString id) || !names.containsKey(id.value())) {
            return group;
        }
        var fields = new LinkedHashMap<>(group.fields());
        fields.put("name", new JsonString(names.getOrDefault(id.value(), "")));
        return new JsonObject(fields);
    }

    /** Returns the lessons in the weeks of the next term: all school weeks for a lesson of all school weeks, otherwise the weeks that moved, without closed days. */
    private Json lessonsOfNextTerm(Json lessons) {
        Map<String, Lesson> byId = new HashMap<>();
        present.lessons().forEach(lesson -> byId.put(lesson.id().value(), lesson));
        var kept = new ArrayList<Json>();
        ((JsonArray) lessons).elements().forEach(one -> {
            JsonObject entry = (JsonObject) one;
            Lesson lesson = entry.fields().get("id") instanceof JsonString id ? byId.get(id.value()) : null;
            if (lesson == null || !(entry.fields().get("time") instanceof JsonObject time)) {
                kept.add(entry);
                return;
            }
            SortedSet<IsoWeek> weeks = weeksOfNextTerm(lesson);
            boolean isOfLeavers = !lesson.groupIds().isEmpty()
                    && lesson.groupIds().stream()
                            .allMatch(id -> promotion.gone().contains(id.value()));
            if (!weeks.isEmpty() && !isOfLeavers) {
                var times = new LinkedHashMap<>(time.fields());
                times.put("weeks", texts(weeks.stream().map(IsoWeek::toString)));
                var fields = new LinkedHashMap<>(entry.fields());
                fields.put("time", new JsonObject(times));
                kept.add(new JsonObject(fields));
            }
        });
        return new JsonArray(kept);
    }

    private SortedSet<IsoWeek> weeksOfNextTerm(Lesson lesson) {
        DayOfWeek weekday = lesson.time().weekday();
        boolean isEachWeek = lesson.time().weeks().containsAll(openWeeks(present.horizon(), weekday));
        SortedSet<IsoWeek> open = openWeeks(horizon, weekday);
        if (isEachWeek) {
            return open;
        }
        SortedSet<IsoWeek> moved = lesson.time().weeks().stream()
                .map(week -> week.plus(shift.weeks()))
                .collect(Collectors.toCollection(TreeSet::new));
        moved.retainAll(open);
        return moved;
    }

    private static SortedSet<IsoWeek> openWeeks(Horizon horizon, DayOfWeek weekday) {
        return horizon.allWeeks().stream()
                .filter(week -> !horizon.closedDays().contains(week.date(weekday)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private interface EntryChange {
        JsonObject change(JsonObject entry);
    }

    private static Json mapObjects(Json list, EntryChange change) {
        return list instanceof JsonArray all
                ? new JsonArray(all.elements().stream()
                        .map(one -> one instanceof JsonObject entry ? change.change(entry) : one)
                        .toList())
                : list;
    }
}
