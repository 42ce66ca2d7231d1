package dk.grundskema.api.service.plan.history;

import dk.grundskema.api.documents.fidelity.FidelityFormatter;
import dk.grundskema.api.documents.fidelity.FidelityView;
import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.timetable.ProblemStudentNumbers;
import dk.grundskema.api.planning.PlanNameResolver;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.planning.comparison.ParticipationChange;
import dk.grundskema.api.planning.comparison.ProblemChanges;
import dk.grundskema.api.planning.comparison.ProblemChanges.PartChange;
import dk.grundskema.api.planning.comparison.TimetableChangeFormatter;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.StudentNameDisclosure;
import dk.grundskema.api.platform.http.LeastRecentlyUsedCache;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.service.plan.ChangedFieldFormatter;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.NameResolverFactory;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.RatedPlan;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.RevisionId;
import dk.grundskema.api.service.plan.history.RevisionComparison.AskComparison;
import dk.grundskema.api.service.plan.history.RevisionComparison.AskOutcome;
import dk.grundskema.api.service.plan.history.RevisionComparison.FidelityComparison;
import dk.grundskema.api.service.plan.history.RevisionComparison.PartDifference;
import dk.grundskema.api.service.plan.history.RevisionComparison.RuleComparison;
import dk.grundskema.api.service.plan.history.RevisionComparison.TimetableComparison;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.timetable.ChangeSet;
import dk.grundskema.domain.timetable.RuleResult;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.change.Absence;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Compares two revisions of one or two plans: problem, timetable, rules and fidelity. The expensive comparison of timetables is cached by the
 * hashes of the documents.
 */
@Component
public final class RevisionComparer {
    private static final String STUDENTS = "students";

    /** Parts of a problem that contain no student ids. */
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

    private static final int CACHE_SIZE = 20;

    private final PlanStore plans;
    private final DocumentStore documents;
    private final PluginPlanningFacade planning;
    private final NameResolverFactory nameResolverFactory;
    private final RequestTexts requestTexts;
    private final AssessmentCache assessments;
    private final ChangedFieldFormatter fieldWords;
    private final AbsenceSource absences;
    private final LeastRecentlyUsedCache<List<Object>, DocumentComparison> comparisonCache =
            LeastRecentlyUsedCache.create(CACHE_SIZE);

    RevisionComparer(
            PlanStore plans,
            DocumentStore documents,
            PluginPlanningFacade planning,
            NameResolverFactory nameResolverFactory,
            RequestTexts requestTexts,
            AssessmentCache assessments,
            ChangedFieldFormatter fieldWords,
            AbsenceSource absences) {
        this.plans = plans;
        this.documents = documents;
        this.planning = planning;
        this.nameResolverFactory = nameResolverFactory;
        this.requestTexts = requestTexts;
        this.assessments = assessments;
        this.fieldWords = fieldWords;
        this.absences = absences;
    }

    /**
     * The differences between two timetables.
     *
     * @param timetable differences in the meetings
     * @param fidelity  differences in the requirements met
     */
    private record DocumentComparison(TimetableComparison timetable, FidelityComparison fidelity) {}

    /**
     * Compares two revisions. Names are disclosed according to the caller's permissions.
     *
     * @throws RefusalException 404 if the caller may not see both
     */
    public RevisionComparison compare(RevisionId one, RevisionId other, Caller caller) {
        Revision before = findRevision(one);
        Revision after = findRevision(other);
        var organisations = List.of(
                plans.get(before.plan()).organisation(), plans.get(after.plan()).organisation());
        if (!organisations.stream().allMatch(each -> caller.permissionsIn(each).contains(Permission.READ))) {
            throw RefusalException.notFound();
        }
        return compare(
                before,
                after,
                organisations.stream()
                        .allMatch(each -> StudentNameDisclosure.maySeeNamesRecordingAccess(caller, each)));
    }

    private Revision findRevision(RevisionId id) {
        Revision found = plans.revision(id);
        plans.get(found.plan()); // fails with 404 if the plan was deleted
        return found;
    }

