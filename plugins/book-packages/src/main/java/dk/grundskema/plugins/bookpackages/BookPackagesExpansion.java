package dk.grundskema.plugins.bookpackages;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.solver.spi.toolkit.DemandBuilder;
import dk.grundskema.solver.spi.toolkit.PluginTexts;
import dk.grundskema.solver.spi.toolkit.WordMatcher;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Expands book packages into demand: dates for packages that are sent home, short meetings for those that are handed out, and a task before them to
 * inform the families.
 *
 * @param plan  recipients and dates
 * @param draft collects the demand
 * @param texts titles
 */
record BookPackagesExpansion(PackagePlan plan, DemandBuilder draft, PluginTexts texts) {
    static final String PACKAGE = "book-package";

    static Demand of(Intervention<BookPackagesParameters> intervention, Problem problem, List<DateSpan> interruptions) {
        var expansion = new BookPackagesExpansion(
                PackagePlan.of(intervention, problem),
                new DemandBuilder(intervention, problem),
                PluginTexts.ofPlugin(BookPackagesPlugin.class, problem.language()));
        expansion.addParentTasks();
        for (int i = 0; i < expansion.plan.asked().plannedPackages().size(); i++) {
            expansion.addPackage(i, expansion.plan.dates().get(i));
        }
        return expansion.draft.build();
    }

    private void addParentTasks() {
        LocalDate date = plan.parentsDate();
        plan.classes().forEach((name, students) -> {
            String title = texts.text("title.parents", name.length(), name);
            String home = plan.homes().classIdOrNone(students.getFirst());
            draft.addTask("parents-informed", title, date, students, firstSender(students), home);
        });
        var spoken = plan.languages().entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, TreeMap::new, Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        spoken.forEach((language, students) -> {
            String title = texts.text("title.guidance", language.length(), language);
            draft.addTask(
                    "guidance", title, date, students, plan.asked().sender(), WordMatcher.idPartOr(language, "own"));
        });
    }

    private @Nullable StaffId firstSender(List<StudentId> students) {
        return plan.senders(students).stream().findFirst().orElse(null);
    }

    private void addPackage(int place, LocalDate date) {
        BookPackage one = plan.asked().plannedPackages().get(place);
        String theme = one.theme();
        String model = one.roleModel();
        plan.classes().forEach((name, students) -> {
            String what = texts.text("title.package", place + 1, theme.length(), theme, model.length(), model);
            String title = texts.text("title.of-class", what, name.length(), name);
            String home = plan.homes().classIdOrNone(students.getFirst());
            var parts = plan.homes().splitClass(students, plan.asked().mostOfClassPercent());
            List<StudentId> there = plan.presentOn(date, students);
            if (!plan.asked().isHandedOut() && !there.isEmpty()) {
                draft.addTask(PACKAGE, title, date, there, firstSender(there), place + 1, home);
            }
            for (int part = 0; part < parts.size() && plan.asked().isHandedOut(); part++) {
                handOut(title, date, plan.presentOn(date, parts.get(part)), place + 1, home, part + 1);
            }
        });
    }

    /** The students of a part may change with the list; its number stays, so that ids are stable. */
    private void handOut(String title, LocalDate date, List<StudentId> students, Object... about) {
        var times = plan.times(date);
        if (!times.isEmpty() && !students.isEmpty()) {
            var session = draft.session(PACKAGE, title, about)
                    .times(times)
                    .students(students)
                    .rooms(plan.asked().rooms());
            draft.addSeat("hands-out", true, plan.senders(students), draft.add(session));
        }
    }
}
