package dk.grundskema.plugins.camp;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.time.MeetingTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Computes the possible times of appointments that are held several times inside blocks of the base timetable. The possible days
 * are divided evenly among the appointments in order. So appointments are spread over the camp, keep their order and are never
 * two on one day.
 */
final class AppointmentTimes {
    private static final int MINUTES_A_DAY = 24 * 60;

    /**
     * The choices for one appointment.
     *
     * @param times  possible times; empty if there are too few days
     * @param blocks times of the blocks it can be in
     * @param within sessions of those blocks
     */
    record AppointmentChoice(List<MeetingTime> times, List<MeetingTime> blocks, List<SessionId> within) {
        /** Returns whether a time lies inside one of the blocks and has that many minutes, regardless of its start. */
        boolean isPossible(MeetingTime time, int minutes) {
            return durationMinutes(time) == minutes && blocks.stream().anyMatch(block -> contains(block, time));
        }

        private static boolean contains(MeetingTime block, MeetingTime time) {
            int from = AppointmentTimes.minuteOfDay(time.start()) - AppointmentTimes.minuteOfDay(block.start());
            return block.weeks().equals(time.weeks())
                    && block.weekday() == time.weekday()
                    && from >= 0
                    && from + durationMinutes(time) <= durationMinutes(block);
        }

        private static int durationMinutes(MeetingTime time) {
            return Math.floorMod(minuteOfDay(time.end()) - minuteOfDay(time.start()), MINUTES_A_DAY);
        }
    }

    private final CampContext context;

    AppointmentTimes(CampContext context) {
        this.context = context;
    }

    /** Returns the choices for a student's conversations in order. */
    List<AppointmentChoice> possibleTimes(Conversations conversations) {
        var choices = new ArrayList<AppointmentChoice>();
        for (var days : splitDays(possibleDays(conversations), conversations.perStudent())) {
            var times = new ArrayList<MeetingTime>();
            var blocks = new ArrayList<MeetingTime>();
            for (CampContext.CampDay day : days) {
                for (Block block : blocksOf(conversations, day)) {
                    blocks.add(MeetingTime.on(day.date(), block.start(), block.end()));
                    possibleStarts(block, conversations.minutes())
                            .forEach(start -> times.add(
                                    MeetingTime.on(day.date(), start, start.plusMinutes(conversations.minutes()))));
                }
            }
            choices.add(new AppointmentChoice(
                    times, blocks, slotIds(days, slot -> conversations.allowsBlock(slot.block()))));
        }
        return choices;
    }

    /** Returns the choices for a visit's appointments in order, each as long as a block. */
    List<AppointmentChoice> possibleTimes(Visit visit) {
        var choices = new ArrayList<AppointmentChoice>();
        for (var days : splitDays(possibleDays(visit), visit.times())) {
            var times = new ArrayList<MeetingTime>();
            for (CampContext.CampDay day : days) {
                blocksOf(visit, day).stream()
                        .map(block -> MeetingTime.on(day.date(), block.start(), block.end()))
                        .filter(time -> !times.contains(time))
                        .forEach(times::add);
            }
            choices.add(new AppointmentChoice(
                    times,
                    times,
                    slotIds(days, slot -> visit.allowsBlock(slot.block()) && includesVisitedTeam(visit, slot))));
        }
        return choices;
    }

    /** Returns the days on which a student can have a conversation. */
    List<CampContext.CampDay> possibleDays(Conversations conversations) {
        return context.days().stream()
                .filter(day -> blocksOf(conversations, day).stream()
                        .anyMatch(block ->
                                !possibleStarts(block, conversations.minutes()).isEmpty()))
                .toList();
    }

    /** Returns the days on which a visit can take place. */
    List<CampContext.CampDay> possibleDays(Visit visit) {
        return context.days().stream()
                .filter(day -> visit.allowsWeek(context.weeks().indexOf(day.week()) + 1)
                        && !blocksOf(visit, day).isEmpty())
                .toList();
    }

    static List<Block> blocksOf(Conversations conversations, CampContext.CampDay day) {
        return withStudents(day, conversations::allowsBlock);
    }

    private static List<Block> blocksOf(Visit visit, CampContext.CampDay day) {
        return withStudents(day, visit::allowsBlock);
    }

    private static List<Block> withStudents(CampContext.CampDay day, Predicate<Block> chosen) {
        return day.kind().blocks().stream()
                .filter(Block::hasStudents)
                .filter(chosen)
                .toList();
    }

    /** Returns the consecutive starts of conversations in a block; none reaches past midnight. */
    static List<LocalTime> possibleStarts(Block block, int minutes) {
        int from = minuteOfDay(block.start());
        int until = Math.min(MINUTES_A_DAY, from + block.minutes());
        var starts = new ArrayList<LocalTime>();
        for (int minute = from; minute + minutes <= until; minute += minutes) {
            starts.add(LocalTime.MIDNIGHT.plusMinutes(minute));
        }
        return starts;
    }

    private static int minuteOfDay(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }

    private List<SessionId> slotIds(List<CampContext.CampDay> days, Predicate<CampContext.BlockSlot> chosen) {
        return days.stream()
                .flatMap(day -> context.slots(day).stream())
                .filter(slot -> slot.block().hasStudents())
                .filter(chosen)
                .map(CampContext.BlockSlot::id)
                .toList();
    }

    private static boolean includesVisitedTeam(Visit visit, CampContext.BlockSlot slot) {
        return slot.team() == null
                || !visit.schools().isEmpty()
                || visit.includesEverybody()
                || visit.teams().contains(slot.team());
    }

    private static List<List<CampContext.CampDay>> splitDays(List<CampContext.CampDay> days, int count) {
        var parts = new ArrayList<List<CampContext.CampDay>>();
        for (int i = 0; i < count; i++) {
            parts.add(daysOfPart(days, i, count));
        }
        return parts;
    }

    /**
     * Returns the days of one part, counted from 0. Whole weeks are divided as evenly as possible, or single days if there are
     * fewer weeks than parts. With fewer days than parts some parts are empty.
     */
    static List<CampContext.CampDay> daysOfPart(List<CampContext.CampDay> days, int number, int count) {
        var weeks = days.stream().map(CampContext.CampDay::week).distinct().toList();
        if (weeks.size() < count) {
            return shareOf(days, number, count);
        }
        var whole = shareOf(weeks, number, count);
        return days.stream().filter(day -> whole.contains(day.week())).toList();
    }

    private static <T> List<T> shareOf(List<T> all, int number, int count) {
        return all.subList(number * all.size() / count, (number + 1) * all.size() / count);
    }
}
