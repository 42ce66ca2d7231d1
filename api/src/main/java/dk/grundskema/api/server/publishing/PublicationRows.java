package dk.grundskema.api.server.publishing;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.JsonParsing;
import dk.grundskema.api.platform.JsonText;
import dk.grundskema.api.platform.Read;
import dk.grundskema.api.server.identity.AccountId;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.RevisionId;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.domain.people.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Publications in the database. Whoever writes here holds the plan locked. */
@Component
final class PublicationRows {
    private static final String ALL =
            "SELECT plan, number, revision, problem, timetable, author, published, title, note, held_back FROM publication ";

    private final JdbcClient database;

    PublicationRows(JdbcClient database) {
        this.database = database;
    }

    /** @param exceptions ids of events, by the keys of occurrences that took another's place */
    void insert(Publication one, SortedMap<String, String> exceptions) {
        database.sql("""
                        INSERT INTO publication
                          (plan, number, revision, problem, timetable, author, published, title, note, held_back, exceptions)
                        VALUES
                          (:plan, :number, :revision, :problem, :timetable, :author, :published, :title, :note, :heldBack,
                           :exceptions)""")
                .param("plan", one.plan().value())
                .param("number", one.number())
                .param("revision", one.revision().value())
                .param("problem", one.problem())
                .param("timetable", one.timetable())
                .param("author", one.author().value())
                .param("published", Timestamp.from(one.published()))
                .param("title", one.title())
                .param("note", one.note())
                .param("heldBack", heldBack(one))
                .param("exceptions", Zipped.of(Json.fromJava(exceptions)))
                .update();
    }

    static String heldBack(Publication one) {
        return JsonText.line(
                Json.fromJava(one.heldBack().stream().map(StaffId::value).toList()));
    }

    /** The last publication of a plan, if there is one. */
    Optional<Publication> last(PlanId plan) {
        return database.sql(ALL + "WHERE plan = :plan ORDER BY number DESC LIMIT 1")
                .param("plan", plan.value())
                .query(PublicationRows::publication)
                .optional();
    }

    /** A publication of a plan, if there is one of that number. */
    Optional<Publication> find(PlanId plan, int number) {
        return database.sql(ALL + "WHERE plan = :plan AND number = :number")
                .param("plan", plan.value())
                .param("number", number)
                .query(PublicationRows::publication)
                .optional();
    }

    /** By which problem and which timetable a plan was published, if it was so often. */
    Optional<OfDocuments> documents(PlanId plan, int number) {
        return database.sql("SELECT problem, timetable FROM publication WHERE plan = :plan AND number = :number")
                .param("plan", plan.value())
                .param("number", number)
                .query((row, count) -> new OfDocuments(row.getString("problem"), row.getString("timetable")))
                .optional();
    }

    /**
     * Documents of a publication; others take their place in plans that forget who took part.
     *
     * @param problem   hash of the problem
     * @param timetable hash of the timetable
     */
    record OfDocuments(String problem, String timetable) {}

    /** Publications with a number below another, the latest first, so many at most. */
    List<Publication> before(PlanId plan, int number, int most) {
        return database.sql(ALL + "WHERE plan = :plan AND number < :number ORDER BY number DESC LIMIT :most")
                .param("plan", plan.value())
                .param("number", number)
                .param("most", most)
                .query(PublicationRows::publication)
                .list();
    }

    /** Ids of events of a publication, by the keys of occurrences that took another's place: only who works its calendars out needs them. */
    SortedMap<String, String> exceptions(PlanId plan, int number) {
        return database.sql("SELECT exceptions FROM publication WHERE plan = :plan AND number = :number")
                .param("plan", plan.value())
                .param("number", number)
                .query((row, count) -> exceptions(Zipped.json(row.getBytes("exceptions"))))
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    /** Of what the ids of a plan's events are made, if it was published once. */
    Optional<String> secret(PlanId plan) {
        return database.sql("SELECT feed_secret FROM plan WHERE id = :plan AND feed_secret IS NOT NULL")
                .param("plan", plan.value())
                .query(String.class)
                .optional();
    }

    /** Gives a plan a secret that has none yet. */
    void giveSecret(PlanId plan, String secret) {
        database.sql("UPDATE plan SET feed_secret = :secret WHERE id = :plan AND feed_secret IS NULL")
                .param("secret", secret)
                .param("plan", plan.value())
                .update();
    }

    private static Publication publication(ResultSet row, int number) throws SQLException {
        return new Publication(
                new PlanId(row.getString("plan")),
                row.getInt("number"),
                new RevisionId(row.getString("revision")),
                row.getString("problem"),
                row.getString("timetable"),
                new AccountId(row.getString("author")),
                row.getTimestamp("published").toInstant(),
                row.getString("title"),
                row.getString("note"),
                staff(row.getString("held_back")));
    }

    private static List<StaffId> staff(String kept) {
        return JsonParsing.parse(kept) instanceof Read.Good<Json> good && good.value() instanceof Json.Listing list
                ? list.elements().stream()
                        .map(each -> new StaffId(String.valueOf(Json.toJava(each))))
                        .toList()
                : List.of();
    }

    private static SortedMap<String, String> exceptions(Json kept) {
        var exceptions = new TreeMap<String, String>();
        if (kept instanceof Json.Structure structure) {
            structure
                    .fields()
                    .forEach((key, uid) ->
                            exceptions.put(key, String.valueOf(Objects.requireNonNull(Json.toJava(uid)))));
        }
        return exceptions;
    }
}
