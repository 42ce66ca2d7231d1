package dk.grundskema.api.server.solving;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.JsonParsing;
import dk.grundskema.api.platform.JsonText;
import dk.grundskema.api.platform.Read;
import dk.grundskema.api.server.identity.AccountId;
import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.RevisionId;
import dk.grundskema.api.server.solving.SolveJob.Asked;
import dk.grundskema.api.server.solving.SolveJob.Spent;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.Severity;
import dk.grundskema.domain.timetable.RuleResult;
import dk.grundskema.domain.timetable.Score;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Solves as rows of the database have them. */
final class SolveRows {
    /** All columns of a solve. */
    static final String COLUMNS =
            "id, organisation, plan, author, created, base, continue_from, reference, seed, searches, priority,"
                    + " limit_millis, limit_steps, limit_unimproved_millis, state, task, queued, started, ended, worker, deaths, best,"
                    + " hard, medium, soft, rules, elapsed_millis, steps, moves, findings, revision, event";

    private SolveRows() {}

    static SolveJob job(ResultSet row, int number) throws SQLException {
        String revision = row.getString("revision");
        String best = row.getString("best");
        Long hard = row.getObject("hard", Long.class);
        String rules = row.getString("rules");
        return new SolveJob(
                new SolveId(row.getString("id")),
                new OrganisationId(row.getString("organisation")),
                new PlanId(row.getString("plan")),
                new AccountId(row.getString("author")),
                row.getTimestamp("created").toInstant(),
                new RevisionId(row.getString("base")),
                asked(row),
                SolveState.valueOf(row.getString("state")),
                row.getString("task"),
                row.getTimestamp("queued").toInstant(),
                instant(row.getTimestamp("started")),
                instant(row.getTimestamp("ended")),
                row.getString("worker"),
                row.getInt("deaths"),
                best,
                hard == null ? null : new Score(hard, row.getLong("medium"), row.getLong("soft")),
                rules == null ? List.of() : rules(rules),
                new Spent(Duration.ofMillis(row.getLong("elapsed_millis")), row.getLong("steps"), row.getLong("moves")),
                findings(row.getString("findings")),
                revision == null ? null : new RevisionId(revision),
                row.getLong("event"));
    }

    private static Asked asked(ResultSet row) throws SQLException {
        var end = new SolveEnd(
                millis(row.getObject("limit_millis", Long.class)),
                row.getObject("limit_steps", Long.class),
                millis(row.getObject("limit_unimproved_millis", Long.class)));
        return new Asked(
                end,
                row.getLong("seed"),
                row.getInt("searches"),
                row.getInt("priority"),
                ContinueFrom.valueOf(row.getString("continue_from")),
                row.getString("reference"));
    }

    private static @Nullable Duration millis(@Nullable Long millis) {
        return millis == null ? null : Duration.ofMillis(millis);
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    /** Rules that cost something, as text. */
    static String text(List<RuleResult> rules) {
        return JsonText.of(Json.fromJava(rules.stream()
                        .filter(one -> one.penalty() > 0)
                        .map(one -> List.of(one.id(), one.level().name(), one.weight(), one.penalty(), one.count()))
                        .toList()))
                .strip();
    }

    private static List<RuleResult> rules(String text) {
        return list(text).stream()
                .map(each -> (List<?>) each)
                .map(each -> new RuleResult(
                        String.valueOf(each.get(0)),
                        Level.valueOf(String.valueOf(each.get(1))),
                        Long.parseLong(String.valueOf(each.get(2))),
                        Long.parseLong(String.valueOf(each.get(3))),
                        Integer.parseInt(String.valueOf(each.get(4)))))
                .toList();
    }

    /** Findings as text. Their arguments are numbers, or become the texts of ids. */
    static String told(List<Finding> findings) {
        return JsonText.of(Json.fromJava(findings.stream()
                        .map(one -> Map.of(
                                "code",
                                one.code(),
                                "severity",
                                one.severity().name(),
                                "pointer",
                                one.pointer(),
                                "arguments",
                                one.arguments().stream()
                                        .map(each -> each instanceof Number ? each : String.valueOf(each))
                                        .toList()))
                        .toList()))
                .strip();
    }

    private static List<Finding> findings(String text) {
        return list(text).stream()
                .map(each -> (Map<?, ?>) each)
                .map(each -> new Finding(
                        String.valueOf(each.get("code")),
                        Severity.valueOf(String.valueOf(each.get("severity"))),
                        String.valueOf(each.get("pointer")),
                        List.copyOf((List<?>) each.get("arguments"))))
                .toList();
    }

    private static List<?> list(String text) {
        return JsonParsing.parse(text) instanceof Read.Good<Json> good
                        && Json.toJava(good.value()) instanceof List<?> list
                ? list
                : List.of();
    }
}
