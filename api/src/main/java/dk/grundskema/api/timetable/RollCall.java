package dk.grundskema.api.timetable;

import dk.grundskema.api.timetable.Entry.Member;
import dk.grundskema.api.timetable.Entry.Named;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.time.IsoWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A list to tick off a team's students on, for one week.
 *
 * @param team    which team
 * @param week    which week
 * @param days    days on which the team has something
 * @param members who is in the team that week, in the order of their names
 */
public record RollCall(Named<GroupId> team, IsoWeek week, List<Day> days, List<Member> members) {
    /** Copies the lists. */
    public RollCall {
        days = List.copyOf(days);
        members = List.copyOf(members);
    }

    /**
     * A day.
     *
     * @param date       which
     * @param hasEvening whether something begins in the evening, so that students are counted twice
     */
    public record Day(LocalDate date, boolean hasEvening) {}

    /** The lists of a team, one for each week in which it has something. */
    public static List<RollCall> of(Named<GroupId> team, TimetableViews views) {
        var entries = views.of(team);
        return entries.stream()
                .map(entry -> entry.occurrence().week())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .map(week -> new RollCall(team, week, days(week, entries, views), views.members(team, week)))
                .toList();
    }

    private static List<Day> days(IsoWeek week, List<Entry> entries, TimetableViews views) {
        var evening = views.problem().work().eveningStarts();
        var ofWeek = entries.stream()
                .filter(entry -> entry.occurrence().week().equals(week))
                .toList();
        return ofWeek.stream().map(Entry::date).collect(Collectors.toCollection(TreeSet::new)).stream()
                .map(date -> new Day(
                        date,
                        ofWeek.stream()
                                .anyMatch(entry -> entry.date().equals(date)
                                        && !entry.start().isBefore(evening))))
                .toList();
    }
}
