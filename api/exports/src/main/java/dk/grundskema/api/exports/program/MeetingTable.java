package dk.grundskema.api.exports.program;

import dk.grundskema.api.documents.timetable.TimetableEntry;
import dk.grundskema.api.documents.timetable.TimetableEntry.NamedEntity;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table with a row for each dated meeting. Its headings are those that the importers of tables and of plans know. */
final class MeetingTable {
    private static final List<String> COLUMNS = List.of(
            "date", "weekday", "start", "end", "class", "course", "subject", "teacher", "room", "kind", "title", "key");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final ExportedPlan plan;

    MeetingTable(ExportedPlan plan) {
        this.plan = plan;
    }

    /** Returns the headings in the plan's language. */
    List<String> headings() {
        return COLUMNS.stream()
                .map(column -> plan.texts().text("program.column." + column))
                .toList();
    }

    /** Returns the rows in order of time, one cell for each heading. */
    Stream<List<String>> rows() {
        return plan.entries().stream().map(this::row);
    }

    private List<String> row(TimetableEntry entry) {
        var meeting = entry.occurrence().meeting();
        boolean isTeaching = !entry.teams().isEmpty() || !meeting.studentIds().isEmpty();
        return List.of(
                entry.date().toString(),
                entry.date()
                        .getDayOfWeek()
                        .getDisplayName(TextStyle.FULL_STANDALONE, plan.texts().locale()),
                TIME.format(entry.start()),
                TIME.format(entry.end()),
                groups(entry, true),
                groups(entry, false),
                plan.redactor().redact(meeting.subject()),
                names(entry.staff()),
                names(entry.rooms()),
                isTeaching ? "" : plan.texts().text("program.busy"),
                plan.redactor().redact(entry.title()),
                plan.rowKeys().key(meeting.sessionId(), entry.date(), plan.isPart()));
    }

    private String groups(TimetableEntry entry, boolean areClasses) {
        return names(entry.teams().stream()
                .filter(team -> plan.classes().isClass(team.id()) == areClasses)
                .toList());
    }

    /** Commas separate names, so that there are none within them. */
    private String names(Collection<? extends NamedEntity<?>> entities) {
        return entities.stream()
                .map(each ->
                        plan.redactor().redact(each.name()).replace(", ", " ").replace(',', ' '))
                .collect(Collectors.joining(", "));
    }
}
