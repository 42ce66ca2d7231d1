package dk.grundskema.plugins.bookpackages;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.spi.toolkit.FindingList;
import dk.grundskema.solver.spi.toolkit.OwnLessons;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** What is wrong with book packages or doesn't fit the rest of the problem, all at once. */
record BookPackagesValidation(PackagePlan plan, BookPackagesParameters asked, Problem problem, FindingList findings) {
    static List<Finding> of(Intervention<BookPackagesParameters> intervention, Problem problem) {
        var plan = PackagePlan.of(intervention, problem);
        var all = new BookPackagesValidation(plan, plan.asked(), problem, new FindingList("book-packages", problem));
        all.receivers();
        all.people();
        all.packages();
        IntStream.range(0, plan.asked().row().size()).forEach(all::date);
        return all.findings.all();
    }

    private void receivers() {
        Set<StudentId> named = new HashSet<>();
        findings.warnIf(asked.students().isEmpty(), "nobody", "students");
        for (int i = 0; i < asked.students().size(); i++) {
            Receiver one = asked.students().get(i);
            StudentId student = one.studentId();
            String place = "students/" + i + (student == null ? "/groupId" : "/studentId");
            if (student != null && findings.student(student, place)) {
                findings.warnIf(!named.add(student), "student-twice", place, student);
            } else if (one.groupId() != null && findings.group(one.groupId(), place)) {
                findings.warnIf(plan.meant(one).isEmpty(), "class-without-students", place, one.groupId());
            }
        }
    }

    private void people() {
        findings.known(asked.sender() == null ? List.of() : List.of(asked.sender()), "sender");
        findings.known(asked.rooms(), "rooms");
        var lessons = new OwnLessons(problem);
        for (StudentId student : plan.languages().keySet()) {
            boolean lacks = asked.isHandedOut() && lessons.of(student).isEmpty();
            findings.warnIf(lacks, "student-without-timetable", "students", student);
        }
        plan.classes()
                .forEach((name, some) -> findings.warnIf(
                        plan.people(some).isEmpty(), "nobody-known", "sender", name.isEmpty() ? 0 : 1, name));
        LocalDate parents = plan.parentsDate();
        LocalDate first = problem.horizon().firstDay();
        findings.warnIf(parents.isBefore(first), "parents-too-early", "parentsDaysBefore", parents, first);
        findings.unless(!asked.isHandedOut() || !asked.usable().isEmpty(), "no-usable-time", "usable", asked.minutes());
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

    private void date(int i) {
        List<LocalDate> wished = plan.wishedDates();
        LocalDate date = plan.dates().get(i);
        String place = asked.packages().isEmpty() ? "firstWeek" : "packages/" + i + "/date";
        var horizon = problem.horizon();
        if (!plan.days().isSchoolDay(date)) {
            findings.error("date-outside", place, i + 1, date, horizon.firstDay(), horizon.lastDay());
        } else if (!date.equals(wished.get(i))) {
            findings.info("date-moved", place, i + 1, wished.get(i), date);
        }
        if (i > 0) {
            LocalDate before = plan.dates().get(i - 1);
            int weeks = IsoWeek.of(wished.get(i - 1)).until(IsoWeek.of(wished.get(i)));
            boolean isOther = asked.isRow() && weeks != asked.weeksBetween() && date.isAfter(before);
            findings.warnIf(!date.isAfter(before), "out-of-order", place, i + 1, date, before);
            findings.warnIf(isOther, "other-rhythm", place, i + 1, weeks, asked.weeksBetween());
        }
        var week = new TreeSet<>(List.of(IsoWeek.of(date)));
        boolean hasTime = !asked.isHandedOut()
                || asked.usable().isEmpty()
                || !UsableTime.times(asked.usable(), asked.minutes(), week, problem)
                        .isEmpty();
        findings.unless(hasTime, "no-time-in-week", "usable", i + 1, week.first(), asked.minutes());
    }
}
