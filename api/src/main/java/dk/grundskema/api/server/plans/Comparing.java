package dk.grundskema.api.server.plans;

import dk.grundskema.api.comparison.ChangeWords;
import dk.grundskema.api.comparison.ProblemChanges;
import dk.grundskema.api.comparison.ProblemChanges.PartChange;
import dk.grundskema.api.fidelity.FidelityView;
import dk.grundskema.api.fidelity.FidelityWording;
import dk.grundskema.api.house.Names;
import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.platform.Json;
import dk.grundskema.api.server.plans.ComparisonViews.AskComparison;
import dk.grundskema.api.server.plans.ComparisonViews.ComparisonView;
import dk.grundskema.api.server.plans.ComparisonViews.FidelityComparison;
import dk.grundskema.api.server.plans.ComparisonViews.Given;
import dk.grundskema.api.server.plans.ComparisonViews.PartView;
import dk.grundskema.api.server.plans.ComparisonViews.RuleComparison;
import dk.grundskema.api.server.plans.ComparisonViews.TimetableComparison;
import dk.grundskema.api.server.platform.Lately;
import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.api.timetable.WrittenNumbers;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.timetable.ChangeSet;
import dk.grundskema.domain.timetable.RuleResult;
import dk.grundskema.domain.timetable.Timetable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what differs between two revisions, of one plan or of two. */
@Component
final class Comparing {
    private static final String STUDENTS = "students";

    /** What says nothing of students; all else may name them by their ids. */
    private static final Set<String> WITHOUT_STUDENTS = Set.of(
            "version",
            "title",
            "language",
            "horizon",
            "sites",
            "travel",
            "rooms",
            "schools",
            "staff",
            "work",
            "weights");

    private static final int REMEMBERED = 20;

    private final Documents documents;
    private final PluginHouse house;
    private final Naming naming;
    private final Speaking speaking;
    private final PlanAnswers answers;
    private final Assessments assessments;
    private final FieldWords fieldWords;
    private final Lately<List<Object>, Told> lately = new Lately<>(REMEMBERED);

    Comparing(
            Documents documents,
            PluginHouse house,
            Naming naming,
            Speaking speaking,
            PlanAnswers answers,
            Assessments assessments,
            FieldWords fieldWords) {
        this.documents = documents;
        this.house = house;
        this.naming = naming;
        this.speaking = speaking;
        this.answers = answers;
        this.assessments = assessments;
        this.fieldWords = fieldWords;
    }

    /**
     * A revision with what it says.
     *
     * @param problem   what its timetable is judged by
     * @param timetable its timetable
     */
    private record Side(Kept.OfProblem problem, Kept.OfTimetable timetable) {}

    /**
     * What two sides differ in.
     *
     * @param timetable in what is held
     * @param fidelity  in how much of what is asked they give
     */
    private record Told(TimetableComparison timetable, FidelityComparison fidelity) {}

    /** @param seesStudents whether the caller may see who students are */
    ComparisonView compare(Revision before, Revision after, boolean seesStudents) {
        var students = seesStudents ? Names.OfStudents.NAMES : Names.OfStudents.NUMBERS;
        Side was = side(before);
        Side is = side(after);
        Told told = was != null && is != null ? told(was, is, students) : null;
        return new ComparisonView(
                answers.view(before),
                answers.view(after),
                problem(before, after, seesStudents),
                told == null ? null : told.timetable(),
                told == null ? null : told.fidelity());
    }

    /** Documents don't change, nor does what they differ in. */
    private Told told(Side was, Side is, Names.OfStudents students) {
        List<Object> key = List.of(
                was.problem().hash(),
                was.timetable().hash(),
                is.problem().hash(),
                is.timetable().hash(),
                students,
                speaking.language());
        return lately.get(key, fresh -> new Told(timetable(was, is, students), fidelity(was, is, students)));
    }

    private @Nullable Side side(Revision revision) {
        String timetable = revision.timetable();
        if (timetable == null
                || !house.plugins().typeIds().containsAll(revision.plugins().keySet())) {
            return null;
        }
        var kept = documents.timetable(timetable);
        return new Side(documents.judging(documents.problem(revision.problem()), kept), kept);
    }

    private List<PartView> problem(Revision before, Revision after, boolean seesStudents) {
        if (before.problem().equals(after.problem())) {
            return List.of();
        }
        Json.Structure is = documents.json(after.problem());
        var changes = ProblemChanges.between(documents.json(before.problem()), is);
        UnaryOperator<String> called = seesStudents ? id -> id : numbers(documents.json(before.problem()), is);
        return changes.stream()
                .map(change -> view(change, is, seesStudents, called))
                .toList();
    }

    /** The number of a student; nothing for a student that neither problem has. */
    private static UnaryOperator<String> numbers(Json.Structure before, Json.Structure after) {
        var numbers = new HashMap<String, String>();
        for (Json.Structure problem : List.of(before, after)) {
            List<Integer> all = WrittenNumbers.of(problem);
            List<Json> students =
                    problem.fields().get(STUDENTS) instanceof Json.Listing list ? list.elements() : List.of();
            for (int i = 0; i < students.size(); i++) {
                if (students.get(i) instanceof Json.Structure student
                        && student.fields().get("id") instanceof Json.Text id) {
                    numbers.put(id.value(), String.valueOf(all.get(i)));
                }
            }
        }
        return id -> numbers.getOrDefault(id, "");
    }

    private PartView view(
            PartChange change, Json.Structure problem, boolean seesStudents, UnaryOperator<String> called) {
        boolean isHidden = change.part().equals(STUDENTS) && !seesStudents;
        String id = isHidden ? called.apply(change.id()) : change.id();
        Texts texts = speaking.texts();
        String key = "part." + change.part();
        String part = texts.has(key) ? texts.text(key) : change.part();
        String fields = String.join("; ", fieldWords.of(change, problem));
        return new PartView(
                change.part(),
                change.kind(),
                id,
                texts.text(
                        switch (change.kind()) {
                            case ADDED -> "comparison.added";
                            case REMOVED -> "comparison.removed";
                            case CHANGED -> "comparison.changed";
                        },
                        part,
                        change.name().equals(change.part()) || change.name().isEmpty() ? 0 : 1,
                        isHidden ? id : change.name(),
                        fields.isEmpty() ? 0 : 1,
                        fields),
                seesStudents || WITHOUT_STUDENTS.contains(change.part()) ? change.fields() : List.of());
    }

    private TimetableComparison timetable(Side before, Side after, Names.OfStudents students) {
        Timetable was = before.timetable().value();
        Timetable is = after.timetable().value();
        ChangeSet changes = ChangeSet.between(was, is);
        Names names = naming.names(after.problem(), students).with(is);
        Texts texts = speaking.texts().named(names);
        return new TimetableComparison(
                changes.sessions().size(),
                changes.personDays().size(),
                new ChangeWords(texts, names).of(changes),
                was.score(),
                is.score(),
                rules(was, is, texts));
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
        Names names =
                naming.names(side.problem(), students).with(side.timetable().value());
        return new FidelityWording(speaking.texts().named(names))
                .view(assessments.of(side.problem(), side.timetable()));
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
