package dk.grundskema.api.service.publish;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonFormatter;
import dk.grundskema.api.documents.json.JsonTreeParser;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.account.AccountRepository;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.http.RequestMemo;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.RevisionId;
import dk.grundskema.domain.people.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores publications in the database. Writing requires a lock on the plan. */
@Component
public final class PublicationRepository {
    private static final String COLUMNS =
            "SELECT plan, number, revision, problem, timetable, author, published, title, note, held_back,"
                    + " (SELECT name FROM account WHERE id = author) AS author_name";

    private static final String ALL = COLUMNS + " FROM publication ";

    private static final String SEED =
            "exceptions, (SELECT feed_secret FROM plan WHERE plan.id = publication.plan) AS feed_secret";

    private static final String OF_FAMILY =
            "plan IN (SELECT id FROM plan WHERE family = (SELECT family FROM plan WHERE id = :plan))";

    private final JdbcClient database;

    public PublicationRepository(JdbcClient database) {
        this.database = database;
    }

    /** @param exceptions recorded ids of events, as {@link EventIdGenerator#recordedIds} */
    public void insert(Publication one, SortedMap<String, String> exceptions) {
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
                .param("exceptions", GzipCodec.compress(Json.fromJava(exceptions)))
                .update();
    }

    static String heldBack(Publication one) {
        return JsonFormatter.formatOnOneLine(
                Json.fromJava(one.heldBack().stream().map(StaffId::value).toList()));
    }

    /** Returns the last publication of a plan, if any. */
    public Optional<Publication> findLast(PlanId plan) {
        return findLast("plan = :plan", plan);
    }

    /**
     * Returns the last publication of a plan's family, if any. Links show it, unless its plan is in the trash. At most one plan of a family has
     * publications and links: the one that was published last (docs/adr/0057-links-of-a-family.md).
     */
    public Optional<Publication> findLastOfFamily(PlanId plan) {
        Optional<Publication> last = findLast(OF_FAMILY, plan);
        readShown().put(plan, last);
        return last;
    }

    /** Returns {@link #findLastOfFamily} as the current request has read it already, if it has. */
    public Optional<Publication> findShown(PlanId plan) {
        Optional<Publication> known = readShown().get(plan);
        return known == null ? findLastOfFamily(plan) : known;
    }

    private static Map<PlanId, Optional<Publication>> readShown() {
        return RequestMemo.values("shown publications");
    }

    private Optional<Publication> findLast(String condition, PlanId plan) {
        return database.sql(COLUMNS + ", " + SEED + " FROM publication WHERE " + condition
                        + " ORDER BY number DESC LIMIT 1")
                .param("plan", plan.value())
                .query((row, count) -> {
                    Publication last = publication(row, count);
                    readSeeds().put(List.of(last.plan(), last.number()), seed(row));
                    return last;
                })
                .optional();
    }

    /** Returns the plan that has the publications and links of a plan's family; the plan itself if nothing of the family was published. */
    public PlanId findShownPlan(PlanId plan) {
        return findShown(plan).map(Publication::plan).orElse(plan);
    }

    /** Copies the publications of a plan, and the secret of its events, to a plan without publications. */
    void copy(PlanId from, PlanId to) {
        database.sql("""
                        INSERT INTO publication
                          (plan, number, revision, problem, timetable, author, published, title, note, held_back, exceptions)
                        SELECT :to, number, revision, problem, timetable, author, published, title, note, held_back, exceptions
                        FROM publication WHERE plan = :from""").param("from", from.value()).param("to", to.value()).update();
        database.sql("UPDATE plan SET feed_secret = (SELECT feed_secret FROM plan WHERE id = :from) WHERE id = :to")
                .param("from", from.value())
                .param("to", to.value())
                .update();
    }

    /** Deletes the publications of a plan. */
    public void delete(PlanId plan) {
        database.sql("DELETE FROM publication WHERE plan = :plan")
                .param("plan", plan.value())
                .update();
    }

    /** Returns the publications that a plan has, and those of its revisions that another plan of its family has. */
    public List<Publication> findAll(PlanId plan) {
        return database.sql(
                        ALL + "WHERE plan = :plan OR revision IN (SELECT id FROM revision WHERE revision.plan = :plan)")
                .param("plan", plan.value())
                .query(PublicationRepository::publication)
                .list();
    }

    /** Returns the publications of a plan's revisions, whichever plan of its family has them now, latest first. */
    List<Publication> findOfRevisions(PlanId plan) {
        return database.sql(ALL + """
                        WHERE revision IN (SELECT id FROM revision WHERE revision.plan = :plan)
                        ORDER BY number DESC""")
                .param("plan", plan.value())
                .query(PublicationRepository::publication)
                .list();
    }

    /** Returns the first publication that a plan has of a revision of its own. A plan with publications has one. */
    public Publication findFirstOfOwnRevision(PlanId plan) {
        return database.sql(ALL + """
                        WHERE plan = :plan AND revision IN (SELECT id FROM revision WHERE revision.plan = :plan)
                        ORDER BY number LIMIT 1""")
                .param("plan", plan.value())
                .query(PublicationRepository::publication)
                .single();
    }

