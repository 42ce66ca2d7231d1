package dk.grundskema.api.service.change;

import dk.grundskema.api.documents.cell.CellCodec;
import dk.grundskema.api.documents.cell.WordSplitter;
import dk.grundskema.api.service.change.ChangeItemBody.ChangeKind;
import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.RoomKind;
import dk.grundskema.domain.place.SiteId;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The form of a change as it was typed.
 *
 * @param now  moment of the change
 * @param rows things that change, in their order
 */
record ChangeForm(String now, List<ChangeRow> rows) {
    /** Number of rows that the form takes. */
    static final int MOST_ROWS = 30;

    /** Copies the list. */
    ChangeForm {
        rows = List.copyOf(rows);
    }

    /**
     * One thing that changes.
     *
     * @param kind  what changes
     * @param typed what was typed, by the name of the field without its row; fields without a text may be missing. Names are those of the REST
     *     operation; besides, {@code fromTime} and {@code untilTime} are times of day, {@code forGood} is a mark, and each weekday has a mark of its own
     */
    record ChangeRow(ChangeKind kind, Map<String, String> typed) {
        private static final String MARK = "yes";

        /** Copies the texts. */
        ChangeRow {
            typed = Map.copyOf(typed);
        }

        /** Returns a row with the usual days. */
        static ChangeRow fresh(ChangeKind kind, LocalDateTime now) {
            String today = now.toLocalDate().toString();
            LocalDate monday = now.toLocalDate().with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
            LocalDate week = monday.atStartOfDay().isBefore(now) ? monday.plusWeeks(1) : monday;
            return switch (kind) {
                case STAFF_AWAY, ROOM_GONE -> new ChangeRow(kind, Map.of("from", today, "until", today));
                case DAY_OPENED, STAFF_HOURS -> new ChangeRow(kind, Map.of());
                case STUDENT_JOINS, STUDENT_LEAVES, STUDENT_MOVES ->
                    new ChangeRow(kind, Map.of("day", week.toString()));
                case STAFF_JOINS -> new ChangeRow(kind, Map.of("day", today, "hours", "37"));
                case ROOM_ADDED ->
                    new ChangeRow(
                            kind, Map.of("day", today, "capacity", "30", "roomKind", RoomKind.CLASSROOM.toString()));
                case DAY_CLOSED, LESSON_MOVES, SUBJECT_DROPPED -> new ChangeRow(kind, Map.of("day", today));
            };
        }

        /**
         * Returns a row of the absence of a staff member.
         *
         * @param from  first minute
         * @param until the minute after the last
         */
        static ChangeRow away(String staff, LocalDateTime from, LocalDateTime until) {
            boolean isToMidnight = until.toLocalTime().equals(LocalTime.MIDNIGHT);
            LocalDate last = isToMidnight ? until.toLocalDate().minusDays(1) : until.toLocalDate();
            return new ChangeRow(
                    ChangeKind.STAFF_AWAY,
                    Map.of(
                            "staffId",
                            staff,
                            "from",
                            from.toLocalDate().toString(),
                            "fromTime",
                            from.toLocalTime().equals(LocalTime.MIDNIGHT) ? "" : String.valueOf(from.toLocalTime()),
                            "until",
                            last.toString(),
                            "untilTime",
                            isToMidnight ? "" : String.valueOf(until.toLocalTime())));
        }

        /** Returns a row of the fields of a request; empty if there is none at a place. */
        private static Optional<ChangeRow> of(Map<String, String> fields, int nth) {
            String at = nth + ".";
            return ChangeForm.kind(fields.getOrDefault(at + "kind", ""))
                    .map(kind -> new ChangeRow(
                            kind,
                            fields.entrySet().stream()
                                    .filter(one -> one.getKey().startsWith(at))
                                    .collect(Collectors.toMap(
                                            one -> one.getKey().substring(at.length()),
                                            one -> one.getValue().strip()))));
        }

        /** Returns only the kind, so that no log contains a name. */
        @Override
        public String toString() {
            return kind.toString();
        }

        /** Returns what was typed into a field; empty if nothing. */
        String text(String field) {
            return typed.getOrDefault(field, "");
        }

        /** Returns whether a mark is set. */
        boolean isMarked(String field) {
            return text(field).equals(MARK);
        }

        /** Returns the change; what is missing is left out of it, what cannot be read is a finding. */
        private ChangeItemBody body(CellCodec cells, String at, List<Finding> findings) {
            var reader = new RowReader(this, cells, at, findings);
            LocalDate first = reader.date("from");
            LocalTime firstTime = kind.has("from") ? reader.time("fromTime", "from") : null;
            LocalDate last = isMarked("forGood") ? null : reader.date("until");
            LocalTime lastTime = isMarked("forGood") || !kind.has("until") ? null : reader.time("untilTime", "until");
            if (kind.has("until") && !isMarked("forGood") && text("until").isEmpty()) {
                last = first;
            }
            var weekdays = new TreeSet<DayOfWeek>();
            for (DayOfWeek day : DayOfWeek.values()) {
                if (kind.has("weekdays") && isMarked(day.name())) {
                    weekdays.add(day);
                }
            }
            return new ChangeItemBody(
                    kind,
                    reader.id("staffId", StaffId::new),
                    reader.id("roomId", RoomId::new),
                    reader.id("studentId", StudentId::new),
                    reader.id("groupId", GroupId::new),
                    first == null ? null : first.atTime(firstTime == null ? LocalTime.MIDNIGHT : firstTime),
                    last == null ? null : lastTime == null ? last.plusDays(1).atStartOfDay() : last.atTime(lastTime),
                    reader.date("day"),
                    reader.number("hours"),
                    reader.words("name"),
                    new TreeSet<>(kind.has("skills") ? WordSplitter.splitValues(text("skills")) : List.of()),
                    weekdays,
                    reader.words("roomKind"),
                    reader.wholeNumber("capacity"),
                    reader.id("siteId", SiteId::new),
                    reader.id("lessonId", LessonId::new),
                    reader.weekday("weekday"),
                    kind.has("start") ? reader.time("start", "start") : null,
                    kind.has("end") ? reader.time("end", "end") : null,
                    reader.words("subject"));
        }
    }

