package dk.grundskema.api.service.plan;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonTreeParser;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.service.access.AccountId;
import dk.grundskema.api.service.access.OrganisationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.TreeMap;

/** Maps rows of the database to plans and revisions. */
public final class PlanRowMapper {
    /** Start of a query for revisions. */
    static final String REVISION =
            "SELECT id, plan, number, parent, code, arguments, author, made, problem, timetable, plugins FROM revision ";

    /** Start of a query for plans. */
    public static final String PLAN =
            "SELECT id, organisation, title, version, head, tip, created, family, in_use, archived FROM plan ";

    private PlanRowMapper() {}

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
        String parent = row.getString("parent");
        var plugins = new TreeMap<String, Integer>();
        if (json(row.getString("plugins")) instanceof Json.JsonObject versions) {
            versions.fields().forEach((type, version) -> {
                if (version instanceof Json.JsonNumber numeric) {
                    plugins.put(type, numeric.value().intValueExact());
                }
            });
        }
        return new Revision(
                new RevisionId(row.getString("id")),
                new PlanId(row.getString("plan")),
                row.getInt("number"),
                parent == null ? null : new RevisionId(parent),
                row.getString("code"),
                readTexts(row.getString("arguments")),
                new AccountId(row.getString("author")),
                row.getTimestamp("made").toInstant(),
                row.getString("problem"),
                row.getString("timetable"),
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