    /** Returns the hash of the problem of each plan's last publication; leaves out plans without a publication. */
    Map<PlanId, String> findLastProblemHashes(Collection<PlanId> plans) {
        var hashes = new HashMap<PlanId, String>();
        if (!plans.isEmpty()) {
            database.sql("""
                            SELECT p.plan, p.problem FROM publication p
                            JOIN (SELECT plan, MAX(number) AS number FROM publication WHERE plan IN (:plans) GROUP BY plan) last
                            ON last.plan = p.plan AND last.number = p.number""")
                    .param("plans", plans.stream().map(PlanId::value).toList())
                    .query(row -> {
                        hashes.put(new PlanId(row.getString("plan")), row.getString("problem"));
                    });
        }
        return hashes;
    }

    /** Returns a publication of a plan by its number, if it exists. */
    public Optional<Publication> find(PlanId plan, int number) {
        return database.sql(ALL + "WHERE plan = :plan AND number = :number")
                .param("plan", plan.value())
                .param("number", number)
                .query(PublicationRepository::publication)
                .optional();
    }

    /** Returns a publication of a plan's family by its number, if it exists. */
    public Optional<Publication> findOfFamily(PlanId plan, int number) {
        return database.sql(ALL + "WHERE " + OF_FAMILY + " AND number = :number")
                .param("plan", plan.value())
                .param("number", number)
                .query(PublicationRepository::publication)
                .optional();
    }

    /** Returns the documents of a publication of a plan by its number, if it exists. */
    Optional<PublishedDocuments> findDocuments(PlanId plan, int number) {
        return database.sql("SELECT problem, timetable FROM publication WHERE plan = :plan AND number = :number")
                .param("plan", plan.value())
                .param("number", number)
                .query((row, count) -> new PublishedDocuments(row.getString("problem"), row.getString("timetable")))
                .optional();
    }

    /**
     * Documents of a publication. They are replaced when the plan forgets its participants.
     *
     * @param problem   hash of the problem
     * @param timetable hash of the timetable
     */
    record PublishedDocuments(String problem, String timetable) {}

    /**
     * Returns publications of a plan's family with lower numbers, latest first.
     *
     * @param number exclusive upper limit
     * @param most   maximum number of results
     */
    public List<Publication> findBefore(PlanId plan, int number, int most) {
        return database.sql(ALL + "WHERE " + OF_FAMILY + " AND number < :number ORDER BY number DESC LIMIT :most")
                .param("plan", plan.value())
                .param("number", number)
                .param("most", most)
                .query(PublicationRepository::publication)
                .list();
    }

    /**
     * What the ids of a publication's events follow from. Only the calculation of calendars needs it.
     *
     * @param secret     secret of the plan
     * @param exceptions recorded ids of events, as {@link EventIdGenerator#recordedIds}
     */
    record EventIdSeed(String secret, SortedMap<String, String> exceptions) {}

    /** Returns what the ids of the events of a publication follow from. */
    EventIdSeed eventIdSeed(PlanId plan, int number) {
        EventIdSeed known = readSeeds().get(List.of(plan, number));
        return known == null
                ? database.sql("SELECT " + SEED + " FROM publication WHERE plan = :plan AND number = :number")
                        .param("plan", plan.value())
                        .param("number", number)
                        .query((row, count) -> seed(row))
                        .optional()
                        .orElseThrow(RefusalException::notFound)
                : known;
    }

    private static EventIdSeed seed(ResultSet row) throws SQLException {
        return new EventIdSeed(
                row.getString("feed_secret"), exceptions(GzipCodec.readJson(row.getBytes("exceptions"))));
    }

    /** Returns what the current request has read, by plan and number. */
    private static Map<List<Object>, EventIdSeed> readSeeds() {
        return RequestMemo.values("event id seeds");
    }

    /** Returns the secret from which the ids of the plan's events are derived; empty if the plan was never published. */
    Optional<String> findSecret(PlanId plan) {
        return database.sql("SELECT feed_secret FROM plan WHERE id = :plan AND feed_secret IS NOT NULL")
                .param("plan", plan.value())
                .query(String.class)
                .optional();
    }

    /** Sets the secret of a plan that has none. */
    public void setSecretIfMissing(PlanId plan, String secret) {
        database.sql("UPDATE plan SET feed_secret = :secret WHERE id = :plan AND feed_secret IS NULL")
                .param("secret", secret)
                .param("plan", plan.value())
                .update();
    }

    private static Publication publication(ResultSet row, int number) throws SQLException {
        var author = new AccountId(row.getString("author"));
        AccountRepository.rememberName(author, row.getString("author_name"));
        return new Publication(
                new PlanId(row.getString("plan")),
                row.getInt("number"),
                new RevisionId(row.getString("revision")),
                row.getString("problem"),
                row.getString("timetable"),
                author,
                row.getTimestamp("published").toInstant(),
                row.getString("title"),
                row.getString("note"),
                staff(row.getString("held_back")));
    }

    private static List<StaffId> staff(String kept) {
        return JsonTreeParser.parse(kept) instanceof ReadResult.Success<Json> good
                        && good.value() instanceof Json.JsonArray list
                ? list.elements().stream()
                        .map(each -> new StaffId(String.valueOf(Json.toJava(each))))
                        .toList()
                : List.of();
    }

    private static SortedMap<String, String> exceptions(Json kept) {
        var exceptions = new TreeMap<String, String>();
        if (kept instanceof Json.JsonObject structure) {
            structure
                    .fields()
                    .forEach((key, uid) ->
                            exceptions.put(key, String.valueOf(Objects.requireNonNull(Json.toJava(uid)))));
        }
        return exceptions;
    }
}