    /** Reads the fields of a row. Fields that its kind does not have, and empty ones, are {@code null}; what cannot be read is a finding, too. */
    private record RowReader(ChangeRow row, CellCodec cells, String at, List<Finding> findings) {
        private String text(String field) {
            return row.kind().has(field) ? row.text(field) : "";
        }

        private <T> @Nullable T id(String field, Function<String, T> read) {
            return Id.FORM.matcher(text(field)).matches() ? read.apply(text(field)) : null;
        }

        private @Nullable String words(String field) {
            return text(field).isEmpty() ? null : text(field);
        }

        private @Nullable LocalDate date(String field) {
            return read(
                    field,
                    text(field),
                    "plan-change.no-date",
                    typed -> cells.readDate(typed).asOptional());
        }

        /** @param field field of the REST operation that the time is part of */
        private @Nullable LocalTime time(String name, String field) {
            return read(
                    field,
                    row.text(name),
                    "plan-change.no-time",
                    typed -> CellCodec.readTime(typed).asOptional());
        }

        private @Nullable Double number(String field) {
            return read(
                    field,
                    text(field),
                    "plan-change.no-number",
                    typed -> CellCodec.readNumber(typed).asOptional().map(BigDecimal::doubleValue));
        }

        private @Nullable Integer wholeNumber(String field) {
            return read(
                    field,
                    text(field),
                    "plan-change.no-capacity",
                    typed -> CellCodec.readWholeNumber(typed, 1).asOptional());
        }

        private @Nullable DayOfWeek weekday(String field) {
            return Arrays.stream(DayOfWeek.values())
                    .filter(day -> day.name().equals(text(field)))
                    .findFirst()
                    .orElse(null);
        }

        private <T> @Nullable T read(String field, String typed, String code, Function<String, Optional<T>> reading) {
            if (typed.isEmpty()) {
                return null;
            }
            Optional<T> read = reading.apply(typed);
            if (read.isEmpty()) {
                findings.add(Finding.error(code, at + "/" + field, typed));
            }
            return read.orElse(null);
        }
    }

    /**
     * A form that was read.
     *
     * @param change   the change; what is missing or cannot be read is left out of it
     * @param findings what cannot be read, with pointers as in the REST operation
     */
    record ReadForm(NewChange change, List<Finding> findings) {
        /** Copies the list. */
        ReadForm {
            findings = List.copyOf(findings);
        }
    }

    /** Returns the form of the fields of a request. */
    static ChangeForm of(Map<String, String> fields) {
        var rows = new ArrayList<ChangeRow>();
        for (int nth = 0; nth < MOST_ROWS; nth++) {
            ChangeRow.of(fields, nth).ifPresent(rows::add);
        }
        return new ChangeForm(text(fields, "now"), rows);
    }

    private static String text(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "").strip();
    }

    /** Returns a kind by its name; empty if there is none. */
    static Optional<ChangeKind> kind(String name) {
        return ChangeKind.all().stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** Returns a form with one more row, unless it has the most already. */
    ChangeForm withRow(ChangeRow row) {
        var all = new ArrayList<>(rows);
        if (all.size() < MOST_ROWS) {
            all.add(row);
        }
        return new ChangeForm(now, all);
    }

    /** Returns a form without the row at a place. */
    ChangeForm withoutRow(int place) {
        var all = new ArrayList<>(rows);
        if (place >= 0 && place < all.size()) {
            all.remove(place);
        }
        return new ChangeForm(now, all);
    }

    /** Returns the typed moment; empty if it is none. */
    Optional<LocalDateTime> moment() {
        try {
            return Optional.of(LocalDateTime.parse(now));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /**
     * Reads the form.
     *
     * @param cells   reader of dates
     * @param present moment if none was typed
     */
    ReadForm read(CellCodec cells, LocalDateTime present) {
        var findings = new ArrayList<Finding>();
        if (!now.isEmpty() && moment().isEmpty()) {
            findings.add(Finding.error("plan-change.no-moment", "/now", now));
        }
        var bodies = new ArrayList<ChangeItemBody>();
        for (int nth = 0; nth < rows.size(); nth++) {
            bodies.add(rows.get(nth).body(cells, "/changes/" + nth, findings));
        }
        return new ReadForm(NewChange.of(moment().orElse(present), bodies), findings);
    }
}
