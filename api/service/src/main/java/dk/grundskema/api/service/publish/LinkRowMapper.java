package dk.grundskema.api.service.publish;

import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.domain.people.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Maps database rows to links. */
public final class LinkRowMapper {
    /** Columns of a link {@code l}. */
    public static final String COLUMNS =
            "l.id, l.organisation, l.plan, l.kind, l.owner, l.token, l.language, l.created, l.revoked, l.seen";

    /** Start of a query for links of existing plans. */
    public static final String LINK =
            "SELECT " + COLUMNS + " FROM feed_link l LEFT JOIN plan p ON p.id = l.plan WHERE p.deleted IS NULL AND ";

    private LinkRowMapper() {}

    public static FeedLink link(ResultSet row, int number) throws SQLException {
        String plan = row.getString("plan");
        return new FeedLink(
                new LinkId(row.getString("id")),
                new OrganisationId(row.getString("organisation")),
                plan == null ? null : new PlanId(plan),
                LinkKind.valueOf(row.getString("kind")),
                row.getString("owner"),
                row.getString("token"),
                Language.valueOf(row.getString("language")),
                row.getTimestamp("created").toInstant(),
                moment(row, "revoked"),
                moment(row, "seen"));
    }

    /** Returns the link of a kind to the calendar of a staff member in a plan, revoked or not. */
    public static Optional<FeedLink> findByPerson(JdbcClient database, PlanId plan, String person, LinkKind kind) {
        return database.sql(LINK + "l.plan = :plan AND l.kind = :kind AND l.owner = :person")
                .param("plan", plan.value())
                .param("kind", kind.name())
                .param("person", person)
                .query(LinkRowMapper::link)
                .optional();
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        Timestamp moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }
}
