package dk.grundskema.api.server.plans;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.JsonParsing;
import dk.grundskema.api.platform.Read;
import dk.grundskema.api.server.identity.AccountId;
import dk.grundskema.api.server.identity.OrganisationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.TreeMap;

/** How the database's rows are plans and revisions. */
final class PlanRows {
    /** Begins a query for revisions. */
    static final String REVISION =
            "SELECT id, plan, number, parent, code, arguments, author, made, problem, timetable, plugins FROM revision ";

    /** Begins a query for plans. */
    static final String PLAN =
            "SELECT id, organisation, title, version, head, tip, created, family, in_use, archived FROM plan ";

    private PlanRows() {}

    static Plan plan(ResultSet row, int number) throws SQLException {
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
        if (json(row.getString("plugins")) instanceof Json.Structure versions) {
            versions.fields().forEach((type, version) -> {
                if (version instanceof Json.Numeric numeric) {
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
                texts(row.getString("arguments")),
                new AccountId(row.getString("author")),
                row.getTimestamp("made").toInstant(),
                row.getString("problem"),
                row.getString("timetable"),
                plugins);
    }

    /** Texts that are kept as a list of JSON. */
    static List<String> texts(String kept) {
        List<Json> all = json(kept) instanceof Json.Listing list ? list.elements() : List.of();
        return all.stream().map(each -> String.valueOf(Json.toJava(each))).toList();
    }

    private static Json json(String text) {
        return JsonParsing.parse(text) instanceof Read.Good<Json> good ? good.value() : Json.Nothing.NOTHING;
    }
}
