package dk.grundskema.api.service.overview;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.account.AccountRepository;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.platform.http.ResultPage;
import dk.grundskema.api.platform.page.PageRenderer;
import dk.grundskema.api.service.absence.AbsenceAdministration;
import dk.grundskema.api.service.absence.AbsenceAdministration.AbsenceReport;
import dk.grundskema.api.service.absence.AbsenceAdministration.AbsentPerson;
import dk.grundskema.api.service.overview.HistoryPage.HistoryDay;
import dk.grundskema.api.service.overview.HistoryPage.RevisionSummary;
import dk.grundskema.api.service.overview.RevisionComparisonPage.StatusPair;
import dk.grundskema.api.service.overview.RevisionComparisonPage.StatusState;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.RevisionId;
import dk.grundskema.api.service.plan.history.PlanHistory;
import dk.grundskema.api.service.plan.history.PlanStatusPresenter;
import dk.grundskema.api.service.plan.history.PlanStatusView;
import dk.grundskema.api.service.plan.history.RevisionComparer;
import dk.grundskema.api.service.plan.history.RevisionComparison;
import dk.grundskema.api.service.plan.history.StatusComparisonView;
import dk.grundskema.api.service.publish.PublicationHistory;
import dk.grundskema.api.service.publish.PublicationHistory.AuthoredPublication;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.timetable.RuleResult;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Builds the models of the history pages. */
@Component
final class HistoryPageBuilder {
    /** Maximum number of revisions whose status is counted for one page; each may take a second in a large school. */
    private static final int MAX_COUNTED = 3;

    private final PlanHistory history;
    private final PublicationHistory publications;
    private final RevisionComparer differences;
    private final MiniTimetableBuilder miniTimetableBuilder;
    private final PlanStatusPresenter planStatuses;
    private final AbsenceAdministration absences;
    private final AccountRepository accounts;
    private final RequestTexts requestTexts;

    HistoryPageBuilder(
            PlanHistory history,
            PublicationHistory publications,
            RevisionComparer differences,
            MiniTimetableBuilder miniTimetableBuilder,
            PlanStatusPresenter planStatuses,
            AbsenceAdministration absences,
            AccountRepository accounts,
            RequestTexts requestTexts) {
        this.absences = absences;
        this.accounts = accounts;
        this.requestTexts = requestTexts;
        this.history = history;
        this.publications = publications;
        this.differences = differences;
        this.miniTimetableBuilder = miniTimetableBuilder;
        this.planStatuses = planStatuses;
    }

    /** Returns the page with the history. */
    HistoryPage buildHistory(Plan plan, long before, String done, List<String> errors, Caller caller) {
        ResultPage<PlanHistory.PlanHistoryEntry> found =
                history.entries(plan.id(), before <= 0 ? Long.MAX_VALUE : before);
        Instant from = found.isLast() ? Instant.MIN : found.items().getLast().made();
        Instant until = before <= 0 || before == Long.MAX_VALUE
                ? Instant.MAX
                : history.entries(plan.id(), before + 1).items().stream()
                        .findFirst()
                        .map(PlanHistory.PlanHistoryEntry::made)
                        .orElse(Instant.MAX);
        List<AuthoredPublication> published = publications.ofRevisions(plan.id());
        Map<LocalDate, List<HistoryPage.HistoryEntry>> days = Stream.of(
                        entries(plan, found.items(), published),
                        publicationEntries(published, from, until),
                        absenceEntries(plan, from, until, mayEdit(plan, caller)))
                .flatMap(List::stream)
                .sorted(Comparator.comparing(HistoryPage.HistoryEntry::at).reversed())
                .collect(Collectors.groupingBy(one -> one.at().toLocalDate(), LinkedHashMap::new, Collectors.toList()));
        return new HistoryPage(
                plan.id().value(),
                plan.version(),
                mayEdit(plan, caller),
                history.canUndo(plan),
                history.redoTarget(plan).map(PlanHistory.HistoryRevision::text).orElse(""),
                done,
                errors,
                days.entrySet().stream()
                        .map(day -> new HistoryDay(day.getKey(), day.getValue()))
                        .toList(),
                found.isLast() ? 0 : found.items().getLast().version());
    }

