package dk.grundskema.solver.check;

import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.solver.spi.RequiredMeetings;
import dk.grundskema.solver.spi.RequiredMeetings.RequiredSeat;
import dk.grundskema.solver.spi.RequiredMeetings.WeekPart;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares the meetings of a timetable with those that each plugin derives from its parameters, without the demand. Each meeting is taken on each of
 * its dates; a requirement takes as many of the dates that it accepts as it asks for. What is left on either side is a difference.
 */
final class RequiredMeetingsCheck {
    private static final int MINUTES_A_DAY = 24 * 60;

    private record Occurrence(Meeting meeting, IsoWeek week) {}

    /** What all meetings have in common that a requirement may accept. */
    private record Participants(String kind, Set<GroupId> groups, Set<StudentId> students) {
        static Participants of(Meeting meeting) {
            return new Participants(
                    meeting.kind(), new HashSet<>(meeting.groupIds()), new HashSet<>(meeting.studentIds()));
        }

        static Participants of(RequiredMeetings required) {
            return new Participants(required.kind(), required.groups(), required.students());
        }
    }

    private final CoreViolations faults;

    private RequiredMeetingsCheck(CoreViolations faults) {
        this.faults = faults;
    }

    /** Adds a violation for each difference between the meetings and what is required. */
    static void check(
            List<Meeting> meetings, Map<InterventionId, List<RequiredMeetings>> required, CoreViolations faults) {
        var check = new RequiredMeetingsCheck(faults);
        required.forEach((intervention, some) -> check.compare(
                meetings.stream()
                        .filter(one -> one.interventionId().equals(intervention))
                        .toList(),
                some));
    }

    private void compare(List<Meeting> meetings, List<RequiredMeetings> required) {
        Map<Participants, List<Occurrence>> open = new LinkedHashMap<>();
        for (Meeting meeting : meetings) {
            List<Occurrence> dates = open.computeIfAbsent(Participants.of(meeting), fresh -> new ArrayList<>());
            meeting.weeks().forEach(week -> dates.add(new Occurrence(meeting, week)));
        }
        Map<Participants, List<RequiredMeetings>> byParticipants = new HashMap<>();
        for (RequiredMeetings one : required) {
            var participants = Participants.of(one);
            byParticipants
                    .computeIfAbsent(participants, fresh -> new ArrayList<>())
                    .add(one);
            take(one, open.computeIfAbsent(participants, fresh -> new ArrayList<>()));
        }
        open.forEach((participants, left) -> {
            List<RequiredMeetings> some = byParticipants.getOrDefault(participants, List.of());
            left.forEach(one -> reportUnaccepted(one, some));
        });
    }

    /** Removes the dates that a requirement accepts, and reports what it lacks. */
    private void take(RequiredMeetings required, List<Occurrence> open) {
        if (required.isWeekly()) {
            for (IsoWeek week : required.weeks()) {
                long missing = required.count() - take(required, week, open);
                faults.medium("core.required-in-week", required.isRequired() ? missing : 0, required.title(), week);
            }
        } else {
            long missing = required.count() - take(required, null, open);
            faults.medium("core.required-meetings", required.isRequired() ? missing : 0, required.title());
        }
    }

    private long take(RequiredMeetings required, @Nullable IsoWeek week, List<Occurrence> open) {
        long taken = 0;
        for (var dates = open.iterator(); dates.hasNext() && taken < required.count(); ) {
            Occurrence one = dates.next();
            boolean isInWeek = week == null
                    ? required.weeks().contains(one.week())
                    : one.week().equals(week);
            if (isInWeek && hasLength(one.meeting(), required) && isAtAllowedTime(one.meeting(), required)) {
                checkContent(one.meeting(), required);
                dates.remove();
                taken++;
            }
        }
        return taken;
    }

    private void checkContent(Meeting meeting, RequiredMeetings required) {
        boolean isSubject = required.subject() == null || required.subject().equals(meeting.subject());
        boolean isForm = required.form() == null || required.form().equals(meeting.form());
        faults.medium("core.asked-content", isSubject && isForm ? 0 : 1, meeting.sessionId());
        faults.medium(
                "core.asked-workload", meeting.workload().equals(required.workload()) ? 0 : 1, meeting.sessionId());
        var seats = new ArrayList<>(
                meeting.seats().stream().map(RequiredMeetingsCheck::kindOf).toList());
        long missing =
                required.seats().stream().filter(one -> !seats.remove(one)).count();
        faults.medium("core.asked-seats", missing, meeting.sessionId());
    }

    private static RequiredSeat kindOf(MeetingSeat seat) {
        return new RequiredSeat(seat.role(), seat.required());
    }

    /** Reports why no requirement took a date: its length, its time, or that there are enough already. */
    private void reportUnaccepted(Occurrence one, List<RequiredMeetings> some) {
        Meeting meeting = one.meeting();
        List<RequiredMeetings> inWeek =
                some.stream().filter(each -> each.weeks().contains(one.week())).toList();
        Optional<RequiredMeetings> atTime =
                inWeek.stream().filter(each -> isAtAllowedTime(meeting, each)).findFirst();
        if (atTime.isPresent() && !hasLength(meeting, atTime.get())) {
            faults.medium(
                    "core.asked-length",
                    Math.abs(minutes(meeting) - atTime.get().minutes()),
                    meeting.sessionId(),
                    minutes(meeting),
                    atTime.get().minutes());
        } else if (!inWeek.isEmpty() && atTime.isEmpty()) {
            faults.medium(
                    "core.asked-time",
                    1,
                    meeting.sessionId(),
                    meeting.time().date(one.week()),
                    meeting.start(),
                    meeting.end());
        } else {
            faults.medium("core.asked-other-week", 1, meeting.sessionId(), one.week());
        }
    }

    private static boolean hasLength(Meeting meeting, RequiredMeetings required) {
        return minutes(meeting) == required.minutes();
    }

    private static boolean isAtAllowedTime(Meeting meeting, RequiredMeetings required) {
        return required.times().stream().anyMatch(part -> isInside(meeting, part));
    }

    private static boolean isInside(Meeting meeting, WeekPart part) {
        return meeting.weekday() == part.weekday()
                && !meeting.start().isBefore(part.from())
                && minuteOf(part.from(), meeting.start()) + minutes(meeting) <= length(part.from(), part.to());
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
