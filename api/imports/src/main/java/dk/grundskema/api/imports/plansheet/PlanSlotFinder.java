package dk.grundskema.api.imports.plansheet;

import dk.grundskema.api.imports.assembly.NameNormalizer;
import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.api.imports.source.SourceText;
import dk.grundskema.domain.finding.Severity;
import dk.grundskema.domain.people.GroupId;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the session of a row without a key by its date, time, team and title. */
final class PlanSlotFinder {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final int MOST_NAMED = 4;

    private final PlanSlots slots;
    private final PlanVocabulary words;
    private final Severity severity;
    private final List<FileFinding> findings;

    /**
     * @param severity severity of findings about rows that fit no session
     * @param findings receives the findings
     */
    PlanSlotFinder(PlanSlots slots, PlanVocabulary words, Severity severity, List<FileFinding> findings) {
        this.slots = slots;
        this.words = words;
        this.severity = severity;
        this.findings = findings;
    }

    /** Returns the session of a row; empty, with a finding, if there is none or more than one. */
    Optional<PlanSlot> find(StatedMeeting row) {
        List<PlanSlot> ofDay = slots.on(row.date());
        if (ofDay.isEmpty()) {
            return refuse(row.dateAt(), "import.plan.no-day", row.date());
        }
        List<PlanSlot> atTime = ofDay.stream().filter(slot -> isAt(row, slot)).toList();
        if (atTime.isEmpty()) {
            return refuse(
                    row.startAt().equals(row.place()) ? row.place() : timeCell(row),
                    "import.plan.no-time",
                    spanOf(row),
                    row.date(),
                    nearTimes(row, ofDay));
        }
        Set<GroupId> groups = new LinkedHashSet<>();
        for (SourceText group : row.groups()) {
            Set<GroupId> known = words.groups(group.text());
            if (known.isEmpty()) {
                return refuse(group.place(), "import.plan.group-unknown", group.text(), words.groupNames());
            }
            groups.addAll(known);
        }
        List<PlanSlot> ofTeam = atTime.stream()
                .filter(slot -> groups.isEmpty() || slot.groups().containsAll(groups))
                .toList();
        if (ofTeam.isEmpty()) {
            return refuse(
                    row.place(), "import.plan.no-team", row.groups().getFirst().text(), spanOf(row));
        }
        var exact = narrowed(
                ofTeam, slot -> groups.isEmpty() || Set.copyOf(slot.groups()).equals(groups));
        var titled = narrowed(exact, slot -> isTitled(row.subject(), slot));
        var held = narrowed(titled, PlanSlot::isHeld);
        if (held.stream().map(PlanSlot::session).distinct().count() > 1) {
            return refuse(row.place(), "import.plan.ambiguous", spanOf(row), titles(held));
        }
        return Optional.of(held.getFirst());
    }

    /** Returns those that fulfil a condition; all if none does. */
    private static List<PlanSlot> narrowed(List<PlanSlot> slots, Predicate<PlanSlot> condition) {
        List<PlanSlot> some = slots.stream().filter(condition).toList();
        return some.isEmpty() ? slots : some;
    }

    private static boolean isAt(StatedMeeting row, PlanSlot slot) {
        return slot.time().start().equals(row.start())
                && (row.end() == null || slot.time().end().equals(row.end()));
    }

    private static SourceLocation timeCell(StatedMeeting row) {
        return row.isGrid() ? row.place() : row.startAt();
    }

    private boolean isTitled(@Nullable SourceText title, PlanSlot slot) {
        if (title == null) {
            return true;
        }
        String plain = NameNormalizer.normalize(title.text());
        boolean isOwn = NameNormalizer.normalize(slot.title()).equals(plain)
                || slots.meeting(slot.session())
                        .filter(meeting ->
                                NameNormalizer.normalize(meeting.title()).equals(plain))
                        .isPresent();
        return isOwn
                || (slots.isModule(slot.session())
                        && words.subject(title.text()).isPresent());
    }

    private static String spanOf(StatedMeeting row) {
        return CLOCK.format(row.start()) + (row.end() == null ? "" : "-" + CLOCK.format(row.end()));
    }

    /** Returns the times of the day's sessions that begin nearest to the row. */
    private static List<String> nearTimes(StatedMeeting row, List<PlanSlot> ofDay) {
        return ofDay.stream()
                .filter(PlanSlot::isHeld)
                .sorted(Comparator.comparingInt(
                        slot -> minutesBetween(slot.time().start(), row.start())))
                .map(slot -> "%s-%s %s"
                        .formatted(
                                CLOCK.format(slot.time().start()),
                                CLOCK.format(slot.time().end()),
                                slot.title()))
                .distinct()
                .limit(MOST_NAMED)
                .sorted()
                .toList();
    }

    private static int minutesBetween(LocalTime one, LocalTime other) {
        return Math.abs(one.toSecondOfDay() - other.toSecondOfDay()) / 60;
    }

    private static List<Object> titles(List<PlanSlot> slots) {
        var names = new ArrayList<Object>();
        slots.stream().limit(MOST_NAMED).forEach(slot -> names.add(slot.session()));
        return names;
    }

    private Optional<PlanSlot> refuse(SourceLocation place, String code, Object... arguments) {
        findings.add(FileFinding.of(place, severity, code, arguments));
        return Optional.empty();
    }
}
