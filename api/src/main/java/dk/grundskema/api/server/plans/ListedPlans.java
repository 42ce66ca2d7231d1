package dk.grundskema.api.server.plans;

import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.platform.Lately;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.domain.finding.Finding;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An organisation's plans as people look for them, for pages: the latest first, those that can't be read here among them. */
@Component
public class ListedPlans {
    private static final String LISTED =
            "WHERE organisation IN (:organisations) AND deleted IS NULL AND archived IS NULL";

    /** So many stay known, which is little of each. */
    private static final int KNOWN = 5_000;

    private static final Duration UNUSED = Duration.ofDays(2);

    private final JdbcClient database;
    private final Revisions revisions;
    private final Documents documents;
    private final Speaking speaking;

    /** By the hashes of problems, which are never changed; nobody is in it who could be forgotten. */
    private final Lately<String, ListedProblem> problems = new Lately<>(KNOWN, UNUSED, System::nanoTime);

    ListedPlans(JdbcClient database, Revisions revisions, Documents documents, Speaking speaking) {
        this.database = database;
        this.revisions = revisions;
        this.documents = documents;
        this.speaking = speaking;
    }

    /**
     * A plan.
     *
     * @param plan         the plan
     * @param hasTimetable whether there is a timetable
     * @param problem      what it is of
     * @param lacks        why that can't be read with what is installed here, in sentences; empty if it can
     */
    public record Listed(Plan plan, boolean hasTimetable, ListedProblem problem, String lacks) {}

    /** How many plans of each of some organisations are in its lists; organisations without any are missing. */
    public Map<OrganisationId, Integer> counts(Collection<OrganisationId> organisations) {
        var counts = new HashMap<OrganisationId, Integer>();
        if (!organisations.isEmpty()) {
            database.sql("SELECT organisation, COUNT(*) AS plans FROM plan " + LISTED + " GROUP BY organisation")
                    .param("organisations", values(organisations))
                    .query(row -> {
                        counts.put(new OrganisationId(row.getString("organisation")), row.getInt("plans"));
                    });
        }
        return counts;
    }

    /**
     * Plans that are in the lists of some organisations, of each the latest first. How many statements this takes depends neither on the number of
     * plans nor on that of organisations, but for problems that weren't asked for before.
     *
     * @param from how many later ones are left out of those organisations that are in it
     * @param most how many of each organisation at most
     */
    public Map<OrganisationId, List<Listed>> latest(
            Collection<OrganisationId> organisations, Map<OrganisationId, Integer> from, int most) {
        if (organisations.isEmpty()) {
            return Map.of();
        }
        List<Plan> plans = database.sql("""
                        SELECT * FROM (
                          SELECT id, organisation, title, version, head, tip, created, family, in_use, archived,
                            ROW_NUMBER() OVER (PARTITION BY organisation ORDER BY created DESC, id) AS place
                          FROM plan %s) listed
                        WHERE place <= :deepest ORDER BY created DESC, id""".formatted(LISTED))
                .param("organisations", values(organisations))
                .param(
                        "deepest",
                        most
                                + from.values().stream()
                                        .mapToInt(Integer::intValue)
                                        .max()
                                        .orElse(0))
                .query(PlanRows::plan)
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
                        .all(shown.values().stream()
                                .flatMap(List::stream)
                                .map(Plan::head)
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Revision::id, Function.identity()));
        var listed = new HashMap<OrganisationId, List<Listed>>();
        shown.forEach((organisation, all) -> listed.put(
                organisation,
                all.stream()
                        .map(plan -> listed(plan, Objects.requireNonNull(heads.get(plan.head()))))
                        .toList()));
        return listed;
    }

    private static List<String> values(Collection<OrganisationId> organisations) {
        return organisations.stream().map(OrganisationId::value).toList();
    }

    private Listed listed(Plan plan, Revision head) {
        ListedProblem problem = problems.get(head.problem(), this::problem);
        String lacks = problem.lacks().stream().map(speaking.texts()::of).collect(Collectors.joining(" "));
        return new Listed(plan, head.timetable() != null, problem, lacks);
    }

    private ListedProblem problem(String hash) {
        try {
            return ListedProblem.of(documents.inPassing(hash).value());
        } catch (Refusal unreadable) {
            return new ListedProblem(List.of(), null, missing(unreadable));
        }
    }

    /** What is missing, without what else would have to be mended in a problem that is half read. */
    private static List<Finding> missing(Refusal unreadable) {
        return unreadable.findings().stream()
                .filter(one -> one.code().startsWith("plan."))
                .toList();
    }
}
