package dk.grundskema.plugins.bookpackages;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.plugins.bookpackages.BookPackagesParameters.Way;
import dk.grundskema.solver.spi.toolkit.DemandDraft;
import dk.grundskema.solver.spi.toolkit.PluginTexts;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What packages need: dates for those that are sent home, short meetings for those that are handed out, and the families told first. */
final class BookPackagesExpansion {
    static final String PACKAGE = "book-package";
    static final String PARENTS = "parents-informed";
    static final String GUIDANCE = "guidance";

    private final PackagePlan plan;
    private final BookPackagesParameters asked;
    private final Problem problem;
    private final DemandDraft draft;
    private final PluginTexts texts;

    private BookPackagesExpansion(Intervention<BookPackagesParameters> intervention, Problem problem) {
        this.plan = new PackagePlan(intervention, problem);
        this.asked = plan.asked();
        this.problem = problem;
        this.draft = new DemandDraft(intervention, problem);
        this.texts = PluginTexts.beside(BookPackagesPlugin.class, problem.language());
    }

    static Demand of(Intervention<BookPackagesParameters> intervention, Problem problem, List<DateSpan> interruptions) {
        var expansion = new BookPackagesExpansion(intervention, problem);
        expansion.families();
        List<LocalDate> dates = expansion.plan.dates();
        for (int i = 0; i < dates.size(); i++) {
            expansion.onePackage(i + 1, expansion.title(i), dates.get(i));
        }
        return expansion.draft.demand();
    }

    private String title(int place) {
        BookPackage one = asked.row().get(place);
        return texts.text(
                "title.package",
                place + 1,
                one.theme().isEmpty() ? 0 : 1,
                one.theme(),
                one.roleModel().isEmpty() ? 0 : 1,
                one.roleModel());
    }

    private void families() {
        LocalDate date = plan.parentsDate();
        plan.classes()
                .forEach((home, students) -> draft.task(
                        PARENTS, titled("title.parents", home), date, students, first(students), named(home)));
        for (String language : plan.spoken()) {
            List<StudentId> students = plan.languages().entrySet().stream()
                    .filter(entry -> entry.getValue().equals(language))
                    .map(entry -> entry.getKey())
                    .sorted()
                    .toList();
            String title = texts.text("title.guidance", language.isEmpty() ? 0 : 1, language);
            draft.task(GUIDANCE, title, date, students, asked.sender(), PackagePlan.idOf(language));
        }
    }

    private String titled(String key, String home) {
        return texts.text(key, home.isEmpty() ? 0 : 1, plan.className(home));
    }

    private static String named(String home) {
        return home.isEmpty() ? "none" : home;
    }

    private @Nullable StaffId first(List<StudentId> students) {
        return plan.people(students).stream().findFirst().orElse(null);
    }

    private void onePackage(int number, String title, LocalDate date) {
        plan.classes().forEach((home, students) -> {
            String of = texts.text("title.of-class", title, home.isEmpty() ? 0 : 1, plan.className(home));
            if (asked.delivery() == Way.SENT_HOME) {
                draft.task(PACKAGE, of, date, students, first(students), number, named(home));
            } else {
                var parts = plan.parts(home, students);
                for (int part = 0; part < parts.size(); part++) {
                    handOut(of, date, parts.get(part), number, named(home), part + 1);
                }
            }
        });
    }

    /** Who gets it in which part may change with the list; the part's number stays its name. */
    private void handOut(String title, LocalDate date, List<StudentId> students, Object... about) {
        var week = new TreeSet<>(List.of(IsoWeek.of(date)));
        var times = UsableTime.times(asked.usable(), asked.minutes(), week, problem);
        if (!times.isEmpty()) {
            var session = draft.add(draft.session(PACKAGE, title, about)
                    .times(times)
                    .students(students)
                    .rooms(asked.rooms()));
            draft.seat("hands-out", true, plan.people(students), session);
        }
    }
}
