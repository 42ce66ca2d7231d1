package dk.grundskema.plugins.camp;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.time.MeetingTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * When something can be that is held several times inside blocks of the base timetable. The days that are possible are
 * shared out evenly, the first to the first appointment and so on, so that appointments are spread over the camp, keep
 * their order and are never two on one day.
 */
final class Appointments {
    private static final int MINUTES_A_DAY = 24 * 60;

    /**
     * One appointment.
     *
     * @param times  when it can be; empty if there are too few days
     * @param blocks when the blocks are that it can fall into
     * @param within those blocks
     */
    record Choice(List<MeetingTime> times, List<MeetingTime> blocks, List<SessionId> within) {
        /** Whether a time is inside one of the blocks and so many minutes long, at whatever minute it starts. */
        boolean holds(MeetingTime time, int minutes) {
            return lasts(time) == minutes && blocks.stream().anyMatch(block -> contains(block, time));
        }

        private static boolean contains(MeetingTime block, MeetingTime time) {
            int from = Appointments.minute(time.start()) - Appointments.minute(block.start());
            return block.weeks().equals(time.weeks())
                    && block.weekday() == time.weekday()
                    && from >= 0
                    && from + lasts(time) <= lasts(block);
        }

        private static int lasts(MeetingTime time) {
            return Math.floorMod(minute(time.end()) - minute(time.start()), MINUTES_A_DAY);
        }
    }

    private final CampFrame frame;

    Appointments(CampFrame frame) {
        this.frame = frame;
    }

    /** A student's conversations in order. */
    List<Choice> of(Conversations conversations) {
        var choices = new ArrayList<Choice>();
        for (var days : parts(daysOf(conversations), conversations.perStudent())) {
            var times = new ArrayList<MeetingTime>();
            var blocks = new ArrayList<MeetingTime>();
            for (CampFrame.Day day : days) {
                for (Block block : blocksOf(conversations, day)) {
                    blocks.add(MeetingTime.on(day.date(), block.start(), block.end()));
                    starts(block, conversations.minutes())
                            .forEach(start -> times.add(
                                    MeetingTime.on(day.date(), start, start.plusMinutes(conversations.minutes()))));
                }
            }
            choices.add(new Choice(times, blocks, within(days, slot -> conversations.areIn(slot.block()))));
        }
        return choices;
    }

    /** A visit's times in order, each as long as a block. */
    List<Choice> of(Visit visit) {
        var choices = new ArrayList<Choice>();
        for (var days : parts(daysOf(visit), visit.times())) {
            var times = new ArrayList<MeetingTime>();
            for (CampFrame.Day day : days) {
                blocksOf(visit, day).stream()
                        .map(block -> MeetingTime.on(day.date(), block.start(), block.end()))
                        .filter(time -> !times.contains(time))
                        .forEach(times::add);
            }
            choices.add(new Choice(
                    times, times, within(days, slot -> visit.isIn(slot.block()) && isVisited(visit, slot))));
        }
        return choices;
    }

    /** Days on which a student can have a conversation. */
    List<CampFrame.Day> daysOf(Conversations conversations) {
        return frame.days().stream()
                .filter(day -> blocksOf(conversations, day).stream()
                        .anyMatch(
                                block -> !starts(block, conversations.minutes()).isEmpty()))
                .toList();
    }

    /** Days on which a visit can be. */
    List<CampFrame.Day> daysOf(Visit visit) {
        return frame.days().stream()
                .filter(day -> visit.isInWeek(frame.weeks().indexOf(day.week()) + 1)
                        && !blocksOf(visit, day).isEmpty())
                .toList();
    }

    static List<Block> blocksOf(Conversations conversations, CampFrame.Day day) {
        return withStudents(day, conversations::areIn);
    }

    private static List<Block> blocksOf(Visit visit, CampFrame.Day day) {
        return withStudents(day, visit::isIn);
    }

    private static List<Block> withStudents(CampFrame.Day day, Predicate<Block> chosen) {
        return day.kind().blocks().stream()
                .filter(Block::hasStudents)
                .filter(chosen)
                .toList();
    }

    /** Starts of conversations in a block, one after the other; none is held past midnight. */
    static List<LocalTime> starts(Block block, int minutes) {
        int from = minute(block.start());
        int until = Math.min(MINUTES_A_DAY, from + block.minutes());
        var starts = new ArrayList<LocalTime>();
        for (int minute = from; minute + minutes <= until; minute += minutes) {
            starts.add(LocalTime.MIDNIGHT.plusMinutes(minute));
        }
        return starts;
    }

    private static int minute(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }

    private List<SessionId> within(List<CampFrame.Day> days, Predicate<CampFrame.Slot> chosen) {
        return days.stream()
                .flatMap(day -> frame.slots(day).stream())
                .filter(slot -> slot.block().hasStudents())
                .filter(chosen)
                .map(CampFrame.Slot::id)
                .toList();
    }

    private static boolean isVisited(Visit visit, CampFrame.Slot slot) {
        return slot.team() == null
                || !visit.schools().isEmpty()
                || visit.isToAll()
                || visit.teams().contains(slot.team());
    }

    private static List<List<CampFrame.Day>> parts(List<CampFrame.Day> days, int count) {
        var parts = new ArrayList<List<CampFrame.Day>>();
        for (int i = 0; i < count; i++) {
            parts.add(part(days, i, count));
        }
        return parts;
    }

    /**
     * The days of one of so many parts, counted from 0: whole weeks, shared out as evenly as can be, or single days where there
     * are fewer weeks than parts. With fewer days than parts some parts are empty.
     */
    static List<CampFrame.Day> part(List<CampFrame.Day> days, int number, int count) {
        var weeks = days.stream().map(CampFrame.Day::week).distinct().toList();
        if (weeks.size() < count) {
            return share(days, number, count);
        }
        var whole = share(weeks, number, count);
        return days.stream().filter(day -> whole.contains(day.week())).toList();
    }

    private static <T> List<T> share(List<T> all, int number, int count) {
        return all.subList(number * all.size() / count, (number + 1) * all.size() / count);
    }
}
