package dk.grundskema.plugins.camp;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts whether rooms and staff suffice for all conversations, and proposes what would suffice. */
final class ConversationPrecheck {
    private static final String PLACE = "/parameters/conversations";

    /** Shortest conversation that is proposed, in minutes. */
    private static final int SHORTEST = 5;

    private final CampContext context;
    private final Problem problem;
    private final Conversations conversations;
    private final int students;
    private final List<Room> rooms;
    private final Map<Object, List<Interval>> busy = new HashMap<>();

    private ConversationPrecheck(CampContext context, Problem problem, Conversations conversations) {
        this.context = context;
        this.problem = problem;
        this.conversations = conversations;
        this.students = context.students().size();
        Set<RoomId> fitting = Set.copyOf(context.rooms(conversations.fittingRoomKinds(), conversations.rooms()));
        this.rooms = problem.rooms().stream()
                .filter(room -> fitting.contains(room.id()))
                .toList();
        rooms.forEach(room ->
                busy.put(room.id(), new ArrayList<>(room.availability().unavailableIntervals(problem.horizon()))));
        context.staff()
                .forEach(person -> busy.put(
                        person.id(), new ArrayList<>(person.availability().unavailableIntervals(problem.horizon()))));
        for (Lesson lesson : problem.lessons()) {
            var times = lesson.time().intervals(problem.horizon().zone());
            lesson.staffIds().forEach(who -> addBusy(who, times));
            addBusy(lesson.roomId(), times);
        }
    }

    /** Records the times at which a participating person or room is busy. Ignores other objects. */
    private void addBusy(@Nullable Object whoOrWhere, List<Interval> times) {
        List<Interval> known = whoOrWhere == null ? null : busy.get(whoOrWhere);
        if (known != null) {
            known.addAll(times);
        }
    }

    static List<Finding> of(CampContext context, Problem problem) {
        Conversations conversations = context.parameters().conversations();
        return conversations == null ? List.of() : new ConversationPrecheck(context, problem, conversations).findings();
    }

    /** Returns how many conversations can be held at one moment. */
    private interface MomentCapacity {
        long conversationsAt(CampContext.CampDay day, Interval moment);
    }

    private List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        MomentCapacity inRooms =
                (day, moment) -> countFree(rooms.stream().map(Room::id).toList(), moment) - roomsTaken(day, moment);
        MomentCapacity withStaff = (day, moment) ->
                countFree(context.staff().stream().map(StaffMember::id).toList(), moment) - seatsTaken(day, moment);
        addIfTooFew("camp.precheck.conversations-rooms", rooms.size(), inRooms, findings);
        addIfTooFew("camp.precheck.conversations-staff", context.staff().size(), withStaff, findings);
        return findings;
    }

    private void addIfTooFew(String code, int there, MomentCapacity atOnce, List<Finding> findings) {
        long all = (long) students * conversations.perStudent();
        long fit = countFitting(conversations.minutes(), 0, atOnce);
        if (fit >= all) {
            return;
        }
        var days = new AppointmentTimes(context).possibleDays(conversations);
        long starts = days.stream()
                .mapToLong(day -> possibleMoments(day, conversations.minutes()).size())
                .sum();
        findings.add(Finding.warning(
                code,
                PLACE,
                all,
                conversations.minutes(),
                there,
                starts,
                days.size(),
                fit,
                all - fit,
                additionalNeeded(all, atOnce),
                longestFittingMinutes(all, atOnce)));
    }

    /** Returns how many more at each moment would suffice; 0 means that no number would. */
    private int additionalNeeded(long all, MomentCapacity atOnce) {
        for (int more = 1; more <= students; more++) {
            if (countFitting(conversations.minutes(), more, atOnce) >= all) {
                return more;
            }
        }
        return 0;
    }

    /**
     * Returns the longest shorter duration in minutes, in steps of five, at which enough conversations fit; 0 means that none
     * does.
     */
    private int longestFittingMinutes(long all, MomentCapacity atOnce) {
        for (int minutes = (conversations.minutes() - 1) / 5 * 5; minutes >= SHORTEST; minutes -= 5) {
            if (countFitting(minutes, 0, atOnce) >= all) {
                return minutes;
            }
        }
        return 0;
    }

    /**
     * Counts each part of the camp's days separately: each student has one conversation in each part, so spare time in one part
     * does not help another.
     */
    private long countFitting(int minutes, int more, MomentCapacity atOnce) {
        var days = new AppointmentTimes(context).possibleDays(conversations);
        long sum = 0;
        for (int part = 0; part < conversations.perStudent(); part++) {
            long held = 0;
            for (CampContext.CampDay day : AppointmentTimes.daysOfPart(days, part, conversations.perStudent())) {
                for (Interval moment : possibleMoments(day, minutes)) {
                    held += Math.max(0, atOnce.conversationsAt(day, moment) + more);
                }
            }
            sum += Math.min(students, held);
        }
        return sum;
    }

    private List<Interval> possibleMoments(CampContext.CampDay day, int minutes) {
        var moments = new ArrayList<Interval>();
        for (Block block : AppointmentTimes.blocksOf(conversations, day)) {
            AppointmentTimes.possibleStarts(block, minutes)
                    .forEach(start -> moments.add(MeetingTime.on(day.date(), start, start.plusMinutes(minutes))
                            .interval(day.week(), problem.horizon().zone())));
        }
        return moments;
    }

    private long countFree(List<?> ids, Interval moment) {
        return ids.stream()
                .filter(id -> busy.getOrDefault(id, List.of()).stream().noneMatch(moment::overlaps))
                .count();
    }

    /** Counts the blocks at that moment that can only be held in rooms for conversations. */
    private long roomsTaken(CampContext.CampDay day, Interval moment) {
        var fitting = rooms.stream().map(Room::id).toList();
        return context.slots(day).stream()
                .filter(slot -> isDuring(slot, moment))
                .map(slot ->
                        context.rooms(slot.block().roomKinds(), slot.block().rooms()))
                .filter(own -> !own.isEmpty() && fitting.containsAll(own))
                .count();
    }

    private long seatsTaken(CampContext.CampDay day, Interval moment) {
        return context.slots(day).stream()
                .filter(slot -> isDuring(slot, moment))
                .mapToLong(slot -> slot.block().requiredSeats(context.teams().size()))
                .sum();
    }

    private boolean isDuring(CampContext.BlockSlot slot, Interval moment) {
        Block block = slot.block();
        return block.isWork()
                && MeetingTime.on(slot.day().date(), block.start(), block.end())
                        .interval(slot.day().week(), problem.horizon().zone())
                        .overlaps(moment);
    }
}