    private RevisionComparison compare(Revision before, Revision after, boolean seesStudents) {
        var students = seesStudents ? PlanNameResolver.StudentNaming.NAMES : PlanNameResolver.StudentNaming.NUMBERS;
        documents.prefetchOf(List.of(before, after));
        RatedPlan was = ratedPlan(before);
        RatedPlan is = ratedPlan(after);
        DocumentComparison told = was != null && is != null ? compareDocuments(was, is, students) : null;
        return new RevisionComparison(
                before,
                after,
                compareProblems(before, after, was, is, seesStudents),
                isSomebodyAway(before, after, was, is),
                told == null ? null : told.timetable(),
                told == null ? null : told.fidelity());
    }

    /** Cached by hashes, because documents are immutable. */
    private DocumentComparison compareDocuments(RatedPlan was, RatedPlan is, PlanNameResolver.StudentNaming students) {
        List<Object> key = List.of(
                was.problem().hash(),
                was.timetable().hash(),
                is.problem().hash(),
                is.timetable().hash(),
                students,
                requestTexts.language());
        return comparisonCache.get(
                key,
                fresh -> new DocumentComparison(
                        compareTimetables(was, is, students), compareFidelity(was, is, students)));
    }

    private @Nullable RatedPlan ratedPlan(Revision revision) {
        if (revision.timetable() == null
                || !planning.plugins().typeIds().containsAll(revision.plugins().keySet())) {
            return null;
        }
        return documents.ratedPlan(revision);
    }

    /** Returns whether somebody has a duty in one of the timetables during an absence, also a past one, that was reported for one of the plans. */
    private boolean isSomebodyAway(Revision before, Revision after, @Nullable RatedPlan was, @Nullable RatedPlan is) {
        List<Absence> away = Stream.of(before.plan(), after.plan())
                .distinct()
                .flatMap(plan -> absences.findAbsences(plan).stream())
                .toList();
        return Stream.of(Optional.ofNullable(was), Optional.ofNullable(is))
                .flatMap(Optional::stream)
                .map(side -> side.timetable().value())
                .anyMatch(timetable -> !RecordedAbsences.newDuties(away, null, timetable, timetable.zone())
                        .isEmpty());
    }

    /** Compares the problems of the revisions; if they ask the same, those that their timetables are rated by, which may be earlier ones. */
    private List<PartDifference> compareProblems(
            Revision before, Revision after, @Nullable RatedPlan was, @Nullable RatedPlan is, boolean seesStudents) {
        List<PartDifference> differences = compareProblems(before.problem(), after.problem(), seesStudents);
        return was == null || is == null || differences.stream().anyMatch(PartDifference::isAsking)
                ? differences
                : compareProblems(was.problem().hash(), is.problem().hash(), seesStudents);
    }

    private List<PartDifference> compareProblems(String before, String after, boolean seesStudents) {
        if (before.equals(after)) {
            return List.of();
        }
        Json.JsonObject was = documents.comparableJson(before);
        Json.JsonObject is = documents.comparableJson(after);
        var changes = ProblemChanges.between(was, is);
        UnaryOperator<String> called = seesStudents ? id -> id : studentNumbers(was, is);
        return changes.stream()
                .map(change -> view(change, is, seesStudents, called))
                .toList();
    }

    /** Returns a function from student id to number; it returns an empty text for students in neither problem. */
    private static UnaryOperator<String> studentNumbers(Json.JsonObject before, Json.JsonObject after) {
        var numbers = new HashMap<String, String>();
        for (Json.JsonObject problem : List.of(before, after)) {
            List<Integer> all = ProblemStudentNumbers.numbersOf(problem);
            List<Json> students =
                    problem.fields().get(STUDENTS) instanceof Json.JsonArray list ? list.elements() : List.of();
            for (int i = 0; i < students.size(); i++) {
                if (students.get(i) instanceof Json.JsonObject student
                        && student.fields().get("id") instanceof Json.JsonString id) {
                    numbers.put(id.value(), String.valueOf(all.get(i)));
                }
            }
        }
        return id -> numbers.getOrDefault(id, "");
    }

