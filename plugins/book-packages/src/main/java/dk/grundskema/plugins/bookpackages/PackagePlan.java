package dk.grundskema.plugins.bookpackages;

import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.toolkit.FreeTime;
import dk.grundskema.solver.spi.toolkit.HomeClasses;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import dk.grundskema.solver.spi.toolkit.UsableTimeSuggestions;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Derives from parameters and problem which students get packages, when, and from which staff.
 *
 * @param asked   the parameters
 * @param problem the problem
 * @param days    dates with school
 * @param homes   class of each student
 * @param adults  staff that each student knows
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

    /** Returns all recipients with the language of the family. */
    SortedMap<StudentId, String> languages() {
        return Receiver.familyLanguages(asked.students(), problem, homes);
    }

    /** Returns the recipients by the name of their class. */
    SortedMap<String, List<StudentId>> classes() {
        return homes.studentsByClassName(languages().keySet());
    }

    /** Returns those of some recipients who have not left, and are not away, in the week of a date. */
    List<StudentId> presentOn(LocalDate date, List<StudentId> some) {
        return some.stream()
                .filter(one -> problem.weeksPresent(one).contains(IsoWeek.of(date)))
                .toList();
    }

    /**
     * Returns the staff who send, hand out and inform: the sender if given, else the students' teachers, those with most of their
     * lessons first.
     */
    List<StaffId> senders(List<StudentId> some) {
        StaffId sender = asked.sender();
        return sender != null ? List.of(sender) : adults.teachersOf(some);
    }

    /** Returns the dates that are given or follow from the rhythm. */
    DateSequence dateRow() {
        var row = asked.plannedPackages();
        return DateSequence.rhythm(
                firstDate(), asked.weeksBetween(), row.size(), i -> row.get(i).date(), days);
    }

    private LocalDate firstDate() {
        LocalDate informed = days.schoolDayFrom(problem.horizon().firstDay());
        IsoWeek week = asked.firstWeek();
        LocalDate date = (week != null ? week : IsoWeek.of(informed)).date(asked.weekday());
        while (week == null && firstPossibleDate(date).isBefore(informed.plusDays(asked.parentsDaysBefore()))) {
            date = date.plusWeeks(1);
        }
        return date;
    }

    /** Returns the dates of the packages. Dates on closed days and in holidays move to the next school day. */
    List<LocalDate> dates() {
        return dateRow().dates();
    }

    /**
     * Returns the first day on which a package of a date may come; a package that is handed out may come on any day of its week.
     */
    private LocalDate firstPossibleDate(LocalDate date) {
        return asked.isHandedOut() ? IsoWeek.of(date).date(DayOfWeek.MONDAY) : date;
    }

    /** Returns when a package of a date may be handed out: in usable time of that week. */
    List<MeetingTime> times(LocalDate date) {
        var week = new TreeSet<>(List.of(IsoWeek.of(date)));
        return UsableTime.times(asked.usable(), asked.minutes(), week, problem);
    }

    /** Returns the times that would suit most students if they were usable. */
    List<UsableTimeSuggestions.FreeWindow> windows() {
        var weeks = new TreeSet<IsoWeek>();
        dates().forEach(date -> weeks.add(IsoWeek.of(date)));
        var students = languages().keySet();
        return UsableTimeSuggestions.findBest(
                students, asked.usable(), asked.minutes(), weeks, new FreeTime(problem), problem, 3);
    }

    /** Returns the date on which parents are informed. */
    LocalDate parentsDate() {
        return days.schoolDayBefore(firstPossibleDate(Collections.min(dates())), asked.parentsDaysBefore());
    }
}