    private List<HistoryPage.HistoryEntry> entries(
            Plan plan, List<PlanHistory.PlanHistoryEntry> some, List<AuthoredPublication> published) {
        Map<String, RevisionSummary> steps = summaries(
                        plan,
                        revisions(published),
                        some.stream()
                                .map(PlanHistory.PlanHistoryEntry::revision)
                                .filter(Objects::nonNull)
                                .toList())
                .stream()
                .collect(Collectors.toMap(RevisionSummary::id, Function.identity()));
        return some.stream()
                .map(one -> {
                    PlanHistory.HistoryRevision made = one.revision();
                    RevisionSummary step =
                            made == null ? null : steps.get(made.id().value());
                    return new HistoryPage.HistoryEntry(
                            one.text(), one.author(), PageRenderer.toLocalDateTime(one.made()), step);
                })
                .toList();
    }

    private List<HistoryPage.HistoryEntry> publicationEntries(
            List<AuthoredPublication> published, Instant from, Instant until) {
        return published.stream()
                .filter(one -> !one.publication().published().isBefore(from)
                        && one.publication().published().isBefore(until))
                .map(one -> new HistoryPage.HistoryEntry(
                        requestTexts
                                .texts()
                                .text(
                                        "revision.published",
                                        one.publication().number(),
                                        one.publication().note().isEmpty() ? 0 : 1,
                                        one.publication().note()),
                        Objects.requireNonNullElse(one.author(), ""),
                        PageRenderer.toLocalDateTime(one.publication().published()),
                        null))
                .toList();
    }

    /** @param isNamed whether the visitor may know who is away */
    private List<HistoryPage.HistoryEntry> absenceEntries(Plan plan, Instant from, Instant until, boolean isNamed) {
        List<AbsenceReport> reports = absences.findReports(plan.id(), from, until);
        Map<AccountId, String> authors =
                accounts.names(reports.stream().map(AbsenceReport::author).collect(Collectors.toSet()));
        return reports.stream()
                .map(one -> new HistoryPage.HistoryEntry(
                        absenceText(one.away(), isNamed),
                        authors.getOrDefault(one.author(), ""),
                        PageRenderer.toLocalDateTime(one.made()),
                        null))
                .toList();
    }

    private String absenceText(AbsentPerson away, boolean isNamed) {
        Texts texts = requestTexts.texts();
        if (!isNamed || away.name().isEmpty()) {
            return texts.text("revision.absence-reported");
        }
        boolean areWholeDays = away.from().toLocalTime().equals(LocalTime.MIDNIGHT)
                && away.until().toLocalTime().equals(LocalTime.MIDNIGHT);
        LocalDate first = away.from().toLocalDate();
        LocalDate last = away.until().minusMinutes(1).toLocalDate();
        if (areWholeDays && first.equals(last)) {
            return texts.text("revision.absence-reported-of-day", away.name(), first);
        }
        return areWholeDays
                ? texts.text("revision.absence-reported-of", away.name(), first, last)
                : texts.text("revision.absence-reported-of", away.name(), away.from(), away.until());
    }

    private static boolean mayEdit(Plan plan, Caller caller) {
        return caller.permissionsIn(plan.organisation()).contains(Permission.EDIT);
    }

    private Set<RevisionId> publishedRevisions(Plan plan) {
        return revisions(publications.latest(plan.id()).items());
    }

    private static Set<RevisionId> revisions(List<AuthoredPublication> published) {
        return published.stream().map(one -> one.publication().revision()).collect(Collectors.toSet());
    }

    private List<RevisionSummary> summaries(
            Plan plan, Set<RevisionId> published, List<PlanHistory.HistoryRevision> some) {
        Map<RevisionId, String> statuses = planStatuses.lines(
                some.stream().map(PlanHistory.HistoryRevision::id).toList(), MAX_COUNTED);
        return some.stream()
                .map(one -> new RevisionSummary(
                        one.id().value(),
                        one.number(),
                        one.text(),
                        one.author(),
                        PageRenderer.toLocalDateTime(one.made()),
                        one.id().equals(plan.head()),
                        published.contains(one.id()),
                        one.hasTimetable(),
                        statuses.getOrDefault(one.id(), "")))
                .toList();
    }

