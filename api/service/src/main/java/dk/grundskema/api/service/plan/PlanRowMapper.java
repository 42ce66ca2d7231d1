package dk.grundskema.api.service.plan;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonTreeParser;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.account.AccountRepository;
import dk.grundskema.api.platform.account.OrganisationRepository;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Maps rows of the database to plans and revisions. */
public final class PlanRowMapper {
    /** Start of a query for revisions, each with its stored status. */
    static final String REVISION =
            "SELECT id, plan, number, parent, code, arguments, author, made, problem, timetable, plugins, "
                    + String.join(", ", PlanStatusRepository.COLUMNS)
                    + " FROM revision LEFT JOIN plan_status ON plan_status.revision = revision.id ";

    /** Start of a query for plans. */
    public static final String PLAN =
            "SELECT id, organisation, title, version, head, tip, created, family, in_use, archived FROM plan ";

    /**
     * Start of a query for plans, deleted or not, without the condition on the id. Reads a plan with its organisation, its head revision, the status and the name of the author of the head, and the head's parent with its status. The columns of organisation and revisions have a prefix, see
     * {@link #planWithHead}.
     */
    public static final String WITH_HEAD =
            "SELECT p.id, p.organisation, p.title, p.version, p.head, p.tip, p.created, p.family, p.in_use, p.archived,"
                    + " p.deleted, o.id AS o_id, o.name AS o_name, o.parent AS o_parent, o.retention_days AS o_retention_days,"
                    + " o.version AS o_version, " + revisionColumns("h") + ", " + revisionColumns("q")
                    + ", " + prefixedColumns("s", PlanStatusRepository.COLUMNS)
                    + ", " + prefixedColumns("t", PlanStatusRepository.COLUMNS)
                    + ", n.name AS author_name, (SELECT COUNT(*) FROM absence a JOIN plan f ON f.id = a.plan WHERE f.family = p.family) AS absences FROM plan p JOIN organisation o ON o.id = p.organisation JOIN revision h ON h.id = p.head LEFT JOIN revision q ON q.id = h.parent"
                    + " LEFT JOIN plan_status s ON s.revision = h.id LEFT JOIN plan_status t ON t.revision = q.id LEFT JOIN account n ON n.id = h.author WHERE p.id ";

    /** Condition on the column {@code plan}: a plan of the family of the plan with the id {@code :plan}, including those in the trash. */
    public static final String OF_FAMILY =
            "plan IN (SELECT f.id FROM plan p JOIN plan f ON f.family = p.family WHERE p.id = :plan) ";

    private PlanRowMapper() {}

    private static String revisionColumns(String table) {
        return prefixedColumns(
                table,
                List.of(
                        "id",
                        "plan",
                        "number",
                        "parent",
                        "code",
                        "arguments",
                        "author",
                        "made",
                        "problem",
                        "timetable",
                        "plugins"));
    }

    private static String prefixedColumns(String table, List<String> columns) {
        return columns.stream()
                .map(column -> "%1$s.%2$s AS %1$s_%2$s".formatted(table, column))
                .collect(Collectors.joining(", "));
    }

    /**
     * A plan, deleted or not.
     *
     * @param plan      the plan
     * @param isDeleted whether it is in the trash
     */
    public record FoundPlan(Plan plan, boolean isDeleted) {}

    /** Maps a row of {@link #WITH_HEAD}. The request remembers both revisions, and the plan unless it is deleted. */
    public static FoundPlan planWithHead(ResultSet row, int number) throws SQLException {
        OrganisationRepository.rememberRow(row, "o_");
        Revision head = PlanContext.remember(revision(row, "h_"));
        PlanContext.rememberStatus(head.id(), PlanStatusRepository.map(row, "s_"));
        AccountRepository.rememberName(head.author(), row.getString("author_name"));
        if (row.getString("q_id") != null) {
            Revision parent = PlanContext.remember(revision(row, "q_"));
            PlanContext.rememberStatus(parent.id(), PlanStatusRepository.map(row, "t_"));
        }
        var found = new FoundPlan(plan(row, number), row.getTimestamp("deleted") != null);
        if (!found.isDeleted()) {
            PlanContext.remember(found.plan());
            if (row.getLong("absences") == 0) {
                PlanContext.rememberAbsences(found.plan().id(), List.of());
            }
        }
        return found;
    }

    public static Plan plan(ResultSet row, int number) throws SQLException {
        Timestamp archived = row.getTimestamp("archived");
        return new Plan(
                new PlanId(row.getString("id")),
                new OrganisationId(row.getString("organisation")),
                row.getString("title"),
                row.getLong("version"),
                new RevisionId(row.getString("head")),
                new RevisionId(row.getString("tip")),
                row.getTimestamp("created").toInstant(),
                new PlanId(row.getString("family")),
                row.getBoolean("in_use"),
                archived == null ? null : archived.toInstant());
    }

    static Revision revision(ResultSet row, int number) throws SQLException {
        Revision found = PlanContext.remember(revision(row, ""));
        PlanContext.rememberStatus(found.id(), PlanStatusRepository.map(row, ""));
        return found;
    }

    private static Revision revision(ResultSet row, String prefix) throws SQLException {
        String parent = row.getString(prefix + "parent");
        var plugins = new TreeMap<String, Integer>();
        if (json(row.getString(prefix + "plugins")) instanceof Json.JsonObject versions) {
            versions.fields().forEach((type, version) -> {
                if (version instanceof Json.JsonNumber numeric) {
                    plugins.put(type, numeric.value().intValueExact());
                }
            });
        }
        return new Revision(
                new RevisionId(row.getString(prefix + "id")),
                new PlanId(row.getString(prefix + "plan")),
                row.getInt(prefix + "number"),
                parent == null ? null : new RevisionId(parent),
                row.getString(prefix + "code"),
                readTexts(row.getString(prefix + "arguments")),
                new AccountId(row.getString(prefix + "author")),
                row.getTimestamp(prefix + "made").toInstant(),
                row.getString(prefix + "problem"),
                row.getString(prefix + "timetable"),
                plugins);
    }

    /** Parses a JSON array of texts. */
    static List<String> readTexts(String kept) {
        List<Json> all = json(kept) instanceof Json.JsonArray list ? list.elements() : List.of();
        return all.stream().map(each -> String.valueOf(Json.toJava(each))).toList();
    }

    private static Json json(String text) {
        return JsonTreeParser.parse(text) instanceof ReadResult.Success<Json> good
                ? good.value()
                : Json.JsonNull.NOTHING;
    }
}
