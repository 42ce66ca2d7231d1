package dk.grundskema.api.service.change;

import dk.grundskema.api.documents.cell.CellCodec;
import dk.grundskema.api.service.change.ChangeItemBody.ChangeKind;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
     * @param kind    what changes
     * @param staff   id of the staff member
     * @param room    id of the room
     * @param student id of the student
     * @param group   id of the class or team
     * @param from    first day
     * @param until   last day; empty means the first day
     * @param forGood whether there is no last day
     * @param day     day, of kinds that have one
     * @param hours   hours by contract
     */
    record ChangeRow(
            ChangeKind kind,
            String staff,
            String room,
            String student,
            String group,
            String from,
            String until,
            boolean forGood,
            String day,
            String hours) {
        /** Returns a row with the usual days. */
        static ChangeRow fresh(ChangeKind kind, LocalDateTime now) {
            String today = now.toLocalDate().toString();
            LocalDate monday = now.toLocalDate().with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
            LocalDate week = monday.atStartOfDay().isBefore(now) ? monday.plusWeeks(1) : monday;
            boolean isByWeek = kind == ChangeKind.STUDENT_LEAVES || kind == ChangeKind.STUDENT_MOVES;
            boolean isOpening = kind == ChangeKind.DAY_OPENED;
            return new ChangeRow(
                    kind, "", "", "", "", today, today, false, isOpening ? "" : isByWeek ? week.toString() : today, "");
        }

        /** Returns a row of the absence of a staff member. */
        static ChangeRow away(String staff, LocalDate from, LocalDate until) {
            return new ChangeRow(
                    ChangeKind.STAFF_AWAY, staff, "", "", "", from.toString(), until.toString(), false, "", "");
        }

        /** Returns the id only of what is no person. */
        @Override
        public String toString() {
            return kind + " " + room;
        }

        /** Returns the change; what is missing is left out of it, what cannot be read is a finding. */
        private ChangeItemBody body(CellCodec cells, String at, List<Finding> findings) {
            LocalDate first = kind.has("from") ? date(cells, from, at + "/from", findings) : null;
            LocalDate last = !kind.has("until") || forGood ? null : date(cells, until, at + "/until", findings);
            if (kind.has("until") && !forGood && until.isEmpty()) {
                last = first;
            }
            return new ChangeItemBody(
                    kind,
                    id("staffId", staff, StaffId::new),
                    id("roomId", room, RoomId::new),
                    id("studentId", student, StudentId::new),
                    id("groupId", group, GroupId::new),
                    first == null ? null : first.atStartOfDay(),
                    last == null ? null : last.plusDays(1).atStartOfDay(),
                    kind.has("day") ? date(cells, day, at + "/day", findings) : null,
                    kind.has("hours") ? number(at + "/hours", findings) : null);
        }

        private <T> @Nullable T id(String field, String typed, Function<String, T> read) {
            return kind.has(field) && Id.FORM.matcher(typed).matches() ? read.apply(typed) : null;
        }

        private static @Nullable LocalDate date(CellCodec cells, String typed, String at, List<Finding> findings) {
            if (typed.isEmpty()) {
                return null;
            }
            Optional<LocalDate> read = cells.readDate(typed).asOptional();
            if (read.isEmpty()) {
                findings.add(Finding.error("plan-change.no-date", at, typed));
            }
            return read.orElse(null);
        }

        private @Nullable Double number(String at, List<Finding> findings) {
            if (hours.isEmpty()) {
                return null;
            }
            Optional<BigDecimal> read = CellCodec.readNumber(hours).asOptional();
            if (read.isEmpty()) {
                findings.add(Finding.error("plan-change.no-number", at, hours));
            }
            return read.map(BigDecimal::doubleValue).orElse(null);
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
            String at = nth + ".";
            kind(text(fields, at + "kind"))
                    .ifPresent(kind -> rows.add(new ChangeRow(
                            kind,
                            text(fields, at + "staff"),
                            text(fields, at + "room"),
                            text(fields, at + "student"),
                            text(fields, at + "group"),
                            text(fields, at + "from"),
                            text(fields, at + "until"),
                            !text(fields, at + "forGood").isEmpty(),
                            text(fields, at + "day"),
                            text(fields, at + "hours"))));
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