    private PartDifference view(
            PartChange change, Json.JsonObject problem, boolean seesStudents, UnaryOperator<String> called) {
        boolean isHidden = change.part().equals(STUDENTS) && !seesStudents;
        String id = isHidden ? called.apply(change.id()) : change.id();
        Texts texts = requestTexts.texts();
        String fields = String.join("; ", fieldWords.describe(change, problem));
        return new PartDifference(
                change.part(),
                change.kind(),
                id,
                change.isAsking(),
                change.kind() != ProblemChanges.Kind.CHANGED && change.name().isEmpty()
                        ? RevisionComparison.describeElements(change.part(), change.kind(), 1, texts)
                        : texts.text(
                                switch (change.kind()) {
                                    case ADDED -> "comparison.added";
                                    case REMOVED -> "comparison.removed";
                                    case CHANGED -> "comparison.changed";
                                },
                                RevisionComparison.partName(change.part(), texts),
                                change.name().equals(change.part())
                                                || change.name().isEmpty()
                                        ? 0
                                        : 1,
                                isHidden ? id : change.name(),
                                fields.isEmpty() ? 0 : 1,
                                fields),
                seesStudents || WITHOUT_STUDENTS.contains(change.part()) ? change.fields() : List.of());
    }

    private TimetableComparison compareTimetables(
            RatedPlan before, RatedPlan after, PlanNameResolver.StudentNaming students) {
        Timetable was = before.timetable().value();
        // an edited problem adds lessons to the same timetable, which nobody has planned
        boolean isSame = before.timetable().hash().equals(after.timetable().hash());
        Timetable is = isSame ? was : after.timetable().value();
        ChangeSet changes = ChangeSet.between(was, is);
        PlanNameResolver names =
                nameResolverFactory.names(after.problem(), students).withTimetable(is);
        Texts texts = requestTexts.texts().withNames(names);
        var one = new ParticipationChange.Side(
                before.problem().value(), was, nameResolverFactory.names(before.problem(), students)::nameOf);
        var other = new ParticipationChange.Side(after.problem().value(), is, names::nameOf);
        return new TimetableComparison(
                changes.sessions().size(),
                changes.personDays().size(),
                ParticipationChange.ofGroups(one, other, changes),
                ParticipationChange.ofStaff(one, other, changes),
                new TimetableChangeFormatter(texts, names).describe(changes),
                was.score(),
                is.score(),
                compareRules(byId(before), byId(after), texts));
    }

    private static List<RuleComparison> compareRules(
            Map<String, RuleResult> was, Map<String, RuleResult> is, Texts texts) {
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

    /** Wishes are evaluated from scratch, as their cost in the status is: the timetable may state other ones. */
    private Map<String, RuleResult> byId(RatedPlan side) {
        Timetable timetable = side.timetable().value();
        return Stream.concat(
                        timetable.rules().stream().filter(rule -> rule.level() != Level.SOFT),
                        planning.evaluateWishes(side.problem().value(), timetable).stream())
                .collect(Collectors.toMap(RuleResult::id, one -> one, (one, same) -> one, TreeMap::new));
    }

    private FidelityComparison compareFidelity(
            RatedPlan before, RatedPlan after, PlanNameResolver.StudentNaming students) {
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
                                askOutcome(earlier.get(ask.getKey())),
                                askOutcome(later.get(ask.getKey()))))
                        .toList());
    }

    private FidelityView view(RatedPlan side, PlanNameResolver.StudentNaming students) {
        PlanNameResolver names = nameResolverFactory
                .names(side.problem(), students)
                .withTimetable(side.timetable().value());
        return new FidelityFormatter(requestTexts.texts().withNames(names))
                .toView(assessments.assess(side.problem(), side.timetable()));
    }

    private static Map<List<String>, FidelityView.Row> rows(FidelityView view) {
        Map<List<String>, FidelityView.Row> rows = new LinkedHashMap<>();
        view.sections()
                .forEach(section -> section.rows().forEach(row -> rows.put(List.of(section.title(), row.code()), row)));
        return rows;
    }

    private static @Nullable AskOutcome askOutcome(FidelityView.@Nullable Row row) {
        return row == null
                ? null
                : new AskOutcome(row.status(), row.asked(), row.given(), Objects.toString(row.shortBy(), ""));
    }
}
