package dk.grundskema.plugins.bookpackages;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.plugins.bookpackages.BookPackagesParameters.Mode;
import dk.grundskema.plugins.bookpackages.BookPackagesParameters.Way;
import dk.grundskema.solver.spi.toolkit.FindingList;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is wrong with book packages or doesn't fit the rest of the problem, all at once. */
final class BookPackagesValidation {
    private final PackagePlan plan;
    private final BookPackagesParameters asked;
    private final Problem problem;
    private final FindingList findings;
    private final boolean isHandedOut;

    private BookPackagesValidation(Intervention<BookPackagesParameters> intervention, Problem problem) {
        this.plan = new PackagePlan(intervention, problem);
        this.asked = plan.asked();
        this.problem = problem;
        this.findings = new FindingList("book-packages", problem);
        this.isHandedOut = asked.delivery() == Way.HANDED_OUT;
    }

    static List<Finding> of(Intervention<BookPackagesParameters> intervention, Problem problem) {
        var validation = new BookPackagesValidation(intervention, problem);
        validation.receivers();
        validation.people();
        validation.packages();
        validation.dates();
        if (validation.isHandedOut) {
            validation.slots();
        }
        return validation.findings.all();
    }

    private void receivers() {
        Set<StudentId> named = new HashSet<>();
        findings.warnIf(asked.students().isEmpty(), "nobody", "students");
        for (int i = 0; i < asked.students().size(); i++) {
            Receiver one = asked.students().get(i);
            String place = "students/" + i;
            if (one.groupId() != null && findings.group(one.groupId(), place + "/groupId")) {
                boolean isEmpty = plan.meant(one).isEmpty();
                findings.warnIf(isEmpty, "class-without-students", place + "/groupId", one.groupId());
            }
            StudentId student = one.studentId();
            if (student != null && findings.student(student, place + "/studentId")) {
                findings.warnIf(!named.add(student), "student-twice", place + "/studentId", student);
            }
        }
    }

    private void people() {
        StaffId sender = asked.sender();
        if (sender != null) {
            findings.staff(sender, "sender");
        }
        for (int i = 0; i < asked.rooms().size(); i++) {
            findings.room(asked.rooms().get(i), "rooms/" + i);
        }
        for (StudentId student : plan.languages().keySet()) {
            boolean hasTimetable = !plan.lessons().of(student).isEmpty();
            findings.warnIf(isHandedOut && !hasTimetable, "student-without-timetable", "students", student);
        }
        plan.classes().forEach((home, students) -> {
            List<StaffId> who = plan.people(students);
            findings.warnIf(who.isEmpty(), "nobody-known", "sender", home.isEmpty() ? 0 : 1, plan.className(home));
            long strangers = sender == null ? 0 : plan.strangers(sender, students);
            findings.warnIf(isHandedOut && strangers > 0, "sender-unknown", "sender", asked(sender), strangers);
        });
    }

    private static Object asked(@Nullable StaffId sender) {
        return sender == null ? "" : sender;
    }

    private void packages() {
        int needed = plan.languages().size();
        int count = asked.row().size();
        int guide = asked.mode().packages();
        findings.warnIf(count != guide, "other-number", "packages", count, guide);
        for (int i = 0; i < count; i++) {
            BookPackage one = asked.row().get(i);
            String place = asked.packages().isEmpty() ? "packages" : "packages/" + i;
            boolean isOpen = one.theme().isEmpty() || one.roleModel().isEmpty();
            if (isOpen && (i == 0 || !asked.packages().isEmpty())) {
                findings.info(asked.packages().isEmpty() ? "no-packages-yet" : "open-package", place, i + 1, count);
            }
            Integer stock = one.stock();
            if (stock != null && stock < needed) {
                findings.warning("stock-short", place + "/stock", i + 1, one.theme(), stock, needed, needed - stock);
            }
        }
    }

    private void dates() {
        List<LocalDate> wished = plan.wishedDates();
        List<LocalDate> dates = plan.dates();
        for (int i = 0; i < dates.size(); i++) {
            LocalDate date = dates.get(i);
            String place = asked.packages().isEmpty() ? "firstWeek" : "packages/" + i + "/date";
            var horizon = problem.horizon();
            if (!horizon.contains(date) || !plan.isSchoolDay(date)) {
                findings.error("date-outside", place, i + 1, date, horizon.firstDay(), horizon.lastDay());
            } else if (!date.equals(wished.get(i))) {
                findings.info("date-moved", place, i + 1, wished.get(i), date);
            }
            if (i > 0) {
                findings.warnIf(!date.isAfter(dates.get(i - 1)), "out-of-order", place, i + 1, date, dates.get(i - 1));
                int weeks = IsoWeek.of(wished.get(i - 1)).until(IsoWeek.of(wished.get(i)));
                int rhythm = asked.mode().weeksBetween();
                boolean isOther = asked.mode() == Mode.READING_TOOLS && weeks != rhythm && weeks > 0;
                findings.warnIf(isOther, "other-rhythm", place, i + 1, weeks, rhythm);
            }
        }
        LocalDate parents = plan.parentsDate();
        boolean isPlanned = problem.horizon().contains(parents);
        findings.warnIf(
                !isPlanned,
                "parents-too-early",
                "parentsDaysBefore",
                parents,
                problem.horizon().firstDay());
    }

    private void slots() {
        findings.unless(!asked.usable().isEmpty(), "no-usable-time", "usable", asked.minutes());
        List<LocalDate> dates = plan.dates();
        for (int i = 0; i < dates.size() && !asked.usable().isEmpty(); i++) {
            var week = IsoWeek.of(dates.get(i));
            int times = UsableTime.times(asked.usable(), asked.minutes(), new TreeSet<>(List.of(week)), problem)
                    .size();
            findings.unless(times > 0, "no-time-in-week", "usable", i + 1, week, asked.minutes());
            int most = plan.classes().entrySet().stream()
                    .mapToInt(one -> plan.parts(one.getKey(), one.getValue()).size())
                    .max()
                    .orElse(0);
            findings.warnIf(times > 0 && times < most, "too-few-times", "usable", i + 1, week, times, most);
        }
    }
}
