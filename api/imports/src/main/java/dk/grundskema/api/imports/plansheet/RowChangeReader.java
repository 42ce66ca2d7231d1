package dk.grundskema.api.imports.plansheet;

import dk.grundskema.api.imports.assembly.NameNormalizer;
import dk.grundskema.api.imports.plansheet.CellChange.Aspect;
import dk.grundskema.api.imports.plansheet.PlanSheetMatcher.MatchedRow;
import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.api.imports.source.SourceText;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.finding.InvalidValueException;
import dk.grundskema.domain.finding.Severity;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.solver.edit.ManualChange;
import dk.grundskema.solver.edit.Workbench;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares the rows of a session with its meeting. */
final class RowChangeReader {
    private final Workbench bench;
    private final PlanSlots slots;
    private final PlanVocabulary words;
    private final Severity severity;
    private final List<FileFinding> findings;

    /**
     * @param severity severity of findings about words of rows without a key
     * @param findings receives the findings
     */
    RowChangeReader(
            Workbench bench, PlanSlots slots, PlanVocabulary words, Severity severity, List<FileFinding> findings) {
        this.bench = bench;
        this.slots = slots;
        this.words = words;
        this.severity = severity;
        this.findings = findings;
    }

    /** Returns what the rows of a session make otherwise. */
    List<CellChange> read(SessionId session, List<MatchedRow> rows) {
        MatchedRow first = rows.getFirst();
        Optional<Meeting> meeting = slots.meeting(session);
        var changes = new ArrayList<CellChange>();
        if (meeting.isEmpty()) {
            MeetingTime time = first.slot().time();
            changes.add(change(
                    first,
                    first.stated().place(),
                    Aspect.ADDED,
                    List.of(),
                    List.of(time),
                    List.of(new ManualChange.TimeChange(session, time))));
        }
        Meeting held = meeting.orElse(null);
        time(rows, held).ifPresent(changes::add);
        subject(rows, held).ifPresent(changes::add);
        staff(rows, held).ifPresent(changes::add);
        room(rows, held).ifPresent(changes::add);
        rows.forEach(row -> checkFixed(row, held));
        if (!changes.isEmpty() && !bench.hasSession(session)) {
            changes.forEach(one -> findings.add(FileFinding.error(
                    one.place(), "import.plan.split", first.slot().title())));
            return List.of();
        }
        return changes;
    }

    private static CellChange change(
            MatchedRow row,
            SourceLocation place,
            Aspect aspect,
            List<Object> was,
            List<Object> becomes,
            List<ManualChange> edits) {
        return new CellChange(place, row.slot().session(), row.slot().date(), aspect, was, becomes, edits);
    }

    private Optional<CellChange> time(List<MatchedRow> rows, @Nullable Meeting held) {
        for (MatchedRow row : rows) {
            StatedMeeting stated = row.stated();
            MeetingTime time = row.slot().time();
            boolean isSame = stated.date().equals(row.slot().date())
                    && stated.start().equals(time.start())
                    && (stated.end() == null || stated.end().equals(time.end()));
            if (isSame || held == null) {
                continue;
            }
            SourceLocation place = !stated.date().equals(row.slot().date())
                    ? stated.dateAt()
                    : stated.start().equals(time.start()) ? stated.endAt() : stated.startAt();
            if (held.time().dates().size() > 1) {
                findings.add(FileFinding.error(
                        place,
                        "import.plan.many-dates",
                        held.title(),
                        held.time().dates().size()));
                return Optional.empty();
            }
            var horizon = bench.problem().horizon();
            if (stated.date().isBefore(horizon.firstDay()) || stated.date().isAfter(horizon.lastDay())) {
                findings.add(FileFinding.error(
                        place, "import.plan.date-outside", stated.date(), horizon.firstDay(), horizon.lastDay()));
                return Optional.empty();
            }
            if (stated.end() != null && stated.end().equals(stated.start())) {
                findings.add(FileFinding.error(place, "import.plan.no-length", stated.start()));
                return Optional.empty();
            }
            LocalTime end = stated.end() == null ? time.end() : stated.end();
            MeetingTime moved;
            try {
                moved = MeetingTime.on(stated.date(), stated.start(), end);
            } catch (InvalidValueException e) {
                e.findings()
                        .forEach(one -> findings.add(FileFinding.error(
                                place, one.code(), one.arguments().toArray())));
                return Optional.empty();
            }
            return Optional.of(change(
                    row,
                    place,
                    Aspect.TIME,
                    List.of(held.time()),
                    List.of(moved),
                    List.of(new ManualChange.TimeChange(held.sessionId(), moved))));
        }
        return Optional.empty();
    }

