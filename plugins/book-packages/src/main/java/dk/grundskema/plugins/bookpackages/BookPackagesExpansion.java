package dk.grundskema.plugins.bookpackages;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.solver.spi.toolkit.DemandDraft;
import dk.grundskema.solver.spi.toolkit.PluginTexts;
import dk.grundskema.solver.spi.toolkit.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What packages need: dates for those that are sent home, short meetings for those that are handed out, and the families told first.
 *
 * @param plan  who gets what when
 * @param draft collects it
 * @param texts titles
 */
record BookPackagesExpansion(PackagePlan plan, DemandDraft draft, PluginTexts texts) {
    static final String PACKAGE = "book-package";

    static Demand of(Intervention<BookPackagesParameters> intervention, Problem problem, List<DateSpan> interruptions) {
        var expansion = new BookPackagesExpansion(
                PackagePlan.of(intervention, problem),
                new DemandDraft(intervention, problem),
                PluginTexts.beside(BookPackagesPlugin.class, problem.language()));
        expansion.families();
        for (int i = 0; i < expansion.plan.asked().row().size(); i++) {
            expansion.onePackage(i, expansion.plan.dates().get(i));
        }
        return expansion.draft.demand();
    }

    private void families() {
        LocalDate date = plan.parentsDate();
        plan.classes().forEach((name, students) -> {
            String title = texts.text("title.parents", name.length(), name);
            String home = plan.homes().idOfClass(students.getFirst());
            draft.task("parents-informed", title, date, students, first(students), home);
        });
        var spoken = plan.languages().entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, TreeMap::new, Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        spoken.forEach((language, students) -> {
            String title = texts.text("title.guidance", language.length(), language);
            draft.task("guidance", title, date, students, plan.asked().sender(), Words.inId(language, "own"));
        });
    }

    private @Nullable StaffId first(List<StudentId> students) {
        return plan.people(students).stream().findFirst().orElse(null);
    }

    private void onePackage(int place, LocalDate date) {
        BookPackage one = plan.asked().row().get(place);
        String theme = one.theme();
        String model = one.roleModel();
        plan.classes().forEach((name, students) -> {
            String what = texts.text("title.package", place + 1, theme.length(), theme, model.length(), model);
            String title = texts.text("title.of-class", what, name.length(), name);
            String home = plan.homes().idOfClass(students.getFirst());
            var parts = plan.homes().parts(students, plan.asked().mostOfClassPercent());
            if (!plan.asked().isHandedOut()) {
                draft.task(PACKAGE, title, date, students, first(students), place + 1, home);
            }
            for (int part = 0; part < parts.size() && plan.asked().isHandedOut(); part++) {
                handOut(title, date, parts.get(part), place + 1, home, part + 1);
            }
        });
    }

    /** Who gets it in which part may change with the list; the part's number stays its name. */
    private void handOut(String title, LocalDate date, List<StudentId> students, Object... about) {
        var times = plan.times(date);
        if (!times.isEmpty()) {
            var session = draft.session(PACKAGE, title, about)
                    .times(times)
                    .students(students)
                    .rooms(plan.asked().rooms());
            draft.seat("hands-out", true, plan.people(students), draft.add(session));
        }
    }
}
