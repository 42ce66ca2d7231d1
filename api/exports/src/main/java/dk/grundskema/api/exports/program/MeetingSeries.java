package dk.grundskema.api.exports.program;

import dk.grundskema.api.documents.timetable.TimetableEntry;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.time.IsoWeek;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The same meeting in one or several weeks: what, when, who and where are equal.
 *
 * @param content what is equal
 * @param entry   one of its entries, with names
 * @param weeks   weeks in which it is held, at least one
 */
record MeetingSeries(Content content, TimetableEntry entry, SortedSet<IsoWeek> weeks) {
    /** Fewest weeks of a meeting that alternates. */
    private static final int FEWEST_ALTERNATING = 3;

    /**
     * What is equal in all weeks.
     *
     * @param title    title
     * @param subject  subject; empty means none
     * @param weekday  day of the week
     * @param start    start time
     * @param end      end time; on the next day if it is not after {@code start}
     * @param groups   groups that take part
     * @param students single students who take part
     * @param staff    staff, in the order of their seats
     * @param rooms    rooms, the main one first
     */
    record Content(
            String title,
            String subject,
            DayOfWeek weekday,
            LocalTime start,
            LocalTime end,
            List<GroupId> groups,
            List<StudentId> students,
            List<StaffId> staff,
            List<RoomId> rooms) {
        static Content of(TimetableEntry entry) {
            var meeting = entry.occurrence().meeting();
            return new Content(
                    meeting.title(),
                    meeting.subject(),
                    meeting.weekday(),
                    meeting.start(),
                    meeting.end(),
                    entry.teams().stream().map(TimetableEntry.NamedEntity::id).toList(),
                    meeting.studentIds(),
                    entry.staff().stream().map(TimetableEntry.NamedEntity::id).toList(),
                    entry.rooms().stream().map(TimetableEntry.NamedEntity::id).toList());
        }
    }

    /** Returns the series of entries, in the order of their first dates. */
    static List<MeetingSeries> of(Collection<TimetableEntry> entries) {
        Map<Content, MeetingSeries> found = new LinkedHashMap<>();
        for (TimetableEntry entry : entries) {
            found.computeIfAbsent(Content.of(entry), content -> new MeetingSeries(content, entry, new TreeSet<>()))
                    .weeks
                    .add(entry.occurrence().week());
        }
        return found.values().stream()
                .map(each -> new MeetingSeries(
                        each.content(), each.entry(), Collections.unmodifiableSortedSet(each.weeks())))
                .toList();
    }

    /** Returns whether it ends on the day after it starts. */
    boolean isOverMidnight() {
        return !content.end().isAfter(content.start());
    }

    /** Returns whether it is held several times, but never in two weeks in a row. */
    boolean isAlternating() {
        return weeks.size() >= FEWEST_ALTERNATING && weeks.stream().noneMatch(week -> weeks.contains(week.plus(1)));
    }
}
