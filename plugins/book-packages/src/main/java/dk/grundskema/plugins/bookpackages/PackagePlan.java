package dk.grundskema.plugins.bookpackages;

import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.spi.toolkit.HomeClasses;
import dk.grundskema.solver.spi.toolkit.KnownAdults;
import dk.grundskema.solver.spi.toolkit.SchoolDays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

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

    /** Whom a line of the list means, as far as the problem knows them. */
    List<StudentId> meant(Receiver receiver) {
        StudentId student = receiver.studentId();
        GroupId group = receiver.groupId();
        List<StudentId> all = student != null ? List.of(student) : group != null ? homes.members(group) : List.of();
        return all.stream().filter(id -> problem.student(id).isPresent()).toList();
    }

    /** Everybody who gets packages, with the language of the family; what is said of a student goes before the class. */
    SortedMap<StudentId, String> languages() {
        var languages = new TreeMap<StudentId, String>();
        asked.students().stream()
                .sorted(Comparator.comparing(one -> one.studentId() != null))
                .forEach(one -> meant(one).forEach(id -> languages.put(id, one.language())));
        return languages;
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

    /** Dates that were asked for, or come of the rhythm, before any of them moves. */
    List<LocalDate> wishedDates() {
        var dates = new ArrayList<LocalDate>();
        for (BookPackage one : asked.row()) {
            LocalDate rhythm = firstDate().plusWeeks((long) asked.weeksBetween() * dates.size());
            dates.add(one.date() != null ? one.date() : rhythm);
        }
        return dates;
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
        return wishedDates().stream().map(days::from).toList();
    }

    /** The first day on which a package of a date may come: what is handed out may come on any day of the week. */
    private LocalDate opens(LocalDate date) {
        return asked.isHandedOut() ? IsoWeek.of(date).date(DayOfWeek.MONDAY) : date;
    }

    /** When parents are informed. */
    LocalDate parentsDate() {
        return days.before(opens(Collections.min(dates())), asked.parentsDaysBefore());
    }
}