    private Optional<CellChange> subject(List<MatchedRow> rows, @Nullable Meeting held) {
        MatchedRow row = rows.getFirst();
        SessionId session = row.slot().session();
        if (!slots.isModule(session)) {
            return Optional.empty();
        }
        String was = held == null ? "" : held.subject();
        SourceText code = row.stated().subjectCode();
        SourceText title = row.stated().subject();
        Optional<String> byCode = subject(code);
        Optional<String> byTitle = subject(title);
        boolean isCodeOther =
                code != null && byCode.isPresent() && !byCode.get().equals(was);
        SourceText said = isCodeOther ? code : title == null ? code : title;
        Optional<String> becomes = isCodeOther ? byCode : byTitle;
        if (said == null) {
            boolean isCleared = row.stated().key() != null && !was.isEmpty();
            return isCleared ? Optional.of(subjectChange(row, row.stated().place(), was, null)) : Optional.empty();
        }
        if (becomes.isEmpty()) {
            boolean isUnknown =
                    !words.isTitle(said.text()) && !isSameWord(said.text(), held == null ? "" : held.title());
            if (isUnknown) {
                report(row, said.place(), "import.plan.subject-unknown", said.text(), words.subjectNames());
            }
            return Optional.empty();
        }
        return becomes.get().equals(was)
                ? Optional.empty()
                : Optional.of(subjectChange(row, said.place(), was, becomes.get()));
    }

    private Optional<String> subject(@Nullable SourceText text) {
        return text == null ? Optional.empty() : words.subject(text.text());
    }

    private CellChange subjectChange(MatchedRow row, SourceLocation place, String was, @Nullable String becomes) {
        return change(
                row,
                place,
                Aspect.SUBJECT,
                was.isEmpty() ? List.of() : List.of(was),
                becomes == null ? List.of() : List.of(becomes),
                List.of(new ManualChange.SubjectChange(row.slot().session(), becomes)));
    }

    private static boolean isSameWord(String one, String other) {
        return NameNormalizer.normalize(one).equals(NameNormalizer.normalize(other));
    }

    private Optional<CellChange> staff(List<MatchedRow> rows, @Nullable Meeting held) {
        MatchedRow row = rows.stream()
                .filter(each -> each.stated().staff() != null)
                .findFirst()
                .orElse(null);
        if (row == null) {
            return Optional.empty();
        }
        List<Object> was = held == null ? List.of() : PlanSlots.holders(held);
        Set<StaffId> named = new LinkedHashSet<>();
        boolean isKnown = true;
        for (MatchedRow each : rows) {
            List<SourceText> texts =
                    each.stated().staff() == null ? List.of() : each.stated().staff();
            for (SourceText text : texts) {
                var person = one(words.staff(text.text()), was);
                person.ifPresentOrElse(named::add, () -> reportUnknownStaff(each, text));
                isKnown = isKnown && person.isPresent();
            }
        }
        boolean isContradiction = rows.size() > 1
                && !row.stated().isGrid()
                && rows.stream().anyMatch(each -> !sameStaff(each, named, was));
        if (isContradiction) {
            findings.add(FileFinding.error(
                    row.stated().staffAt(), "import.plan.many-dates", row.slot().title(), rows.size()));
            return Optional.empty();
        }
        if ((!isKnown && severity == Severity.ERROR) || named.equals(Set.copyOf(was))) {
            return Optional.empty();
        }
        List<ManualChange> edits = seatChanges(row, held, named);
        return edits.isEmpty()
                ? Optional.empty()
                : Optional.of(change(row, row.stated().staffAt(), Aspect.STAFF, was, List.copyOf(named), edits));
    }

    private void reportUnknownStaff(MatchedRow row, SourceText text) {
        if (!words.staff(text.text()).isEmpty()) {
            report(row, text.place(), "import.plan.staff-ambiguous", text.text());
            return;
        }
        words.suggestStaff(text.text())
                .ifPresentOrElse(
                        name -> report(row, text.place(), "import.plan.staff-meant", text.text(), name),
                        () -> report(row, text.place(), "import.plan.staff-unknown", text.text()));
    }

    private boolean sameStaff(MatchedRow row, Set<StaffId> named, List<Object> was) {
        List<SourceText> texts = row.stated().staff();
        return texts != null
                && named.equals(texts.stream()
                        .flatMap(text -> one(words.staff(text.text()), was).stream())
                        .collect(Collectors.toSet()));
    }

    /** Returns the only meaning; of several the only one that the meeting has already. */
    private static <T extends Id> Optional<T> one(Set<T> meanings, List<Object> present) {
        List<T> possible = meanings.size() == 1
                ? List.copyOf(meanings)
                : meanings.stream().filter(present::contains).toList();
        return possible.size() == 1 ? Optional.of(possible.getFirst()) : Optional.empty();
    }

