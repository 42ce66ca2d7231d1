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

/** Counts whether rooms and staff are enough for all conversations, and what would do. */
final class ConversationPrecheck {
    private static final String PLACE = "/parameters/conversations";

    /** Conversations that are shorter than this are not proposed. */
    private static final int SHORTEST = 5;

    private final CampFrame frame;
    private final Problem problem;
    private final Conversations asked;
    private final int students;
    private final List<Room> rooms;
    private final Map<Object, List<Interval>> busy = new HashMap<>();

    private ConversationPrecheck(CampFrame frame, Problem problem, Conversations asked) {
        this.frame = frame;
        this.problem = problem;
        this.asked = asked;
        this.students = frame.students().size();
        Set<RoomId> fitting = Set.copyOf(frame.rooms(asked.fittingKinds(), asked.rooms()));
        this.rooms = problem.rooms().stream()
                .filter(room -> fitting.contains(room.id()))
                .toList();
        rooms.forEach(
                room -> busy.put(room.id(), new ArrayList<>(room.availability().unavailable(problem.horizon()))));
        frame.staff()
                .forEach(person -> busy.put(
                        person.id(), new ArrayList<>(person.availability().unavailable(problem.horizon()))));
        for (Lesson lesson : problem.lessons()) {
            var times = lesson.time().intervals(problem.horizon().zone());
            lesson.staffIds().forEach(who -> addBusy(who, times));
            addBusy(lesson.roomId(), times);
        }
    }

    /** Says of a person or room that takes part that it is taken then; of nothing or anybody else, nothing. */
    private void addBusy(@Nullable Object whoOrWhere, List<Interval> times) {
        List<Interval> known = whoOrWhere == null ? null : busy.get(whoOrWhere);
        if (known != null) {
            known.addAll(times);
        }
    }

    static List<Finding> of(CampFrame frame, Problem problem) {
        Conversations asked = frame.parameters().conversations();
        return asked == null ? List.of() : new ConversationPrecheck(frame, problem, asked).findings();
    }

    /** How many conversations one moment holds. */
    private interface AtOnce {
        long of(CampFrame.Day day, Interval moment);
    }

    private List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        AtOnce inRooms = (day, moment) -> free(rooms.stream().map(Room::id).toList(), moment) - roomsTaken(day, moment);
        AtOnce withStaff = (day, moment) ->
                free(frame.staff().stream().map(StaffMember::id).toList(), moment) - seatsTaken(day, moment);
        say("camp.precheck.conversations-rooms", rooms.size(), inRooms, findings);
        say("camp.precheck.conversations-staff", frame.staff().size(), withStaff, findings);
        return findings;
    }

    private void say(String code, int there, AtOnce atOnce, List<Finding> findings) {
        long all = (long) students * asked.perStudent();
        long fit = fitting(asked.minutes(), 0, atOnce);
        if (fit >= all) {
            return;
        }
        var days = new Appointments(frame).daysOf(asked);
        long starts = days.stream()
                .mapToLong(day -> starts(day, asked.minutes()).size())
                .sum();
        findings.add(Finding.warning(
                code,
                PLACE,
                all,
                asked.minutes(),
                there,
                starts,
                days.size(),
                fit,
                all - fit,
                more(all, atOnce),
                shorter(all, atOnce)));
    }

    /** How many more at each moment would do; 0 means that none would. */
    private int more(long all, AtOnce atOnce) {
        for (int more = 1; more <= students; more++) {
            if (fitting(asked.minutes(), more, atOnce) >= all) {
                return more;
            }
        }
        return 0;
    }

    /** The longest shorter conversations, in steps of five minutes, of which enough fit; 0 means that none do. */
    private int shorter(long all, AtOnce atOnce) {
        for (int minutes = (asked.minutes() - 1) / 5 * 5; minutes >= SHORTEST; minutes -= 5) {
            if (fitting(minutes, 0, atOnce) >= all) {
                return minutes;
            }
        }
        return 0;
    }

    /** Each student has one in each part of the camp's days, so that one part's spare time helps no other. */
    private long fitting(int minutes, int more, AtOnce atOnce) {
        var days = new Appointments(frame).daysOf(asked);
        long sum = 0;
        for (int part = 0; part < asked.perStudent(); part++) {
            long held = 0;
            for (CampFrame.Day day : Appointments.part(days, part, asked.perStudent())) {
                for (Interval moment : starts(day, minutes)) {
                    held += Math.max(0, atOnce.of(day, moment) + more);
                }
            }
            sum += Math.min(students, held);
        }
        return sum;
    }

    private List<Interval> starts(CampFrame.Day day, int minutes) {
        var moments = new ArrayList<Interval>();
        for (Block block : Appointments.blocksOf(asked, day)) {
            Appointments.starts(block, minutes)
                    .forEach(start -> moments.add(MeetingTime.on(day.date(), start, start.plusMinutes(minutes))
                            .interval(day.week(), problem.horizon().zone())));
        }
        return moments;
    }

    private long free(List<?> ids, Interval moment) {
        return ids.stream()
                .filter(id -> busy.getOrDefault(id, List.of()).stream().noneMatch(moment::overlaps))
                .count();
    }

    /** Blocks at that moment that can only be held in rooms for conversations. */
    private long roomsTaken(CampFrame.Day day, Interval moment) {
        var fitting = rooms.stream().map(Room::id).toList();
        return frame.slots(day).stream()
                .filter(slot -> isAt(slot, moment))
                .map(slot -> frame.rooms(slot.block().roomKinds(), slot.block().rooms()))
                .filter(own -> !own.isEmpty() && fitting.containsAll(own))
                .count();
    }

    private long seatsTaken(CampFrame.Day day, Interval moment) {
        return frame.slots(day).stream()
                .filter(slot -> isAt(slot, moment))
                .mapToLong(slot -> slot.block().requiredSeats(frame.teams().size()))
                .sum();
    }

    private boolean isAt(CampFrame.Slot slot, Interval moment) {
        Block block = slot.block();
        return block.isWork()
                && MeetingTime.on(slot.day().date(), block.start(), block.end())
                        .interval(slot.day().week(), problem.horizon().zone())
                        .overlaps(moment);
    }
}
