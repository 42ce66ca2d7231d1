package dk.grundskema.plugins.bookpackages;

import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.toolkit.DateRow;
import dk.grundskema.solver.spi.toolkit.FreeTime;
import dk.grundskema.solver.spi.toolkit.HomeClasses;
import dk.grundskema.solver.spi.toolkit.KnownAdults;
import dk.grundskema.solver.spi.toolkit.Receiver;
import dk.grundskema.solver.spi.toolkit.SchoolDays;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import dk.grundskema.solver.spi.toolkit.Windows;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Who gets packages, when, and from whom: what parameters and problem come to.
 *
 * @param asked   the parameters
 * @param problem the problem
 * @param days    on which dates there is school
 * @param homes   who belongs to which class
 * @param adults  whom students know
 */
record PackagePlan(
        BookPackagesParameters asked, Problem problem, SchoolDays days, HomeClasses homes, KnownAdults adults) {
    static PackagePlan of(Intervention<BookPackagesParameters> intervention, Problem problem) {
        return new PackagePlan(
                intervention.parameters(),
                problem,
                new SchoolDays(problem),
                new HomeClasses(problem),
                new KnownAdults(problem));
    }

    /** Everybody who gets packages, with the language of the family. */
    SortedMap<StudentId, String> languages() {
        return Receiver.languages(asked.students(), problem, homes);
    }

    /** Those who get packages by the names of their classes. */
    SortedMap<String, List<StudentId>> classes() {
        return homes.byName(languages().keySet());
    }

    /** Who sends, hands out and informs: as the planner says, else whoever teaches most of the students' lessons first. */
    List<StaffId> people(List<StudentId> some) {
        StaffId sender = asked.sender();
        return sender != null ? List.of(sender) : adults.of(some);
    }

    /** Dates that were asked for, or come of the rhythm. */
    DateRow row() {
        var row = asked.row();
        return DateRow.of(
                firstDate(), asked.weeksBetween(), row.size(), i -> row.get(i).date(), days);
    }

    private LocalDate firstDate() {
        LocalDate informed = days.from(problem.horizon().firstDay());
        IsoWeek week = asked.firstWeek();
        LocalDate date = (week != null ? week : IsoWeek.of(informed)).date(asked.weekday());
        while (week == null && opens(date).isBefore(informed.plusDays(asked.parentsDaysBefore()))) {
            date = date.plusWeeks(1);
        }
        return date;
    }

    /** Dates of the packages: those on closed days and in holidays on the next school day. */
    List<LocalDate> dates() {
        return row().dates();
    }

    /** The first day on which a package of a date may come: what is handed out may come on any day of the week. */
    private LocalDate opens(LocalDate date) {
        return asked.isHandedOut() ? IsoWeek.of(date).date(DayOfWeek.MONDAY) : date;
    }

    /** When a package of a date may be handed out: in usable time of that week. */
    List<MeetingTime> times(LocalDate date) {
        var week = new TreeSet<>(List.of(IsoWeek.of(date)));
        return UsableTime.times(asked.usable(), asked.minutes(), week, problem);
    }

    /** Times that would suit most if they were usable. */
    List<Windows.Window> windows() {
        var weeks = new TreeSet<IsoWeek>();
        dates().forEach(date -> weeks.add(IsoWeek.of(date)));
        var students = languages().keySet();
        return Windows.best(students, asked.usable(), asked.minutes(), weeks, new FreeTime(problem), problem, 3);
    }

    /** When parents are informed. */
    LocalDate parentsDate() {
        return days.before(opens(Collections.min(dates())), asked.parentsDaysBefore());
    }
}
