package dk.grundskema.api.documents.timetable;

import dk.grundskema.api.documents.timetable.TimetableEntry.NamedEntity;
import dk.grundskema.api.documents.timetable.TimetableEntry.NumberedStudent;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.time.IsoWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * List to tick off a team's students, for one week.
 *
 * @param team    the team
 * @param week    the week
 * @param days    days on which the team has entries
 * @param members members of the team in that week, in the order of their names
 */
public record RollCallList(NamedEntity<GroupId> team, IsoWeek week, List<Day> days, List<NumberedStudent> members) {
    /** Copies the lists. */
    public RollCallList {
        days = List.copyOf(days);
        members = List.copyOf(members);
    }

    /**
     * A day.
     *
     * @param date       the date
     * @param hasEvening whether an entry begins in the evening, so that students are counted twice
     */
    public record Day(LocalDate date, boolean hasEvening) {}

    /** Returns the lists of a team, one for each week in which it has entries. */
    public static List<RollCallList> of(NamedEntity<GroupId> team, TimetableViews views) {
        var entries = views.ofTeam(team);
        return entries.stream()
                .map(entry -> entry.occurrence().week())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .map(week -> new RollCallList(team, week, days(week, entries, views), views.members(team, week)))
                .toList();
    }

    private static List<Day> days(IsoWeek week, List<TimetableEntry> entries, TimetableViews views) {
        var evening = views.problem().work().eveningStarts();
        var ofWeek = entries.stream()
                .filter(entry -> entry.occurrence().week().equals(week))
                .toList();
        return ofWeek.stream().map(TimetableEntry::date).collect(Collectors.toCollection(TreeSet::new)).stream()
                .map(date -> new Day(
                        date,
                        ofWeek.stream()
                                .anyMatch(entry -> entry.date().equals(date)
                                        && !entry.start().isBefore(evening))))
                .toList();
    }
}
