package dk.grundskema.api.server.plans;

import dk.grundskema.api.comparison.ChangeWords;
import dk.grundskema.api.comparison.ProblemChanges;
import dk.grundskema.api.comparison.ProblemChanges.PartChange;
import dk.grundskema.api.fidelity.FidelityView;
import dk.grundskema.api.fidelity.FidelityWording;
import dk.grundskema.api.house.Names;
import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.server.plans.ComparisonViews.AskComparison;
import dk.grundskema.api.server.plans.ComparisonViews.ComparisonView;
import dk.grundskema.api.server.plans.ComparisonViews.FidelityComparison;
import dk.grundskema.api.server.plans.ComparisonViews.Given;
import dk.grundskema.api.server.plans.ComparisonViews.PartView;
import dk.grundskema.api.server.plans.ComparisonViews.RuleComparison;
import dk.grundskema.api.server.plans.ComparisonViews.TimetableComparison;
import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.timetable.ChangeSet;
import dk.grundskema.domain.timetable.RuleResult;
import dk.grundskema.domain.timetable.Timetable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what differs between two revisions, of one plan or of two. */
@Component
final class Comparing {
    private static final String STUDENTS = "students";

    private final Documents documents;
    private final PluginHouse house;
    private final Naming naming;
    private final Speaking speaking;
    private final PlanAnswers answers;

    Comparing(Documents documents, PluginHouse house, Naming naming, Speaking speaking, PlanAnswers answers) {
        this.documents = documents;
        this.house = house;
        this.naming = naming;
        this.speaking = speaking;
        this.answers = answers;
    }

    /**
     * A revision with what it says.
     *
     * @param problem   what its timetable is judged by
     * @param timetable its timetable
     */
    private record Side(Kept.OfProblem problem, Timetable timetable) {}

    /** @param seesStudents whether the caller may see who students are */
    ComparisonView compare(Revision before, Revision after, boolean seesStudents) {
        var students = seesStudents ? Names.OfStudents.NAMES : Names.OfStudents.IDS;
        Side was = side(before);
        Side is = side(after);
        return new ComparisonView(
                answers.view(before),
                answers.view(after),
                problem(before, after, seesStudents),
                was != null && is != null ? timetable(was, is, students) : null,
                was != null && is != null ? fidelity(was, is, students) : null);
    }

    private @Nullable Side side(Revision revision) {
        String timetable = revision.timetable();
        if (timetable == null
                || !house.plugins().typeIds().containsAll(revision.plugins().keySet())) {
            return null;
        }
        var kept = documents.timetable(timetable);
        return new Side(documents.judging(documents.problem(revision.problem()), kept), kept.value());
    }

    private List<PartView> problem(Revision before, Revision after, boolean seesStudents) {
        if (before.problem().equals(after.problem())) {
            return List.of();
        }
        return ProblemChanges.between(documents.json(before.problem()), documents.json(after.problem())).stream()
                .map(change -> view(change, seesStudents))
                .toList();
    }

    private PartView view(PartChange change, boolean seesStudents) {
        boolean isHidden = change.part().equals(STUDENTS) && !seesStudents;
        Texts texts = speaking.texts();
        String key = "part." + change.part();
        String part = texts.has(key) ? texts.text(key) : change.part();
        String fields = change.fields().stream()
                .map(one -> one.pointer().replaceFirst("^/", "").replace("/", "."))
                .filter(pointer -> !pointer.isEmpty())
                .collect(Collectors.joining(", "));
        return new PartView(
                change.part(),
                change.kind(),
                change.id(),
                texts.text(
                        switch (change.kind()) {
                            case ADDED -> "comparison.added";
                            case REMOVED -> "comparison.removed";
                            case CHANGED -> "comparison.changed";
                        },
                        part,
                        change.name().equals(change.part()) || change.name().isEmpty() ? 0 : 1,
                        isHidden ? change.id() : change.name(),
                        fields.isEmpty() ? 0 : 1,
                        fields),
                isHidden ? List.of() : change.fields());
    }

    private TimetableComparison timetable(Side before, Side after, Names.OfStudents students) {
        ChangeSet changes = ChangeSet.between(before.timetable(), after.timetable());
        Names names = naming.names(after.problem(), students).with(after.timetable());
        Texts texts = speaking.texts().named(names);
        return new TimetableComparison(
                changes.sessions().size(),
                changes.personDays().size(),
                new ChangeWords(texts, names).of(changes),
                before.timetable().score(),
                after.timetable().score(),
                rules(before.timetable(), after.timetable(), texts));
    }

    private static List<RuleComparison> rules(Timetable before, Timetable after, Texts texts) {
        Map<String, RuleResult> was = byId(before);
        Map<String, RuleResult> is = byId(after);
        var all = new TreeMap<>(was);
        all.putAll(is);
        return all.values().stream()
                .map(rule -> new RuleComparison(
                        rule.id(),
                        texts.has("rule." + rule.id() + ".name")
                                ? texts.text("rule." + rule.id() + ".name")
                                : rule.id(),
                        rule.level(),
                        was.get(rule.id()),
                        is.get(rule.id())))
                .toList();
    }

    private static Map<String, RuleResult> byId(Timetable timetable) {
        return timetable.rules().stream()
                .collect(Collectors.toMap(RuleResult::id, one -> one, (one, same) -> one, TreeMap::new));
    }

    private FidelityComparison fidelity(Side before, Side after, Names.OfStudents students) {
        FidelityView was = view(before, students);
        FidelityView is = view(after, students);
        var asked = new LinkedHashMap<List<String>, FidelityView.Row>();
        Map<List<String>, FidelityView.Row> earlier = rows(was);
        Map<List<String>, FidelityView.Row> later = rows(is);
        asked.putAll(earlier);
        asked.putAll(later);
        return new FidelityComparison(
                was.headline(),
                is.headline(),
                asked.entrySet().stream()
                        .map(ask -> new AskComparison(
                                ask.getKey().getFirst(),
                                ask.getValue().code(),
                                ask.getValue().name(),
                                given(earlier.get(ask.getKey())),
                                given(later.get(ask.getKey()))))
                        .toList());
    }

    private FidelityView view(Side side, Names.OfStudents students) {
        Names names = naming.names(side.problem(), students).with(side.timetable());
        return new FidelityWording(speaking.texts().named(names))
                .view(house.assess(side.problem().value(), side.timetable()));
    }

    private static Map<List<String>, FidelityView.Row> rows(FidelityView view) {
        Map<List<String>, FidelityView.Row> rows = new LinkedHashMap<>();
        view.sections()
                .forEach(section -> section.rows().forEach(row -> rows.put(List.of(section.title(), row.code()), row)));
        return rows;
    }

    private static @Nullable Given given(FidelityView.@Nullable Row row) {
        return row == null
                ? null
                : new Given(row.status(), row.asked(), row.given(), Objects.toString(row.shortBy(), ""));
    }
}
