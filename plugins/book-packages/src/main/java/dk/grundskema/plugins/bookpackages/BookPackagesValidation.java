package dk.grundskema.plugins.bookpackages;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.spi.toolkit.FindingCollector;
import dk.grundskema.solver.spi.toolkit.LessonsByPerson;
import dk.grundskema.solver.spi.toolkit.MeetingTimeOverlap;
import dk.grundskema.solver.spi.toolkit.UsableTimeSuggestions;
import java.time.LocalDate;
import java.util.List;

/** Validates book packages on their own and against the rest of the problem. Reports all findings at once. */
record BookPackagesValidation(
        PackagePlan plan, BookPackagesParameters asked, Problem problem, FindingCollector findings) {
    static List<Finding> of(Intervention<BookPackagesParameters> intervention, Problem problem) {
        var plan = PackagePlan.of(intervention, problem);
        var all =
                new BookPackagesValidation(plan, plan.asked(), problem, new FindingCollector("book-packages", problem));
        all.checkPeople();
        all.checkPackages();
        all.checkDates();
        return all.findings.all();
    }

    private void checkPeople() {
        Receiver.check(asked.students(), problem, plan.homes(), findings, "students");
        findings.checkKnown(asked.sender() == null ? List.of() : List.of(asked.sender()), "sender");
        findings.checkKnown(asked.rooms(), "rooms");
        var lessons = LessonsByPerson.of(problem);
        for (StudentId student : plan.languages().keySet()) {
            boolean lacks = asked.isHandedOut() && lessons.of(student).isEmpty();
            findings.warnIf(lacks, "student-without-timetable", "students", student);
        }
        plan.classes().forEach(this::checkClass);
        LocalDate parents = plan.parentsDate();
        LocalDate first = problem.horizon().firstDay();
        findings.warnIf(parents.isBefore(first), "parents-too-early", "parentsDaysBefore", parents, first);
        if (asked.isHandedOut() && !isLongEnough()) {
            findings.error("no-usable-time", "usable", asked.minutes());
            UsableTimeSuggestions.report(plan.windows(), findings, "usable");
        }
    }

    /** Returns whether some usable time is long enough on some day; the day may be closed in a package's week. */
    private boolean isLongEnough() {
        return asked.usable().stream().anyMatch(one -> one.minutes() >= asked.minutes());
    }

    /**
     * Checks that a class, or the students without one, has staff who give it the packages. If packages are handed out, the
     * students must know that person, and each part needs a time.
     */
    private void checkClass(String name, List<StudentId> some) {
        int isClass = name.isEmpty() ? 0 : 1;
        findings.warnIf(plan.senders(some).isEmpty(), "nobody-known", "sender", isClass, name);
        StaffId sender = asked.sender();
        if (asked.isHandedOut() && sender != null) {
            long untaught = plan.adults().countUntaughtStudents(sender, some);
            findings.warnIf(untaught > 0, "stranger", "sender", sender, untaught, isClass, name);
        }
        if (asked.isHandedOut()) {
            int parts =
                    plan.homes().splitClass(some, asked.mostOfClassPercent()).size();
            var times = plan.dates().stream().map(date -> MeetingTimeOverlap.countDisjoint(plan.times(date)));
            int least = times.filter(has -> has > 0).min(Integer::compare).orElse(parts);
            findings.warnIf(least < parts, "few-times", "usable", isClass, name, parts, least);
        }
    }

    private void checkPackages() {
        int needed = plan.languages().size();
        int count = asked.plannedPackages().size();
        findings.warnIf(count != asked.guideCount(), "other-number", "packages", count, asked.guideCount());
        findings.warnIf(asked.packages().isEmpty(), "no-packages-yet", "packages", count);
        for (int i = 0; i < asked.packages().size(); i++) {
            BookPackage one = asked.packages().get(i);
            findings.warnIf(one.isOpen(), "open-package", "packages/" + i, i + 1);
            int stock = one.stock() == null ? needed : one.stock();
            String place = "packages/" + i + "/stock";
            findings.warnIf(stock < needed, "stock-short", place, i + 1, one.theme(), stock, needed, needed - stock);
        }
    }

    private void checkDates() {
        boolean isOpen = asked.packages().isEmpty();
        int between = asked.isSeries() ? asked.weeksBetween() : 0;
        plan.dateRow().check(between, problem, findings, i -> isOpen ? "firstWeek" : "packages/" + i + "/date");
        for (LocalDate date : asked.isHandedOut() && isLongEnough() ? plan.dates() : List.<LocalDate>of()) {
            int number = plan.dates().indexOf(date) + 1;
            boolean hasTime = !plan.times(date).isEmpty();
            findings.errorUnless(hasTime, "no-time-in-week", "usable", number, IsoWeek.of(date), asked.minutes());
        }
    }
}