    /**
     * Returns the page of a revision.
     *
     * @param with revision to compare with, of the plan or a related plan
     * @throws dk.grundskema.api.platform.http.RefusalException 404 if a revision belongs to neither
     */
    RevisionComparisonPage buildRevision(Plan plan, RevisionId shown, RevisionId with, Caller caller) {
        PlanHistory.HistoryRevision one = history.revision(plan.id(), shown);
        PlanHistory.HistoryRevision other = history.familyRevision(plan, with);
        boolean isLater = one.plan().equals(other.plan()) && one.number() > other.number();
        PlanHistory.HistoryRevision before = isLater ? other : one;
        PlanHistory.HistoryRevision after = isLater ? one : other;
        String beforeName = planStatuses.name(before.plan(), before.number(), after.plan());
        String afterName = planStatuses.name(after.plan(), after.number(), before.plan());
        List<RevisionId> seen = Stream.of(before, after)
                .filter(PlanHistory.HistoryRevision::hasTimetable)
                .map(PlanHistory.HistoryRevision::id)
                .distinct()
                .toList();
        Set<RevisionId> published = publishedRevisions(plan);
        List<RevisionSummary> steps = summaries(plan, published, List.of(one, other));
        List<PlanHistory.HistoryRevision> latest =
                history.revisions(plan.id(), Integer.MAX_VALUE).items();
        return new RevisionComparisonPage(
                plan.id().value(),
                plan.version(),
                mayEdit(plan, caller),
                steps.getFirst(),
                steps.getLast(),
                beforeName,
                afterName,
                summaries(plan, published, latest).stream()
                        .filter(each -> !each.id().equals(shown.value()))
                        .toList(),
                shown.equals(with)
                        ? null
                        : revisionDifference(before, after, differences.compare(before.id(), after.id(), caller)),
                miniTimetableBuilder.styleAddress(plan, seen),
                miniTimetableBuilder.buildAll(
                        plan, seen, id -> id.equals(before.id()) ? beforeName : afterName, caller));
    }

    private RevisionComparisonPage.RevisionDifference revisionDifference(
            PlanHistory.HistoryRevision one, PlanHistory.HistoryRevision other, RevisionComparison all) {
        List<String> asked = all.describe(true, requestTexts.texts());
        List<String> renamed = all.describe(false, requestTexts.texts());
        StatusPair status = statusPair(one, other, planStatuses.compare(all));
        RevisionComparison.TimetableComparison timetable = all.timetable();
        RevisionComparison.FidelityComparison fidelity = all.fidelity();
        if (timetable == null || fidelity == null) {
            return new RevisionComparisonPage.RevisionDifference(
                    asked, renamed, status, false, 0, List.of(), List.of(), List.of(), List.of(), "", "", List.of());
        }
        return new RevisionComparisonPage.RevisionDifference(
                asked,
                renamed,
                status,
                true,
                timetable.sessions(),
                timetable.classes(),
                timetable.people(),
                timetable.changes(),
                timetable.rules().stream()
                        .filter(rule -> rule.level() == Level.SOFT)
                        .map(rule -> new RevisionComparisonPage.WishChange(
                                rule.name(), cost(rule.before()), cost(rule.after())))
                        .filter(wish -> wish.before() != wish.after())
                        .toList(),
                fidelity.before(),
                fidelity.after(),
                fidelity.asks().stream()
                        .map(this::askChange)
                        .filter(ask -> !ask.before().equals(ask.after()))
                        .toList());
    }

    private StatusPair statusPair(
            PlanHistory.HistoryRevision one, PlanHistory.HistoryRevision other, StatusComparisonView compared) {
        return new StatusPair(
                planStatuses.pairs(compared.before(), compared.after()),
                state(one, compared.before()),
                state(other, compared.after()),
                compared.outcome(),
                compared.verdict());
    }

    private static StatusState state(PlanHistory.HistoryRevision step, @Nullable PlanStatusView status) {
        if (!step.hasTimetable()) {
            return StatusState.NO_TIMETABLE;
        }
        return status == null ? StatusState.PLUGIN_MISSING : StatusState.KNOWN;
    }

    private static long cost(@Nullable RuleResult result) {
        return result == null ? 0 : result.weight() * result.penalty();
    }

    private RevisionComparisonPage.AskChange askChange(RevisionComparison.AskComparison one) {
        return new RevisionComparisonPage.AskChange(
                one.section() + ": " + one.name(), outcomeText(one.before()), outcomeText(one.after()));
    }

    private String outcomeText(RevisionComparison.@Nullable AskOutcome outcome) {
        return outcome == null ? "" : outcome.describe(requestTexts.texts());
    }
}