    /** Puts new people into the seats of those who leave, then into empty seats, required ones first; one more may get a seat of its own. */
    private List<ManualChange> seatChanges(MatchedRow row, @Nullable Meeting held, Set<StaffId> named) {
        SessionId session = row.slot().session();
        List<MeetingSeat> seats = held == null ? List.of() : held.seats();
        int before = held == null || !bench.hasSession(session) ? 0 : bench.seatsBefore(session);
        List<StaffId> added = new ArrayList<>(named);
        seats.forEach(seat -> added.remove(seat.staffId()));
        List<Integer> vacated = positions(seats, seat -> seat.staffId() != null && !named.contains(seat.staffId()));
        List<Integer> free = Stream.of(
                        vacated.stream().filter(position -> position >= before).toList(),
                        positions(seats, seat -> seat.staffId() == null && seat.required()),
                        positions(seats, seat -> seat.staffId() == null && !seat.required()))
                .flatMap(List::stream)
                .toList();
        if (held != null && added.size() > free.size() + 1) {
            report(row, row.stated().staffAt(), "import.plan.too-many-staff", named.size(), seats.size());
            return List.of();
        }
        var edits = new ArrayList<ManualChange>();
        vacated.forEach(position -> {
            boolean isRefilled = position >= before && free.indexOf(position) < added.size();
            if (!isRefilled) {
                edits.add(new ManualChange.SeatChange(session, position, null));
            }
        });
        for (int i = 0; i < added.size(); i++) {
            int position = held == null ? i : i < free.size() ? free.get(i) : seats.size();
            edits.add(new ManualChange.SeatChange(session, position, added.get(i)));
        }
        return edits;
    }

    private static List<Integer> positions(List<MeetingSeat> seats, Predicate<MeetingSeat> which) {
        return IntStream.range(0, seats.size())
                .filter(position -> which.test(seats.get(position)))
                .boxed()
                .toList();
    }

    private Optional<CellChange> room(List<MatchedRow> rows, @Nullable Meeting held) {
        MatchedRow row = rows.stream()
                .filter(each -> each.stated().rooms() != null)
                .findFirst()
                .orElse(null);
        if (row == null) {
            return Optional.empty();
        }
        List<Object> was = held == null
                ? List.of()
                : Stream.concat(Stream.ofNullable(held.roomId()), held.extraRoomIds().stream())
                        .map(Function.<Object>identity())
                        .toList();
        Set<RoomId> named = new LinkedHashSet<>();
        for (SourceText text : Objects.requireNonNull(row.stated().rooms())) {
            var room = one(words.rooms(text.text()), was);
            if (room.isEmpty()) {
                var meant = words.suggestRoom(text.text());
                meant.ifPresentOrElse(
                        name -> report(row, text.place(), "import.plan.room-meant", text.text(), name),
                        () -> report(row, text.place(), "import.plan.room-unknown", text.text()));
                return Optional.empty();
            }
            named.add(room.get());
        }
        if (named.equals(Set.copyOf(was))) {
            return Optional.empty();
        }
        if (named.size() > 1 || was.size() > 1) {
            report(
                    row,
                    row.stated().roomsAt(),
                    "import.plan.one-room",
                    row.slot().title());
            return Optional.empty();
        }
        RoomId becomes = named.stream().findFirst().orElse(null);
        return Optional.of(change(
                row,
                row.stated().roomsAt(),
                Aspect.ROOM,
                was,
                List.copyOf(named),
                List.of(new ManualChange.RoomChange(row.slot().session(), becomes))));
    }

    /** Reports teams and titles that were changed in a row with a key: they follow from what is planned. */
    private void checkFixed(MatchedRow row, @Nullable Meeting held) {
        StatedMeeting stated = row.stated();
        if (stated.key() == null || held == null) {
            return;
        }
        Set<GroupId> groups = new LinkedHashSet<>();
        for (SourceText text : stated.groups()) {
            Set<GroupId> known = words.groups(text.text());
            if (known.isEmpty()) {
                findings.add(
                        FileFinding.error(text.place(), "import.plan.group-unknown", text.text(), words.groupNames()));
                return;
            }
            groups.addAll(known);
        }
        if (!stated.groups().isEmpty() && !groups.containsAll(held.groupIds())) {
            findings.add(
                    FileFinding.error(stated.groups().getFirst().place(), "import.plan.groups-fixed", held.title()));
        }
        SourceText title = stated.subject();
        boolean isFixedTitle = !slots.isModule(held.sessionId()) && !slots.isOfStudents(held.sessionId());
        if (isFixedTitle && title != null && !isSameWord(title.text(), held.title())) {
            findings.add(FileFinding.error(title.place(), "import.plan.title-fixed", title.text(), held.title()));
        }
    }

    private void report(MatchedRow row, SourceLocation place, String code, Object... arguments) {
        Severity how = row.stated().key() == null ? severity : Severity.ERROR;
        findings.add(FileFinding.of(place, how, code, arguments));
    }
}
