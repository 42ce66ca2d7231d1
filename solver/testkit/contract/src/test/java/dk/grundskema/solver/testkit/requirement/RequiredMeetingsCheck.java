package dk.grundskema.solver.testkit.requirement;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.solver.testkit.requirement.RequiredMeetings.RequiredSeat;
import dk.grundskema.solver.testkit.requirement.RequiredMeetings.WeekPart;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares the meetings of a timetable with those that are derived from an intervention's parameters, without the demand. Each meeting is taken on each of
 * its dates; a requirement takes as many of the dates that it accepts as it asks for, first those with the required content. What is left on either
 * side is a difference.
 */
final class RequiredMeetingsCheck {
    private static final int MINUTES_A_DAY = 24 * 60;

    /**
     * A meeting on one date.
     *
     * @param week the week that it stands for
     * @param held the week in which it is held, another one if the date was moved by hand
     */
    private record Occurrence(Meeting meeting, IsoWeek week, IsoWeek held) {}

    /** What all meetings have in common that a requirement may accept. */
    private record Participants(String kind, Set<GroupId> groups, Set<StudentId> students) {
        static Participants of(Meeting meeting) {
            return new Participants(
                    meeting.kind(), new HashSet<>(meeting.groupIds()), new HashSet<>(meeting.studentIds()));
        }

        static Participants of(RequiredMeetings required) {
            return new Participants(required.kind(), required.groups(), required.students());
        }

        List<Id> ids() {
            return Stream.<Id>concat(groups.stream().sorted(), students.stream().sorted())
                    .toList();
        }
    }

    /** Dates that no requirement has taken yet, by week. */
    private static final class OpenDates {
        private final SortedMap<IsoWeek, List<Occurrence>> byWeek = new TreeMap<>();

        void add(Occurrence one) {
            byWeek.computeIfAbsent(one.week(), fresh -> new ArrayList<>()).add(one);
        }

        List<Occurrence> of(IsoWeek week) {
            return byWeek.getOrDefault(week, new ArrayList<>());
        }

        List<Occurrence> all() {
            return byWeek.values().stream().flatMap(List::stream).toList();
        }
    }

    /** A requirement with the number of meetings that it still lacks, by week; under {@code null} if they are counted altogether. */
    private static final class OpenRequirement {
        private final RequiredMeetings required;
        private final Map<@Nullable IsoWeek, Integer> missing = new HashMap<>();
        /** Meetings of which a date was taken: what else is asked of them is the same on all dates. */
        private final Set<Meeting> taken = Collections.newSetFromMap(new IdentityHashMap<>());

        OpenRequirement(RequiredMeetings required) {
            this.required = required;
            if (required.isWeekly()) {
                required.weeks().forEach(week -> missing.put(week, required.count()));
            } else {
                missing.put(null, required.count());
            }
        }

        int missing(@Nullable IsoWeek week) {
            return missing.getOrDefault(required.isWeekly() ? week : null, 0);
        }

        /** Returns whether it is the first date of the meeting. */
        boolean take(Meeting meeting, IsoWeek week) {
            missing.merge(required.isWeekly() ? week : null, -1, Integer::sum);
            return taken.add(meeting);
        }
    }

    private final Predicate<LocalDate> closed;
    private final List<RuleViolation> faults = new ArrayList<>();
    private final Map<Series, List<Meeting>> series = new LinkedHashMap<>();
    private final Set<SessionId> misplaced = new HashSet<>();

    /**
     * Seats that one person has, or a few have, in several meetings.
     *
     * @param seats number of them in each meeting
     */
    private record Series(String name, String role, int seats) {}

    private RequiredMeetingsCheck(Predicate<LocalDate> closed) {
        this.closed = closed;
    }

    /**
     * Returns a violation for each difference between the meetings of an intervention and what is required.
     *
     * @param closed returns whether a date is closed; only requirements of single dates accept meetings on it
     */
    static List<RuleViolation> check(
            List<Meeting> meetings, List<RequiredMeetings> required, Predicate<LocalDate> closed) {
        var check = new RequiredMeetingsCheck(closed);
        check.compare(meetings, required);
        check.series.forEach(check::checkHolders);
        return check.faults.stream().distinct().toList();
    }

    private void fault(String rule, long amount, Object... arguments) {
        if (amount > 0) {
            faults.add(new RuleViolation("core." + rule, Level.MEDIUM, amount, List.of(arguments)));
        }
    }

