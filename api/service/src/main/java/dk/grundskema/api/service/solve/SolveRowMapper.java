package dk.grundskema.api.service.solve;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonFormatter;
import dk.grundskema.api.documents.json.JsonTreeParser;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.RevisionId;
import dk.grundskema.api.service.solve.SolveJob.SolveOptions;
import dk.grundskema.api.service.solve.SolveJob.SpentEffort;
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

/** Maps rows of the database to solves. */
final class SolveRowMapper {
    /** All columns of a solve. */
    static final String COLUMNS =
            "id, organisation, plan, author, created, base, continue_from, reference, seed, searches, priority,"
                    + " limit_millis, limit_steps, limit_unimproved_millis, state, task, queued, started, ended, worker, deaths, best,"
                    + " hard, medium, soft, rules, elapsed_millis, steps, moves, findings, revision, event";

    private SolveRowMapper() {}

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
                options(row),
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
                new SpentEffort(
                        Duration.ofMillis(row.getLong("elapsed_millis")), row.getLong("steps"), row.getLong("moves")),
                findings(row.getString("findings")),
                revision == null ? null : new RevisionId(revision),
                row.getLong("event"));
    }

    private static SolveOptions options(ResultSet row) throws SQLException {
        var end = new SolveJobLimits(
                millis(row.getObject("limit_millis", Long.class)),
                row.getObject("limit_steps", Long.class),
                millis(row.getObject("limit_unimproved_millis", Long.class)));
        return new SolveOptions(
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

    /** Returns the rules with a penalty as JSON. */
    static String rulesJson(List<RuleResult> rules) {
        return JsonFormatter.format(Json.fromJava(rules.stream()
                        .filter(one -> one.penalty() > 0)
                        .map(one -> List.of(one.id(), one.level().name(), one.weight(), one.penalty(), one.count()))
                        .toList()))
                .strip();
    }

    private static List<RuleResult> rules(String text) {
        return parseList(text).stream()
                .map(each -> (List<?>) each)
                .map(each -> new RuleResult(
                        String.valueOf(each.get(0)),
                        Level.valueOf(String.valueOf(each.get(1))),
                        Long.parseLong(String.valueOf(each.get(2))),
                        Long.parseLong(String.valueOf(each.get(3))),
                        Integer.parseInt(String.valueOf(each.get(4)))))
                .toList();
    }

    /** Returns findings as JSON. Arguments that are not numbers are stored as text. */
    static String findingsJson(List<Finding> findings) {
        return JsonFormatter.format(Json.fromJava(findings.stream()
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
        return parseList(text).stream()
                .map(each -> (Map<?, ?>) each)
                .map(each -> new Finding(
                        String.valueOf(each.get("code")),
                        Severity.valueOf(String.valueOf(each.get("severity"))),
                        String.valueOf(each.get("pointer")),
                        List.copyOf((List<?>) each.get("arguments"))))
                .toList();
    }

    private static List<?> parseList(String text) {
        return JsonTreeParser.parse(text) instanceof ReadResult.Success<Json> good
                        && Json.toJava(good.value()) instanceof List<?> list
                ? list
                : List.of();
    }
}
