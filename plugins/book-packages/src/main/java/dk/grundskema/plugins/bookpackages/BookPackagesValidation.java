package dk.grundskema.plugins.bookpackages;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.spi.toolkit.CommonTime;
import dk.grundskema.solver.spi.toolkit.FindingList;
import dk.grundskema.solver.spi.toolkit.OwnLessons;
import dk.grundskema.solver.spi.toolkit.Receiver;
import dk.grundskema.solver.spi.toolkit.Windows;
import java.time.LocalDate;
import java.util.List;

/** What is wrong with book packages or doesn't fit the rest of the problem, all at once. */
record BookPackagesValidation(PackagePlan plan, BookPackagesParameters asked, Problem problem, FindingList findings) {
    static List<Finding> of(Intervention<BookPackagesParameters> intervention, Problem problem) {
        var plan = PackagePlan.of(intervention, problem);
        var all = new BookPackagesValidation(plan, plan.asked(), problem, new FindingList("book-packages", problem));
        all.people();
        all.packages();
        all.dates();
        return all.findings.all();
    }

    private void people() {
        Receiver.check(asked.students(), problem, plan.homes(), findings, "students");
        findings.known(asked.sender() == null ? List.of() : List.of(asked.sender()), "sender");
        findings.known(asked.rooms(), "rooms");
        var lessons = new OwnLessons(problem);
        for (StudentId student : plan.languages().keySet()) {
            boolean lacks = asked.isHandedOut() && lessons.of(student).isEmpty();
            findings.warnIf(lacks, "student-without-timetable", "students", student);
        }
        plan.classes().forEach(this::aClass);
        LocalDate parents = plan.parentsDate();
        LocalDate first = problem.horizon().firstDay();
        findings.warnIf(parents.isBefore(first), "parents-too-early", "parentsDaysBefore", parents, first);
        if (asked.isHandedOut() && !isLongEnough()) {
            findings.error("no-usable-time", "usable", asked.minutes());
            Windows.tell(plan.windows(), findings, "usable");
        }
    }

    /** Some usable time is long enough on some day, be it closed in a package's week. */
    private boolean isLongEnough() {
        return asked.usable().stream().anyMatch(one -> one.minutes() >= asked.minutes());
    }

    /** A class, or those without one, has somebody who gives it the packages; if they are handed out, somebody known, and a time for each part. */
    private void aClass(String name, List<StudentId> some) {
        int isClass = name.isEmpty() ? 0 : 1;
        findings.warnIf(plan.people(some).isEmpty(), "nobody-known", "sender", isClass, name);
        StaffId sender = asked.sender();
        if (asked.isHandedOut() && sender != null) {
            long strangers = plan.adults().strangers(sender, some);
            findings.warnIf(strangers > 0, "stranger", "sender", sender, strangers, isClass, name);
        }
        if (asked.isHandedOut()) {
            int parts = plan.homes().parts(some, asked.mostOfClassPercent()).size();
            var times = plan.dates().stream().map(date -> CommonTime.apart(plan.times(date)));
            int least = times.filter(has -> has > 0).min(Integer::compare).orElse(parts);
            findings.warnIf(least < parts, "few-times", "usable", isClass, name, parts, least);
        }
    }

    private void packages() {
        int needed = plan.languages().size();
        int count = asked.row().size();
        findings.warnIf(count != asked.guideSays(), "other-number", "packages", count, asked.guideSays());
        findings.warnIf(asked.packages().isEmpty(), "no-packages-yet", "packages", count);
        for (int i = 0; i < asked.packages().size(); i++) {
            BookPackage one = asked.packages().get(i);
            findings.warnIf(one.isOpen(), "open-package", "packages/" + i, i + 1);
            int stock = one.stock() == null ? needed : one.stock();
            String place = "packages/" + i + "/stock";
            findings.warnIf(stock < needed, "stock-short", place, i + 1, one.theme(), stock, needed, needed - stock);
        }
    }

    private void dates() {
        boolean isOpen = asked.packages().isEmpty();
        int between = asked.isRow() ? asked.weeksBetween() : 0;
        plan.row().check(between, problem, findings, i -> isOpen ? "firstWeek" : "packages/" + i + "/date");
        for (LocalDate date : asked.isHandedOut() && isLongEnough() ? plan.dates() : List.<LocalDate>of()) {
            int number = plan.dates().indexOf(date) + 1;
            boolean hasTime = !plan.times(date).isEmpty();
            findings.unless(hasTime, "no-time-in-week", "usable", number, IsoWeek.of(date), asked.minutes());
        }
    }
}