    /** Adds a violation for each holder in a series beyond those who have most of its seats. */
    private void checkHolders(Series series, List<Meeting> meetings) {
        Map<StaffId, Integer> dates = new TreeMap<>();
        for (Meeting meeting : meetings) {
            holders(series, meeting)
                    .forEach(holder -> dates.merge(holder, meeting.weeks().size(), Integer::sum));
        }
        List<StaffId> others = dates.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .skip(series.seats())
                .map(Map.Entry::getKey)
                .toList();
        for (Meeting meeting : meetings) {
            holders(series, meeting)
                    .filter(others::contains)
                    .forEach(holder -> fault("asked-same-holder", 1, holder, meeting.sessionId()));
        }
    }

    private static Stream<StaffId> holders(Series series, Meeting meeting) {
        return meeting.seats().stream()
                .filter(seat -> seat.role().equals(series.role()))
                .flatMap(seat -> Stream.ofNullable(seat.staffId()));
    }

    private void compare(List<Meeting> meetings, List<RequiredMeetings> required) {
        Map<Participants, OpenDates> open = new LinkedHashMap<>();
        for (Meeting meeting : meetings) {
            OpenDates dates = open.computeIfAbsent(Participants.of(meeting), fresh -> new OpenDates());
            List<IsoWeek> held = List.copyOf(meeting.weeks());
            List<IsoWeek> weeks = List.copyOf(weeksOf(meeting));
            for (int i = 0; i < held.size(); i++) {
                dates.add(new Occurrence(meeting, weeks.get(i), held.get(i)));
            }
        }
        Map<Participants, List<OpenRequirement>> byParticipants = new LinkedHashMap<>();
        for (RequiredMeetings one : required) {
            byParticipants
                    .computeIfAbsent(Participants.of(one), fresh -> new ArrayList<>())
                    .add(new OpenRequirement(one));
        }
        byParticipants.forEach((participants, some) -> {
            OpenDates dates = open.computeIfAbsent(participants, fresh -> new OpenDates());
            some.forEach(one -> take(one, dates, true));
            some.forEach(one -> take(one, dates, false));
            some.forEach(one -> takeOfOtherLength(one, dates));
            some.forEach(one -> takeAtOtherTime(one, dates));
            some.forEach(one -> reportMissing(one, participants));
        });
        open.forEach((participants, left) -> {
            List<OpenRequirement> some = byParticipants.getOrDefault(participants, List.of());
            left.all().forEach(one -> reportUnaccepted(one, some));
        });
    }

    /** Returns the weeks that a meeting stands for. Dates that were moved by hand state them if there are as many. */
    private static SortedSet<IsoWeek> weeksOf(Meeting meeting) {
        return meeting.demandedWeeks().size() == meeting.weeks().size() ? meeting.demandedWeeks() : meeting.weeks();
    }

    /** Removes the dates that a requirement accepts. */
    private void take(OpenRequirement open, OpenDates dates, boolean hasContent) {
        RequiredMeetings required = open.required;
        IdentityHashMap<Meeting, Boolean> right = new IdentityHashMap<>();
        Predicate<Meeting> isRight = one -> !hasContent || right.computeIfAbsent(one, any -> hasContent(any, required));
        for (IsoWeek week : required.weeks()) {
            for (var left = dates.of(week).iterator(); left.hasNext() && open.missing(week) > 0; ) {
                Occurrence one = left.next();
                if (isAccepted(one, required) && isRight.test(one.meeting())) {
                    left.remove();
                    if (open.take(one.meeting(), week)) {
                        checkDetails(one.meeting(), required);
                    }
                }
            }
        }
    }

    /** Removes and reports the dates on which a meeting has another length than required and is right otherwise, so that it is not missing as well. */
    private void takeOfOtherLength(OpenRequirement open, OpenDates dates) {
        RequiredMeetings required = open.required;
        for (IsoWeek week : required.weeks()) {
            for (var left = dates.of(week).iterator(); left.hasNext() && open.missing(week) > 0; ) {
                Occurrence one = left.next();
                Optional<WeekPart> part = required.times().stream()
                        .filter(each -> isInside(one, each, requiredMinutes(required, each)))
                        .findFirst();
                if (part.isPresent()) {
                    reportLength(one.meeting(), requiredMinutes(required, part.get()));
                    left.remove();
                    if (open.take(one.meeting(), week)) {
                        checkDetails(one.meeting(), required);
                    }
                }
            }
        }
    }

