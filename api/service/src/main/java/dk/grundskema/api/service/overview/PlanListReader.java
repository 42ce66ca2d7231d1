package dk.grundskema.api.service.overview;

import com.github.benmanes.caffeine.cache.Ticker;
import dk.grundskema.api.planning.status.PlanStatus;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.http.LeastRecentlyUsedCache;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanRowMapper;
import dk.grundskema.api.service.plan.PlanStatusRepository;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.RevisionId;
import dk.grundskema.api.service.plan.RevisionRepository;
import dk.grundskema.domain.finding.Finding;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the plans of organisations for lists, latest first, including plans that this installation cannot read. Parses each problem once:
 * summaries are cached by the problem's hash.
 */
@Component
public class PlanListReader {
    private static final String LISTED_CONDITION =
            "WHERE organisation IN (:organisations) AND deleted IS NULL AND archived IS NULL";

    /** Maximum number of cached summaries, which are small. */
    private static final int CACHE_SIZE = 5_000;

    private static final Duration CACHE_LIFETIME = Duration.ofDays(2);

    private final JdbcClient database;
    private final RevisionRepository revisions;
    private final DocumentStore documents;
    private final PlanStatusRepository statuses;
    private final RequestTexts requestTexts;

    /** Summaries by problem hash. Problems are immutable, and summaries contain no personal data, so entries need no invalidation. */
    private final LeastRecentlyUsedCache<String, ProblemSummary> problems =
            LeastRecentlyUsedCache.create(CACHE_SIZE, CACHE_LIFETIME, Ticker.systemTicker());

    PlanListReader(
            JdbcClient database,
            RevisionRepository revisions,
            DocumentStore documents,
            PlanStatusRepository statuses,
            RequestTexts requestTexts) {
        this.database = database;
        this.revisions = revisions;
        this.documents = documents;
        this.statuses = statuses;
        this.requestTexts = requestTexts;
    }

    /**
     * A plan.
     *
     * @param plan         the plan
     * @param hasTimetable whether it has a timetable
     * @param status       stored status of its current revision, without conflicts with other plans and absences; {@code null} if none is stored by this
     *     version of the program, or the problem cannot be read
     * @param hasAbsences  whether absences are recorded in it, past or future
     * @param problem      summary of its problem
     * @param lacks        reasons why the problem cannot be read by this installation; empty if it can
     */
    public record PlanListEntry(
            Plan plan,
            boolean hasTimetable,
            @Nullable PlanStatus status,
            boolean hasAbsences,
            ProblemSummary problem,
            String lacks) {}

    /** Returns the number of listed plans by organisation; organisations without plans are missing. */
    public Map<OrganisationId, Integer> countByOrganisation(Collection<OrganisationId> organisations) {
        var counts = new HashMap<OrganisationId, Integer>();
        if (!organisations.isEmpty()) {
            database.sql("SELECT organisation, COUNT(*) AS plans FROM plan " + LISTED_CONDITION
                            + " GROUP BY organisation")
                    .param("organisations", idValues(organisations))
                    .query(row -> {
                        counts.put(new OrganisationId(row.getString("organisation")), row.getInt("plans"));
                    });
        }
        return counts;
    }

    /**
     * Returns the listed plans of organisations, latest first. The number of SQL statements is constant.
     *
     * @param from number of latest plans to skip, by organisation; missing means 0
     * @param most maximum number of plans for each organisation
     */
    public Map<OrganisationId, List<PlanListEntry>> findLatest(
            Collection<OrganisationId> organisations, Map<OrganisationId, Integer> from, int most) {
        if (organisations.isEmpty()) {
            return Map.of();
        }
        var withAbsences = new HashSet<PlanId>();
        List<Plan> plans = database.sql("""
                        SELECT listed.*, (SELECT COUNT(*) FROM absence a JOIN plan f ON f.id = a.plan WHERE f.family = listed.family) AS absences FROM (
                          SELECT id, organisation, title, version, head, tip, created, family, in_use, archived,
                            ROW_NUMBER() OVER (PARTITION BY organisation ORDER BY created DESC, id) AS place
                          FROM plan %s) listed
                        WHERE place <= :deepest ORDER BY created DESC, id""".formatted(LISTED_CONDITION))
                .param("organisations", idValues(organisations))
                .param(
                        "deepest",
                        most
                                + from.values().stream()
                                        .mapToInt(Integer::intValue)
                                        .max()
                                        .orElse(0))
                .query((row, number) -> {
                    Plan plan = PlanRowMapper.plan(row, number);
                    if (row.getLong("absences") > 0) {
                        withAbsences.add(plan.id());
                    }
                    return plan;
                })
                .list();
        var shown = new HashMap<OrganisationId, List<Plan>>();
        plans.stream()
                .collect(Collectors.groupingBy(Plan::organisation))
                .forEach((organisation, all) -> shown.put(
                        organisation,
                        all.stream()
                                .skip(from.getOrDefault(organisation, 0))
                                .limit(most)
                                .toList()));
        Map<RevisionId, Revision> heads =
                revisions
                        .findAll(shown.values().stream()
                                .flatMap(List::stream)
                                .map(Plan::head)
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Revision::id, Function.identity()));
        documents.prefetch(heads.values().stream()
                .map(Revision::problem)
                .filter(problem -> problems.getIfPresent(problem) == null)
                .toList());
        Map<RevisionId, PlanStatus> stored = statuses.findAll(heads.keySet());
        var listed = new HashMap<OrganisationId, List<PlanListEntry>>();
        shown.forEach((organisation, all) -> listed.put(
                organisation,
                all.stream()
                        .map(plan -> listEntry(
                                plan,
                                Objects.requireNonNull(heads.get(plan.head())),
                                stored.get(plan.head()),
                                withAbsences.contains(plan.id())))
                        .toList()));
        return listed;
    }

    private static List<String> idValues(Collection<OrganisationId> organisations) {
        return organisations.stream().map(OrganisationId::value).toList();
    }

    private PlanListEntry listEntry(Plan plan, Revision head, @Nullable PlanStatus stored, boolean hasAbsences) {
        ProblemSummary problem = problems.get(head.problem(), this::summarise);
        String lacks =
                problem.lacks().stream().map(requestTexts.texts()::sentenceOf).collect(Collectors.joining(" "));
        PlanStatus status = head.timetable() == null || !lacks.isEmpty() ? null : stored;
        return new PlanListEntry(plan, head.timetable() != null, status, hasAbsences, problem, lacks);
    }

    private ProblemSummary summarise(String hash) {
        try {
            return ProblemSummary.of(documents.problemUncached(hash).value());
        } catch (RefusalException unreadable) {
            return new ProblemSummary(List.of(), null, missingPlugins(unreadable));
        }
    }

    /** Returns the findings about missing plugins, without other findings of a problem that is only partly read. */
    private static List<Finding> missingPlugins(RefusalException unreadable) {
        return unreadable.findings().stream()
                .filter(one -> one.code().startsWith("plan."))
                .toList();
    }
}