    /** Removes and reports the dates at a time that is not allowed in a week that lacks a meeting, so that it is not missing as well. */
    private void takeAtOtherTime(OpenRequirement open, OpenDates dates) {
        RequiredMeetings required = open.required;
        for (IsoWeek week : required.isRequired() ? required.weeks() : new TreeSet<IsoWeek>()) {
            for (var left = dates.of(week).iterator(); left.hasNext() && open.missing(week) > 0; ) {
                Occurrence one = left.next();
                if (required.times().stream().noneMatch(part -> isInside(one, part))) {
                    reportTime(one);
                    left.remove();
                    if (open.take(one.meeting(), week)) {
                        checkDetails(one.meeting(), required);
                    }
                }
            }
        }
    }

    /** Names one date of a meeting, as all are at the same time, and each of its dates that is closed. */
    private void reportTime(Occurrence one) {
        Meeting meeting = one.meeting();
        LocalDate date = meeting.time().date(one.held());
        if (misplaced.add(meeting.sessionId()) || closed.test(date)) {
            fault("asked-time", 1, meeting.sessionId(), date, meeting.start(), meeting.end());
        }
    }

    private void reportLength(Meeting meeting, long required) {
        long minutes = minutes(meeting);
        fault("asked-length", Math.abs(minutes - required), meeting.sessionId(), minutes, required);
    }

    private static long requiredMinutes(RequiredMeetings required, WeekPart part) {
        return required.minutes() > 0 ? required.minutes() : length(part.from(), part.to());
    }

    /** Reports the weeks in which meetings are missing, or only their number if there are none at all. */
    private void reportMissing(OpenRequirement open, Participants participants) {
        RequiredMeetings required = open.required;
        List<Id> who = participants.ids();
        long missing = open.missing.values().stream().mapToInt(one -> one).sum();
        long all = (long) required.count() * open.missing.size();
        if (!required.isRequired()) {
            return;
        }
        if (!required.isWeekly() || (missing == all && open.missing.size() > 1)) {
            fault("required-meetings", missing, required.title(), who.size(), who);
            return;
        }
        for (IsoWeek week : required.weeks()) {
            fault("required-in-week", open.missing(week), required.title(), who.size(), who, week);
        }
    }

    private void checkDetails(Meeting meeting, RequiredMeetings required) {
        fault("asked-content", hasContent(meeting, required) ? 0 : 1, meeting.sessionId());
        fault("asked-workload", meeting.workload().equals(required.workload()) ? 0 : 1, meeting.sessionId());
        List<MeetingSeat> surplus = new ArrayList<>(meeting.seats());
        long missing = required.seats().stream()
                .filter(one -> !removeSeat(one, surplus))
                .count();
        fault("asked-seats", missing, meeting.sessionId());
        long holders = surplus.stream().filter(seat -> seat.staffId() != null).count();
        fault("more-staff-than-asked", missing == 0 ? holders : 0, meeting.sessionId());
        HolderMatching.findOutsiders(meeting.seats(), required.seats())
                .forEach(who -> fault("asked-holder", 1, who, meeting.sessionId()));
        addToSeries(meeting, required.seats());
        checkRooms(meeting, required);
        boolean isWithin = Set.copyOf(meeting.within()).equals(required.within());
        fault("asked-within", isWithin ? 0 : 1, meeting.sessionId());
        if (Boolean.FALSE.equals(required.mayExcuse())) {
            meeting.excusedStudentIds()
                    .forEach(student -> fault("excused-without-reason", 1, student, meeting.sessionId()));
        }
    }

    /** Another room than permitted is a fault of the rule on rooms, with its arguments. */
    private void checkRooms(Meeting meeting, RequiredMeetings required) {
        Set<RoomId> rooms = required.rooms();
        RoomId room = meeting.roomId();
        if (rooms != null && room == null) {
            fault("missing-room", rooms.isEmpty() ? 0 : 1, meeting.sessionId());
        } else if (rooms != null && room != null) {
            fault("room-kind", rooms.contains(room) ? 0 : 1, meeting.sessionId(), room);
        }
        Set<RoomId> further = required.furtherRooms();
        if (further != null && rooms != null) {
            long others = meeting.extraRoomIds().stream()
                    .filter(one -> !further.contains(one))
                    .count();
            fault("asked-rooms", others, meeting.sessionId());
        } else if (further != null) {
            meeting.extraRoomIds()
                    .forEach(one -> fault("room-kind", further.contains(one) ? 0 : 1, meeting.sessionId(), one));
        }
    }

    private static boolean removeSeat(RequiredSeat required, List<MeetingSeat> seats) {
        Optional<MeetingSeat> found = seats.stream()
                .filter(seat -> seat.role().equals(required.role()) && seat.required() == required.required())
                .findFirst();
        found.ifPresent(seats::remove);
        return found.isPresent();
    }

    private void addToSeries(Meeting meeting, List<RequiredSeat> seats) {
        Map<String, List<RequiredSeat>> bySeries = seats.stream()
                .filter(seat -> seat.series() != null)
                .collect(Collectors.groupingBy(seat -> Objects.requireNonNull(seat.series())));
        bySeries.forEach((name, some) -> series.computeIfAbsent(
                        new Series(name, some.getFirst().role(), some.size()), fresh -> new ArrayList<>())
                .add(meeting));
    }

    private static boolean hasContent(Meeting meeting, RequiredMeetings required) {
        boolean isAmong = required.contents().isEmpty()
                || required.contents().stream()
                        .anyMatch(content -> isSame(meeting.title(), content.title())
                                && isSame(meeting.subject(), content.subject())
                                && isSame(meeting.form(), content.form()));
        return isAmong && (required.ids().isEmpty() || required.ids().contains(meeting.origin()));
    }

    private static boolean isSame(String stated, @Nullable String required) {
        return required == null || required.equals(stated);
    }

    /** Reports why no requirement took a date: nobody asked for such a meeting, the week, its time, its length, or that there are enough already. */
    private void reportUnaccepted(Occurrence one, List<OpenRequirement> some) {
        Meeting meeting = one.meeting();
        boolean isKnown = some.stream().anyMatch(each -> each.required.ids().contains(meeting.origin()));
        List<RequiredMeetings> inWeek = some.stream()
                .map(each -> each.required)
                .filter(each -> !isKnown || each.ids().contains(meeting.origin()))
                .filter(each -> each.weeks().contains(one.week()))
                .toList();
        Optional<RequiredMeetings> atTime = inWeek.stream()
                .filter(each -> each.times().stream().anyMatch(part -> isInside(one, part)))
                .findFirst();
        if (some.isEmpty()) {
            fault("not-required", 1, meeting.sessionId());
        } else if (inWeek.isEmpty()) {
            fault("asked-other-week", 1, meeting.sessionId(), one.week());
        } else if (atTime.isEmpty()) {
            reportTime(one);
        } else if (inWeek.stream().anyMatch(each -> isAccepted(one, each))) {
            fault("more-than-required", 1, meeting.sessionId(), one.held());
        } else {
            reportLength(meeting, length(atTime.get(), one));
        }
    }

    private long length(RequiredMeetings required, Occurrence one) {
        return required.times().stream()
                .filter(part -> isInside(one, part))
                .mapToLong(part -> requiredMinutes(required, part))
                .findFirst()
                .orElse(0);
    }

    private boolean isAccepted(Occurrence one, RequiredMeetings required) {
        return required.times().stream()
                .anyMatch(part -> isInside(one, part) && minutes(one.meeting()) == requiredMinutes(required, part));
    }

    private boolean isInside(Occurrence one, WeekPart part) {
        return isInside(one, part, minutes(one.meeting()));
    }

    /** Returns whether a meeting would be inside a part of the week if it had a length. */
    private boolean isInside(Occurrence one, WeekPart part, long minutes) {
        Meeting meeting = one.meeting();
        IsoWeek only = part.week();
        boolean isInWeek = only == null
                ? !closed.test(one.week().date(meeting.weekday()))
                : one.week().equals(only);
        return isInWeek
                && meeting.weekday() == part.weekday()
                && !meeting.start().isBefore(part.from())
                && minuteOf(part.from(), meeting.start()) + minutes <= length(part.from(), part.to());
    }

    private static long minuteOf(LocalTime from, LocalTime start) {
        return Duration.between(from, start).toMinutes();
    }

    private static long minutes(Meeting meeting) {
        return length(meeting.start(), meeting.end());
    }

    private static long length(LocalTime from, LocalTime to) {
        long minutes = Duration.between(from, to).toMinutes();
        return minutes > 0 ? minutes : minutes + MINUTES_A_DAY;
    }
}
